import type { Selectable } from 'kysely'
import { WINDOW_DAYS } from '../../detectors/index.ts'
import type { ChargeOutcome } from '../../schemas/charge-outcome.ts'
import { dayOf, type EpochDay } from '../../schemas/day.ts'
import { chunks, type Db, isCounting, type Tables } from '../adapters/store/index.ts'
import { type CustomerDigest, customerDigest } from '../registry/index.ts'
import { GROWN_FACTOR } from './hold.ts'

const IDS_PER_QUERY = 500

/** How long a dismissal without an end of its own holds, days. */
const DISMISSED_DAYS = 365

/** What a closed case keeps from opening another on the same ground. */
export interface Answer {
  /** Findings of days up to it carry no new charge … */
  readonly until: EpochDay
  /** … unless those after `from` show more than this, kW; null: whatever they show … */
  readonly from: EpochDay
  readonly unlessKwAbove: number | null
  /** … or the registry says otherwise of the customer than it did on that day; null: not asked */
  readonly registry: { readonly day: EpochDay; readonly digest: string } | null
}

/** A final outcome of a closed case, as far as it says what is answered. */
export interface AnsweringOutcome {
  readonly outcome: ChargeOutcome
  /** Attributable power of the charge, kW */
  readonly kw: number
  readonly closedDay: EpochDay
  readonly recordedDay: EpochDay
  readonly holdUntil: EpochDay | null
  readonly holdKw: number | null
  readonly registryDigest: string | null
}

/**
 * A dismissal holds until its end, until the power grows or until the registry changes; any other outcome as long as
 * windows reach back to what the closed case rested on.
 */
export const answerOf = (given: AnsweringOutcome): Answer => {
  const from = given.closedDay
  if (given.outcome !== 'dismissed') {
    return { from, until: from + WINDOW_DAYS - 1, unlessKwAbove: null, registry: null }
  }
  const { registryDigest: digest, recordedDay: day } = given
  return {
    from,
    until: given.holdUntil ?? from + DISMISSED_DAYS,
    unlessKwAbove: given.holdKw ?? GROWN_FACTOR * given.kw,
    registry: digest === null ? null : { day, digest },
  }
}

/** What a stored outcome of a case that closed then says. */
export const answerIn = (
  row: Omit<Pick<Selectable<Tables['charge_outcome']>, (typeof ANSWERING)[number]>, 'signature'>,
  closedMs: number,
): Answer =>
  answerOf({
    outcome: row.outcome,
    kw: row.attributable_kw,
    closedDay: dayOf(closedMs),
    recordedDay: dayOf(row.recorded_at),
    holdUntil: row.hold_until,
    holdKw: row.hold_kw,
    registryDigest: row.registry_digest,
  })

/** What is read of an outcome for it. */
export const ANSWERING = [
  ...(['signature', 'outcome', 'attributable_kw', 'recorded_at'] as const),
  ...(['hold_until', 'hold_kw', 'registry_digest'] as const),
] as const

/** Why what was answered before opens a case again; 'holds': it does not. */
export type WhyAgain = 'ended' | 'grown' | 'registry-changed' | 'holds'

/**
 * Of a day the closed case had seen, the power is known already; whether the registry says the same is asked of the
 * day it was answered on.
 */
export const whyAgain = (
  { from, until, unlessKwAbove, registry }: Answer,
  { day, kw }: { readonly day: EpochDay; readonly kw: number },
  digestOn: CustomerDigest,
): WhyAgain => {
  if (day > until) return 'ended'
  if (day > from && unlessKwAbove !== null && kw > unlessKwAbove) return 'grown'
  return registry && digestOn(Math.max(day, registry.day)) !== registry.digest ? 'registry-changed' : 'holds'
}

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
      const answer = answerIn(row, row.closed_at)
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
      ...(['charge_outcome.case_id', 'charge_outcome.customer_id', 'cases.closed_at'] as const),
      ...ANSWERING,
    ])
    .where('charge_outcome.customer_id', 'in', customerIds)
    .where('final', '=', 1)
    .where(isCounting)
    .orderBy('charge_outcome.sequence')
    .execute()

/** Leaves out the grounds that a closed case of the customer has answered already. */
export const withoutAnswered = async <T extends { readonly id: string; readonly day: EpochDay }>(
  trx: Db,
  customerId: string,
  grounds: readonly T[],
  answers: readonly Answer[],
): Promise<readonly T[]> => {
  if (answers.length === 0) return grounds
  const kw = await attributableKw(trx, grounds)
  const digestOn = await customerDigest(trx, customerId)
  const isAnswered = ({ id, day }: T): boolean =>
    answers.some(answer => whyAgain(answer, { day, kw: kw.get(id)! }, digestOn) === 'holds')
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
