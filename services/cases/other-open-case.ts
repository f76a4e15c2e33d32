import type { Case } from '../../schemas/case.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'

/** A customer has one open case at most: says which one stands in the way of opening this one again. */
export const otherOpenCase = async (trx: Db, { id, customerId }: Case): Promise<Refusal | undefined> => {
  const other = await trx
    .selectFrom('cases')
    .select('number')
    .where('customer_id', '=', customerId)
    .where('id', '<>', id)
    .where('state', 'not in', ['closed', 'merged'])
    .executeTakeFirst()
  return (
    other &&
    refusal('wrong-state', `The customer has another open case, ${other.number}: go on with that one.`)
  )
}
