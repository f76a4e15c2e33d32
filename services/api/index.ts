export { createApi, createOperationServer } from './server.ts'
