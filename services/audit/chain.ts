import { createHash } from 'node:crypto'
import type { AuditEntry, CaseState } from '../../schemas/case.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

/** The hash before the first link. */
const BEFORE_FIRST = '0'.repeat(64)

/** The chain of what is done at the desk and belongs to no case. */
export const DESK_CHAIN = 'desk'

/** What is to be recorded; the chain adds sequence and hashes. */
export interface Deed {
  /** Whose chain it is: the id of a case, a criterion or a detector version */
  readonly chainId: string
  readonly atMs: number
  readonly actor: string
  readonly action: AuditEntry['action']
  readonly from?: CaseState | null
  readonly to?: CaseState | null
  readonly reason?: string
  readonly detail?: Record<string, unknown>
}

/** Adds a link to an audit chain; answers its hash, which whose chain it is keeps as the head. */
export const appendLink = async (trx: Db, deed: Deed): Promise<string> => {
  const last = await trx
    .selectFrom('audit')
    .select(['sequence', 'hash'])
    .where('case_id', '=', deed.chainId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const link = {
    case_id: deed.chainId,
    sequence: (last?.sequence ?? 0) + 1,
    at: deed.atMs,
    actor: deed.actor,
    action: deed.action,
    from_state: deed.from ?? null,
    to_state: deed.to ?? null,
    reason: deed.reason ?? '',
    detail: canonical(deed.detail ?? {}),
    previous_hash: last?.hash ?? BEFORE_FIRST,
  }
  const hash = hashOf(link)
  await trx
    .insertInto('audit')
    .values({ ...link, hash })
    .execute()
  return hash
}

/**
 * A chain and whether it is whole: every link hashes to what it says and names the one before, and the last is the
 * one that whose chain it is names as its head. What is broken is told.
 */
export const readChain = async (
  db: Db,
  chainId: string,
  head: string | undefined,
): Promise<{ whole: boolean; faults: ChainFault[]; entries: AuditEntry[] }> => {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('case_id', '=', chainId)
    .orderBy('sequence')
    .execute()
  const faults = faultsOf(rows, head)
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
