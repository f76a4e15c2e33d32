import { type DayFeatures, detectors, extractDayFeatures, WINDOW_DAYS } from '../../detectors/index.ts'
import { parseDay } from '../../schemas/day.ts'
import { makeDistrict } from '../../services/simulator/index.ts'
import { type Figure, measure, rate } from './measure.ts'

const SLOTS = 96
const ROUNDS = 8
const TOU = {
  valley: [[0, 8]],
  peak: [
    [11, 17],
    [20, 22],
  ],
} as Parameters<typeof extractDayFeatures>[1]['tou']

/** Columns in, scores out: features of every day of a district, and every day scored with its window. */
export const benchDetection = async (): Promise<Figure[]> => {
  const { enterprises, firstDay, days } = makeDistrict({ seed: 5, firstDay: parseDay('2026-03-02') })
  const points = enterprises.filter(({ curve }) => curve.intervalMinutes === 15)
  const readings = ROUNDS * points.length * days * SLOTS
  let sum = 0
  const judge = () => {
    for (const { meter, curve } of points) {
      const window: DayFeatures[] = []
      for (let d = 0; d < days; d++) {
        const slots = [d * SLOTS, (d + 1) * SLOTS] as const
        const kvar = curve.kvar && Float32Array.from(curve.kvar.slice(...slots))
        const block = {
          day: firstDay + d,
          intervalMinutes: 15,
          kw: Float32Array.from(curve.kw.slice(...slots)),
          kvar,
        }
        window.push(extractDayFeatures(block, { kind: 'working', tou: TOU }))
        const seen = { day: firstDay + d, days: window.slice(-WINDOW_DAYS), registry: meter }
        for (const detector of detectors) sum += detector.score(seen)
      }
    }
  }
  judge() // warm
  const ours = await measure(() => {
    for (let round = 0; round < ROUNDS; round++) judge()
  })
  const bare = await measure(() => {
    for (let round = 0; round < ROUNDS; round++) for (const { curve } of points) sum += ewmaAndCusum(curve.kw)
  })
  if (!Number.isFinite(sum)) throw new Error('a score was no number')
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
