import type { EpochDay } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import { chunks, type Db } from '../adapters/store/index.ts'

const ROWS_PER_INSERT = 200

/** A day of a district. */
export interface DistrictDay {
  readonly districtCode: string
  readonly day: EpochDay
}

/** Days of a district, both ends included. */
interface Stretch {
  readonly district_code: string
  readonly from_day: EpochDay
  readonly to_day: EpochDay
}

/**
 * Notes that days were judged, so that what is published of their districts is made anew. Only rows are added, so that
 * workers never wait for each other here.
 */
export const noteDue = async (trx: Db, days: readonly DistrictDay[]): Promise<void> => {
  const rows = [...Map.groupBy(days, ({ districtCode }) => districtCode)].map(([district_code, own]) => ({
    district_code,
    from_day: own.reduce((first, { day }) => Math.min(first, day), Number.POSITIVE_INFINITY),
    to_day: own.reduce((last, { day }) => Math.max(last, day), 0),
  }))
  for (const chunk of chunks(rows, ROWS_PER_INSERT)) await trx.insertInto('peer_due').values(chunk).execute()
}

/** Notes the districts in which days of a point were judged until now: they may be others from now on. */
export const noteDueOf = async (trx: Db, pointId: string, from: EpochDay, to: EpochDay): Promise<void> => {
  const rows = await trx
    .selectFrom('feature')
    .select(({ fn }) => ['district_code', fn.min('day').as('from_day'), fn.max('day').as('to_day')])
    .where('point_id', '=', pointId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('district_code')
    .execute()
  if (rows.length > 0) await trx.insertInto('peer_due').values(rows).execute()
}

/** Who was judged by aggregates that hold no longer. These are withdrawn; what is due is done with. */
export const takeDue = async (trx: Db): Promise<{ customerId: string; signature: Signature }[]> => {
  // First of all: what others add meanwhile stays for the next time.
  const due = await trx.deleteFrom('peer_due').returning(['district_code', 'from_day', 'to_day']).execute()
  const lookers = new Map<string, { customerId: string; signature: Signature }>()
  for (const stretch of together(due)) {
    await withdraw(trx, stretch)
    for (const looker of await lookersAt(trx, stretch))
      lookers.set(`${looker.customerId} ${looker.signature}`, looker)
  }
  return [...lookers.values()]
}

/** Stretches of a district that touch each other as one. */
const together = (stretches: readonly Stretch[]): Stretch[] => {
  const sorted = stretches.toSorted((a, b) =>
    a.district_code === b.district_code
      ? a.from_day - b.from_day
      : a.district_code < b.district_code
        ? -1
        : 1,
  )
  const joined: Stretch[] = []
  for (const stretch of sorted) {
    const last = joined.at(-1)
    if (last?.district_code === stretch.district_code && stretch.from_day <= last.to_day + 1)
      joined[joined.length - 1] = { ...last, to_day: Math.max(last.to_day, stretch.to_day) }
    else joined.push(stretch)
  }
  return joined
}

const withdraw = async (trx: Db, { district_code, from_day, to_day }: Stretch): Promise<void> => {
  await trx
    .deleteFrom('peer_day')
    .where('district_code', '=', district_code)
    .where('day', '>=', from_day)
    .where('day', '<=', to_day)
    .execute()
}

const lookersAt = async (trx: Db, { district_code, from_day, to_day }: Stretch) => {
  const rows = await trx
    .selectFrom('peer_look')
    .select(['customer_id', 'signature'])
    .where('district_code', '=', district_code)
    .where('from_day', '<=', to_day)
    .where('to_day', '>=', from_day)
    .execute()
  return rows.map(({ customer_id, signature }) => ({ customerId: customer_id, signature }))
}
