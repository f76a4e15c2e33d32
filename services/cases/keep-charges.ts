import type { Case } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'
import { membersOf } from './members.ts'
import { isUnderCheck } from './transitions.ts'

/**
 * What a reviewer looks at and a government is told must not move; a case to check follows its readings again. What
 * was merged into it does the same.
 */
export const keepCharges = async (trx: Db, held: Case, to: Case['state']): Promise<void> => {
  const members = (await membersOf(trx, held.id)).filter(({ state }) => state === 'merged')
  for (const { id, charges } of [held, ...members]) {
    for (const charge of charges) {
      const kept = isUnderCheck(to) ? { ...charge, estimate: null } : charge
      await trx
        .updateTable('charge')
        .set({ body: JSON.stringify(kept) })
        .where('case_id', '=', id)
        .where('signature', '=', charge.signature)
        .execute()
    }
  }
}
