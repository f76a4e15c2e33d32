import type { Db } from '../adapters/store/port.ts'

/** One try at an endpoint, as it is kept. */
export interface MadeAttempt {
  /** 1 for the first */
  readonly number: number
  readonly atMs: number
  readonly url: string
  /** HTTP status, null when no answer came */
  readonly status: number | null
  readonly error: string | null
  readonly durationMs: number
}

/** What became of an alert in one turn: plain data, so that it can be sent to the writer's thread. */
export type DeliveryResult =
  | { readonly alertId: string; readonly status: 'no-endpoint' }
  | { readonly alertId: string; readonly status: 'delivered' | 'given-up'; readonly attempt: MadeAttempt }
  | {
      readonly alertId: string
      readonly status: 'waiting'
      readonly attempt: MadeAttempt
      readonly nextAttemptAtMs: number
    }

/**
 * Writes a delivery result in the caller's transaction: the attempt and the alert's new status. The same
 * result a second time changes nothing.
 */
export const recordAttempt = async (trx: Db, result: DeliveryResult): Promise<void> => {
  if (result.status === 'no-endpoint') {
    await trx
      .updateTable('outbox')
      .set({ status: 'no-endpoint' })
      .where('id', '=', result.alertId)
      .where('status', '=', 'waiting')
      .execute()
    return
  }
  const { alertId, attempt } = result
  await insertAttempt(trx, alertId, attempt)
  await trx
    .updateTable('outbox')
    .set({
      status: result.status,
      attempts: attempt.number,
      delivered_at: result.status === 'delivered' ? attempt.atMs + attempt.durationMs : null,
      ...(result.status === 'waiting' ? { next_attempt_at: result.nextAttemptAtMs } : {}),
    })
    .where('id', '=', alertId)
    .where('attempts', '=', attempt.number - 1)
    .execute()
}

const insertAttempt = async (trx: Db, alertId: string, attempt: MadeAttempt): Promise<void> => {
  await trx
    .insertInto('attempt')
    .values({
      alert_id: alertId,
      number: attempt.number,
      at: attempt.atMs,
      url: attempt.url,
      status: attempt.status,
      error: attempt.error,
      duration_ms: attempt.durationMs,
    })
    .onConflict(conflict => conflict.columns(['alert_id', 'number']).doNothing())
    .execute()
}
