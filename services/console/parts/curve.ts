import type { Schemas } from '../api/client.ts'
import { dayStart } from './times.ts'

export type Curve = Schemas['Curve']
type CurveDay = Curve['days'][number]

/** [UTC ms of the end of the interval, kW]; null: no reading */
export type Sample = readonly [atMs: number, value: number | null]

const MS_PER_MINUTE = 60_000

/** The values of days one after another. */
export const samplesOf = (
  curve: Curve,
  pick: (day: CurveDay) => readonly (number | null)[] | null,
): Sample[] =>
  curve.days.flatMap(day => {
    const start = dayStart(day.day)
    const values = pick(day) ?? day.kw.map(() => null)
    return values.map((value, i): Sample => [start + (i + 1) * day.intervalMinutes * MS_PER_MINUTE, value])
  })

/** Power factor of an interval: kW over the apparent power. */
export const powerFactorOf = ({ kw, kvar }: CurveDay): (number | null)[] | null =>
  kvar &&
  kw.map((p, i) => {
    const q = kvar[i] ?? null
    if (p === null || q === null) return null
    const apparent = Math.hypot(p, q)
    return apparent === 0 ? null : Math.abs(p) / apparent
  })

/** What a slot of the day usually is: median and twice the median absolute deviation over the days shown. */
export const ownBandOf = (curve: Curve): { readonly low: Sample[]; readonly high: Sample[] } => {
  const slots = Math.max(0, ...curve.days.map(({ kw }) => kw.length))
  const bands = Array.from({ length: slots }, (_, slot) => {
    const values = curve.days.flatMap(({ kw }) => (kw.length === slots ? (kw[slot] ?? []) : []))
    const middle = medianOf(values)
    if (middle === null) return null
    const spread = medianOf(values.map(value => Math.abs(value - middle))) ?? 0
    return { low: Math.max(0, middle - 2 * spread), high: middle + 2 * spread }
  })
  const side = (name: 'low' | 'high') =>
    samplesOf(curve, ({ kw }) =>
      kw.map((_, slot) => (kw.length === slots ? (bands[slot]?.[name] ?? null) : null)),
    )
  return { low: side('low'), high: side('high') }
}

const medianOf = (values: readonly number[]): number | null => {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** A stretch of time, UTC ms. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** When the suspected load was at work, as the evidence dates it. 24:00 is the end of the day. */
export const spanOf = ({ date, from, to }: { date: string; from: string; to: string }): Span => {
  const start = dayStart(date)
  const end = start + minutesOf(to) * MS_PER_MINUTE
  const begin = start + minutesOf(from) * MS_PER_MINUTE
  return { from: begin, to: end > begin ? end : end + 24 * 60 * MS_PER_MINUTE }
}

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
