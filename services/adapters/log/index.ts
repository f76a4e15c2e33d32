export type { LogEntry, ReadingBatch, ReadingLog } from './port.ts'
