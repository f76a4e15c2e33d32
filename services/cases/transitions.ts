import type { Role } from '../../schemas/account.ts'
import type { AuditEntry, CaseState } from '../../schemas/case.ts'

/** One way a case may move on, and who may move it. */
export interface Transition {
  readonly action: Extract<AuditEntry['action'], 'submit' | 'return' | 'release' | 'close'>
  readonly from: CaseState
  readonly to: CaseState
  readonly role: Role
  /** The person who submitted must not do this (四眼, four eyes) */
  readonly byAnotherPerson: boolean
  readonly reasonNeeded: boolean
}

/** A case closes when every charge has an outcome, from wherever it stands; who records the last one closes it. */
const closing = (from: CaseState): Transition => ({
  action: 'close',
  from,
  to: 'closed',
  role: 'reviewer',
  byAnotherPerson: false,
  reasonNeeded: false,
})

/** 待核查 → 待复核 → 已上报, back with a reason, and to 销号 by outcomes. This table is the whole of it. */
export const TRANSITIONS: readonly Transition[] = [
  {
    action: 'submit',
    from: 'to-check',
    to: 'to-review',
    role: 'analyst',
    byAnotherPerson: false,
    reasonNeeded: true,
  },
  {
    action: 'return',
    from: 'to-review',
    to: 'to-check',
    role: 'reviewer',
    byAnotherPerson: false,
    reasonNeeded: true,
  },
  {
    action: 'release',
    from: 'to-review',
    to: 'reported',
    role: 'reviewer',
    byAnotherPerson: true,
    reasonNeeded: false,
  },
  closing('to-check'),
  closing('to-review'),
  closing('reported'),
]

export const STATE_NAMES: Readonly<Record<CaseState, { zh: string; en: string }>> = {
  'to-check': { zh: '待核查', en: 'to check' },
  'on-site': { zh: '现场检查', en: 'on site' },
  'to-review': { zh: '待复核', en: 'to review' },
  reported: { zh: '已上报', en: 'reported' },
  acknowledged: { zh: '已签收', en: 'acknowledged' },
  handling: { zh: '处置中', en: 'being handled' },
  answered: { zh: '已反馈', en: 'answered' },
  closed: { zh: '销号', en: 'closed' },
  merged: { zh: '已并案', en: 'merged' },
}
