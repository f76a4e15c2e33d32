import { detectors } from '../../detectors/index.ts'
import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import { createCalendar } from '../../services/calendar/index.ts'
import { type JudgeDeps, judgeDays } from '../../services/process/judge-days.ts'
import { newPoint, type PointState } from '../../services/process/point.ts'
import { emptyDay, type FillingDay } from '../../services/process/slot-rule.ts'
import { fleetDays } from './fleet-days.ts'
import { type Figure, measure, rate } from './measure.ts'

const SLOTS = 96
const POINTS = [20_000, 100_000]
/** Loads that the points share; every point has columns and features of its own. */
const LOADS = 250
const KNOWN_DAYS = 34
/** Days that close in what is measured */
const CLOSING_DAYS = 2
const FIRST_DAY = parseDay('2026-06-01')
const LATE_BY_DAYS = [1, 3, 6]
const LATE_POINTS = 4_000

/** A day of all points: values of one after the other. */
interface Columns {
  readonly day: EpochDay
  readonly kw: Float32Array<ArrayBuffer>
  readonly kvar: Float32Array<ArrayBuffer>
}

interface Fleet {
  readonly points: readonly PointState[]
  readonly columns: readonly Columns[]
  readonly deps: JudgeDeps
}

interface Load {
  readonly meter: Meter
  /** Day after day */
  readonly kw: Float32Array
  readonly kvar: Float32Array
}

const drawLoads = (): Load[] => {
  const { meters, days } = fleetDays({ meters: LOADS, days: KNOWN_DAYS + CLOSING_DAYS, firstDay: FIRST_DAY })
  const byId = new Map(meters.map(meter => [meter.meterId, meter]))
  return [...Map.groupBy(days, ({ meterId }) => meterId)].map(([meterId, rows]) => ({
    meter: byId.get(meterId)!,
    kw: Float32Array.from(rows.flatMap(({ kw }) => kw.map(Number))),
    kvar: Float32Array.from(rows.flatMap(({ kvar }) => kvar.map(Number))),
  }))
}

const columnsOf = (loads: readonly Load[], count: number, d: number): Columns => {
  const [from, to] = [d * SLOTS, (d + 1) * SLOTS]
  const column = (name: 'kw' | 'kvar'): Float32Array<ArrayBuffer> => {
    const all = new Float32Array(count * SLOTS)
    for (let i = 0; i < count; i++) all.set(loads[i % loads.length]![name].subarray(from, to), i * SLOTS)
    return all
  }
  return { day: FIRST_DAY + d, kw: column('kw'), kvar: column('kvar') }
}

const dayOfPoint = ({ day, kw, kvar }: Columns, pointId: string, i: number): FillingDay => {
  const [from, to] = [i * SLOTS, (i + 1) * SLOTS]
  return {
    ...emptyDay(pointId, day, 24 * (60 / SLOTS)),
    kw: kw.subarray(from, to),
    kvar: kvar.subarray(from, to),
    filled: SLOTS,
  }
}

/** Points that know the days before, and the columns of the days that close. */
const makeFleet = (loads: readonly Load[], count: number): Fleet => {
  const ALL_DAYS = { holds: () => true }
  const meters = Array.from({ length: count }, (_, i) => loads[i % loads.length]!.meter)
  const deps = {
    registry: {
      atPoint: (pointId: string) => meters[Number(pointId)],
      customerDays: () => ALL_DAYS,
    },
    calendar: createCalendar(),
    watch: { factsAt: () => null },
    detectors: { on: () => ({ active: detectors, shadow: [] }) },
  } as unknown as JudgeDeps
  const earlier = Array.from({ length: KNOWN_DAYS }, (_, d) => columnsOf(loads, loads.length, d))
  const known = loads.map((_, i) => {
    const point = newPoint(String(i))
    const days = earlier.map(column => dayOfPoint(column, point.pointId, i))
    judgeDays(point, days, Number.POSITIVE_INFINITY, deps)
    return point
  })
  const points = meters.map((_, i) => {
    const point = newPoint(String(i))
    const { rows } = known[i % loads.length]!
    for (const day of rows.keys()) point.rows.set(day, rows.get(day)!)
    return point
  })
  const columns = Array.from({ length: CLOSING_DAYS }, (_, d) => columnsOf(loads, count, KNOWN_DAYS + d))
  return { points, columns, deps }
}

