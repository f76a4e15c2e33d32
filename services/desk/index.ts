export { carryOut, type Order } from './carry-out.ts'
export type { Refused } from './command.ts'
export type { AnswerOf, CommandName } from './handlers.ts'
export { type Attempt, noteRefused } from './note-refused.ts'
