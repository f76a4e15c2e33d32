import type { Db } from '../adapters/store/index.ts'
import { chunks } from '../adapters/store/index.ts'
import { takeDue } from '../peers/index.ts'
import { type AccuseDeps, accuse } from './accuse.ts'
import { noteSuspicions } from './note-suspicions.ts'
import { proposeByCorrection } from './propose-by-correction.ts'

const SUSPICIONS_PER_TRANSACTION = 200
const ROWS_AT_ONCE = 20_000
const ROWS_PER_STATEMENT = 500

/**
 * Opens and extends the cases of some of those who are put down, by what is stored by now: their findings, and what
 * their peers did, and proposes what districts are to be told otherwise. Answers whether there was anybody. Under the lock of the cases.
 */
export const settleSuspicions = async (trx: Db, nowMs: number, deps: AccuseDeps): Promise<boolean> => {
  const rows = await trx.selectFrom('suspected').selectAll().orderBy('sequence').limit(ROWS_AT_ONCE).execute()
  const waiting = [
    ...Map.groupBy(rows, ({ customer_id, signature }) => `${customer_id} ${signature}`).values(),
  ]
  const now = waiting.slice(0, SUSPICIONS_PER_TRANSACTION)
  if (now.length === 0) return false
  const suspicions = now.map(([first]) => ({ customerId: first!.customer_id, signature: first!.signature }))
  await accuse(trx, suspicions, nowMs, deps)
  await proposeByCorrection(trx, suspicions, nowMs, deps)
  // These and no others: what was put down meanwhile was not looked at.
  const done = now.flat().map(({ sequence }) => sequence)
  for (const chunk of chunks(done, ROWS_PER_STATEMENT))
    await trx.deleteFrom('suspected').where('sequence', 'in', chunk).execute()
  return true
}

/** Puts down who was judged by peers of whom more is known by now. Under the lock of the cases. */
export const followPeers = async (trx: Db): Promise<void> => noteSuspicions(trx, await takeDue(trx))
