import type { BulkAction, BulkAnswer, BulkBody, CaseDone } from '../../schemas/case-moves.ts'
import type { Db } from '../adapters/store/index.ts'
import { attempt } from './attempt.ts'
import type { Handler, Refused, Sitting } from './command.ts'

export type BulkOrder = Omit<BulkBody, 'ids'> & { readonly caseIds: readonly string[] }

// biome-ignore lint/suspicious/noExplicitAny: each handler has a body of its own
type CaseHandler = Handler<any, CaseDone | Refused>

/**
 * One action on many cases, in one transaction: each case is asked, accepted or refused, and put on record by itself,
 * as if its command had come alone.
 */
export const createBulk =
  (handlers: Readonly<Record<string, CaseHandler>>) =>
  async (
    trx: Db,
    { caseIds, action, versions, ...more }: BulkOrder,
    sitting: Sitting,
  ): Promise<BulkAnswer> => {
    const { name, bodyOf } = singleOf(action)
    const results: BulkAnswer['results'] = []
    for (const caseId of new Set(caseIds)) {
      const body = { caseId, reason: more.reason, version: versions[caseId], ...bodyOf(more) }
      results.push({ caseId, ...told(await attempt(trx, handlers[name]!, { name, body }, sitting)) })
    }
    return { results }
  }

/** The case itself is left out: of hundreds nobody reads it here. */
const told = (answer: CaseDone | Refused): Omit<BulkAnswer['results'][number], 'caseId'> => {
  if ('refused' in answer) {
    const { code, detail, changes } = answer.refused
    return { refused: { code, detail, ...(changes ? { changes: [...changes] } : {}) } }
  }
  const { case: found, alertId, undoableUntil } = answer
  return { done: { state: found.state, version: found.version, alertId, undoableUntil } }
}

type More = Omit<BulkOrder, 'caseIds' | 'action' | 'versions'>

/** The command that does the action on one case, and what its body takes besides. */
const singleOf = (action: BulkAction): { name: string; bodyOf: (more: More) => object } => {
  switch (action) {
    case 'assign':
      return { name: action, bodyOf: ({ to = null }) => ({ to }) }
    case 'comment':
      return { name: action, bodyOf: ({ text = '', audience }) => ({ text, audience }) }
    case 'snooze':
      return { name: action, bodyOf: ({ until }) => ({ until }) }
    case 'pass':
      return { name: action, bodyOf: ({ department = '' }) => ({ department }) }
    case 'wake':
    case 'urge':
    case 'undo':
      return { name: action, bodyOf: () => ({}) }
    default:
      return { name: 'move', bodyOf: () => ({ action }) }
  }
}
