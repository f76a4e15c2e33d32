import { toFluxValue } from '@influxdata/influxdb-client'
import { dayStartMs, type EpochDay } from '../../../../schemas/day.ts'
import type { PointDay } from '../port.ts'
import { encodeId } from './ids.ts'

/** More points make the filter of a query dearer than the answers. */
const POINTS_PER_QUERY = 100
/** How many days may be read for one that is wanted, so that a long stretch of few points is one query. */
const DAYS_FOR_ONE = 3

/** The points of a stretch of days, both ends included. */
export interface Stretch {
  readonly from: EpochDay
  readonly to: EpochDay
  readonly points: readonly string[]
}

/** The few stretches that have all the days that are wanted, and not many others. */
export const stretchesOf = (wanted: readonly PointDay[]): Stretch[] => {
  const byDay = [...Map.groupBy(wanted, ({ day }) => day)].sort(([a], [b]) => a - b)
  const stretches: Stretch[] = []
  let days: PointDay[] = []
  const close = (): void => {
    if (days.length > 0) stretches.push(...inQueries(days))
    days = []
  }
  for (const [day, list] of byDay) {
    const points = new Set([...days, ...list].map(({ pointId }) => pointId)).size
    const read = points * (day - (days[0]?.day ?? day) + 1)
    if (points > POINTS_PER_QUERY || read > DAYS_FOR_ONE * (days.length + list.length)) close()
    days = [...days, ...list]
  }
  close()
  return stretches
}

const inQueries = (days: readonly PointDay[]): Stretch[] => {
  const points = [...new Set(days.map(({ pointId }) => pointId))]
  const [from, to] = [days[0]!.day, days.at(-1)!.day]
  return Array.from({ length: Math.ceil(points.length / POINTS_PER_QUERY) }, (_, i) => ({
    from,
    to,
    points: points.slice(i * POINTS_PER_QUERY, (i + 1) * POINTS_PER_QUERY),
  }))
}

/** Asks for everything a measurement has of some points and days, the fields of a time in one row. */
export const fieldsQuery = (bucket: string, measurement: string, { from, to, points }: Stretch): string =>
  `from(bucket: ${toFluxValue(bucket)})
  |> range(start: ${instantText(from)}, stop: ${instantText(to + 1)})
  |> filter(fn: (r) => r._measurement == "${measurement}" and ${anyOf(points)})
  |> drop(columns: ["_start", "_stop", "_measurement"])
  |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")`

/** Asks for the days before `day` that a point has anything of. */
/** No reading is older: 1990-01-01. */
export const FIRST_DAY = 7_305

export const daysQuery = (bucket: string, pointId: string, day: EpochDay): string =>
  `from(bucket: ${toFluxValue(bucket)})
  |> range(start: ${instantText(FIRST_DAY)}, stop: ${instantText(day)})
  |> filter(fn: (r) => (r._measurement == "reading" or r._measurement == "register")
      and ${anyOf([pointId])} and r._field == "at")
  |> window(every: 1d, offset: -8h)
  |> first()
  |> keep(columns: ["_time", "_measurement"])`

/** When a day begins, as RFC 3339. */
export const instantText = (day: EpochDay): string => new Date(dayStartMs(day)).toISOString()

/** Nested as a tree: InfluxDB refuses a filter that is a long chain. */
const anyOf = (points: readonly string[]): string => {
  if (points.length === 1) return `r.point == "${encodeId(points[0]!)}"`
  const half = points.length >> 1
  return `(${anyOf(points.slice(0, half))} or ${anyOf(points.slice(half))})`
}
