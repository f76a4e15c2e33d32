export type { Batch, DayBatch, LogEntry, ReadingBatch, ReadingLog, RegisterBatch } from './port.ts'
export { readingsIn } from './readings-in.ts'
