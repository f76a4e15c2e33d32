import { sql } from 'kysely'
import { dayOf, type EpochDay } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'
import type { FaultList } from './faults.ts'
import { BEFORE_FIRST, faultsOfLink, type Link } from './link.ts'
import { pagesOfLinks } from './pages.ts'
import { createDayHash, type DayHash } from './root.ts'
import { inScope, type Scope } from './scope.ts'

/** What was walked through, and the links of each day that has a root. */
export interface Walked {
  readonly chains: number
  readonly links: number
  readonly days: ReadonlyMap<EpochDay, DayHash>
}

/** Walks every chain of a scope once, hashes each link anew, and gathers the links of the days that have a root. */
export const checkLinks = async (
  db: Db,
  scope: Scope,
  rootDays: Iterable<EpochDay>,
  faults: FaultList,
): Promise<Walked> => {
  const days = new Map([...rootDays].map(day => [day, createDayHash()]))
  let [chains, links] = [0, 0]
  let before: Link | undefined
  for await (const page of pagesOfLinks(db, () => inScope(scope, sql.ref('case_id')))) {
    for (const link of page) {
      const follows = before?.case_id === link.case_id ? before : undefined
      if (!follows) chains++
      links++
      const due = faultsOfLink(link, (follows?.sequence ?? 0) + 1, follows?.hash ?? BEFORE_FIRST)
      for (const fault of due) faults.add({ chain: link.case_id, day: null, ...fault })
      days.get(dayOf(link.at))?.add(link)
      before = link
    }
  }
  return { chains, links, days }
}
