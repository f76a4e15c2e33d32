import { createHash, type Hash } from 'node:crypto'
import type { AuditRoot } from '../../schemas/audit.ts'
import { dayStartMs, dayText, type EpochDay } from '../../schemas/day.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { type Link, sha256 } from './link.ts'

/** A root as it is stored. */
export type Root = Tables['audit_root']

/** Under which the roots, which name each other, are counted beside the chains. */
export const ROOTS = 'roots'

/** The hash of a root: over the rest of it as JSON without spaces, keys in the order of the alphabet. */
export const hashOfRoot = ({ day, links, links_hash, made_at, previous_hash }: Omit<Root, 'hash'>): string =>
  sha256(JSON.stringify({ day, links, links_hash, made_at, previous_hash }))

/** Gathers the links of a day, which come in the order of chain and sequence. */
export interface DayHash {
  add(link: Pick<Link, 'case_id' | 'sequence' | 'hash'>): void
  end(): Pick<Root, 'links' | 'links_hash'>
}

export const createDayHash = (): DayHash => {
  const hash: Hash = createHash('sha256')
  let links = 0
  return {
    add({ case_id, sequence, hash: linkHash }) {
      hash.update(`${case_id}\n${sequence}\n${linkHash}\n`)
      links++
    },
    end: () => ({ links, links_hash: hash.digest('hex') }),
  }
}

export const lastRoot = (db: Db): Promise<Root | undefined> =>
  db.selectFrom('audit_root').selectAll().orderBy('day', 'desc').limit(1).executeTakeFirst()

/** The end of the last sealed day, UTC ms; before every instant when none is. */
export const firstOpenMs = async (db: Db): Promise<number> => {
  const last = await db
    .selectFrom('audit_root')
    .select('day')
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? dayStartMs(last.day + 1) : Number.NEGATIVE_INFINITY
}

/** Roots of a period by day. */
export const listRoots = async (
  db: Db,
  { after, limit }: { readonly after?: EpochDay | undefined; readonly limit: number },
): Promise<AuditRoot[]> => {
  let query = db.selectFrom('audit_root').selectAll().orderBy('day').limit(limit)
  if (after !== undefined) query = query.where('day', '>', after)
  return (await query.execute()).map(shownRoot)
}

/** A root as it is shown. */
export const shownRoot = ({ day, links, links_hash, previous_hash, hash, made_at }: Root): AuditRoot => ({
  day: dayText(day),
  links,
  linksHash: links_hash,
  previousHash: previous_hash,
  hash,
  madeAt: new Date(made_at).toISOString(),
})
