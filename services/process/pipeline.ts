import type { Finding } from '../../schemas/finding.ts'
import type { Ports } from '../adapters/index.ts'
import type { Db } from '../adapters/store/index.ts'
import type { Calendar } from '../calendar/index.ts'
import type { Suspicion } from '../cases/index.ts'
import { recordBackfill } from '../corrections/index.ts'
import { countOutcomes, keepRejects } from '../ingest/index.ts'
import type { RegistryView } from '../registry/index.ts'
import { type DetectorChoice, saveShadowScores } from '../versions/index.ts'
import type { WatchView } from '../watch/index.ts'
import {
  type Closing,
  closeDays,
  closingDays,
  forgetClosedDays,
  lateStretches,
  letGo,
  withRegisters,
} from './closing.ts'
import { fillDays } from './fill-days.ts'
import type { Filled, Lateness, Resolve } from './filled.ts'
import { type JudgedDay, type Judgement, judgeDays } from './judge-days.ts'
import { loadPoints, reachBack } from './load-points.ts'
import { lastDayClosedByClock, type PointState } from './point.ts'
import { recallFor } from './recall.ts'
import { rescoreSlice } from './rescore.ts'
import {
  moveCheckpoints,
  openDaysUpTo,
  readCheckpoints,
  saveDays,
  saveFindings,
  saveMarks,
  saveOpenDays,
} from './save.ts'
import type { Shards } from './shards.ts'
import { metersIn, readSlices, type Slice } from './slices.ts'
import { publishTurnedAway, recordTurnedAway, type TurnedAwayDeps } from './turned-away.ts'
import { createVisits, ElsewhereError } from './visits.ts'
import { writeHistory } from './write-history.ts'

/** How much of the log is worked off in one transaction, readings. */
const READINGS_PER_CHECKPOINT = 100_000
/** Days closed by the clock in one transaction */
const DAYS_PER_CLOSING = 2_000

export interface PipelineDeps {
  readonly ports: Pick<Ports, 'store' | 'log' | 'history'>
  readonly calendar: Calendar
  readonly registry: RegistryView
  readonly detectors: DetectorChoice
  readonly watch: WatchView
  /** Puts down whose cases are to be opened or extended, in the checkpoint's transaction */
  readonly suspect: (trx: Db, findings: readonly Finding[], lapsed: readonly Suspicion[]) => Promise<void>
  readonly nowMs: () => number
  /** Where several processes work on one store; absent embedded */
  readonly shared?: SharedWork | undefined
}

/** What working beside other processes, on messages that nobody checked, takes. */
export interface SharedWork extends Omit<TurnedAwayDeps, 'nowMs'> {
  readonly shards: Shards
  /** Of all partitions of the log, as of the transaction under way */
  readonly checkpoints: ReadonlyMap<number, number>
  /** The shard of a partition of the log */
  readonly shardOf: (partition: number) => number
  /** Keeps the sums of judged days beside the readings */
  readonly writeTotals: (days: readonly JudgedDay[]) => Promise<void>
}

export interface Pipeline {
  /** Works off what waits in partitions of the log, up to one checkpoint; false when nothing waits. */
  step(partitions: readonly number[], late: Lateness): Promise<boolean>
  /** Judges a slice of what a correction asked for; false when nothing waits. */
  rescore(): Promise<boolean>
  /** Closes the open days whose time has come by the clock; where work is shared, of points at home in `shards`. */
  closeByClock(nowMs: number, shards?: readonly number[]): Promise<void>
}

/**
 * The one pipeline: resolve, history, detect, checkpoint, in one transaction. What it remembers between two
 * checkpoints is a cache of the store, dropped whenever a checkpoint fails.
 */
