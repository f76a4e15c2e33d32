import type { Case } from '../../../schemas/case.ts'
import type { EpochDay } from '../../../schemas/day.ts'
import { listCases } from '../../../services/cases/index.ts'
import { createRandom } from '../../detectors/support/random.ts'
import { MONDAY, type Sample, sample } from '../../support/readings.ts'
import type { Station } from '../../support/station.ts'

/** What a site does over a stretch of days, counted from the first Monday: kW by night (22-06) and by day. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly nightKw: number
  readonly dayKw: number
}

const SLOTS = 96

/** The readings of a works whose power wanders by a third from hour to hour, so that it is neither melting nor mining. */
export const siteSamples = (meterId: string, stretches: readonly Stretch[], seed = 5): Sample[] => {
  const random = createRandom(seed)
  return stretches.flatMap(({ from, to, nightKw, dayKw }) =>
    Array.from({ length: (to - from) * SLOTS }, (_, i) => {
      const slot = i % SLOTS
      const kw = (slot >= 88 || slot < 24 ? nightKw : dayKw) * random.between(0.67, 1.33)
      return sample(MONDAY + from + Math.floor(i / SLOTS), slot, kw, { meterId })
    }),
  )
}

/** Signatures that customers are charged with. */
export const chargesOf = async ({ ports }: Station): Promise<Record<string, string[]>> => {
  const cases = await listCases(ports.store.db, { limit: 99 })
  return Object.fromEntries(
    cases.map(({ customerId, charges }) => [customerId, charges.map(({ signature }) => signature).sort()]),
  )
}

export const caseOf = async ({ ports }: Station, customerId: string): Promise<Case> =>
  (await listCases(ports.store.db, { limit: 99 })).find(one => one.customerId === customerId)!

/** The score of a signature on a judged day; undefined when the day is not judged. */
export const scoreOn = async (
  { ports }: Station,
  pointId: string,
  signature: string,
  day: EpochDay,
): Promise<number | undefined> => {
  const row = await ports.store.db
    .selectFrom('feature')
    .select('scores')
    .where('point_id', '=', pointId)
    .where('day', '=', day)
    .executeTakeFirst()
  return row && (JSON.parse(row.scores) as Record<string, number>)[signature]
}
