import type { Db } from '../adapters/store/port.ts'
import type { DeliveryKey } from './deliveries.ts'
import { putOffGone } from './switch-endpoints.ts'

/** One try at an endpoint, as it is kept. */
export interface MadeAttempt {
  /** 1 for the first of this alert at this endpoint */
  readonly number: number
  readonly atMs: number
  readonly url: string
  /** HTTP status, null when no answer came */
  readonly status: number | null
  readonly error: string | null
  readonly durationMs: number
}

/** What became of a delivery in one turn: plain data, so that it can be sent to the writer's thread. */
export type DeliveryResult = DeliveryKey & { readonly attempt: MadeAttempt } & (
    | { readonly status: 'delivered' }
    /** isGone: it answered that it is gone for good (410) */
    | { readonly status: 'given-up'; readonly isGone: boolean }
    | { readonly status: 'waiting'; readonly nextAttemptAtMs: number }
  )

/**
 * Writes a delivery result in the caller's transaction: the attempt, what became of the delivery and how the endpoint
 * fares. The same result a second time changes nothing. An endpoint that is gone is switched off at once, and that is put
 * on record: of such a result under the lock "cases".
 */
export const recordAttempt = async (trx: Db, result: DeliveryResult): Promise<void> => {
  const { alertId, endpointId, attempt } = result
  await insertAttempt(trx, result)
  const before = await trx
    .selectFrom('delivery')
    .selectAll()
    .where('alert_id', '=', alertId)
    .where('endpoint_id', '=', endpointId)
    .where('attempts', '=', attempt.number - 1)
    .executeTakeFirst()
  if (!before) return
  await trx
    .updateTable('delivery')
    .set({
      status: result.status,
      attempts: attempt.number,
      tries: before.tries + 1,
      first_attempt_at: before.first_attempt_at ?? attempt.atMs,
      ...(result.status === 'delivered' ? { delivered_at: endOf(attempt) } : {}),
      ...(result.status === 'waiting' ? { next_attempt_at: result.nextAttemptAtMs } : {}),
    })
    .where('alert_id', '=', alertId)
    .where('endpoint_id', '=', endpointId)
    .execute()
  await noteHealth(trx, result, before.resent === 1)
  if (isGone(result)) await putOffGone(trx, endpointId, endOf(attempt))
}

/** Whether an endpoint answered that it is gone for good. */
export const isGone = (result: DeliveryResult): boolean => result.status === 'given-up' && result.isGone

const endOf = ({ atMs, durationMs }: MadeAttempt): number => atMs + durationMs

/** A success clears the clock; a failure starts it, unless a person only had something sent again. */
const noteHealth = async (trx: Db, result: DeliveryResult, isResent: boolean): Promise<void> => {
  const { endpointId, attempt } = result
  const of = trx.updateTable('endpoint').where('id', '=', endpointId)
  if (result.status !== 'delivered') {
    if (isResent) return
    await of.set({ failing_since: attempt.atMs }).where('failing_since', 'is', null).execute()
    return
  }
  await of.set({ failing_since: null, warned_at: null, last_success_at: endOf(attempt) }).execute()
  await of.set({ state: 'on' }).where('state', '=', 'warned').execute()
}

const insertAttempt = async (trx: Db, { alertId, endpointId, attempt }: DeliveryResult): Promise<void> => {
  await trx
    .insertInto('attempt')
    .values({
      alert_id: alertId,
      endpoint_id: endpointId,
      number: attempt.number,
      at: attempt.atMs,
      url: attempt.url,
      status: attempt.status,
      error: attempt.error,
      duration_ms: attempt.durationMs,
    })
    .onConflict(conflict => conflict.columns(['alert_id', 'endpoint_id', 'number']).doNothing())
    .execute()
}
