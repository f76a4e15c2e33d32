export { findCorrection, listCorrections, listEffects } from './queries.ts'
export { recordBackfill, recordRegistryCorrection } from './record.ts'
export {
  advanceStretch,
  type FormerFinding,
  nextStretch,
  noteEffects,
  scoresHoldTo,
  type WaitingStretch,
} from './work.ts'
