import type { Case } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'
import { isUnderCheck } from './transitions.ts'

/** What a reviewer looks at and a government is told must not move; a case to check follows its readings again. */
export const keepCharges = async (trx: Db, { id, charges }: Case, to: Case['state']): Promise<void> => {
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
