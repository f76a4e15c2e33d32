export { makeLetter } from './make.ts'
export { PAGE_POLICY } from './print-style.ts'
export { findLetter, listLetters, readLetter } from './queries.ts'
export { enterReceipt, type Receipt } from './receipt.ts'
