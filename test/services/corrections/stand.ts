import { createHash } from 'node:crypto'
import { primaryPower, type StoredDay } from '../../../services/adapters/history/index.ts'
import { listCases } from '../../../services/cases/index.ts'
import { resultOf } from '../../support/result.ts'
import type { Station } from '../../support/station.ts'

/**
 * All that is known of points, but for what corrections leave behind on purpose: charges that nothing carries any
 * more, case numbers and versions.
 */
export const standOf = async (station: Station, points: readonly string[]): Promise<object> => {
  const { store, history } = station.ports
  const { features, findings } = await resultOf(station)
  const days = await store.db
    .selectFrom('feature')
    .select(['point_id', 'day', 'customer_id', 'marks'])
    .orderBy('point_id')
    .orderBy('day')
    .execute()
  const stored: unknown[] = []
  for (const point of points) {
    for (const day of await history.window(point, 0, 100_000)) {
      const { kw, kvar } = primaryPower(day)
      const values = digest(`${kw} ${kvar} ${day.revision} ${day.clashed}`)
      stored.push(`${point} ${day.day} ${day.intervalMinutes} ${values} ${[...sourcesOf(day)]}`)
    }
    stored.push(await history.registers(point, 0, 100_000))
  }
  const open = await store.db.selectFrom('open_day').selectAll().orderBy('point_id').orderBy('day').execute()
  const cases = await listCases(store.db, { limit: 500 })
  const charges = cases
    .flatMap(({ customerId, charges }) => charges.map(charge => ({ customerId, ...charge })))
    .filter(({ unsupported }) => !unsupported)
    .sort((a, b) => (`${a.customerId} ${a.signature}` < `${b.customerId} ${b.signature}` ? -1 : 1))
  return { features: features.map(short), days, findings, stored, open, charges }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** Point, day, the packed features as a digest, and what follows them. */
const short = (feature: string): string =>
  feature.replace(/ ([0-9a-f]{100,}) /, (_, row: string) => ` ${digest(row)} `)

/** Whose the values of a day are, and by what they are multiplied. */
const sourcesOf = ({ kw, source, sources }: StoredDay): Set<string> =>
  new Set(
    Array.from(kw, (value, slot) => {
      const { meterId, multiplier } = sources[source?.[slot] ?? 0]!
      return Number.isNaN(value) ? '' : `${meterId}×${multiplier}`
    }),
  )
