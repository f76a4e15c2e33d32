import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../adapters/store/index.ts'

/** Of the year first, then of the count, which has five digits or more: as text 2026-100000 would stand before 2026-99999. */
const COUNT_DIGITS = 9
const YEAR_ENDS = 5

/** What cases are sorted by to stand by number: written as in the indexes, and the same of a number in hand. */
export const NUMBER_KEY: RawBuilder<string> = sql`substr(cases.number, 1, 5) || substr('000000000', length(cases.number) - 4) || substr(cases.number, 6)`
export const numberKey = (number: string): string =>
  number.slice(0, YEAR_ENDS) + number.slice(YEAR_ENDS).padStart(COUNT_DIGITS, '0')

/** `2026-00012`: the twelfth case opened by an event of 2026. */
export const nextNumber = async (trx: Db, year: string): Promise<string> => {
  const last = await trx
    .selectFrom('cases')
    .select('number')
    .where(NUMBER_KEY, '>=', numberKey(`${year}-0`))
    .where(NUMBER_KEY, '<=', numberKey(`${year}-999999999`))
    .orderBy(NUMBER_KEY, 'desc')
    .limit(1)
    .executeTakeFirst()
  const count = last ? Number(last.number.slice(YEAR_ENDS)) : 0
  return `${year}-${String(count + 1).padStart(5, '0')}`
}
