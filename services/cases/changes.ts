import type { Account } from '../../schemas/account.ts'
import type { AuditEntry, Case } from '../../schemas/case.ts'
import { dayOf, dayText } from '../../schemas/day.ts'
import { type ProblemChange, type Refusal, refusal } from '../../schemas/problem.ts'
import { isOutside } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'

type Action = AuditEntry['action']

const NO_CHANGES: ReadonlySet<Action> = new Set([
  'view',
  'refused',
  'comment',
  'remind',
  'escalate',
  'propose',
  'decline',
])

/** What those outside may learn of what others did. */
const OPEN_OUTSIDE: ReadonlySet<Action> = new Set([
  ...(['release', 'acknowledge', 'handle', 'answer', 'pass', 'close', 'reopen', 'merge', 'undo'] as const),
  ...(['update', 'withdraw', 'decided'] as const),
])

const DID: Readonly<Partial<Record<Action, string>>> = {
  open: 'opened it',
  charge: 'added a charge',
  evidence: 'brought its evidence up to date',
  inspect: 'sent it to be checked on site',
  submit: 'submitted it',
  return: 'returned it',
  release: 'released it',
  acknowledge: 'acknowledged it',
  handle: 'took it in hand',
  answer: 'answered it',
  outcome: 'recorded an outcome',
  close: 'closed it',
  reopen: 'reopened it',
  assign: 'assigned it',
  snooze: 'snoozed it',
  wake: 'woke it',
  pass: 'passed it on',
  urge: 'pressed for it',
  merge: 'merged it',
  split: 'split it',
  undo: 'undid the last deed',
  update: 'told the district otherwise',
  withdraw: 'withdrew it',
  decided: 'put the decision on record',
}

/** What changed a case since a version of it, as far as who asks may know. */
export const changesSince = async (
  db: Db,
  caseId: string,
  version: number,
  account: Account,
): Promise<ProblemChange[]> => {
  const rows = await db
    .selectFrom('audit')
    .select(['at', 'actor', 'action', 'reason', 'detail'])
    .where('case_id', '=', caseId)
    .orderBy('sequence')
    .execute()
  return rows.flatMap(({ at, actor, action, reason, detail }) => {
    const { caseVersion } = JSON.parse(detail) as { caseVersion?: number }
    if (NO_CHANGES.has(action) || caseVersion === undefined || caseVersion <= version) return []
    const change = { version: caseVersion, at: new Date(at).toISOString(), actor, action, reason }
    if (!isOutside(account)) return [change]
    return OPEN_OUTSIDE.has(action) ? [{ ...change, reason: '' }] : []
  })
}

/** Somebody looked at a version that the case has left: says who did what since. */
export const versionConflict = async (
  db: Db,
  { id, version }: Case,
  looked: number,
  actor: Account,
): Promise<Refusal> => {
  const changes = looked < version ? await changesSince(db, id, looked, actor) : []
  const sentence = `The case is at version ${version}, not ${looked}: look at it again first.`
  return refusal('version-conflict', sentence + sentenceOf(changes, looked), changes)
}

/** What changed, in words. */
export const sentenceOf = (changes: readonly ProblemChange[], version: number): string =>
  changes.length === 0 ? '' : ` Since version ${version}: ${changes.map(wordsOf).join('; ')}.`

const wordsOf = ({ actor, action, at, reason }: ProblemChange): string => {
  const did = DID[action as Action] ?? `did "${action}"`
  const why = reason === '' ? '' : ` (${reason.replace(/\s+/g, ' ')})`
  return `${actor} ${did} on ${dayText(dayOf(Date.parse(at)))}${why}`
}
