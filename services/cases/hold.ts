import type { OutcomeBody, RecordedOutcome } from '../../schemas/charge-outcome.ts'
import { dayOf, dayText, type EpochDay, parseDay, twelveMonthsAfter } from '../../schemas/day.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'

/** Unless told, a dismissal holds until the power grows by more than this factor over that of the dismissed charge. */
export const GROWN_FACTOR = 1.3

/** How long, and up to which power, a dismissal keeps the same signature from opening another case. */
export interface Hold {
  readonly until: EpochDay
  readonly kw: number
}

/** The hold of a dismissal; null of any other outcome. `proposed`: what somebody asked for before, taken unless told. */
export const holdOf = (
  { outcome, holdUntil, holdKw }: OutcomeBody,
  attributableKw: number,
  proposed: RecordedOutcome | undefined,
  nowMs: number,
): Hold | null => {
  if (outcome !== 'dismissed') return null
  const until = holdUntil ?? proposed?.holdUntil
  return {
    until: until ? parseDay(until) : twelveMonthsAfter(dayOf(nowMs)),
    kw: holdKw ?? proposed?.holdKw ?? GROWN_FACTOR * attributableKw,
  }
}

/** What is wrong with the hold that is asked for. */
export const holdFault = (
  { outcome, holdUntil, holdKw }: OutcomeBody,
  attributableKw: number,
  nowMs: number,
): Refusal | undefined => {
  if (outcome !== 'dismissed') {
    return holdUntil === undefined && holdKw === undefined
      ? undefined
      : refusal('bad-request', 'Only a dismissed charge has a hold: leave holdUntil and holdKw away.')
  }
  const today = dayOf(nowMs)
  const last = twelveMonthsAfter(today)
  if (holdUntil !== undefined && (parseDay(holdUntil) < today || parseDay(holdUntil) > last)) {
    return refusal(
      'bad-request',
      `A dismissal holds for 12 months at most: give a holdUntil from ${dayText(today)} to ${dayText(last)}.`,
    )
  }
  return holdKw !== undefined && holdKw < attributableKw
    ? refusal('bad-request', `A holdKw below the charge's own ${attributableKw} kW would hold nothing back.`)
    : undefined
}

/** Two people dismiss: the second may narrow what the first proposed, not widen it. */
export const isWider = (asked: OutcomeBody, proposed: RecordedOutcome): boolean =>
  (asked.holdUntil !== undefined && proposed.holdUntil !== null && asked.holdUntil! > proposed.holdUntil!) ||
  (asked.holdKw !== undefined && proposed.holdKw !== null && asked.holdKw! > proposed.holdKw!)
