import type { Post } from '../adapters/http/port.ts'
import type { Db } from '../adapters/store/port.ts'
import { deliver } from './deliver.ts'
import { nextDueAlert } from './due-alerts.ts'
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

/** Sends what is due at one address, one request at a time; answers how many alerts were delivered. */
export type Courier = (url: string) => Promise<number>

const REQUESTS_TOGETHER = 8
const REQUESTS_TO_FAILING = 4

type Turn = 'delivered' | 'refused' | 'no-answer' | 'nothing-due'

/**
 * Makes the courier of all addresses: eight requests run together, and no more than four of them to addresses
 * that failed last time. An address that gives no answer is left alone until it is served again. Nothing new
 * is sent once `isStopping`.
 */
export const createCourier = (parts: CourierParts, isStopping: () => boolean): Courier => {
  const { db, record, post, nowMs, log } = parts
  const gate = createGate(REQUESTS_TOGETHER, REQUESTS_TO_FAILING)
  const failing = new Set<string>()
  const unrecorded = new Map<string, DeliveryResult>()

  const sendNext = async (url: string): Promise<Turn> => {
    // Read only now: whatever this address was sent before is recorded by now.
    const alert = isStopping() ? undefined : await nextDueAlert(db, url, nowMs())
    if (!alert) return 'nothing-due'
    // What could not be recorded is recorded now, not sent once more.
    const result = unrecorded.get(alert.id) ?? (await deliver(post, alert, nowMs))
    if (result.status === 'delivered') failing.delete(url)
    else failing.add(url)
    unrecorded.set(alert.id, result)
    await record(result)
    unrecorded.delete(alert.id)
    tell(log, result)
    return turnOf(result)
  }

  return async url => {
    let delivered = 0
    try {
      for (let turn: Turn = 'refused'; turn === 'delivered' || turn === 'refused'; ) {
        turn = await gate(failing.has(url), () => sendNext(url))
        if (turn === 'delivered') delivered += 1
      }
    } catch (error) {
      log.error({ err: error, url }, 'An alert could not be read or recorded; it is tried again.')
    }
    return delivered
  }
}

const turnOf = (result: DeliveryResult): Turn => {
  if (result.status === 'delivered') return 'delivered'
  return result.status !== 'no-endpoint' && result.attempt.status !== null ? 'refused' : 'no-answer'
}

const tell = (log: RelayLog, result: DeliveryResult): void => {
  if (result.status === 'delivered') log.info(result, 'An alert was delivered.')
  else if (result.status === 'given-up') log.error(result, 'An alert was given up.')
  else log.warn(result, 'An alert could not be delivered; it is tried again.')
}
