export type { SignInDeps } from './deps.ts'
export { createApi, createOperationServer } from './server.ts'
