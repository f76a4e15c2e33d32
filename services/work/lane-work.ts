import type { Ports } from '../adapters/index.ts'
import { nextStretch } from '../corrections/index.ts'
import type { Lateness, Pipeline } from '../process/index.ts'
import { LANES, type Lane } from './lanes.ts'
import type { Suspicions } from './suspicions.ts'
import type { Work } from './work.ts'

/** Readings that may wait in a lane to be worked off before intake is slowed down. */
const BACKLOG_AT_MOST = 400_000

/** How long a suspicion may wait for all that waits to be worked off, ms */
const SETTLE_AFTER_MS = 1_000

/**
 * When cases are opened: as soon as nothing waits, or only by `settle`, for a period that is replayed as a whole and
 * whose order must not show.
 */
export type Opening = 'as-found' | 'when-asked'

export interface LaneWorkDeps {
  readonly ports: Pick<Ports, 'store' | 'log'>
  readonly pipeline: Pipeline
  readonly suspicions: Suspicions
  readonly opening: Opening
  readonly nowMs: () => number
  /** Hears when the work cannot go on */
  readonly onFatal: (error: Error) => void
}

/** The work on the lanes of the embedded log. */
export const createLaneWork = (deps: LaneWorkDeps): Work => {
  const { pipeline, suspicions, nowMs, onFatal } = deps
  const { store, log } = deps.ports
  const opensAsFound = deps.opening === 'as-found'
  let working: Promise<void> | undefined
  let failure: Error | undefined
  let round = Promise.withResolvers<void>()
  let more = false
  let isStopped = false
  let settledAtMs = nowMs()
  const pulse = { checkpointAtMs: null as number | null, checkpoints: 0, failures: 0 }

  /** What is live first; then a piece of what may wait, so that neither stands still. */
  const workRound = async (): Promise<boolean> => {
    const live = await workLane('live', 'store')
    const other =
      (await workLane('bulk', 'store')) || (await workLane('backfill', 'judge')) || (await workCorrections())
    return live || other
  }
  const workLane = async (lane: Lane, late: Lateness): Promise<boolean> => {
    if ((await log.backlog(LANES[lane])) === 0 || !(await pipeline.step([LANES[lane]], late))) return false
    pulse.checkpointAtMs = nowMs()
    pulse.checkpoints++
    return true
  }
  const workCorrections = async (): Promise<boolean> =>
    (await nextStretch(store.db)) !== undefined && pipeline.rescore()
  const endRound = (): void => {
    round.resolve()
    round = Promise.withResolvers()
  }
  const settleFound = async (): Promise<void> => {
    if (!opensAsFound) return
    await suspicions.settle()
    settledAtMs = nowMs()
  }
  const failed = (error: unknown): Error => {
    failure = error as Error
    onFatal(failure)
    return failure
  }
  const workOff = async (): Promise<void> => {
    try {
      do {
        more = false
        while (await workRound()) {
          endRound()
          if (nowMs() >= settledAtMs + SETTLE_AFTER_MS) await settleFound()
        }
        await settleFound()
      } while (more)
    } catch (error) {
      failed(error)
    } finally {
      working = undefined
      endRound()
    }
  }
  const kick = (): Promise<void> => {
    // A command that was under way when all stopped has nobody left to work for it; the next start looks by itself.
    if (isStopped) return working ?? Promise.resolve()
    more = true
    working ??= workOff()
    return working
  }
  /** Slows a lane's intake down while much of it waits. */
  const roomIn = async (lane: Lane): Promise<void> => {
    while ((await log.backlog(LANES[lane])) > BACKLOG_AT_MOST) {
      if (failure) throw failure
      void kick()
      await round.promise
    }
    if (failure) throw failure
  }
  return {
    kick,
    async append({ batch, lane }, keep) {
      await roomIn(lane)
      await store.transact(async trx => {
        await keep(trx)
        if (batch) await log.append(LANES[lane], batch)
      })
      void kick()
    },
    async closeByClock(nowMs) {
      // What still waits may hold the rest of a day.
      if ((await log.backlog()) === 0) await pipeline.closeByClock(nowMs)
      if (opensAsFound) await suspicions.settleAgain().catch(error => Promise.reject(failed(error)))
    },
    letsGo: async () => true,
    sendsAlerts: async () => true,
    backlog: () => log.backlog(),
    async settle() {
      if (failure) throw failure
      do {
        await kick()
        if (failure) throw failure
      } while ((await log.backlog()) > 0)
      await suspicions.settleAgain().catch(error => Promise.reject(failed(error)))
    },
    roundAtMs: () => null,
    async figures() {
      const waiting = await Promise.all(
        Object.entries(LANES).map(async ([name, lane]) => [name, await log.backlog(lane)] as const),
      )
      const waitingSinceMs = await log.waitingSinceMs()
      const engines = [['sqlite', true]] as const
      return { ...pulse, roundAtMs: null, waiting, waitingSinceMs, engines, counts: [], down: [] }
    },
    async stop() {
      isStopped = true
      await working
    },
  }
}
