import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../services/adapters/store/index.ts'
import { insert, outcomes, testAdmin, testDatabase, testPostgresStore } from './support/postgres.ts'

const processOf = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  return rows[0]!.pid
}

/** Ends a connection from outside, and waits until the server has. */
const END = 'select pg_terminate_backend($1, 5000)'

describe('a PostgreSQL store whose connection is lost', () => {
  it('fails the transaction, commits nothing of it, and serves the next', async () => {
    const url = await testDatabase()
    const store = await testPostgresStore(url)
    const admin = await testAdmin()
    const work = store.transact(async trx => {
      await insert(trx, 'a')
      await admin.query(END, [await processOf(trx)])
      await insert(trx, 'b')
    })
    await expect(work).rejects.toThrow()
    await store.transact(trx => insert(trx, 'c'))
    expect(await outcomes(store.db)).toEqual(['c'])
  })

  it('rejects a commit that has no answer', async () => {
    const store = await testPostgresStore()
    const admin = await testAdmin()
    const work = store.transact(async trx => {
      await insert(trx, 'a')
      await admin.query(END, [await processOf(trx)])
    })
    await expect(work).rejects.toThrow()
    expect(await outcomes(store.db)).toEqual([])
  })

  it('rejects with the error of the work, though nothing can be rolled back', async () => {
    const store = await testPostgresStore()
    const admin = await testAdmin()
    const error = new Error('not now')
    const work = store.transact(async trx => {
      await admin.query(END, [await processOf(trx)])
      throw error
    })
    await expect(work).rejects.toBe(error)
  })

  it('serves the next when it was lost while nobody used it', async () => {
    const store = await testPostgresStore()
    const admin = await testAdmin()
    const idle = [await store.transact(processOf), await processOf(store.db)]
    for (const pid of idle) await admin.query(END, [pid])
    await store.transact(trx => insert(trx, 'a'))
    expect(await store.transact(processOf)).not.toBe(idle[0])
    expect(await outcomes(store.db)).toEqual(['a'])
  })
})