/** Closes the days of all points; answers how many findings were made. */
const closeDays = ({ points, columns, deps }: Fleet): number => {
  let findings = 0
  for (const column of columns)
    for (const [i, point] of points.entries()) {
      point.solidDay = column.day
      findings += judgeDays(point, [dayOfPoint(column, point.pointId, i)], column.day, deps).findings.length
    }
  return findings
}

const bareLoop = ({ points, columns }: Fleet): number => {
  let sum = 0
  for (const { kw } of columns)
    for (let i = 0; i < points.length; i++) sum += ewmaAndCusum(kw, i * SLOTS, (i + 1) * SLOTS)
  return sum
}

/** Columns in, findings out: every day is measured, and scored with its window by every detector. */
export const benchDetection = async (): Promise<Figure[]> => {
  const loads = drawLoads()
  closeDays(makeFleet(loads, LATE_POINTS))
  const figures: Figure[] = []
  for (const count of POINTS) figures.push(await benchFleet(loads, count))
  return [...figures, await benchLate(loads)]
}

const benchFleet = async (loads: readonly Load[], count: number): Promise<Figure> => {
  const fleet = makeFleet(loads, count)
  let findings = 0
  let sum = 0
  const ours = await measure(() => {
    findings = closeDays(fleet)
  })
  const bare = await measure(() => {
    sum = bareLoop(fleet)
  })
  if (!Number.isFinite(sum)) throw new Error('the bare loop gave no number')
  const readings = count * SLOTS * CLOSING_DAYS
  return {
    what: `detection of ${count.toLocaleString('en')} points, readings per CPU-second`,
    value: `${rate(readings, ours.cpuSeconds)} (${findings.toLocaleString('en')} findings)`,
    beside: `aim 5 M/s; bare EWMA+CUSUM over the same columns ${rate(readings, bare.cpuSeconds)}`,
  }
}

/** What it costs to judge again for one late reading, against closing one day. */
const benchLate = async (loads: readonly Load[]): Promise<Figure> => {
  const fleet = makeFleet(loads, LATE_POINTS)
  const closing = await measure(() => closeDays(fleet))
  const dayMicros = (closing.cpuSeconds * 1e6) / (LATE_POINTS * CLOSING_DAYS)
  const late: string[] = []
  for (const by of LATE_BY_DAYS) {
    const column = columnsOf(loads, LATE_POINTS, KNOWN_DAYS + CLOSING_DAYS - 1 - by)
    for (let i = 0; i < LATE_POINTS; i++) column.kw[i * SLOTS + 40]! *= 1.01
    const { cpuSeconds } = await measure(() => {
      for (const [i, point] of fleet.points.entries())
        judgeDays(point, [dayOfPoint(column, point.pointId, i)], column.day, fleet.deps)
    })
    late.push(`${((cpuSeconds * 1e6) / LATE_POINTS).toFixed(0)} µs by ${by} days`)
  }
  return {
    what: 'judging again for one late reading',
    value: late.join(', '),
    beside: `closing one day ${dayMicros.toFixed(0)} µs`,
  }
}

/** The bare yardstick: an exponential mean and a CUSUM over a stretch of one column. */
const ewmaAndCusum = (kw: Float32Array, from: number, to: number): number => {
  let mean = kw[from] ?? 0
  let spread = 1
  let cusum = 0
  for (let i = from; i < to; i++) {
    const error = kw[i]! - mean
    mean += 0.05 * error
    spread += 0.05 * (Math.abs(error) - spread)
    cusum = Math.max(0, cusum + error / (spread + 1e-9) - 0.5)
  }
  return cusum
}
