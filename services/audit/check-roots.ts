import { dayOf, dayStartMs, type EpochDay } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'
import type { Walked } from './check-links.ts'
import type { FaultList } from './faults.ts'
import { type ChainLength, lengthOf } from './length.ts'
import { BEFORE_FIRST } from './link.ts'
import { hashOfRoot, ROOTS, type Root } from './root.ts'
import type { Scope } from './scope.ts'

/** The roots that a scope is checked against, and how many there should be in all. */
export interface Roots {
  readonly rows: readonly Root[]
  /** Of the root before the first of them, when the scope begins after it */
  readonly before: Root | undefined
  readonly length: ChainLength
}

/** Read before the links are: what is sealed meanwhile is not looked at. */
export const readRoots = async (db: Db, scope: Scope): Promise<Roots> => {
  const length = await lengthOf(db, ROOTS)
  if (scope.kind === 'chain') return { rows: [], before: undefined, length }
  const all = db.selectFrom('audit_root').selectAll().orderBy('day')
  if (scope.kind === 'all') return { rows: await all.execute(), before: undefined, length }
  const rows = await all.where('day', '>=', scope.from).where('day', '<=', scope.to).execute()
  const before = await all.where('day', '=', scope.from - 1).executeTakeFirst()
  return { rows, before, length }
}

/** Reckons each root anew from the links of its day and the root before, and looks for days that have none. */
export const checkRoots = async (
  db: Db,
  scope: Scope,
  { rows, before, length }: Roots,
  { days }: Walked,
  faults: FaultList,
): Promise<void> => {
  let last = before
  for (const { hash, ...root } of rows) {
    const { day } = root
    for (let missing = last ? last.day + 1 : day; missing < day; missing++)
      faults.ofRoot(missing, 'root-missing', '', 'a root')
    const { links, links_hash } = days.get(day)!.end()
    faults.ofRoot(day, 'root-links', linksText(root), linksText({ links, links_hash }))
    if (last) faults.ofRoot(day, 'root-previous-hash', root.previous_hash, last.hash)
    faults.ofRoot(day, 'root-hash', hash, hashOfRoot(root))
    last = { ...root, hash }
  }
  if (scope.kind === 'all') await checkEnds(db, rows, length, faults)
}

const linksText = ({ links, links_hash }: Pick<Root, 'links' | 'links_hash'>): string =>
  `${links} links ${links_hash}`

/** The first root goes back to the first link; the last is the one that the count of them names. */
const checkEnds = async (
  db: Db,
  rows: readonly Root[],
  { links, head }: ChainLength,
  faults: FaultList,
): Promise<void> => {
  const [first, last] = [rows[0], rows[links - 1]]
  if (first) {
    faults.ofRoot(first.day, 'root-previous-hash', first.previous_hash, BEFORE_FIRST)
    const day = await dayBefore(db, first.day)
    if (day !== undefined) faults.ofRoot(day, 'root-missing', '', 'a root')
  }
  if (links > 0 && last?.hash !== head) {
    const shown = last ?? rows.at(-1)
    faults.add({
      ...{ chain: ROOTS, sequence: links, day: null, at: 'head' as const },
      ...{ stored: head, rebuilt: shown?.hash ?? '' },
    })
  }
}

/** The day of a link that lies before every root. */
const dayBefore = async (db: Db, firstDay: EpochDay): Promise<EpochDay | undefined> => {
  const link = await db
    .selectFrom('audit')
    .select('at')
    .where('at', '<', dayStartMs(firstDay))
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  return link && dayOf(link.at)
}
