export { askAgain, type Stretch } from './ask-again.ts'
export { type FormerFinding, noteEffects } from './effects.ts'
export { findCorrection, listCorrections, listEffects } from './queries.ts'
export {
  recordBackfill,
  recordRegistryCorrection,
  recordWatchCorrection,
} from './record.ts'
export { advanceStretch, nextStretch, scoresHoldTo, type WaitingStretch } from './work.ts'
