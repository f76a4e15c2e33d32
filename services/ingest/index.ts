export { GzipError, gunzip } from './gunzip.ts'
export { type IntakeResult, takeIn } from './intake.ts'
export {
  createRegistryView,
  importRegistry,
  listMeters,
  type RegistryChange,
  type RegistryView,
} from './registry.ts'
export { readRegistryCsv } from './registry-csv.ts'
export { chunks, countOutcomes, keepRejects, listRejects, outcomeCounts } from './reject-book.ts'
export { splitLines } from './split-lines.ts'
export { decodeUtf8 } from './utf8.ts'
