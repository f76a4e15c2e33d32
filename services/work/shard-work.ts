import { setTimeout as pause } from 'node:timers/promises'
import type { EnginePorts } from '../adapters/index.ts'
import { shardOf } from '../adapters/log/index.ts'
import { nextStretch } from '../corrections/index.ts'
import type { Pipeline } from '../process/index.ts'
import { createPublisher } from './publisher.ts'
import type { Work } from './work.ts'

/** As many messages are worked off at once without waiting for more. */
const ENOUGH_MESSAGES = 20_000
const LOOK_AGAIN_MS = 1_000
const RETRY_AFTER_MS = { first: 200, most: 5_000 }
/** The worker of this shard also judges what corrections ask for. */
const FIRST_SHARD = 0

export interface ShardWorkDeps {
  readonly ports: EnginePorts
  readonly pipeline: Pipeline
  /** How long readings may wait for others to be worked off with, ms */
  readonly lingerMs: number
  readonly nowMs: () => number
  readonly logger: WorkLog
}

/** The part of a logger that the work uses. */
export interface WorkLog {
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/**
 * The work on the shards that Kafka's group gives this process. A server that is away stops nothing for good: a
 * checkpoint that fails is tried again, and what waits stays where it is.
 */
export const createShardWork = async (deps: ShardWorkDeps): Promise<Work> => {
  const { pipeline, nowMs, logger } = deps
  const { store, log } = deps.ports
  const publisher = createPublisher(deps.ports)
  const stopping = new AbortController()
  const pulse = { roundAtMs: nowMs(), checkpointAtMs: null as number | null, checkpoints: 0, failures: 0 }
  let wake = Promise.withResolvers<void>()
  let retryAfterMs = RETRY_AFTER_MS.first
  let clockMs: number | undefined
  /** When corrections are looked for again, UTC ms */
  let correctionsAtMs = 0

  const shards = (): number[] => [...new Set(log.owned().map(shardOf))]
  const isFirst = (): boolean => shards().includes(FIRST_SHARD)

  /** How long to wait until what is here is worth a checkpoint; 0: now. */
  const waitMs = (): number => {
    let messages = 0
    let sinceMs = Number.POSITIVE_INFINITY
    for (const partition of log.owned()) {
      const waiting = log.waiting(partition)
      // A partition that is new here is read to tell where to go on.
      if (waiting?.messages === 0) return 0
      messages += waiting?.messages ?? 0
      sinceMs = Math.min(sinceMs, waiting?.sinceMs ?? sinceMs)
    }
    if (messages >= ENOUGH_MESSAGES) return 0
    return messages === 0 ? LOOK_AGAIN_MS : Math.max(0, sinceMs + deps.lingerMs - nowMs())
  }
  const workCorrections = async (): Promise<boolean> => {
    if (!isFirst() || nowMs() < correctionsAtMs) return false
    if ((await nextStretch(store.db)) !== undefined && (await pipeline.rescore())) return true
    correctionsAtMs = nowMs() + LOOK_AGAIN_MS
    return false
  }
  const closeDue = async (): Promise<void> => {
    // What still waits may hold the rest of a day.
    const isBusy = log.owned().some(partition => log.waiting(partition))
    if (clockMs === undefined || isBusy || shards().length === 0) return
    await pipeline.closeByClock(clockMs, shards())
    clockMs = undefined
  }
  const workRound = async (): Promise<boolean> => {
    const owned = log.owned()
    const worked = owned.length > 0 && waitMs() === 0 && (await pipeline.step(owned, 'store'))
    const corrected = await workCorrections()
    await closeDue()
    if (worked) {
      pulse.checkpointAtMs = nowMs()
      pulse.checkpoints++
    }
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
    isFirst,
    figures: async () => ({ ...(await publisher.figures()), ...pulse }),
    async stop() {
      stopping.abort()
      await looping
    },
  }
}
