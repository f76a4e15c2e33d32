import { dayOf, dayStartMs, type EpochDay, MS_PER_HOUR } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'
import { growChain, lengthOf } from './length.ts'
import { BEFORE_FIRST } from './link.ts'
import { createDayHash, hashOfRoot, lastRoot, ROOTS, type Root } from './root.ts'

/** A day is sealed from one o'clock of the next one on, when every command begun in it has ended. */
const SEALED_AFTER_MS = MS_PER_HOUR
/** Days of a service that was off are sealed in portions of a transaction each. */
const DAYS_AT_ONCE = 400
const LINKS_PER_QUERY = 20_000

/** The last day whose time to be sealed has come. */
export const lastDueDay = (nowMs: number): EpochDay => dayOf(nowMs - SEALED_AFTER_MS) - 1

/** Whether there is a day to be sealed. */
export const isSealDue = async (db: Db, nowMs: number): Promise<boolean> => {
  const next = await nextDay(db)
  return next !== undefined && next <= lastDueDay(nowMs)
}

/**
 * Seals the days that are due, one root each over all their links and over the root before; a day without links too,
 * so that none can be left out. Under the locks "cases" and "criteria": nobody adds a link meanwhile.
 */
export const sealDays = async (trx: Db, nowMs: number): Promise<Root[]> => {
  const first = await nextDay(trx)
  if (first === undefined) return []
  const roots: Root[] = []
  let previous = (await lastRoot(trx))?.hash ?? BEFORE_FIRST
  for (let day = first; day <= lastDueDay(nowMs) && roots.length < DAYS_AT_ONCE; day++) {
    const root = await sealDay(trx, day, previous, nowMs)
    roots.push(root)
    previous = root.hash
  }
  return roots
}

/** The day after the last sealed one; before the first that of the first link; undefined when there is no link. */
const nextDay = async (db: Db): Promise<EpochDay | undefined> => {
  const last = await lastRoot(db)
  if (last) return last.day + 1
  const first = await db.selectFrom('audit').select('at').orderBy('at').limit(1).executeTakeFirst()
  return first && dayOf(first.at)
}

const sealDay = async (trx: Db, day: EpochDay, previous: string, nowMs: number): Promise<Root> => {
  const sums = await linksOf(trx, day)
  const root = { day, ...sums, previous_hash: previous, made_at: nowMs }
  const sealed = { ...root, hash: hashOfRoot(root) }
  await trx.insertInto('audit_root').values(sealed).execute()
  await growChain(trx, ROOTS, await lengthOf(trx, ROOTS), sealed.hash)
  return sealed
}

const linksOf = async (trx: Db, day: EpochDay): Promise<Pick<Root, 'links' | 'links_hash'>> => {
  const sums = createDayHash()
  for (let last: { case_id: string; sequence: number } | undefined; ; ) {
    let query = trx
      .selectFrom('audit')
      .select(['case_id', 'sequence', 'hash'])
      .where('at', '>=', dayStartMs(day))
      .where('at', '<', dayStartMs(day + 1))
      .orderBy('case_id')
      .orderBy('sequence')
      .limit(LINKS_PER_QUERY)
    if (last) {
      const { case_id, sequence } = last
      query = query.where(eb => eb(eb.refTuple('case_id', 'sequence'), '>', eb.tuple(case_id, sequence)))
    }
    const links = await query.execute()
    for (const link of links) sums.add(link)
    if (links.length < LINKS_PER_QUERY) return sums.end()
    last = links.at(-1)
  }
}
