import type { PriceFault } from '../../schemas/price-change.ts'
import { chunks, type Db } from '../adapters/store/index.ts'

const CUSTOMERS_PER_QUERY = 500

/** A fault for each row (1 for the first) whose customer the registry does not know, and never knew. */
export const unknownCustomers = async (
  db: Db,
  rows: readonly { readonly customerId: string }[],
): Promise<PriceFault[]> => {
  const known = await knownCustomers(
    db,
    rows.map(({ customerId }) => customerId),
  )
  return rows.flatMap(({ customerId }, i) => {
    if (known.has(customerId)) return []
    const reason = `The registry knows no customer ${customerId}: import it first, or correct the number.`
    return [{ row: i + 1, column: 'customerId', reason }]
  })
}

/** What customers are called by their numbers, as the registry has it now. */
export const customerNames = async (
  db: Db,
  asked: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  const names: Record<string, string> = {}
  for (const ids of chunks([...new Set(asked)], CUSTOMERS_PER_QUERY)) {
    const rows = await db
      .selectFrom('meter')
      .select(['customer_id', 'customer_name'])
      .where('customer_id', 'in', ids)
      .orderBy('valid_from')
      .execute()
    for (const { customer_id, customer_name } of rows) names[customer_id] = customer_name
  }
  return names
}

const knownCustomers = async (db: Db, asked: readonly string[]): Promise<Set<string>> => {
  const known = new Set<string>()
  for (const ids of chunks([...new Set(asked)], CUSTOMERS_PER_QUERY)) {
    const rows = await db
      .selectFrom('meter')
      .select('customer_id')
      .distinct()
      .where('customer_id', 'in', ids)
      .execute()
    for (const { customer_id } of rows) known.add(customer_id)
  }
  return known
}
