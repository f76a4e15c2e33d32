export { writeAccusation } from './accusation/write-accusation.ts'
export {
  type AccuseDeps,
  accuse,
  type ChargeDeps,
  chargeDeps,
  chargeOf,
  districtOf,
  groundsFor,
  isFollowing,
  suspicionsOf,
} from './accuse.ts'
export type { CaseCommand } from './admit.ts'
export { listAlertProposals } from './alert-proposals.ts'
export { type Answering, answerCase } from './answer-case.ts'
export { type Assignment, assignCase } from './assign.ts'
export { CHARGING, noteView, readAudit, recordDeed } from './audit.ts'
export { addFile, type FileWithdrawal, type NewFile, withdrawFile } from './case-files.ts'
export { rankOlderCases } from './case-ranking.ts'
export { BY_HAND, chargeByHand } from './charge-by-hand.ts'
export type { OutcomeDeps } from './close-case.ts'
export { type Comment, commentOn, commentsOn } from './comment.ts'
export { type AlertDecision, decideAlert } from './decide-alert.ts'
export { estimateOf } from './estimate.ts'
export { findFile, listFiles, readFileContent } from './files-seen.ts'
export { deadlinesWait, followDeadlines } from './follow-deadlines.ts'
export { followHolds, hasRunOut, suspectChanged } from './follow-holds.ts'
export { followRegistry } from './follow-registry.ts'
export { listCasePage } from './list-cases.ts'
export { listFindings } from './list-findings.ts'
export { mediaTypeFound } from './media-type.ts'
export { leadOf } from './members.ts'
export { type Merging, mergeCases, type Splitting, splitCase } from './merge-cases.ts'
export { type Move, type MoveResult, moveCase } from './move-case.ts'
export { actionsOf } from './next-actions.ts'
export { hasSuspicions, noteSuspicions, type Suspicion } from './note-suspicions.ts'
export { type OpeningByHand, openByHand } from './open-by-hand.ts'
export { type OpenCharge, openCharges } from './open-charges.ts'
export { type Passing, passOn } from './pass-on.ts'
export { type AlertProposing, proposeAlert } from './propose-alert.ts'
export { caseIdOf, findStoredCase, listCases } from './queries.ts'
export { type OutcomeCommand, type OutcomeResult, recordOutcome } from './record-outcome.ts'
export { leadNumberFor } from './release-members.ts'
export { followPeers, settleSuspicions } from './settle.ts'
export { showCase } from './show-case.ts'
export { type Snooze, snoozeCase, wakeCase } from './snooze.ts'
export { tellDecision } from './tell-decision.ts'
export { tellingAgain } from './telling-again.ts'
export { undoDeed } from './undo.ts'
export { urgeCase } from './urge.ts'
