import type { TariffRule } from '../../../schemas/tariff.ts'
import type { Db } from '../../../services/adapters/store/index.ts'
import { insertRows } from '../../../services/price-changes/rows.ts'

/** Keeps rules as if they had been released before anything is on record. */
export const keepRules = async (trx: Db, rules: readonly TariffRule[]): Promise<void> => {
  const id = 'change-000001'
  const people = { proposed_by: 'system', proposed_at: 0, decided_by: 'system', decided_at: 0 }
  await trx
    .insertInto('price_change')
    .values({
      ...{ id, kind: 'rules' as const, state: 'released' as const, rows: rules.length, reason: 'kept' },
      ...{ ...people, released: 1 },
    })
    .execute()
  await insertRows(trx, id, { kind: 'rules', rules: [...rules] })
}
