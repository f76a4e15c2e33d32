import type { Signature } from '../../schemas/finding.ts'
import { chunks, type Db } from '../adapters/store/index.ts'

const ROWS_PER_STATEMENT = 500

/** Whose charge may have to be made anew. */
export interface Suspicion {
  readonly customerId: string
  readonly signature: Signature
}

/**
 * Puts down whose charges may have to be made anew, in the transaction that stores the findings. Only rows are added,
 * so that workers never wait for each other here.
 */
export const noteSuspicions = async (trx: Db, suspicions: readonly Suspicion[]): Promise<void> => {
  const rows = suspicions.map(({ customerId, signature }) => ({ customer_id: customerId, signature }))
  for (const chunk of chunks(rows, ROWS_PER_STATEMENT))
    await trx.insertInto('suspected').values(chunk).execute()
}

/** Whether anybody is put down. */
export const hasSuspicions = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('suspected').select('sequence').limit(1).executeTakeFirst()) !== undefined
