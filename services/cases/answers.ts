import { WINDOW_DAYS } from '../../detectors/index.ts'
import type { ChargeOutcome } from '../../schemas/charge-outcome.ts'
import { dayOf, type EpochDay } from '../../schemas/day.ts'
import { chunks, type Db, isCounting } from '../adapters/store/index.ts'

const IDS_PER_QUERY = 500

/** How long a dismissal holds, days. */
const DISMISSED_DAYS = 365
/** Unless the power grows by more than this factor over that of the dismissed charge. */
const GROWN_FACTOR = 1.3

/** What a closed case keeps from opening another on the same ground. */
export interface Answer {
  /** Findings of days up to it carry no new charge … */
  readonly until: EpochDay
  /** … unless those after `from` show more than this, kW; null: whatever they show */
  readonly from: EpochDay
  readonly unlessKwAbove: number | null
}

/**
 * A dismissal holds for a year or until the power grows; any other outcome as long as windows reach back to what the
 * closed case rested on. `kw`: attributable power of the charge.
 */
export const answerOf = (outcome: ChargeOutcome, kw: number, closedDay: EpochDay): Answer =>
  outcome === 'dismissed'
    ? { from: closedDay, until: closedDay + DISMISSED_DAYS, unlessKwAbove: GROWN_FACTOR * kw }
    : { from: closedDay, until: closedDay + WINDOW_DAYS - 1, unlessKwAbove: null }

/** What is already answered of some customers' charges. */
export interface Answers {
  /** Whether a charge of an open case has its outcome */
  isAnswered(caseId: string, signature: string): boolean
  /** What closed cases keep from being opened again */
  given(customerId: string, signature: string): readonly Answer[]
}

/** Reads the answers of customers; most have none. */
export const loadAnswers = async (trx: Db, customerIds: readonly string[]): Promise<Answers> => {
  const answered = new Set<string>()
  const given = new Map<string, Map<string, Answer>>()
  for (const chunk of chunks([...new Set(customerIds)], IDS_PER_QUERY)) {
    for (const row of await finalOutcomesOf(trx, chunk)) {
      answered.add(`${row.case_id} ${row.signature}`)
      if (row.closed_at === null) continue
      const key = `${row.customer_id} ${row.signature}`
      const answer = answerOf(row.outcome, row.attributable_kw, dayOf(row.closed_at))
      given.set(key, (given.get(key) ?? new Map()).set(row.case_id, answer))
    }
  }
  return {
    isAnswered: (caseId, signature) => answered.has(`${caseId} ${signature}`),
    given: (customerId, signature) => [...(given.get(`${customerId} ${signature}`)?.values() ?? [])],
  }
}

/** In the order they were recorded: of one charge the last counts. */
const finalOutcomesOf = (trx: Db, customerIds: readonly string[]) =>
  trx
    .selectFrom('charge_outcome')
    .innerJoin('cases', 'cases.id', 'charge_outcome.case_id')
    .select([
      ...(['charge_outcome.case_id', 'charge_outcome.customer_id', 'signature'] as const),
      ...(['outcome', 'attributable_kw', 'cases.closed_at'] as const),
    ])
    .where('charge_outcome.customer_id', 'in', customerIds)
    .where('final', '=', 1)
    .where(isCounting)
    .orderBy('charge_outcome.sequence')
    .execute()

/** Leaves out the grounds that a closed case of the customer has answered already. */
export const withoutAnswered = async <T extends { readonly id: string; readonly day: EpochDay }>(
  trx: Db,
  grounds: readonly T[],
  answers: readonly Answer[],
): Promise<readonly T[]> => {
  if (answers.length === 0) return grounds
  const kw = await attributableKw(trx, grounds)
  const isAnswered = ({ id, day }: T): boolean =>
    answers.some(
      ({ from, until, unlessKwAbove }) =>
        day <= until && !(day > from && unlessKwAbove !== null && kw.get(id)! > unlessKwAbove),
    )
  return grounds.filter(ground => !isAnswered(ground))
}

/** Power of the suspected load by finding, kW. */
const attributableKw = async (
  trx: Db,
  grounds: readonly { readonly id: string }[],
): Promise<Map<string, number>> => {
  const kw = new Map<string, number>()
  for (const chunk of chunks(grounds, IDS_PER_QUERY)) {
    const ids = chunk.map(({ id }) => id)
    const rows = await trx.selectFrom('finding').select(['id', 'body']).where('id', 'in', ids).execute()
    for (const { id, body } of rows) {
      kw.set(id, (JSON.parse(body) as { attributableKw: number }).attributableKw)
    }
  }
  return kw
}
