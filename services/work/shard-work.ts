import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { dayOf, dayStartMs, MS_PER_DAY, MS_PER_HOUR } from '../../schemas/day.ts'
import type { EnginePorts } from '../adapters/index.ts'
import { shardOf } from '../adapters/log/index.ts'
import { nextStretch } from '../corrections/index.ts'
import type { Pipeline } from '../process/index.ts'
import { leads } from './leader.ts'
import { createPublisher } from './publisher.ts'
import type { Suspicions } from './suspicions.ts'
import type { Work } from './work.ts'

/** As many messages are worked off at once without waiting for more. */
const ENOUGH_MESSAGES = 20_000
const LOOK_AGAIN_MS = 1_000
const LOOK_AT_ALL_MS = 30_000
/** How long a suspicion may wait for all that waits to be worked off, and how often peers are looked at again */
const SETTLE_AFTER_MS = 1_000
const SETTLE_AGAIN_MS = 10_000
const RETRY_AFTER_MS = { first: 200, most: 5_000 }
/** A million points are a million questions of InfluxDB: once a week, by night. */
const LET_GO_EVERY_MS = 7 * MS_PER_DAY
const NIGHT_HOURS = { from: 1, to: 5 }
/** The worker of this shard also judges what corrections ask for. */
const FIRST_SHARD = 0

export interface ShardWorkDeps {
  readonly ports: EnginePorts
  readonly pipeline: Pipeline
  readonly suspicions: Suspicions
  /** How long readings may wait for others to be worked off with, ms */
  readonly lingerMs: number
  readonly nowMs: () => number
  readonly logger: WorkLog
}

/** The part of a logger that the work uses. */
export interface WorkLog {
  error(fields: object, message: string): void
}

/**
 * The work on the shards that Kafka's group gives this process. A server that is away stops nothing for good: a
 * checkpoint that fails is tried again, and what waits stays where it is.
 */
export const createShardWork = async (deps: ShardWorkDeps): Promise<Work> => {
  const { pipeline, suspicions, nowMs, logger } = deps
  const { store, log } = deps.ports
  const publisher = createPublisher(deps.ports)
  const stopping = new AbortController()
  const pulse = { roundAtMs: nowMs(), checkpointAtMs: null as number | null, checkpoints: 0, failures: 0 }
  let wake = Promise.withResolvers<void>()
  let retryAfterMs = RETRY_AFTER_MS.first
  let clockMs: number | undefined
  let lookAtAllMs = 0
  let turn = 0
  /** When corrections are looked for again, UTC ms */
  let correctionsAtMs = 0
  let settledAtMs = 0
  let settledAgainAtMs = 0

  const shards = (): number[] => [...new Set(log.owned().map(shardOf))]
  const isFirst = (): boolean => shards().includes(FIRST_SHARD)

  /** How long to wait until what is here is worth a checkpoint; 0: now. */
  const waitMs = (): number => {
    let messages = 0
    let sinceMs = Number.POSITIVE_INFINITY
    for (const partition of log.owned()) {
      const waiting = log.waiting(partition)
      messages += waiting?.messages ?? 0
      sinceMs = Math.min(sinceMs, waiting?.sinceMs ?? sinceMs)
    }
    if (messages >= ENOUGH_MESSAGES) return 0
    return messages === 0 ? LOOK_AGAIN_MS : Math.max(0, sinceMs + deps.lingerMs - nowMs())
  }
  /** Reads even where nothing seems to wait, now and then: a partition that is new here may stand at another place. */
  const isDue = (): boolean => waitMs() === 0 || nowMs() >= lookAtAllMs
  /** Each time another partition is the first, so that a busy one leaves room for all. */
  const inTurn = (): number[] => {
    const owned = log.owned()
    turn++
    return owned.map((_, i) => owned[(i + turn) % owned.length]!)
  }
  const workOff = async (): Promise<boolean> => {
    if (log.owned().length === 0 || !isDue()) return false
    lookAtAllMs = nowMs() + LOOK_AT_ALL_MS
    return pipeline.step(inTurn(), 'store')
  }
  const workCorrections = async (): Promise<boolean> => {
    if (!isFirst() || nowMs() < correctionsAtMs) return false
    if ((await nextStretch(store.db)) !== undefined && (await pipeline.rescore())) return true
    correctionsAtMs = nowMs() + LOOK_AGAIN_MS
    return false
  }
  const closeDue = async (): Promise<void> => {
    if (clockMs === undefined || shards().length === 0) return
    // What still waits, here or on Kafka, may hold the rest of a day.
    for (const partition of log.owned()) if ((await log.backlog(partition)) > 0) return
    await pipeline.closeByClock(clockMs, shards())
    clockMs = undefined
  }
  /** Whoever finds time does it, for all workers. */
  const settle = async (isBusy: boolean): Promise<void> => {
    if (shards().length === 0 || (isBusy && nowMs() < settledAtMs + SETTLE_AFTER_MS)) return
    const again = !isBusy && nowMs() >= settledAgainAtMs + SETTLE_AGAIN_MS
    await (again ? suspicions.settleAgain() : suspicions.settle())
    settledAtMs = nowMs()
    if (again) settledAgainAtMs = settledAtMs
  }
  const workRound = async (): Promise<boolean> => {
    const worked = await workOff()
    const corrected = await workCorrections()
    await closeDue()
    if (worked) {
      pulse.checkpointAtMs = nowMs()
      pulse.checkpoints++
    }
    await settle(worked || corrected)
    return worked || corrected
  }
  const rest = async (ms: number): Promise<void> => {
    const awake = new AbortController()
    const signal = AbortSignal.any([awake.signal, stopping.signal])
    await Promise.race([wake.promise, pause(ms, undefined, { signal }).catch(() => {})])
    awake.abort()
    wake = Promise.withResolvers()
  }
  const goRound = async (): Promise<void> => {
    pulse.roundAtMs = nowMs()
    try {
      const worked = await workRound()
      retryAfterMs = RETRY_AFTER_MS.first
      if (!worked) await rest(Math.max(1, waitMs()))
    } catch (error) {
      pulse.failures++
      logger.error({ err: error }, 'A checkpoint failed and is tried again; what waits stays in the log.')
      await pause(retryAfterMs, undefined, { signal: stopping.signal }).catch(() => {})
      retryAfterMs = Math.min(retryAfterMs * 2, RETRY_AFTER_MS.most)
    }
  }
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) await goRound()
  }
  await log.consume(() => wake.resolve())
  const looping = loop()

  return {
    ...publisher,
    async kick() {
      wake.resolve()
    },
    async closeByClock(now) {
      clockMs = now
      wake.resolve()
    },
    // A turn is nobody's again: a worker that begins anew must not take it before its time.
    letsGo: async () =>
      isFirst() && isNight(nowMs()) && leads(store, 'retention', randomUUID(), LET_GO_EVERY_MS),
    roundAtMs: () => pulse.roundAtMs,
    figures: async () => ({ ...(await publisher.figures()), ...pulse }),
    async stop() {
      stopping.abort()
      await looping
    },
  }
}

const isNight = (nowMs: number): boolean => {
  const hour = (nowMs - dayStartMs(dayOf(nowMs))) / MS_PER_HOUR
  return hour >= NIGHT_HOURS.from && hour < NIGHT_HOURS.to
}
