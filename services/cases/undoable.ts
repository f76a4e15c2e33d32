import type { AuditEntry } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'
import type { PlainColumns } from './change-case.ts'

const UNDOABLE_MS = 15 * 60_000
/** Deeds; what lies further back was followed by others anyway */
const LOOKED_BACK = 50

/** A deed that kept what was before it. */
export interface UndoableDeed {
  readonly action: AuditEntry['action']
  readonly actor: string
  readonly atMs: number
  /** That the case came to by it */
  readonly caseVersion: number
  readonly before: Partial<PlainColumns>
  readonly detail: Readonly<Record<string, unknown>>
}

/** The last deed of a case that kept what was before it. */
export const lastDeed = async (db: Db, caseId: string): Promise<UndoableDeed | undefined> => {
  const rows = await db
    .selectFrom('audit')
    .select(['action', 'actor', 'at', 'detail'])
    .where('case_id', '=', caseId)
    .where('action', 'not in', ['view', 'refused', 'comment'])
    .orderBy('sequence', 'desc')
    .limit(LOOKED_BACK)
    .execute()
  for (const { action, actor, at, detail: text } of rows) {
    const detail = JSON.parse(text) as { before?: Partial<PlainColumns>; caseVersion?: number }
    const { before, caseVersion } = detail
    if (before && caseVersion !== undefined) return { action, actor, atMs: at, caseVersion, before, detail }
  }
  return undefined
}

/** Until when somebody may undo it; null: not at all. */
export const undoableUntilMs = (
  deed: UndoableDeed | undefined,
  actor: string,
  version: number,
  nowMs: number,
): number | null => {
  if (deed?.actor !== actor || deed.caseVersion !== version) return null
  const until = deed.atMs + UNDOABLE_MS
  return nowMs <= until ? until : null
}
