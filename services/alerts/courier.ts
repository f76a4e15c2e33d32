import type { Post } from '../adapters/http/port.ts'
import type { Db } from '../adapters/store/port.ts'
import { deliver } from './deliver.ts'
import { type DueEndpoint, nextDueAlert } from './due-alerts.ts'
import { createGate } from './gate.ts'
import type { DeliveryResult } from './record-attempt.ts'

/** The part of a logger that the relay uses. */
export interface RelayLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What a courier works with. */
export interface CourierParts {
  /** Read only, and must see what `record` has committed */
  readonly db: Db
  /** Runs `recordAttempt` in a transaction of the writer; resolves when it is committed */
  readonly record: (result: DeliveryResult) => Promise<void>
  readonly post: Post
  readonly nowMs: () => number
  readonly log: RelayLog
}

/** Sends what is due at one endpoint, one request at a time; answers how many alerts were delivered. */
export type Courier = (endpoint: DueEndpoint) => Promise<number>

/** Requests that run together: as many as districts and departments may have endpoints in one city */
const REQUESTS_TOGETHER = 64
/** Of these to endpoints that failed last time, so that dead ones never hold all the places */
const REQUESTS_TO_FAILING = 32

type Turn = 'delivered' | 'refused' | 'no-answer' | 'nothing-due'

/**
 * Makes the courier of all endpoints: 64 requests run together, no more than 32 of them to endpoints that failed last
 * time. An endpoint that gives no answer is left alone until it is served again. Nothing new is sent once
 * `isStopping`.
 */
export const createCourier = (parts: CourierParts, isStopping: () => boolean): Courier => {
  const { db, record, post, nowMs, log } = parts
  const gate = createGate(REQUESTS_TOGETHER, REQUESTS_TO_FAILING)
  const unrecorded = new Map<string, DeliveryResult>()

  const sendNext = async (endpointId: string): Promise<Turn> => {
    // Read only now: whatever this endpoint was sent before is recorded by now.
    const alert = isStopping() ? undefined : await nextDueAlert(db, endpointId, nowMs())
    if (!alert) return 'nothing-due'
    const place = JSON.stringify([alert.alertId, endpointId])
    // What could not be recorded is recorded now, not sent once more.
    const result = unrecorded.get(place) ?? (await deliver(post, alert, nowMs))
    unrecorded.set(place, result)
    await record(result)
    unrecorded.delete(place)
    tell(log, result)
    return turnOf(result)
  }

  return async ({ id, isFailing }) => {
    let delivered = 0
    let failing = isFailing
    try {
      for (let turn: Turn = 'refused'; turn === 'delivered' || turn === 'refused'; ) {
        turn = await gate(failing, () => sendNext(id))
        failing = turn === 'refused'
        if (turn === 'delivered') delivered += 1
      }
    } catch (error) {
      log.error({ err: error, endpointId: id }, 'An alert could not be read or recorded; it is tried again.')
    }
    return delivered
  }
}

const turnOf = (result: DeliveryResult): Turn => {
  if (result.status === 'delivered') return 'delivered'
  return result.attempt.status === null ? 'no-answer' : 'refused'
}

const tell = (log: RelayLog, result: DeliveryResult): void => {
  const fields = { ...result, attempt: withoutPath(result.attempt) }
  if (result.status === 'delivered') log.info(fields, 'An alert was delivered.')
  else if (result.status === 'given-up') log.error(fields, 'An alert was given up.')
  else log.warn(fields, 'An alert could not be delivered; it is tried again.')
}

/** The path of an address may hold a secret of one program, which a log must not. */
const withoutPath = <T extends { readonly url: string }>(attempt: T): T => ({
  ...attempt,
  url: new URL(attempt.url).origin,
})
