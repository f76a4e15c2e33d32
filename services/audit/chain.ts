import type { AuditEntry, CaseState } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'
import { growChain, lengthOf } from './length.ts'
import {
  BEFORE_FIRST,
  type ChainFault,
  canonical,
  entryOf,
  faultsOfLink,
  hashOfLink,
  type Link,
} from './link.ts'
import { firstOpenMs } from './root.ts'

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

/**
 * Adds a link to an audit chain; answers its hash, which whose chain it is keeps as the head. It goes on from the head
 * and not from the last link there is, so that a chain that was cut stays broken. Under the lock "cases" or, for the
 * chains of criteria and detector versions, "criteria".
 */
export const appendLink = async (trx: Db, deed: Deed): Promise<string> => {
  const chain = await lengthOf(trx, deed.chainId)
  const link = {
    case_id: deed.chainId,
    sequence: chain.links + 1,
    ...(await datedDetail(trx, deed)),
    actor: storable(deed.actor),
    action: deed.action,
    from_state: deed.from ?? null,
    to_state: deed.to ?? null,
    reason: storable(deed.reason ?? ''),
    previous_hash: chain.head,
  }
  const hash = hashOfLink(link)
  await trx
    .insertInto('audit')
    .values({ ...link, hash })
    .execute()
  await growChain(trx, deed.chainId, chain, hash)
  return hash
}

/** Text as the stores can hold it: what is hashed is what is read again. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')

/** No link comes to lie in a day that is sealed: by a clock that was set back it is dated after it, and says so. */
const datedDetail = async (trx: Db, { atMs, detail = {} }: Deed) => {
  const at = Math.max(atMs, await firstOpenMs(trx))
  return {
    at,
    detail: canonical(at === atMs ? detail : { ...detail, clockSaid: new Date(atMs).toISOString() }),
  }
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
  const faults = faultsOf(rows, head ?? '')
  return { whole: faults.length === 0, faults, entries: rows.map(entryOf) }
}

const faultsOf = (rows: readonly Link[], head: string): ChainFault[] => {
  const faults = rows.flatMap((row, i) => faultsOfLink(row, i + 1, rows[i - 1]?.hash ?? BEFORE_FIRST))
  const last = rows.at(-1)?.hash ?? BEFORE_FIRST
  if (head !== last) faults.push({ sequence: rows.length, at: 'head', stored: head, rebuilt: last })
  return faults
}
