import type { Role } from '../../schemas/account.ts'
import type { AuditEntry, CaseState } from '../../schemas/case.ts'
import type { CaseAction } from '../../schemas/case-moves.ts'

type Moving =
  | Exclude<CaseAction, 'outcome' | 'assign' | 'comment' | 'snooze' | 'wake' | 'pass' | 'urge' | 'undo'>
  | Extract<AuditEntry['action'], 'close' | 'charge'>

/** One way a case may move on, and who may move it. */
export interface Transition {
  readonly action: Moving
  readonly from: CaseState
  readonly to: CaseState
  /** None: it happens by itself */
  readonly roles: readonly Role[]
  /** Neither who submitted it nor who opened it by hand may do this (四眼, four eyes) */
  readonly byAnotherPerson: boolean
  /** Who has to give a reason; of a reviewer who acts for a district it names the document (回执) */
  readonly reasonFrom: readonly Role[]
  /** Some charge must still be carried by a current finding */
  readonly carried: boolean
  /** A government is told of it */
  readonly leavesTheHouse: boolean
}

const row = (
  action: Moving,
  from: CaseState,
  to: CaseState,
  roles: readonly Role[],
  more: Partial<Transition> = {},
): Transition => ({
  ...{ action, from, to, roles },
  ...{ byAnotherPerson: false, reasonFrom: [], carried: false, leavesTheHouse: false },
  ...more,
})

/** A district acts itself, or a reviewer on its behalf, by a document of it. */
const forDistrict = (action: Moving, from: CaseState, to: CaseState): Transition =>
  row(action, from, to, ['district', 'reviewer'], { reasonFrom: ['reviewer'] })

/** A case closes when every charge has an outcome, from wherever it stands; who records the last one closes it. */
const closing = (from: CaseState): Transition => row('close', from, 'closed', ['reviewer'])

/** From the flag to the closed case. This table is the whole of it. */
export const TRANSITIONS: readonly Transition[] = [
  row('inspect', 'to-check', 'on-site', ['analyst'], { carried: true }),
  row('submit', 'to-check', 'to-review', ['analyst'], { reasonFrom: ['analyst'], carried: true }),
  row('submit', 'on-site', 'to-review', ['analyst'], { reasonFrom: ['analyst'], carried: true }),
  row('return', 'to-review', 'to-check', ['reviewer'], { reasonFrom: ['reviewer'] }),
  // Nobody has checked a charge that comes during the review.
  row('charge', 'to-review', 'to-check', []),
  row('release', 'to-review', 'reported', ['reviewer'], {
    ...{ byAnotherPerson: true, carried: true, leavesTheHouse: true },
  }),
  forDistrict('acknowledge', 'reported', 'acknowledged'),
  forDistrict('handle', 'acknowledged', 'handling'),
  forDistrict('answer', 'acknowledged', 'answered'),
  forDistrict('answer', 'handling', 'answered'),
  ...(['to-check', 'on-site', 'to-review', 'reported', 'acknowledged', 'handling', 'answered'] as const).map(
    closing,
  ),
  row('reopen', 'closed', 'to-check', ['reviewer'], { reasonFrom: ['reviewer'] }),
]

/** What may be done with a case besides. */
export interface Act {
  readonly action: Exclude<CaseAction, Moving>
  readonly states: readonly CaseState[]
  readonly roles: readonly Role[]
  readonly reasonFrom: readonly Role[]
}

const UNDER_CHECK: readonly CaseState[] = ['to-check', 'on-site']
const WITH_DISTRICT: readonly CaseState[] = ['reported', 'acknowledged', 'handling', 'answered']
const OPEN: readonly CaseState[] = [...UNDER_CHECK, 'to-review', ...WITH_DISTRICT]
const HOUSE: readonly Role[] = ['analyst', 'reviewer']

export const ACTS: readonly Act[] = [
  { action: 'outcome', states: OPEN, roles: HOUSE, reasonFrom: [] },
  { action: 'assign', states: OPEN, roles: HOUSE, reasonFrom: [] },
  {
    action: 'comment',
    states: [...OPEN, 'closed'],
    roles: [...HOUSE, 'supervisor', 'district'],
    reasonFrom: [],
  },
  { action: 'snooze', states: OPEN, roles: HOUSE, reasonFrom: HOUSE },
  { action: 'wake', states: OPEN, roles: HOUSE, reasonFrom: [] },
  { action: 'pass', states: WITH_DISTRICT, roles: ['district'], reasonFrom: [] },
  { action: 'urge', states: OPEN, roles: ['supervisor'], reasonFrom: ['supervisor'] },
  {
    action: 'undo',
    states: [...OPEN, 'closed'],
    roles: [...HOUSE, 'supervisor', 'district'],
    reasonFrom: [],
  },
]

/** Whether charges of a case in this state follow its current findings. */
export const isUnderCheck = (state: CaseState): boolean => UNDER_CHECK.includes(state)

/** Whether a government was told, and the case is not over. */
export const isWithDistrict = (state: CaseState): boolean => WITH_DISTRICT.includes(state)

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
