export { partitionsOf, shardOf } from './kafka/shards.ts'
export type { KafkaLog, KafkaOptions } from './kafka/types.ts'
export type {
  Batch,
  DayBatch,
  LogEntry,
  RawMessage,
  ReadingBatch,
  ReadingLog,
  RegisterBatch,
  RejectedMessage,
} from './port.ts'
export { readingsIn } from './readings-in.ts'
