import { sql } from 'kysely'
import type { Store } from '../adapters/store/index.ts'

/** How long a lead lasts that is not renewed */
const LEASE_MS = 10_000

/**
 * Whether this worker is the one that does what only one may do; it is for `leaseMs` from now on when it is, by the
 * clock of the store. Another takes over when it falls silent.
 */
export const leads = (store: Store, task: string, worker: string, leaseMs = LEASE_MS): Promise<boolean> =>
  store.transact(async trx => {
    const now = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('leader')
      .values({ task, worker, until: sql<number>`${now} + ${leaseMs}` })
      .onConflict(conflict =>
        conflict
          .column('task')
          .doUpdateSet(({ ref }) => ({ worker: ref('excluded.worker'), until: ref('excluded.until') }))
          .where(({ or, eb, ref }) =>
            or([eb(ref('leader.worker'), '=', ref('excluded.worker')), eb(ref('leader.until'), '<', now)]),
          ),
      )
      .executeTakeFirstOrThrow()
    return (numInsertedOrUpdatedRows ?? 0n) > 0n
  })
