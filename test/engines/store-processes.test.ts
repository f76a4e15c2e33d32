import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { POSTGRES_MIGRATIONS } from '../../services/adapters/store/migrations-postgres.ts'
import { insert, outcomes, testAdmin, testDatabase, testPostgresStore } from './support/postgres.ts'

describe('several processes on one PostgreSQL', () => {
  it('makes the tables once when four start together', async () => {
    const url = await testDatabase()
    const stores = await Promise.all([1, 2, 3, 4].map(() => testPostgresStore(url)))
    await Promise.all(stores.map((store, i) => store.transact(trx => insert(trx, `${i}`))))
    expect(await outcomes(stores[0]!.db)).toEqual(['0', '1', '2', '3'])
    const { rows } = await (await testAdmin(url)).query('select name from kysely_migration')
    expect(rows).toEqual(Object.keys(POSTGRES_MIGRATIONS).map(name => ({ name })))
  })

  it('shows each what the others committed', async () => {
    const url = await testDatabase()
    const [one, other] = [await testPostgresStore(url), await testPostgresStore(url)]
    await one.transact(trx => insert(trx, 'a'))
    expect(await outcomes(other.db)).toEqual(['a'])
    await other.transact(async trx => {
      await one.transact(under => insert(under, 'b'))
      expect(await outcomes(trx)).toEqual(['a', 'b'])
    })
  })

  it('lets one alone hold the lock of a name until its transaction ends', async () => {
    const url = await testDatabase()
    const [one, other] = [await testPostgresStore(url), await testPostgresStore(url)]
    const steps: string[] = []
    const waits = Promise.withResolvers<void>()
    const second = other.transact(async trx => {
      await other.lock(trx, 'something else')
      await waits.promise
      const locking = other.lock(trx, 'numbers')
      steps.push('asked')
      await locking
      steps.push('held')
      return outcomes(trx)
    })
    await one.transact(async trx => {
      await one.lock(trx, 'numbers')
      waits.resolve()
      await isWaiting(await testAdmin(url))
      await insert(trx, 'a')
      steps.push('let go')
    })
    expect(await second).toEqual(['a'])
    expect(steps).toEqual(['asked', 'let go', 'held'])
  })

  it('rejects when it waits too long for a lock, and works on', async () => {
    const url = await testDatabase()
    const [one, other] = [await testPostgresStore(url), await testPostgresStore(url)]
    await one.transact(async holding => {
      await one.lock(holding, 'numbers')
      const late = other.transact(async trx => {
        const { rows } = await sql<{ wait: string }>`select current_setting('lock_timeout') as wait`.execute(
          trx,
        )
        expect(rows).toEqual([{ wait: '10s' }])
        await sql`set local lock_timeout = '50ms'`.execute(trx)
        await other.lock(trx, 'numbers')
      })
      await expect(late).rejects.toThrow('lock timeout')
    })
    await other.transact(async trx => {
      await other.lock(trx, 'numbers')
      await insert(trx, 'a')
    })
    expect(await outcomes(one.db)).toEqual(['a'])
  })
})

/** Resolves once somebody waits for an advisory lock. */
const isWaiting = async (admin: Awaited<ReturnType<typeof testAdmin>>): Promise<void> => {
  const waiting = `select 1 from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`
  while ((await admin.query(waiting)).rows.length === 0) await new Promise(setImmediate)
}
