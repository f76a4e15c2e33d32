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

/** A fleet as whole days, day by day over all meters. */
export const fleetDays = (options: {
  meters: number
  days: number
  firstDay: EpochDay
}): { meters: readonly Meter[]; days: FleetDay[] } => {
  const fleet = makeFleet({ ...options, seed: 3 })
  const days = daysOf([...fleet.csv('meter')].slice(1).join(''))
  return { meters: fleet.meters, days: days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) }
}

/** Lines of a fleet, a meter's whole period before the next one's, as days. */
export const daysOf = (csv: string): FleetDay[] => {
  const lines = csv.trimEnd().split('\n')
  return Array.from({ length: lines.length / SLOTS }, (_, i): FleetDay => {
    const rows = lines
      .slice(i * SLOTS, (i + 1) * SLOTS)
      .map(line => line.split(',') as [string, string, string, string])
    const [meterId, firstEnd] = rows[0]!
    return {
      meterId,
      date: firstEnd.slice(0, 10),
      kw: rows.map(row => row[2]),
      kvar: rows.map(row => row[3]),
    }
  })
}

const numbered = (prefix: string): string =>
  Array.from({ length: SLOTS }, (_, i) => `${prefix}${i + 1}`).join(',')

const DAY_ROW_HEADER = `meter_id,date,${numbered('P')},${numbered('Q')}`

/** Day rows as CSV texts of `perText` rows, each under its header. */
export const dayRowTexts = (days: readonly FleetDay[], perText: number): string[] =>
  Array.from({ length: Math.ceil(days.length / perText) }, (_, i) =>
    dayRowText(days.slice(i * perText, (i + 1) * perText)),
  )

/** The same as one text. */
export const dayRowText = (days: readonly FleetDay[]): string =>
  [
    DAY_ROW_HEADER,
    ...days.map(({ meterId, date, kw, kvar }) => `${meterId},${date},${kw.join(',')},${kvar.join(',')}`),
    '',
  ].join('\n')
