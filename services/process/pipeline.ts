import { dayStartMs, type EpochDay } from '../../schemas/day.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { Ports } from '../adapters/index.ts'
import type { Db } from '../adapters/store/index.ts'
import type { Suspicion } from '../cases/index.ts'
import { recordBackfill } from '../corrections/index.ts'
import { countOutcomes, keepRejects } from '../ingest/index.ts'
import type { RegistryView } from '../registry/index.ts'
import type { Calendar } from './calendar.ts'
import { fillDays } from './fill-days.ts'
import type { Filled, Resolve } from './filled.ts'
import { type Judgement, judgeDays } from './judge-days.ts'
import { loadPoints } from './load-points.ts'
import { isClosed, lastDayClosedByClock, type PointState } from './point.ts'
import { rescoreSlice } from './rescore.ts'
import {
  moveCheckpoint,
  type OpenDay,
  readCheckpoint,
  saveDays,
  saveFindings,
  saveMarks,
  saveOpenDays,
} from './save.ts'
import type { FillingDay } from './slot-rule.ts'

/** How much of the log is worked off in one transaction, readings. */
const READINGS_PER_CHECKPOINT = 100_000

/** What is to be done with readings that are more than 7 days behind their point. */
export type Lateness = 'store' | 'judge'

export interface PipelineDeps {
  readonly ports: Pick<Ports, 'store' | 'log' | 'history'>
  readonly calendar: Calendar
  readonly registry: RegistryView
  /** Opens and extends cases, in the checkpoint's transaction */
  readonly accuse: (
    trx: Db,
    findings: readonly Finding[],
    nowMs: number,
    lapsed: readonly Suspicion[],
  ) => Promise<void>
  readonly nowMs: () => number
}

export interface Pipeline {
  /** Works off what waits in a partition, up to one checkpoint; false when nothing waits. */
  step(partition: number, lateness: Lateness): Promise<boolean>
  /** Judges a slice of what a correction asked for; false when nothing waits. */
  rescore(): Promise<boolean>
  /** Closes the open days whose time has come by the clock. */
  closeByClock(nowMs: number): Promise<void>
}

/** A point with the days that are to be judged now. */
type Closing = Map<PointState, FillingDay[]>

/**
 * The one pipeline: resolve, history, detect, checkpoint, in one transaction. What it remembers between two
 * checkpoints is a cache of the store, dropped whenever a checkpoint fails.
 */
