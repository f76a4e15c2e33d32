import type { Account } from '../../schemas/account.ts'
import type { PriceChange } from '../../schemas/price-change.ts'
import { faultyRows, type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { readRuleBook } from '../pricing/index.ts'
import { changeOf, findChange, nextRelease, type Row } from './change.ts'
import { faultsOf } from './faults.ts'
import { followRules } from './follow-rules.ts'
import { sentenceOf } from './propose.ts'
import { readContent } from './read-rows.ts'
import { tellCases } from './tell-cases.ts'

export interface PriceChangeDecision {
  readonly id: string
  readonly action: 'release' | 'refuse' | 'withdraw'
  readonly reason: string
}

export type PriceChangeResult =
  | {
      readonly change: PriceChange
      /** The correction that shows which open cases it prices anew; null: none */
      readonly correctionId: number | null
    }
  | { readonly refused: Refusal }

const STATES = { release: 'released', refuse: 'refused', withdraw: 'withdrawn' } as const
const DEEDS = { release: 'release', refuse: 'decline', withdraw: 'end' } as const

/**
 * Releases or refuses a change, which another person than the one who proposed it does (four eyes), or withdraws it,
 * which is for the one who did. From its release on its rows count, and open charges follow the rules.
 */
export const decidePriceChange = async (
  trx: Db,
  { id, action, reason }: PriceChangeDecision,
  actor: Account,
  nowMs: number,
): Promise<PriceChangeResult> => {
  const row = await findChange(trx, id)
  if (!row) return { refused: refusal('not-found', `There is no change ${id}.`) }
  const refused = decisionFault(row, action, reason, actor) ?? (await movedOn(trx, row, action, nowMs))
  if (refused) return { refused }
  const decided = {
    state: STATES[action],
    decided_by: actor.name,
    decided_at: nowMs,
    decided_reason: reason,
    released: action === 'release' ? await nextRelease(trx) : null,
  }
  const before = await readRuleBook(trx)
  await trx.updateTable('price_change').set(decided).where('id', '=', id).execute()
  await appendLink(trx, {
    chainId: DESK_CHAIN,
    atMs: nowMs,
    actor: actor.name,
    action: DEEDS[action],
    reason,
    detail: { priceChange: id, kind: row.kind, rows: row.rows },
  })
  if (action === 'release') await tellOfRelease(trx, row, actor, nowMs)
  const correctionId =
    action === 'release' && row.kind === 'rules'
      ? await followRules(trx, { changeId: id, before, after: await readRuleBook(trx) }, actor.name, nowMs)
      : null
  return { change: changeOf({ ...row, ...decided }), correctionId }
}

const tellOfRelease = async (trx: Db, row: Row, actor: Account, nowMs: number): Promise<void> => {
  if (row.kind !== 'decision') return
  const content = await readContent(trx, row)
  if (content.kind === 'decision') await tellCases(trx, row.id, content.decision, actor, nowMs)
}

/** Since a change was put up others were released, and the registry went on: what was right may be wrong now. */
const movedOn = async (
  trx: Db,
  row: Row,
  action: PriceChangeDecision['action'],
  nowMs: number,
): Promise<Refusal | undefined> => {
  if (action !== 'release') return undefined
  const faults = await faultsOf(trx, await readContent(trx, row), { nowMs })
  return faults.length > 0 ? faultyRows('wrong-state', sentenceOf(faults), faults) : undefined
}

const decisionFault = (
  { state, proposed_by }: Row,
  action: PriceChangeDecision['action'],
  reason: string,
  { name }: Account,
): Refusal | undefined => {
  if (state !== 'proposed') {
    return refusal('wrong-state', `The change is ${state}: only a proposed one is decided.`)
  }
  if (action === 'withdraw') {
    return proposed_by === name
      ? undefined
      : refusal('forbidden', 'Only who proposed a change withdraws it: refuse it instead.')
  }
  if (proposed_by === name) {
    return refusal('same-person', `Four eyes: who proposed a change cannot ${action} it.`)
  }
  return action === 'refuse' && reason.trim() === ''
    ? refusal('bad-request', 'To refuse a change give a reason.')
    : undefined
}
