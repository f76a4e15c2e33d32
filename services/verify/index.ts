export { verificationLines } from './verification-lines.ts'
export { verifyCase } from './verify-case.ts'
