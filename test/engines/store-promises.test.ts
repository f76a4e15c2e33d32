import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openEmbeddedStore, openPostgresStore, type Store } from '../../services/adapters/store/index.ts'
import {
  insert,
  outcomes,
  testAdmin,
  testDatabase,
  testPostgresStore,
  testReader,
} from './support/postgres.ts'

describe('what a PostgreSQL store sees to', () => {
  it('does not commit when a statement failed, though the work resolves', async () => {
    const store = await testPostgresStore()
    const work = store.transact(async trx => {
      await insert(trx, 'a')
      await insert(trx, 'a').catch(() => {})
    })
    await expect(work).rejects.toThrow()
    expect(await outcomes(store.db)).toEqual([])
  })

  it('takes text that PostgreSQL itself cannot hold', async () => {
    const store = await testPostgresStore()
    const name = 'a\0b \uD800 \uDFFF 计 \u{1F600}'
    await store.transact(trx => insert(trx, name))
    expect(await outcomes(store.db)).toEqual(['a\uFFFDb \uFFFD \uFFFD 计 \u{1F600}'])
  })

  it('sorts by code points in a database of another locale', async () => {
    const url = await testDatabase(
      `template template0 locale_provider icu icu_locale 'en-US' locale 'C.UTF-8'`,
    )
    const store = await testPostgresStore(url)
    for (const name of ['b', 'B', 'a', 'A', '-a', 'é']) await store.transact(trx => insert(trx, name))
    const { rows } = await sql`select 'a' < 'B' as by_locale`.execute(store.db)
    expect(rows).toEqual([{ by_locale: true }])
    expect(await outcomes(store.db)).toEqual(['-a', 'A', 'B', 'a', 'b', 'é'])
  })

  it('refuses to empty the audit', async () => {
    const store = await testPostgresStore()
    await expect(store.transact(trx => sql`truncate audit`.execute(trx))).rejects.toThrow('append-only')
  })

  it('confirms a commit only when it is on the disk, whatever the database is set to', async () => {
    const url = await testDatabase()
    const admin = await testAdmin(url)
    await admin.query(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`)
    const store = await testPostgresStore(url)
    const { rows } = await store.transact(trx => sql`show synchronous_commit`.execute(trx))
    expect(rows).toEqual([{ synchronous_commit: 'on' }])
  })

  it('lets a reader write nothing', async () => {
    const url = await testDatabase()
    await testPostgresStore(url)
    await expect(insert(await testReader(url), 'a')).rejects.toThrow('read-only')
  })

  it('tells of each answer when its statement was sent', async () => {
    const sent: number[] = []
    const store = await openPostgresStore({ url: await testDatabase(), onContact: ms => sent.push(ms) })
    onTestFinished(() => store.close())
    let [before, after] = [0, 0]
    await store.transact(async trx => {
      before = performance.now()
      await sql`select count(*) from generate_series(1, 300000)`.execute(trx)
      after = performance.now()
    })
    // begin, the statement, commit
    expect(sent).toHaveLength(3)
    expect(sent[1]).toBeGreaterThanOrEqual(before)
    expect(sent[1]! - before).toBeLessThan(after - sent[1]!)
  })

  it('has every table and column of SQLite', async () => {
    const columns = async ({ db }: Store): Promise<string[]> =>
      (await db.introspection.getTables()).flatMap(table =>
        table.columns.map(({ name }) => `${table.name}.${name}`),
      )
    const sqlite = await openEmbeddedStore(':memory:')
    onTestFinished(() => sqlite.close())
    const wanted = await columns(sqlite)
    expect(await columns(await testPostgresStore())).toEqual(expect.arrayContaining(wanted))
  })
})
