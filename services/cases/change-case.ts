import type { Selectable } from 'kysely'
import type { AuditEntry, Case } from '../../schemas/case.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { followDepartment } from '../alerts/index.ts'
import { recordDeed } from './audit.ts'
import { enterState } from './enter-state.ts'

const PLAIN = [
  ...(['state', 'entered_at', 'due_at', 'reminded_at', 'escalated_at', 'urged_at'] as const),
  ...(['submitted_by', 'reported_at', 'closed_at', 'told_district', 'department', 'withdrawn_at'] as const),
  ...(['assignee', 'snoozed_until', 'snooze_reason'] as const),
] as const

/** The columns of a case that a deed sets, and its undoing sets back. */
export type PlainColumns = Pick<Selectable<Tables['cases']>, (typeof PLAIN)[number]>

export interface CaseChange {
  readonly actor: string
  readonly action: AuditEntry['action']
  readonly nowMs: number
  readonly reason?: string | undefined
  readonly detail?: Record<string, unknown>
  /** What was before is not kept: nobody undoes it */
  readonly stands?: boolean
}

/** Changes a case by one deed of somebody, which keeps what was there before. */
export const changeCase = async (
  trx: Db,
  { id, state: from, version }: Case,
  columns: Partial<PlainColumns>,
  { actor, action, nowMs, reason, detail, stands = false }: CaseChange,
): Promise<void> => {
  const { state: to = from, ...more } = columns
  const before = await plainColumns(trx, id)
  if (to !== from) await enterState(trx, id, to, nowMs)
  await trx
    .updateTable('cases')
    .set({ ...more, version: version + 1 })
    .where('id', '=', id)
    .execute()
  if (more.department !== undefined && more.department !== before.department) {
    await followDepartment(trx, id, nowMs)
  }
  const kept = stands ? {} : { before: differing(before, await plainColumns(trx, id)) }
  await recordDeed(trx, {
    ...{ caseId: id, atMs: nowMs, actor, action, from, to, reason: reason ?? '' },
    detail: { ...detail, ...kept },
  })
}

const plainColumns = (trx: Db, id: string): Promise<PlainColumns> =>
  trx.selectFrom('cases').select(PLAIN).where('id', '=', id).executeTakeFirstOrThrow()

const differing = (before: PlainColumns, after: PlainColumns): Partial<PlainColumns> =>
  Object.fromEntries(PLAIN.filter(name => before[name] !== after[name]).map(name => [name, before[name]]))
