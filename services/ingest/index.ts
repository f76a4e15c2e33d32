export { readDate as readDay } from './forms/dates.ts'
export { type IntakeDeps, type IntakeOptions, takeIn } from './intake.ts'
export type { BookedReject, Layout } from './layout.ts'
export { type Preview, previewOf } from './preview.ts'
export { type ReadRegistry, readRegistry } from './read-registry.ts'
export {
  lastReject,
  listRejects,
  listReplayable,
  noteReplayed,
  type Replayable,
  type ReplayFilter,
  readLayout,
} from './read-rejects.ts'
export { readTable, type TableColumns } from './read-table.ts'
export { countOutcomes, keepRejects, outcomeCounts } from './reject-book.ts'
export { readSheet } from './sheet/read-sheet.ts'
export { columnLetters, type Sheet, type SheetCell } from './sheet/sheet.ts'
export { type TurnedAway, takeMessages } from './take-messages.ts'
export type { IntakeResult } from './tally.ts'
export { gather } from './text/gather.ts'
export { GzipError } from './text/gunzip.ts'
export type { MeterFinder } from './validate.ts'