export const createPipeline = (deps: PipelineDeps): Pipeline => {
  const { registry } = deps
  const { store, log, history } = deps.ports
  const points = new Map<string, PointState>()

  const checkpoint = (work: (trx: Db) => Promise<boolean>): Promise<boolean> =>
    store.transact(work).catch(error => {
      points.clear()
      throw error
    })

  const remember = async (trx: Db, pointIds: Iterable<string>): Promise<void> => {
    const missing = [...new Set(pointIds)].filter(id => !points.has(id))
    for (const [id, point] of await loadPoints(trx, history, missing)) points.set(id, point)
  }

  const resolve: Resolve = (meterId, day) => {
    const meter = registry.find(meterId, day)
    if (!meter) return registry.knows(meterId) ? 'no-entry-that-day' : 'unknown-meter'
    return { meter, point: points.get(meter.pointId)! }
  }

  const save = async (trx: Db, judgements: readonly Judgement[], lapsed: readonly Suspicion[]) => {
    const findings = judgements.flatMap(judgement => judgement.findings)
    await saveDays(
      trx,
      judgements.flatMap(judgement => judgement.days),
    )
    await saveMarks(
      trx,
      judgements.flatMap(judgement => judgement.marked),
    )
    await saveFindings(trx, findings)
    await deps.accuse(trx, findings, deps.nowMs(), lapsed)
  }

  const conclude = (trx: Db, closing: Closing): Promise<void> => {
    const judgements = [...closing].map(([point, days]) =>
      judgeDays(point, days, Math.min(...days.map(({ day }) => day)), deps),
    )
    return save(trx, judgements, [])
  }

  const record = async (trx: Db, filled: Filled): Promise<void> => {
    await countOutcomes(trx, filled.outcomes)
    await keepRejects(trx, filled.displaced, 'log', deps.nowMs())
  }

  return {
    step: (partition, lateness) =>
      checkpoint(async trx => {
        const offset = await readCheckpoint(trx, partition)
        const entries = await log.read(partition, offset, READINGS_PER_CHECKPOINT)
        if (entries.length === 0) return false
        const meterIds = new Set(entries.flatMap(({ batch }) => batch.meterIds))
        const pointIds = new Set([...meterIds].flatMap(registry.pointsOf))
        await remember(trx, pointIds)
        const filled = await fillDays(entries, resolve, history)
        await history.write([...filled.changed.values()].flatMap(days => [...days.keys()]))
        await history.writeRegisters([...filled.registers.values()])
        if (lateness === 'judge') await recordBackfill(trx, lateStretches(filled.changed), deps.nowMs())
        await conclude(trx, await closeDays(trx, filled.changed))
        await record(trx, filled)
        const next = entries.at(-1)!.offset + 1
        await moveCheckpoint(trx, partition, offset, next)
        await log.trim(partition, next)
        for (const id of pointIds) forgetClosedDays(points.get(id)!)
        return true
      }),
    rescore: () =>
      checkpoint(async trx => {
        const rescored = await rescoreSlice(trx, { ...deps, history })
        if (!rescored) return false
        const lapsed = rescored.withdrawn.map(({ customer_id, signature }) => ({
          customerId: customer_id,
          signature,
        }))
        await save(trx, [rescored.judgement], lapsed)
        for (const id of rescored.pointIds) points.delete(id)
        return true
      }),
    closeByClock: async nowMs => {
      await checkpoint(async trx => {
        const due = await trx
          .selectFrom('open_day')
          .selectAll()
          .where('day', '<=', lastDayClosedByClock(nowMs))
          .execute()
        await remember(
          trx,
          due.map(({ point_id }) => point_id),
        )
        const closing: Closing = new Map()
        for (const { point_id, day } of due) {
          const point = points.get(point_id)!
          const filling = point.filling.get(day)
          if (filling) closing.set(point, [...(closing.get(point) ?? []), filling])
        }
        await conclude(trx, closing)
        letGo(closing)
        await saveOpenDays(trx, [], due)
        return true
      })
    },
  }
}

/** The days that only what came too late for them changed, by point. */
const lateStretches = (changed: Filled['changed']): { pointId: string; from: EpochDay; to: EpochDay }[] =>
  [...changed].flatMap(([{ pointId }, days]) => {
    const late = [...days].filter(([, change]) => change.late || change.inTime).map(([{ day }]) => day)
    return late.length === 0 ? [] : [{ pointId, from: Math.min(...late), to: Math.max(...late) }]
  })

/** Sorts the changed days and the open days of their points in those that are closed now and those still open. */
const closeDays = async (trx: Db, changed: Filled['changed']): Promise<Closing> => {
  const closing: Closing = new Map()
  const opened: OpenDay[] = []
  const closed: OpenDay[] = []
  for (const [point, days] of changed) {
    const inTime = [...days].filter(([, { late }]) => !late).map(([day]) => day)
    const candidates = new Set([...inTime, ...[...point.open].map(day => point.filling.get(day)!)])
    const now = [...candidates].filter(day => isClosed(point, day))
    // What came too late for a day is stored with it, but is not judged.
    if (now.length > 0)
      closing.set(
        point,
        now.map(day => days.get(day)?.inTime ?? day),
      )
    for (const day of candidates) {
      const row = { point_id: point.pointId, day: day.day }
      if (now.includes(day)) {
        if (point.open.delete(day.day)) closed.push(row)
      } else if (!point.open.has(day.day)) {
        point.open.add(day.day)
        opened.push(row)
      }
    }
  }
  await saveOpenDays(trx, opened, closed)
  return closing
}

/** A closed day is read from the history again when a reading comes for it after all. */
const forgetClosedDays = (point: PointState): void => {
  for (const day of point.filling.keys()) if (!point.open.has(day)) point.filling.delete(day)
}

const letGo = (closing: Closing): void => {
  for (const [point, days] of closing) {
    for (const { day } of days) {
      point.open.delete(day)
      point.filling.delete(day)
      point.newestMs = Math.max(point.newestMs, dayStartMs(day + 1)) // as it is read again after a restart
    }
  }
}
