import type { AuditEntry } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, readChain } from '../audit/index.ts'
import { type CaseDeed, noteEvent } from './event.ts'

/** Adds a link to a case's audit chain, with the version the case came to, and tells who listens to events. */
export const recordDeed = async (trx: Db, { caseId, ...deed }: CaseDeed): Promise<void> => {
  const { version: caseVersion } = await trx
    .selectFrom('cases')
    .select('version')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const hash = await appendLink(trx, { ...deed, chainId: caseId, detail: { ...deed.detail, caseVersion } })
  await trx.updateTable('cases').set({ audit_head: hash }).where('id', '=', caseId).execute()
  await noteEvent(trx, { caseId, ...deed })
}

/** Every view of a case is on record. */
export const noteView = (trx: Db, caseId: string, actor: string, nowMs: number): Promise<void> =>
  recordDeed(trx, { caseId, atMs: nowMs, actor, action: 'view', from: null, to: null })

/** A case's audit and whether its chain is whole. */
export const readAudit = async (db: Db, caseId: string): ReturnType<typeof readChain> => {
  const held = await db.selectFrom('cases').select('audit_head').where('id', '=', caseId).executeTakeFirst()
  return readChain(db, caseId, held?.audit_head)
}

/** Deeds that store a charge. A case that is opened by hand has its charge with the opening. */
export const CHARGING: ReadonlySet<AuditEntry['action']> = new Set(['open', 'charge', 'evidence'])
