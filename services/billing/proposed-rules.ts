import { type Refusal, refusal } from '../../schemas/problem.ts'
import { TariffRule } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'

/** The rules of a change, proposed or decided. `isPublicOnly`: only once it is released. */
export const rulesOfChange = async (
  db: Db,
  id: string,
  isPublicOnly: boolean,
): Promise<TariffRule[] | { readonly refused: Refusal }> => {
  const change = await db
    .selectFrom('price_change')
    .select(['kind', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!change || (isPublicOnly && change.state !== 'released')) {
    return { refused: refusal('not-found', `There is no change ${id}.`) }
  }
  if (change.kind !== 'rules') {
    return { refused: refusal('bad-request', `The change ${id} is of ${change.kind}: name one of rules.`) }
  }
  const rows = await db
    .selectFrom('tariff_rule')
    .select('body')
    .where('change_id', '=', id)
    .orderBy('row')
    .execute()
  return rows.map(({ body }) => TariffRule.parse(JSON.parse(body)))
}
