import {
  type DayBlock,
  type DayFeatures,
  detectors,
  extractDayFeatures,
  measurePeerDay,
  WINDOW_DAYS,
} from '../../detectors/index.ts'
import { parseDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import { type District, makeDistrict } from '../../services/simulator/index.ts'
import { type Figure, measure, rate } from './measure.ts'

const SLOTS = 96
const ROUNDS = 20
const WARM_ROUNDS = 3
const TOU = {
  valley: [[0, 8]],
  peak: [
    [11, 17],
    [20, 22],
  ],
} as Parameters<typeof extractDayFeatures>[1]['tou']

interface Point {
  readonly meter: Meter
  readonly blocks: readonly DayBlock[]
}

const pointsOf = ({ enterprises, firstDay, days }: District): Point[] =>
  enterprises
    .filter(({ curve }) => curve.intervalMinutes === 15)
    .map(({ meter, curve: { kw, kvar } }) => ({
      meter,
      blocks: Array.from({ length: days }, (_, d) => {
        const slots = [d * SLOTS, (d + 1) * SLOTS] as const
        return {
          day: firstDay + d,
          intervalMinutes: 15,
          kw: Float32Array.from(kw.slice(...slots)),
          kvar: kvar && Float32Array.from(kvar.slice(...slots)),
        }
      }),
    }))

/** Features of every day of a point, what its peers are told, and the sum of the scores of every day with its window. */
const judge = ({ meter, blocks }: Point): number => {
  let sum = 0
  const days: DayFeatures[] = []
  for (const block of blocks) {
    days.push(extractDayFeatures(block, { kind: 'working', tou: TOU }))
    const window = { day: block.day, days: days.slice(-WINDOW_DAYS), registry: meter }
    for (const detector of detectors) sum += detector.score(window)
    sum += measurePeerDay(window.days, block.day, meter.contractKva)?.length ?? 0
  }
  return sum
}

/** Columns in, scores out: features of every day of a district, every day scored with its window and measured for its peers. */
export const benchDetection = async (): Promise<Figure[]> => {
  const points = pointsOf(makeDistrict({ seed: 5, firstDay: parseDay('2026-03-02') }))
  let sum = 0
  const repeat = (rounds: number, work: (point: Point) => number) => () => {
    for (let round = 0; round < rounds; round++) for (const point of points) sum += work(point)
  }
  repeat(WARM_ROUNDS, judge)()
  const ours = await measure(repeat(ROUNDS, judge))
  const bare = await measure(
    repeat(ROUNDS, ({ blocks }) => blocks.reduce((cusum, { kw }) => cusum + ewmaAndCusum(kw), 0)),
  )
  if (!Number.isFinite(sum)) throw new Error('a score was no number')
  const readings = ROUNDS * SLOTS * points.reduce((days, { blocks }) => days + blocks.length, 0)
  return [
    {
      what: 'detection, readings per CPU-second',
      value: rate(readings, ours.cpuSeconds),
      beside: `aim 5 M/s; bare EWMA+CUSUM ${rate(readings, bare.cpuSeconds)}`,
    },
  ]
}

/** The bare yardstick: an exponential mean and a CUSUM over one column. */
const ewmaAndCusum = (kw: ArrayLike<number>): number => {
  let mean = kw[0] ?? 0
  let spread = 1
  let cusum = 0
  for (let i = 0; i < kw.length; i++) {
    const error = kw[i]! - mean
    mean += 0.05 * error
    spread += 0.05 * (Math.abs(error) - spread)
    cusum = Math.max(0, cusum + error / (spread + 1e-9) - 0.5)
  }
  return cusum
}
