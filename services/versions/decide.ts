import type { Selectable } from 'kysely'
import type { Account } from '../../schemas/account.ts'
import { dayOf } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { appendLink } from '../audit/index.ts'
import { shadowDaysOf } from './shadow.ts'
import { versionChain } from './sync.ts'

/** Distinct days of data a version is judged in shadow before people may release it. */
export const SHADOW_DAYS = 14

export interface VersionDecision {
  readonly signature: Signature
  readonly version: string
  readonly action: 'propose' | 'release' | 'refuse'
  /** From the token, never from the request */
  readonly actor: Account
  readonly reason: string
}

export type VersionResult = { readonly done: true } | { readonly refused: Refusal }

type Row = Selectable<Tables['detector_version']>

/**
 * Proposes, releases or refuses a version that ran in shadow for 14 days of data. One person proposes, another, a
 * reviewer, releases (four eyes); it judges the days after its release, and the version before it is retired. An
 * attempt that is not allowed is an answer, so that its audit entry commits.
 */
export const decideVersion = async (
  trx: Db,
  decision: VersionDecision,
  nowMs: number,
): Promise<VersionResult> => {
  const { signature, version, action } = decision
  const row = await rowOf(trx, signature, version)
  if (!row) return { refused: refusal('not-found', `There is no version ${version} of ${signature}.`) }
  const refused = refusalOf(row, decision, (await shadowDaysOf(trx, signature, version)).days)
  const audit_head = await record(trx, decision, nowMs, refused)
  if (!refused && action === 'release') await retireActive(trx, decision, nowMs)
  const change = refused ? {} : changeOf(decision, nowMs)
  await update(trx, signature, version, { ...change, audit_head })
  return refused ? { refused } : { done: true }
}

const refusalOf = (
  row: Row,
  { action, actor, reason }: VersionDecision,
  days: number,
): Refusal | undefined => {
  if (action !== 'propose' && actor.role !== 'reviewer') {
    return refusal('forbidden', `To ${action} a detector version takes the role reviewer.`)
  }
  if (row.state !== 'shadow') return refusal('wrong-state', `This version is ${row.state}, not in shadow.`)
  if (action === 'propose' ? row.proposed_by !== null : row.proposed_by === null) {
    return refusal(
      'wrong-state',
      row.proposed_by === null
        ? 'Nobody has proposed this version.'
        : `${row.proposed_by} has proposed it already.`,
    )
  }
  if (action !== 'release' && reason.trim() === '') {
    return refusal('bad-request', `To ${action} a detector version give a reason.`)
  }
  if (action === 'refuse') return undefined
  if (days < SHADOW_DAYS) {
    return refusal('wrong-state', `It has judged ${days} days in shadow; ${SHADOW_DAYS} are needed first.`)
  }
  return action === 'release' && row.proposed_by === actor.name
    ? refusal('same-person', 'Four eyes: who proposed a detector version cannot release it.')
    : undefined
}

const changeOf = ({ action, actor, reason }: VersionDecision, nowMs: number): Partial<Row> => {
  if (action === 'propose') return { proposed_by: actor.name, proposed_at: nowMs, reason }
  if (action === 'refuse') return { proposed_by: null, proposed_at: null, reason: '' }
  return { state: 'active', since_day: dayOf(nowMs) + 1, released_by: actor.name, released_at: nowMs }
}

const ACTIONS = { propose: 'propose', release: 'release', refuse: 'decline' } as const

const record = (
  trx: Db,
  { signature, version, action, actor, reason }: VersionDecision,
  nowMs: number,
  refused: Refusal | undefined,
): Promise<string> => {
  const deed = { chainId: versionChain(signature, version), atMs: nowMs, actor: actor.name, reason }
  if (!refused) return appendLink(trx, { ...deed, action: ACTIONS[action] })
  return appendLink(trx, { ...deed, action: 'refused', detail: { attempted: action, code: refused.code } })
}

/** It still judges the days up to the release of the next. */
const retireActive = async (trx: Db, { signature, actor }: VersionDecision, nowMs: number): Promise<void> => {
  const rows = await trx
    .selectFrom('detector_version')
    .select('version')
    .where('signature', '=', signature)
    .where('state', '=', 'active')
    .execute()
  for (const { version } of rows) {
    const deed = { chainId: versionChain(signature, version), atMs: nowMs, actor: actor.name }
    const audit_head = await appendLink(trx, { ...deed, action: 'retire' })
    await update(trx, signature, version, { state: 'retired', audit_head })
  }
}

const rowOf = (trx: Db, signature: Signature, version: string): Promise<Row | undefined> =>
  trx
    .selectFrom('detector_version')
    .selectAll()
    .where('signature', '=', signature)
    .where('version', '=', version)
    .executeTakeFirst()

const update = async (
  trx: Db,
  signature: Signature,
  version: string,
  change: Partial<Row>,
): Promise<void> => {
  await trx
    .updateTable('detector_version')
    .set(change)
    .where('signature', '=', signature)
    .where('version', '=', version)
    .execute()
}
