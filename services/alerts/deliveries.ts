import { chunks, type Db } from '../adapters/store/index.ts'

/** One alert at one endpoint. */
export interface DeliveryKey {
  readonly alertId: string
  readonly endpointId: string
}

/** A delivery to be made; due now unless told. */
export interface NewDelivery extends DeliveryKey {
  readonly dueAtMs?: number
}

const ROWS_PER_STATEMENT = 100

/** Deliveries that are all due now, and go out in the order of the list. */
export const inOrder = (keys: readonly DeliveryKey[], nowMs: number): NewDelivery[] =>
  keys.map((key, i) => ({ ...key, dueAtMs: nowMs - (keys.length - 1 - i) }))

/** Adds deliveries; those there are stay as they are. */
export const addDeliveries = async (
  trx: Db,
  deliveries: readonly NewDelivery[],
  nowMs: number,
): Promise<void> => {
  for (const some of chunks(deliveries, ROWS_PER_STATEMENT)) {
    await trx
      .insertInto('delivery')
      .values(some.map(one => freshRow(one, nowMs)))
      .onConflict(conflict => conflict.columns(['alert_id', 'endpoint_id']).doNothing())
      .execute()
  }
}

/**
 * Has deliveries made once more by a person: their schedule begins anew, behind what is new at the endpoint. What was
 * delivered stays so. Those there are not yet are added.
 */
export const resendDeliveries = async (
  trx: Db,
  deliveries: readonly NewDelivery[],
  nowMs: number,
): Promise<void> => {
  for (const some of chunks(deliveries, ROWS_PER_STATEMENT)) {
    await trx
      .insertInto('delivery')
      .values(some.map(one => ({ ...freshRow(one, nowMs), resent: 1 })))
      .onConflict(conflict =>
        conflict.columns(['alert_id', 'endpoint_id']).doUpdateSet(eb => ({
          ...BEGUN_ANEW,
          next_attempt_at: eb.ref('excluded.next_attempt_at'),
          // One that never arrived keeps its place before what did.
          resent: eb
            .case()
            .when('delivery.delivered_at', 'is', null)
            .then(eb.ref('delivery.resent'))
            .else(1)
            .end(),
        })),
      )
      .execute()
  }
}

/** The schedule of a delivery before its first try. */
export const BEGUN_ANEW = { status: 'waiting', tries: 0, first_attempt_at: null } as const

const freshRow = ({ alertId, endpointId, dueAtMs }: NewDelivery, nowMs: number) => ({
  ...{ alert_id: alertId, endpoint_id: endpointId, attempts: 0, delivered_at: null },
  ...{ next_attempt_at: dueAtMs ?? nowMs, ...BEGUN_ANEW },
})
