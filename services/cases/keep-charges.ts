import type { Case } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'
import { membersOf } from './members.ts'
import { noteSuspicions } from './note-suspicions.ts'
import { isUnderCheck } from './transitions.ts'

/**
 * What a reviewer looks at and a government is told must not move; a case to check follows its readings again. What
 * was merged into it does the same. Findings and rules may have gone on while it held still.
 */
export const keepCharges = async (trx: Db, held: Case, to: Case['state']): Promise<void> => {
  const members = (await membersOf(trx, held.id)).filter(({ state }) => state === 'merged')
  const followsAgain = isUnderCheck(to) && !isUnderCheck(held.state)
  for (const { id, customerId, charges } of [held, ...members]) {
    const suspicions = charges.map(({ signature }) => ({ customerId, signature }))
    if (followsAgain) await noteSuspicions(trx, suspicions)
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
