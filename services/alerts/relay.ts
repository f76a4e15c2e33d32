import type { Post } from '../adapters/http/port.ts'
import type { Db } from '../adapters/store/port.ts'
import { deliver } from './deliver.ts'
import { dueUrls, dueWithoutEndpoint, nextDueAlert } from './due-alerts.ts'
import { createGate } from './gate.ts'
import type { DeliveryResult } from './record-attempt.ts'

/** The part of a logger that the relay uses. */
export interface RelayLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What a relay works with. */
export interface RelayParts {
  /** Read only, and must see what `record` has committed */
  readonly db: Db
  /** Runs `recordAttempt` in a transaction of the writer; resolves when it is committed */
  readonly record: (result: DeliveryResult) => Promise<void>
  readonly post: Post
  readonly nowMs: () => number
  readonly log: RelayLog
  /** How often the outbox is looked at, ms */
  readonly intervalMs?: number
}

/** Carries alerts from the outbox to the districts' endpoints. */
export interface Relay {
  /** Makes an attempt at every alert that is due and not already on its way; answers how many were delivered. */
  tick(): Promise<number>
  /** Looks at the outbox at once and then regularly, without keeping the process alive. */
  start(): void
  /** Looks at the outbox now, while started. */
  wake(): void
  /** Begins nothing more, and waits for the requests under way and their record. */
  stop(): Promise<void>
}

const REQUESTS_TOGETHER = 8
const REQUESTS_TO_FAILING = 4
const INTERVAL_MS = 1_000

type Turn = 'delivered' | 'refused' | 'no-answer' | 'nothing-due'

/**
 * At-least-once by Standard Webhooks (https://www.standardwebhooks.com): what was sent when the process died,
 * and not recorded, is sent again under the same webhook-id. One request at a time goes to an address and eight together.
 */
export const createRelay = (parts: RelayParts): Relay => {
  const { db, record, post, nowMs, log } = parts
  const gate = createGate(REQUESTS_TOGETHER, REQUESTS_TO_FAILING)
  const busy = new Set<string>()
  const failing = new Set<string>()
  const unrecorded = new Map<string, DeliveryResult>()
  const underWay = new Set<Promise<unknown>>()
  let timer: NodeJS.Timeout | undefined
  let isStopping = false

  const sendNext = async (url: string): Promise<Turn> => {
    // Read only now: whatever this address was sent before is recorded by now.
    const alert = isStopping ? undefined : await nextDueAlert(db, url, nowMs())
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

  /** Everything due at one address. An address that gives no answer is left alone until the next look. */
  const serve = async (url: string): Promise<number> => {
    let delivered = 0
    try {
      for (let turn: Turn = 'refused'; turn === 'delivered' || turn === 'refused'; ) {
        turn = await gate(failing.has(url), () => sendNext(url))
        if (turn === 'delivered') delivered += 1
      }
    } catch (error) {
      log.error({ err: error, url }, 'An alert could not be read or recorded; it is tried again.')
    } finally {
      busy.delete(url)
    }
    return delivered
  }

  const sendDue = async (): Promise<number> => {
    for (const alertId of await dueWithoutEndpoint(db, nowMs())) {
      await record({ alertId, status: 'no-endpoint' })
      log.warn({ alertId }, 'The district has no endpoint; the alert waits for one.')
    }
    const urls = (await dueUrls(db, nowMs())).filter(url => !busy.has(url))
    for (const url of urls) busy.add(url)
    const delivered = await Promise.all(urls.map(serve))
    return delivered.reduce((sum, count) => sum + count, 0)
  }

  const tick = (): Promise<number> => {
    if (isStopping) return Promise.resolve(0)
    const turn = sendDue()
    const forget = (): boolean => underWay.delete(turn)
    underWay.add(turn)
    turn.then(forget, forget)
    return turn
  }

  const look = (): void => {
    tick().catch(error => log.error({ err: error }, 'The outbox could not be read; it is tried again.'))
  }

  return {
    tick,
    start() {
      isStopping = false
      timer ??= setInterval(look, parts.intervalMs ?? INTERVAL_MS).unref()
      look()
    },
    wake() {
      if (timer) look()
    },
    async stop() {
      isStopping = true
      clearInterval(timer)
      timer = undefined
      await Promise.allSettled(underWay)
    },
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
