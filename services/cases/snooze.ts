import type { Case } from '../../schemas/case.ts'
import type { CaseDone } from '../../schemas/case-moves.ts'
import { dayOf, dayStartMs, dayText, parseDay } from '../../schemas/day.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { admit, type CaseCommand } from './admit.ts'
import { changeCase } from './change-case.ts'
import { doneWith } from './done.ts'

const USUAL_DAYS = 7
const MOST_DAYS = 90

export interface Snooze extends CaseCommand {
  /** Plant day it comes back on; in 7 days unless told */
  readonly until?: string | undefined
}

type Result = Promise<CaseDone | { readonly refused: Refusal }>

/** Whether a case is out of the inbox for now. */
export const isSnoozed = ({ snoozedUntil }: Case, nowMs: number): boolean =>
  snoozedUntil !== null && Date.parse(snoozedUntil) > nowMs

/** Takes a case out of the inbox until a day. Its deadline goes on, and graver findings bring it back. */
export const snoozeCase = async (trx: Db, command: Snooze, nowMs: number): Result => {
  const admission = await admit(trx, command, 'snooze')
  if ('refused' in admission) return admission
  const { actor, reason, until } = command
  const today = dayOf(nowMs)
  const day = until === undefined ? today + USUAL_DAYS : parseDay(until)
  if (day <= today || day > today + MOST_DAYS) {
    const [first, last] = [dayText(today + 1), dayText(today + MOST_DAYS)]
    return { refused: refusal('bad-request', `A case sleeps until a day from ${first} to ${last}.`) }
  }
  const columns = { snoozed_until: dayStartMs(day), snooze_reason: reason ?? '' }
  const detail = { until: dayText(day) }
  await changeCase(trx, admission.before, columns, {
    ...{ actor: actor.name, action: 'snooze', nowMs, reason, detail },
  })
  return doneWith(trx, command, nowMs)
}

/** Puts a case back into the inbox before its time. */
export const wakeCase = async (trx: Db, command: CaseCommand, nowMs: number): Result => {
  const admission = await admit(trx, command, 'wake')
  if ('refused' in admission) return admission
  if (!isSnoozed(admission.before, nowMs)) {
    return { refused: refusal('wrong-state', 'The case is not snoozed: there is nothing to wake.') }
  }
  const { actor, reason } = command
  await changeCase(trx, admission.before, AWAKE, { actor: actor.name, action: 'wake', nowMs, reason })
  return doneWith(trx, command, nowMs)
}

export const AWAKE = { snoozed_until: null, snooze_reason: '' }
