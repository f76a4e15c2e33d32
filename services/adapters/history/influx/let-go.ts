import { dayOf, dayStartMs, type EpochDay } from '../../../../schemas/day.ts'
import { readTables } from './csv.ts'
import { encodeId } from './ids.ts'
import { createInstantReader } from './instant.ts'
import { daysQuery, FIRST_DAY } from './queries.ts'

export interface LetGoDeps {
  readonly bucket: string
  readonly query: (flux: string) => Promise<string>
  /** Deletes what a predicate names, from an instant to another, both included (RFC 3339) */
  readonly erase: (predicate: string, start: string, stop: string) => Promise<void>
}

/** Deletes up to `atMost` of a point's days that are older than `day`, the oldest first: readings, then registers. */
export const letGo = async (
  pointId: string,
  day: EpochDay,
  atMost: number,
  { bucket, query, erase }: LetGoDeps,
): Promise<number> => {
  if (day <= FIRST_DAY) return 0
  const days = daysByMeasurement(await query(daysQuery(bucket, pointId, day)))
  let gone = 0
  for (const measurement of ['reading', 'register']) {
    const going = [...(days.get(measurement) ?? [])].sort((a, b) => a - b).slice(0, atMost - gone)
    if (going.length === 0) continue
    const predicate = `_measurement="${measurement}" AND point="${encodeId(pointId)}"`
    await erase(predicate, new Date(dayStartMs(going[0]!)).toISOString(), lastInstant(going.at(-1)!))
    gone += going.length
  }
  return gone
}

/** Deletes include their end. */
const lastInstant = (day: EpochDay): string =>
  new Date(dayStartMs(day + 1) - 1).toISOString().replace('Z', '999999Z')

const daysByMeasurement = (csv: string): Map<string, Set<EpochDay>> => {
  const days = new Map<string, Set<EpochDay>>()
  readTables(csv, columns => {
    const instant = createInstantReader()
    const [time, measurement] = [columns.indexOf('_time'), columns.indexOf('_measurement')]
    return cells => {
      const name = cells[measurement]!
      days.set(name, (days.get(name) ?? new Set()).add(dayOf(instant(cells[time]!))))
    }
  })
  return days
}
