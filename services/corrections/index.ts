export { askAgain, type Stretch } from './ask-again.ts'
export { type FormerFinding, noteEffects } from './effects.ts'
export { findCorrection, listCorrections, listEffects, listTierEffects } from './queries.ts'
export {
  recordBackfill,
  recordRegistryCorrection,
  recordTariffCorrection,
  recordWatchCorrection,
  type TierChange,
} from './record.ts'
export { advanceStretch, nextStretch, scoresHoldTo, type WaitingStretch } from './work.ts'
