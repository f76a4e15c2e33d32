import type { Ports } from '../adapters/index.ts'
import { nextStretch } from '../corrections/index.ts'
import type { Lateness, Pipeline } from '../process/index.ts'
import { LANES, type Lane } from './lanes.ts'
import type { Work } from './work.ts'

/** Readings that may wait in a lane to be worked off before intake is slowed down. */
const BACKLOG_AT_MOST = 400_000

/** The work on the lanes of the embedded log. `onFatal` hears when it cannot go on. */
export const createLaneWork = (
  { store, log }: Pick<Ports, 'store' | 'log'>,
  pipeline: Pipeline,
  nowMs: () => number,
  onFatal: (error: Error) => void,
): Work => {
  let working: Promise<void> | undefined
  let failure: Error | undefined
  let round = Promise.withResolvers<void>()
  let more = false
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
  const workOff = async (): Promise<void> => {
    try {
      do {
        more = false
        while (await workRound()) endRound()
      } while (more)
    } catch (error) {
      failure = error as Error
      onFatal(failure)
    } finally {
      working = undefined
      endRound()
    }
  }
  const kick = (): Promise<void> => {
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
    },
    roundAtMs: () => null,
    async figures() {
      const waiting = await Promise.all(
        Object.entries(LANES).map(async ([name, lane]) => [name, await log.backlog(lane)] as const),
      )
      return { ...pulse, roundAtMs: null, waiting, counts: [], down: [] }
    },
    async stop() {
      await working
    },
  }
}
