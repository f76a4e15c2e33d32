export { writeAccusation } from './accusation/write-accusation.ts'
export {
  type AccuseDeps,
  accuse,
  type ChargeDeps,
  chargeDeps,
  chargeOf,
  groundsFor,
  type Suspicion,
  suspicionsOf,
} from './accuse.ts'
export { noteView, readAudit, recordDeed } from './audit.ts'
export { addFile, type FileWithdrawal, type NewFile, withdrawFile } from './case-files.ts'
export { BY_HAND, chargeByHand } from './charge-by-hand.ts'
export type { OutcomeDeps } from './close-case.ts'
export { estimateOf } from './estimate.ts'
export { findFile, listFiles, readFileContent } from './files-seen.ts'
export { followRegistry } from './follow-registry.ts'
export { mediaTypeFound } from './media-type.ts'
export { leadOf } from './members.ts'
export { type Merging, mergeCases, type Splitting, splitCase } from './merge-cases.ts'
export { type Move, type MoveResult, moveCase } from './move-case.ts'
export { type OpeningByHand, openByHand } from './open-by-hand.ts'
export { caseIdOf, findStoredCase, listCaseSummaries, listCases } from './queries.ts'
export { type OutcomeCommand, type OutcomeResult, recordOutcome } from './record-outcome.ts'
export { leadNumberFor } from './release-members.ts'
export { followPeers, hasSuspicions, noteSuspicions, settleSuspicions } from './settle.ts'
export { showCase } from './show-case.ts'
