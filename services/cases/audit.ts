import { createHash } from 'node:crypto'
import type { AuditEntry, CaseState } from '../../schemas/case.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

/** The hash before the first link. */
const BEFORE_FIRST = '0'.repeat(64)

/** What is to be recorded; the chain adds sequence and hashes. */
export interface Deed {
  readonly caseId: string
  readonly atMs: number
  readonly actor: string
  readonly action: AuditEntry['action']
  readonly from: CaseState | null
  readonly to: CaseState | null
  readonly reason?: string
  readonly detail?: Record<string, unknown>
}

/** Adds a link to a case's audit chain. */
export const recordDeed = async (trx: Db, deed: Deed): Promise<void> => {
  const last = await trx
    .selectFrom('audit')
    .select(['sequence', 'hash'])
    .where('case_id', '=', deed.caseId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const link = {
    case_id: deed.caseId,
    sequence: (last?.sequence ?? 0) + 1,
    at: deed.atMs,
    actor: deed.actor,
    action: deed.action,
    from_state: deed.from,
    to_state: deed.to,
    reason: deed.reason ?? '',
    detail: canonical(deed.detail ?? {}),
    previous_hash: last?.hash ?? BEFORE_FIRST,
  }
  const hash = hashOf(link)
  await trx
    .insertInto('audit')
    .values({ ...link, hash })
    .execute()
  await trx.updateTable('cases').set({ audit_head: hash }).where('id', '=', deed.caseId).execute()
}

/** Every view of a case is on record. */
export const noteView = (trx: Db, caseId: string, actor: string, nowMs: number): Promise<void> =>
  recordDeed(trx, { caseId, atMs: nowMs, actor, action: 'view', from: null, to: null })

/**
 * A case's audit and whether its chain is whole: every link hashes to what it says and names the one before, and
 * the last is the one the case itself names.
 */
export const readAudit = async (
  db: Db,
  caseId: string,
): Promise<{ whole: boolean; faults: ChainFault[]; entries: AuditEntry[] }> => {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('sequence')
    .execute()
  const held = await db.selectFrom('cases').select('audit_head').where('id', '=', caseId).executeTakeFirst()
  const faults = faultsOf(rows, held?.audit_head)
  return { whole: faults.length === 0, faults, entries: rows.map(entryOf) }
}

/** Where a chain is broken, and at what; the stored value beside the one it should be. */
export interface ChainFault {
  readonly sequence: number
  readonly at: 'sequence' | 'previous-hash' | 'hash' | 'head'
  readonly stored: string
  readonly rebuilt: string
}

const faultsOf = (rows: readonly Tables['audit'][], head: string | undefined): ChainFault[] => {
  const faults: ChainFault[] = []
  let previous = BEFORE_FIRST
  const compare = (sequence: number, at: ChainFault['at'], stored: string, rebuilt: string): void => {
    if (stored !== rebuilt) faults.push({ sequence, at, stored, rebuilt })
  }
  for (const [i, { hash, ...link }] of rows.entries()) {
    compare(link.sequence, 'sequence', String(link.sequence), String(i + 1))
    compare(link.sequence, 'previous-hash', link.previous_hash, previous)
    compare(link.sequence, 'hash', hash, hashOf(link))
    previous = hash
  }
  compare(rows.length, 'head', head ?? '', previous)
  return faults
}

const entryOf = (row: Tables['audit']): AuditEntry => ({
  caseId: row.case_id,
  sequence: row.sequence,
  at: new Date(row.at).toISOString(),
  actor: row.actor,
  action: row.action,
  from: row.from_state,
  to: row.to_state,
  reason: row.reason,
  detail: JSON.parse(row.detail) as Record<string, unknown>,
  previousHash: row.previous_hash,
  hash: row.hash,
})

const hashOf = (link: Omit<Tables['audit'], 'hash'>): string =>
  createHash('sha256').update(canonical(link)).digest('hex')

/** JSON with its keys in order, so that the same content has the same bytes. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
