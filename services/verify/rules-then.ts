import type { Case, Charge } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'
import { CHARGING, isFollowing, readAudit } from '../cases/index.ts'
import { type RuleBook, readRuleBook, releaseKnownAt } from '../pricing/index.ts'

/**
 * The rules a charge is to be priced by: while it follows, those released by now; once it holds still, those that its
 * audit chain says it was made by. A charge of before such a record was made by what was released at its instant.
 */
export const rulesThen = async (db: Db, held: Case, { signature }: Charge): Promise<RuleBook> => {
  if (await isFollowing(db, held, signature)) return readRuleBook(db)
  const { entries } = await readAudit(db, held.id)
  const made = entries.findLast(
    ({ action, detail }) => CHARGING.has(action) && detail.signature === signature,
  )
  const { ruleRelease } = (made?.detail ?? {}) as { ruleRelease?: number }
  return readRuleBook(db, ruleRelease ?? (await releaseKnownAt(db, Date.parse(made?.at ?? held.openedAt))))
}
