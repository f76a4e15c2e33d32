import type { BadPoint, RawDay } from '../raw-rows.ts'
import { notANumber } from './cells.ts'

/** What stands at a point: a number, NaN when there is nothing, or the text of what is no number. */
export type PointAt = (point: number) => number | string

/**
 * The values of a day row, scaled to kW and kvar. What is no number is set aside, so that the rest is not lost; a
 * kvar without a kW is no reading.
 */
export const readPoints = (
  points: number,
  kwAt: PointAt,
  kvarAt: PointAt | null,
  scaled: (power: number) => number,
): Pick<RawDay, 'kw' | 'kvar' | 'bad'> => {
  const kw = new Float64Array(points).fill(Number.NaN)
  const kvar = kvarAt && new Float64Array(points).fill(Number.NaN)
  const bad: BadPoint[] = []
  for (let i = 0; i < points; i++) {
    const power = kwAt(i)
    if (Number.isNaN(power)) continue
    const reactive = kvarAt ? kvarAt(i) : Number.NaN
    if (typeof power === 'number' && typeof reactive === 'number') {
      kw[i] = scaled(power)
      if (kvar) kvar[i] = scaled(reactive)
    } else bad.push(badPoint(i, power, reactive, scaled))
  }
  return { kw, kvar, bad }
}

const badPoint = (
  point: number,
  power: number | string,
  reactive: number | string,
  scaled: (power: number) => number,
): BadPoint => {
  const kept = (value: number | string) => (typeof value === 'number' ? scaled(value) : value)
  const fault = typeof power === 'string' ? notANumber('kw', power) : notANumber('kvar', String(reactive))
  return { point, kw: kept(power), kvar: kept(reactive), fault }
}
