import { type CourierParts, createCourier } from './courier.ts'
import { dueEndpoints } from './due-alerts.ts'

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

export interface RelayParts extends CourierParts {
  /** Whether this relay is the one that works on the store; of several one is */
  readonly isOwn?: () => Promise<boolean>
  /** How often the outbox is looked at, ms */
  readonly intervalMs?: number
}

const INTERVAL_MS = 1_000

/**
 * At-least-once by Standard Webhooks (https://www.standardwebhooks.com): what was sent when the process died,
 * and not recorded, is sent again under the same webhook-id. One relay works on a store.
 */
export const createRelay = (parts: RelayParts): Relay => {
  const { log, intervalMs = INTERVAL_MS } = parts
  const underWay = new Set<Promise<unknown>>()
  let isStopping = false
  let timer: NodeJS.Timeout | undefined
  const look = createLook(parts, () => isStopping)

  const tick = (): Promise<number> => {
    if (isStopping) return Promise.resolve(0)
    const turn = look()
    const forget = (): boolean => underWay.delete(turn)
    underWay.add(turn)
    turn.then(forget, forget)
    return turn
  }

  const tickAlone = (): void => {
    tick().catch(error => log.error({ err: error }, 'The outbox could not be read; it is tried again.'))
  }

  return {
    tick,
    start() {
      isStopping = false
      timer ??= setInterval(tickAlone, intervalMs).unref()
      tickAlone()
    },
    wake() {
      if (timer) tickAlone()
    },
    async stop() {
      isStopping = true
      clearInterval(timer)
      timer = undefined
      await Promise.allSettled(underWay)
    },
  }
}

/** One look at the outbox. Looks may overlap: an endpoint that is being served is passed over. */
const createLook = (parts: RelayParts, isStopping: () => boolean): (() => Promise<number>) => {
  const { db, nowMs, isOwn = async () => true } = parts
  const serve = createCourier(parts, isStopping)
  const busy = new Set<string>()
  return async () => {
    if (!(await isOwn())) return 0
    const endpoints = (await dueEndpoints(db, nowMs())).filter(({ id }) => !busy.has(id))
    for (const { id } of endpoints) busy.add(id)
    const delivered = await Promise.all(
      endpoints.map(endpoint => serve(endpoint).finally(() => busy.delete(endpoint.id))),
    )
    return delivered.reduce((sum, count) => sum + count, 0)
  }
}
