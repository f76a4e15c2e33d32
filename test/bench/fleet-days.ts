import type { EpochDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import { makeFleet } from '../../services/simulator/index.ts'

const SLOTS = 96

/** A day of a meter at 15 minutes, values as text. */
export interface FleetDay {
  readonly meterId: string
  /** YYYY-MM-DD */
  readonly date: string
  readonly kw: readonly string[]
  readonly kvar: readonly string[]
}

/** A fleet's 15-minute meters as whole days, day by day over all meters. */
export const fleetDays = (options: {
  meters: number
  days: number
  firstDay: EpochDay
}): { meters: readonly Meter[]; days: FleetDay[] } => {
  const fleet = makeFleet({ ...options, seed: 3 })
  const quarterly = new Set(
    fleet.meters.filter(({ intervalMinutes }) => intervalMinutes === 15).map(({ meterId }) => meterId),
  )
  const lines = [...fleet.csv('meter')]
    .join('')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => line.split(',') as [string, string, string, string])
    .filter(([meterId]) => quarterly.has(meterId))
  const days = Array.from({ length: lines.length / SLOTS }, (_, i): FleetDay => {
    const rows = lines.slice(i * SLOTS, (i + 1) * SLOTS)
    const [meterId, firstEnd] = rows[0]!
    return {
      meterId,
      date: firstEnd.slice(0, 10),
      kw: rows.map(row => row[2]),
      kvar: rows.map(row => row[3]),
    }
  })
  return { meters: fleet.meters, days: days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) }
}

const numbered = (prefix: string): string =>
  Array.from({ length: SLOTS }, (_, i) => `${prefix}${i + 1}`).join(',')

const DAY_ROW_HEADER = `meter_id,date,${numbered('P')},${numbered('Q')}`

/** Day rows as CSV texts of `perText` rows, each under its header. */
export const dayRowTexts = (days: readonly FleetDay[], perText: number): string[] =>
  Array.from({ length: Math.ceil(days.length / perText) }, (_, i) =>
    [
      DAY_ROW_HEADER,
      ...days
        .slice(i * perText, (i + 1) * perText)
        .map(({ meterId, date, kw, kvar }) => `${meterId},${date},${kw.join(',')},${kvar.join(',')}`),
      '',
    ].join('\n'),
  )
