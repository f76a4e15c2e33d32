import type { Account } from '../../schemas/account.ts'
import type { Decision } from '../../schemas/decision.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { recordDeed } from '../cases/index.ts'

const NUMBERS_PER_QUERY = 500

/** Puts on record in each case that a released decision names what was decided: one deed a case. */
export const tellCases = async (
  trx: Db,
  changeId: string,
  { documentNo, title, issuer, entries }: Decision,
  { name }: Account,
  nowMs: number,
): Promise<void> => {
  const lines = Map.groupBy(
    entries.filter(({ caseNumber }) => caseNumber !== null),
    ({ caseNumber }) => caseNumber!,
  )
  for (const numbers of chunks([...lines.keys()].toSorted(), NUMBERS_PER_QUERY)) {
    const cases = await trx
      .selectFrom('cases')
      .select(['id', 'number', 'state'])
      .where('number', 'in', numbers)
      .orderBy('number')
      .execute()
    for (const { id: caseId, number, state } of cases) {
      await recordDeed(trx, {
        ...{ caseId, atMs: nowMs, actor: name, action: 'decision', from: state, to: state },
        reason: `${documentNo} ${title}`,
        detail: {
          ...{ priceChange: changeId, documentNo, issuer },
          lines: lines.get(number)!.map(({ action, category, from, to }) => ({ action, category, from, to })),
        },
      })
    }
  }
}
