export { daySums } from './day-sums.ts'
export type { Lateness } from './filled.ts'
export { isMadeBy } from './finding.ts'
export type { JudgedDay } from './judge-days.ts'
export { createPipeline, type Pipeline } from './pipeline.ts'
export {
  type DayMade,
  type DayStored,
  type RebuildDeps,
  type Rebuilt,
  rebuildDays,
  rebuildFinding,
  windowStart,
} from './rebuild.ts'
export { registerUse } from './register-energy.ts'
export { type Keep, letGoOld, POINTS_PER_SHARED_TRANSACTION } from './retention.ts'
export { createStoreShards } from './store-shards.ts'
