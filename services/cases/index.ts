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
export { rankCase, rankOlderCases } from './case-ranking.ts'
export type { OutcomeDeps } from './close-case.ts'
export { estimateOf } from './estimate.ts'
export { followRegistry } from './follow-registry.ts'
export { listCasePage } from './list-cases.ts'
export { listFindings } from './list-findings.ts'
export { type Move, type MoveResult, moveCase } from './move-case.ts'
export { caseIdOf, findStoredCase, listCases } from './queries.ts'
export { type OutcomeCommand, type OutcomeResult, recordOutcome } from './record-outcome.ts'
export { followPeers, hasSuspicions, noteSuspicions, settleSuspicions } from './settle.ts'
export { showCase } from './show-case.ts'
