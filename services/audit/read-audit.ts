import type { ExpressionBuilder } from 'kysely'
import type { Account } from '../../schemas/account.ts'
import type { AuditFilter } from '../../schemas/audit.ts'
import type { AuditEntry } from '../../schemas/case.ts'
import { dayStartMs, parseDay } from '../../schemas/day.ts'
import { ProblemError } from '../../schemas/problem.ts'
import { wallOf, withinWall } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { DESK_CHAIN } from './chain.ts'
import { entryOf, type Link } from './link.ts'
import type { Meant } from './pages.ts'

/**
 * The links that somebody may read: an auditor all; others those of the cases they see, of criteria and of detector
 * versions, and of what was done at the desk and belongs to no case their own.
 */
export const linksFor =
  (account: Account, filter: AuditFilter): Meant =>
  eb =>
    eb.and([
      ...(account.role === 'auditor' ? [] : [eb.or(seenBy(eb, account))]),
      ...(filter.case === undefined ? [] : [eb('case_id', '=', filter.case)]),
      ...(filter.actor === undefined ? [] : [eb('actor', '=', filter.actor)]),
      ...(filter.action === undefined ? [] : [eb('action', '=', filter.action)]),
      ...(filter.from === undefined ? [] : [eb('at', '>=', dayStartMs(parseDay(filter.from)))]),
      ...(filter.to === undefined ? [] : [eb('at', '<', dayStartMs(parseDay(filter.to) + 1))]),
    ])

const seenBy = (eb: ExpressionBuilder<Tables, 'audit'>, account: Account) => [
  eb(
    'case_id',
    'in',
    eb
      .selectFrom('cases')
      .select('cases.id')
      .where(withinWall(wallOf(account), 'cases')),
  ),
  eb('case_id', 'like', 'criterion-%'),
  eb('case_id', 'like', 'detector-%'),
  eb.and([eb('case_id', '=', DESK_CHAIN), eb('actor', '=', account.name)]),
]

/** A page of what somebody may read of the audit, in the order in which it happened. */
export const pageOfAudit = async (
  db: Db,
  account: Account,
  { after, limit, ...filter }: AuditFilter & { readonly after?: string | undefined; readonly limit: number },
): Promise<{ entries: AuditEntry[]; next: string | null }> => {
  let query = db
    .selectFrom('audit')
    .selectAll()
    .where(linksFor(account, filter))
    .orderBy('at')
    .orderBy('case_id')
    .orderBy('sequence')
    .limit(limit)
  if (after !== undefined) {
    const { at, chain, sequence } = placeOf(after)
    query = query.where(eb =>
      eb(eb.refTuple('at', 'case_id', 'sequence'), '>', eb.tuple(at, chain, sequence)),
    )
  }
  const rows = await query.execute()
  return { entries: rows.map(entryOf), next: rows.length === limit ? cursorOf(rows.at(-1)!) : null }
}

const cursorOf = ({ at, case_id, sequence }: Link): string => `${at}.${sequence}.${case_id}`

const placeOf = (cursor: string): { at: number; chain: string; sequence: number } => {
  const [, at, sequence, chain] = /^(\d{1,15})\.(\d{1,15})\.(.+)$/.exec(cursor) ?? []
  if (chain !== undefined) return { at: Number(at), chain, sequence: Number(sequence) }
  throw new ProblemError('bad-request', 'after: give what the page before answered as next.')
}
