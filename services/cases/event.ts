import type { CaseState } from '../../schemas/case.ts'
import type { CaseEvent } from '../../schemas/event.ts'
import type { Db } from '../adapters/store/index.ts'
import type { Deed } from '../audit/index.ts'

/** What is to be recorded of a case. */
export interface CaseDeed extends Omit<Deed, 'chainId'> {
  readonly caseId: string
  readonly from: CaseState | null
  readonly to: CaseState | null
}

/** Looking on, and what was not allowed, is nobody's news. */
const SILENT: ReadonlySet<CaseDeed['action']> = new Set(['view', 'export', 'refused'])

/**
 * Tells who listens that something became of a case, as the case stands now and behind the walls around it now. Under
 * the lock "cases", so that events are committed in the order of their numbers.
 */
export const noteEvent = async (trx: Db, deed: CaseDeed): Promise<void> => {
  if (SILENT.has(deed.action)) return
  const held = await trx
    .selectFrom('cases')
    .select(['number', 'version', 'state', 'supply_unit', 'told_district', 'department'])
    .where('id', '=', deed.caseId)
    .executeTakeFirst()
  if (!held) return
  const { number, version, state, ...walls } = held
  const at = new Date(deed.atMs).toISOString()
  const body: CaseEvent = { number, version, state, actor: deed.actor, at, ...toldOf(deed) }
  const kind = `case.${deed.action}`
  const row = { at: deed.atMs, kind, case_id: deed.caseId, body: JSON.stringify(body), ...walls }
  await trx.insertInto('event').values(row).execute()
}

/** Of what a deed says of itself: which charge, and for whom it is. */
const toldOf = ({ detail = {} }: CaseDeed): Pick<CaseEvent, 'signature' | 'audience'> => ({
  ...(typeof detail.signature === 'string' ? { signature: detail.signature } : {}),
  ...(typeof detail.audience === 'string' ? { audience: detail.audience } : {}),
})
