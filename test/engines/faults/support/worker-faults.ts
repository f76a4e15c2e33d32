import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../../../detectors/support/random.ts'
import { until } from '../../support/until.ts'
import type { WorkerProcess } from '../../support/worker-process.ts'
import type { Scene } from './scene.ts'
import type { Fault } from './story.ts'

const BUSY_WITHIN_MS = 20_000
const LONGEST_DELAY_MS = 150

/** The workers that run. */
const running = ({ workers }: Scene): WorkerProcess[] => workers.filter(worker => worker.isRunning())

/** A worker that is in a transaction just now: in the middle of a checkpoint. */
const busyOne = (scene: Scene): Promise<WorkerProcess> =>
  until('a worker is in a transaction', BUSY_WITHIN_MS, async () => {
    for (const worker of running(scene)) if (await scene.isBusy(worker)) return worker
    return undefined
  })

/** Kills a worker, mostly in the middle of a checkpoint, and starts another in its place. */
export const killWorker = (random: Random): Fault => {
  const isBusy = random.chance(0.7)
  const place = random.between(0, 1)
  const delayMs = random.between(0, LONGEST_DELAY_MS)
  return async scene => {
    const all = running(scene)
    const victim = isBusy ? await busyOne(scene) : all[Math.floor(place * all.length)]!
    await pause(delayMs)
    await victim.kill()
    const before = await scene.progress()
    scene.launch()
    await scene.advances(before)
  }
}

export const addWorker: Fault = async scene => {
  scene.launch()
  await scene.advances(await scene.progress())
}

/** Asks a worker to end; it leaves in order. */
export const removeWorker = (random: Random): Fault => {
  const place = random.between(0, 1)
  return async scene => {
    const all = running(scene)
    const code = await all[Math.floor(place * all.length)]!.stop()
    if (code !== 0) throw new Error(`a worker that was asked to end ended with ${code}`)
    await scene.advances(await scene.progress())
  }
}

/** Longer than a member of the group may be silent, and shorter than PostgreSQL waits for an idle transaction */
const PAUSE_MS = 14_000

/** Stops a worker in the middle of a checkpoint for longer than its session, then lets it go on. */
export const pauseWorker: Fault = async scene => {
  const worker = await busyOne(scene)
  worker.pause()
  await pause(PAUSE_MS)
  worker.resume()
  await scene.advances(await scene.progress())
}

/** PostgreSQL lets a transaction go that was idle for a minute. */
const LET_GO_WITHIN_MS = 90_000
const TAKEN_OVER_WITHIN_MS = 120_000

/**
 * Stops a worker in the middle of a checkpoint until PostgreSQL has taken its locks away and others worked all off
 * that it was at; then it goes on where it was.
 */
export const pauseBeyondLocks: Fault = async scene => {
  const worker = await stoppedInTransaction(scene)
  await until(
    'PostgreSQL has let its transaction go',
    LET_GO_WITHIN_MS,
    async () => !(await scene.isBusy(worker)),
  )
  const ends = await scene.ends()
  await until('others took its work over', TAKEN_OVER_WITHIN_MS, async () => {
    const rows = await scene.db.selectFrom('checkpoint').selectAll().execute()
    const done = new Map(rows.map(row => [row.partition, row.next_offset]))
    return [...ends].every(([partition, end]) => (done.get(partition) ?? 0) >= end)
  })
  worker.resume()
}

/** One that committed before the signal came to it goes on, for the next one. */
const stoppedInTransaction = (scene: Scene): Promise<WorkerProcess> =>
  until('a worker is stopped in a transaction', BUSY_WITHIN_MS, async () => {
    const worker = await busyOne(scene)
    worker.pause()
    await pause(SETTLED_MS)
    if (await scene.isBusy(worker)) return worker
    worker.resume()
    return undefined
  })

/** What was on its way to PostgreSQL when the worker stopped is done after this long */
const SETTLED_MS = 300