export const createPipeline = (deps: PipelineDeps): Pipeline => {
  const { registry, shared } = deps
  const { store, log, history } = deps.ports
  const points = new Map<string, PointState>()
  const visits = createVisits(shared?.shards, points)

  const checkpoint = (work: (trx: Db) => Promise<boolean>): Promise<boolean> =>
    store.transact(work).catch(error => {
      // Nothing was changed yet when it is found that more shards are concerned.
      if (!(error instanceof ElsewhereError)) points.clear()
      visits.abandon()
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
    const days = judgements.flatMap(judgement => judgement.days)
    await saveDays(trx, days)
    await shared?.writeTotals(days)
    await saveMarks(
      trx,
      judgements.flatMap(judgement => judgement.marked),
    )
    await saveFindings(trx, findings)
    await saveShadowScores(
      trx,
      judgements.flatMap(({ shadow }) => shadow),
    )
    await deps.suspect(trx, findings, lapsed)
  }

  const conclude = async (trx: Db, closing: Closing): Promise<void> => {
    const from = new Map(
      [...closing].map(([point, days]) => [point, Math.min(...days.map(({ day }) => day))]),
    )
    await reachBack(trx, from)
    const judgements = [...closing].map(([point, days]) => judgeDays(point, days, from.get(point)!, deps))
    await save(trx, judgements, [])
  }

  /** What became of the readings, counted, with what was turned away or lost its slot. */
  const record = async (trx: Db, slices: readonly Slice[], filled: Filled): Promise<void> => {
    await countOutcomes(trx, filled.outcomes)
    await keepRejects(trx, filled.displaced, 'log', deps.nowMs())
    if (shared) await recordTurnedAway(trx, slices, { ...shared, nowMs: deps.nowMs })
  }

  /** The points that slices concern, at hand; and those of them that are at home elsewhere. */
  const gather = async (trx: Db, slices: readonly Slice[]) => {
    const byShard = new Map<number, Set<string>>()
    for (const slice of slices) {
      const shard = shared?.shardOf(slice.partition) ?? 0
      const ids = byShard.get(shard) ?? new Set()
      byShard.set(shard, ids)
      for (const meterId of metersIn(slice)) for (const id of registry.pointsOf(meterId)) ids.add(id)
    }
    const foreign = await visits.claim(trx, byShard)
    const pointIds = new Set([...byShard.values()].flatMap(ids => [...ids]))
    await remember(trx, pointIds)
    return { pointIds, foreign }
  }

  const workOff = async (trx: Db, slices: readonly Slice[]): Promise<void> => {
    const { pointIds, foreign } = await gather(trx, slices)
    const entries = slices.flatMap(slice => slice.entries)
    const stay = () => visits.stay(trx)
    // Embedded a question costs nothing, and to look ahead costs something for every reading.
    const recall = shared ? await recallFor(entries, resolve, history, stay) : history
    const filled = await fillDays(entries, resolve, recall)
    await writeHistory(history, filled, slices[0]!, stay)
    // Before anything is locked that others need.
    if (shared) await publishTurnedAway(slices, shared)
    const askedDays = filled.askedDays.map(({ pointId, day }) => ({ pointId, from: day, to: day }))
    await recordBackfill(trx, [...lateStretches(filled.changed), ...askedDays], deps.nowMs())
    await conclude(trx, withRegisters(await closeDays(trx, filled.changed), filled.registerDays))
    await record(trx, slices, filled)
    await moveCheckpoints(trx, slices)
    for (const id of pointIds) forgetClosedDays(points.get(id)!)
    const parted = [...filled.changed].filter(([, days]) => [...days.keys()].some(day => day.parted))
    await visits.changed(trx, [...foreign, ...parted.map(([{ pointId }]) => pointId)])
  }

  /** Hears of what another process changed: the registry, or which detectors judge. */
  const follow = async (trx: Db, { shards }: SharedWork): Promise<void> => {
    const version = shards.registryVersion()
    await registry.follow(trx, version)
    await deps.detectors.follow(trx, version)
  }

  /** Begins a transaction on partitions; answers their checkpoints. */
  const enter = async (trx: Db, partitions: readonly number[]): Promise<ReadonlyMap<number, number>> => {
    if (!shared) return readCheckpoints(trx, partitions)
    await visits.enter(trx, [...new Set(partitions.map(shared.shardOf))])
    await follow(trx, shared)
    return shared.checkpoints
  }

  /** Takes slices, works them off and lets go of them; answers how many there were. */
  const step = async (partitions: readonly number[], late: Lateness): Promise<boolean> => {
    let slices: readonly Slice[] = []
    const trim = async (): Promise<void> => {
      for (const { partition, next } of slices) await log.trim(partition, next)
    }
    await checkpoint(async trx => {
      const checkpoints = await enter(trx, partitions)
      slices = await readSlices(log, partitions, checkpoints, READINGS_PER_CHECKPOINT, { ...deps, late })
      if (slices.length > 0) await workOff(trx, slices)
      // Embedded the log is part of the transaction; elsewhere only what is committed may be let go.
      if (!shared) await trim()
      return true
    })
    if (shared) await trim()
    return slices.length > 0
  }

  /** Closes some of the days whose time has come; answers how many. */
  const closePortion = async (
    trx: Db,
    nowMs: number,
    shards: readonly number[] | undefined,
  ): Promise<number> => {
    if (shared && shards) {
      await visits.enter(trx, shards)
      await follow(trx, shared)
    }
    const due = await openDaysUpTo(trx, lastDayClosedByClock(nowMs), shards, DAYS_PER_CLOSING)
    await remember(
      trx,
      due.map(({ point_id }) => point_id),
    )
    const closing = closingDays(due, points)
    await conclude(trx, closing)
    letGo(closing)
    await saveOpenDays(trx, [], due)
    return due.length
  }

  return {
    step: (partitions, late) =>
      step(partitions, late).catch(error => {
        if (error instanceof ElsewhereError) return step(partitions, late)
        throw error
      }),
    rescore: () =>
      checkpoint(async trx => {
        await visits.enterAll(trx)
        if (shared) await follow(trx, shared)
        const mark = () => visits.correctionMark(trx)
        const rescored = await rescoreSlice(trx, { ...deps, history, mark })
        if (!rescored) return false
        const lapsed = rescored.withdrawn.map(({ customer_id, signature }) => ({
          customerId: customer_id,
          signature,
        }))
        await save(trx, [rescored.judgement], lapsed)
        await visits.changed(trx, rescored.pointIds)
        return true
      }),
    closeByClock: async (nowMs, shards) => {
      let closed = DAYS_PER_CLOSING
      while (closed === DAYS_PER_CLOSING) {
        await checkpoint(async trx => {
          closed = await closePortion(trx, nowMs, shards)
          return true
        })
      }
    },
  }
}
