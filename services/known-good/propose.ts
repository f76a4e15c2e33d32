import type { Account } from '../../schemas/account.ts'
import { dayOf, dayText, parseDay, twelveMonthsAfter } from '../../schemas/day.ts'
import type { KnownGood, KnownGoodBody } from '../../schemas/known-good.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { knownGoodOf, seesCustomer } from './queries.ts'

export type KnownGoodResult = { readonly knownGood: KnownGood } | { readonly refused: Refusal }

/** Puts up for release that somebody answers for a customer. It hides nothing until another person releases it. */
export const proposeKnownGood = async (
  trx: Db,
  body: KnownGoodBody,
  actor: Account,
  nowMs: number,
): Promise<KnownGoodResult> => {
  const { customerId, signature, owner, reason, document, until } = body
  if (!(await seesCustomer(trx, actor, customerId))) {
    return { refused: refusal('not-found', `There is no customer ${customerId}.`) }
  }
  const refused = untilFault(parseDay(until), nowMs)
  if (refused) return { refused }
  const row = {
    id: await nextId(trx),
    customer_id: customerId,
    signature,
    owner,
    reason,
    document,
    until_day: parseDay(until),
    state: 'proposed' as const,
    proposed_by: actor.name,
    proposed_at: nowMs,
    decided_by: null,
    decided_at: null,
    ended_by: null,
    ended_at: null,
    end_reason: '',
  }
  await trx.insertInto('known_good').values(row).execute()
  await appendLink(trx, {
    chainId: DESK_CHAIN,
    atMs: nowMs,
    actor: actor.name,
    action: 'propose',
    reason,
    detail: { knownGood: row.id, customerId, signature, owner, document, until },
  })
  return { knownGood: knownGoodOf(row, nowMs) }
}

/** Nobody answers for the past, nor for longer than twelve months. */
export const untilFault = (until: number, nowMs: number): Refusal | undefined => {
  const today = dayOf(nowMs)
  const last = twelveMonthsAfter(today)
  return until >= today && until <= last
    ? undefined
    : refusal('bad-request', `Give a last day from ${dayText(today)} to ${dayText(last)} (12 months).`)
}

const nextId = async (trx: Db): Promise<string> => {
  const last = await trx
    .selectFrom('known_good')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = Number(last?.id.slice('known-good-'.length) ?? 0) + 1
  return `known-good-${String(number).padStart(6, '0')}`
}
