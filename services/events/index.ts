export { createEventHub, type Every } from './hub.ts'
export { forgetEvents } from './rows.ts'
