export type { History, StoredDay } from './port.ts'
