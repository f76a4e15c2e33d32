import type { Meter } from '../../../schemas/meter.ts'
import { findCorrection, listEffects } from '../../../services/corrections/index.ts'
import type { Station } from '../../support/station.ts'

/** Makes these rows all that is known of their meters, and waits until what follows is judged. */
export const correct = async (station: Station, meters: readonly Meter[]): Promise<number | null> => {
  const { correctionId } = await station.engine.importRegistry(meters, { replace: true }, 'test')
  await station.engine.settle()
  return correctionId
}

export interface Said {
  readonly customerId: string
  readonly score: number
}

/** Current findings worth telling of, by point, signature and day. */
export const findingsNow = async ({ ports }: Station): Promise<Map<string, Said>> => {
  const rows = await ports.store.db
    .selectFrom('finding')
    .select(['point_id', 'signature', 'day', 'score', 'customer_id'])
    .where('current', '=', 1)
    .where('score', '>=', 0.5)
    .execute()
  return new Map(
    rows.map(row => [
      `${row.point_id} ${row.signature} ${row.day}`,
      { customerId: row.customer_id, score: row.score },
    ]),
  )
}

/** The effects of a correction: place -> customer, score before, score after, state of the case. */
export const effectsOf = async ({ ports }: Station, id: number) => {
  const { db } = ports.store
  const effects = await listEffects(db, { id, offset: 0, limit: 100_000 })
  return new Map(
    effects.map(({ pointId, signature, day, ...rest }) => [
      `${pointId} ${signature} ${Date.parse(`${day}T00:00:00Z`) / 86_400_000}`,
      rest,
    ]),
  )
}

export interface Difference {
  readonly customerId: string
  readonly scoreBefore: number | null
  readonly scoreAfter: number | null
}

/** Which days differ between two tables of findings, as a correction is to tell it. */
export const differences = (
  before: ReadonlyMap<string, Said>,
  after: ReadonlyMap<string, Said>,
): Map<string, Difference> => {
  const places = [...new Set([...before.keys(), ...after.keys()])]
  const told = places.map(place => [place, difference(before.get(place), after.get(place))] as const)
  return new Map(told.filter(([, { scoreBefore, scoreAfter }]) => scoreBefore !== scoreAfter))
}

/** Of a day that changed hands, what the one who had it lost. */
const difference = (was: Said | undefined, is: Said | undefined): Difference => {
  const { customerId } = (was ?? is)!
  const scoreAfter = is?.customerId === customerId ? is.score : null
  return { customerId, scoreBefore: was?.score ?? null, scoreAfter }
}

export const correctionNow = async ({ ports }: Station, id: number) =>
  (await findCorrection(ports.store.db, id))!

/** Every row of a table, as text. */
export const rowsOf = async (
  { ports }: Station,
  table:
    | 'feature'
    | 'finding'
    | 'cases'
    | 'charge'
    | 'audit'
    | 'outbox'
    | 'rescore'
    | 'open_day'
    | 'correction_effect',
): Promise<string[]> =>
  (await ports.store.db.selectFrom(table).selectAll().execute()).map(row =>
    JSON.stringify(row, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    ),
  )
