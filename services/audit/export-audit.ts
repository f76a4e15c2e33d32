import { stringify } from 'csv-stringify/sync'
import type { Account } from '../../schemas/account.ts'
import type { AuditFilter } from '../../schemas/audit.ts'
import { shanghaiText } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'
import { type Link, linkText } from './link.ts'
import { pagesOfLinks } from './pages.ts'
import { linksFor } from './read-audit.ts'

const ROOTS_PER_PAGE = 500

/**
 * What somebody may read of the audit, by chain and sequence, as NDJSON from which alone it can be verified: the hash
 * of a line is the SHA-256 of the very bytes of its `link`. Of everything the roots follow, to whoever reads all.
 */
export async function* auditLines(db: Db, account: Account, filter: AuditFilter): AsyncGenerator<string> {
  for await (const page of pagesOfLinks(db, linksFor(account, filter))) yield page.map(lineOf).join('')
  const isWhole = Object.values(filter).every(value => value === undefined)
  if (account.role === 'auditor' && isWhole) yield* rootLines(db)
}

const lineOf = ({ hash, ...link }: Link): string => `{"hash":"${hash}","link":${linkText(link)}}\n`

async function* rootLines(db: Db): AsyncGenerator<string> {
  for (let after: number | undefined; ; ) {
    let query = db.selectFrom('audit_root').selectAll().orderBy('day').limit(ROOTS_PER_PAGE)
    if (after !== undefined) query = query.where('day', '>', after)
    const roots = await query.execute()
    yield roots.map(root => `${JSON.stringify({ root })}\n`).join('')
    if (roots.length < ROOTS_PER_PAGE) return
    after = roots.at(-1)!.day
  }
}

const COLUMNS = ['chain', 'sequence', 'at', 'actor', 'action', 'from', 'to', 'reason', 'detail']
const HASHES = ['previous_hash', 'hash']

/** The same to be looked at, as CSV. */
export async function* auditCsv(db: Db, account: Account, filter: AuditFilter): AsyncGenerator<string> {
  yield stringify([[...COLUMNS, ...HASHES]])
  for await (const page of pagesOfLinks(db, linksFor(account, filter))) yield stringify(page.map(rowOf))
}

const rowOf = (link: Link): (string | number | null)[] => [
  ...[link.case_id, link.sequence, shanghaiText(link.at), link.actor, link.action],
  ...[link.from_state, link.to_state, link.reason, link.detail, link.previous_hash, link.hash],
]
