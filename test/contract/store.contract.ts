import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db, Store, Tables } from '../../services/adapters/store/index.ts'

/** A store of one adapter, and another connection to the same data. */
export interface StoreUnderTest {
  readonly store: Store
  /** Somebody else who reads the same store */
  readonly reader: Db
  /** Closes the store and opens it anew on the same data. */
  reopen(): Promise<Store>
  /** Puts an audit entry in the place of the one with its key, the way this store would do it. */
  replaceAudit(trx: Db, entry: Tables['audit']): Promise<unknown>
}

const insert = (db: Db, outcome: string, count = 1) =>
  db.insertInto('outcome').values({ outcome, count }).execute()

const outcomes = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('outcome').select('outcome').orderBy('outcome').execute()).map(row => row.outcome)

const counted = (outcome: string, i: number) => ({ outcome, count: i === 0 ? 2 ** 50 : 1 })

const link = (sequence: number) => ({
  case_id: 'case-1',
  sequence,
  at: 0,
  actor: 'Li',
  action: 'view' as const,
  from_state: null,
  to_state: null,
  reason: '',
  detail: '{}',
  previous_hash: '0',
  hash: '1',
})

const caseRow = (id: string, customerId: string) => ({
  id,
  number: id,
  customer_id: customerId,
  customer_name: '',
  district_code: '',
  state: 'to-check' as const,
  version: 1,
  opened_at: 0,
  submitted_by: null,
  reported_at: null,
  closed_at: null,
  audit_head: '',
})

/** What every adapter of the store promises. `open` answers a fresh one, put away when the test ends. */
export const storeContract = (name: string, open: () => Promise<StoreUnderTest>): void => {
  describe(`the store on ${name}`, () => {
    it('commits when the work resolves, and answers what it answers', async () => {
      const { store, reader } = await open()
      expect(await store.transact(async trx => [await insert(trx, 'a'), 7][1])).toBe(7)
      expect(await outcomes(reader)).toEqual(['a'])
    })

    it('rolls back all of it when the work rejects, and rejects with the same error', async () => {
      const { store, reader } = await open()
      const error = new Error('not now')
      const work = store.transact(async trx => {
        await insert(trx, 'a')
        await insert(trx, 'b')
        throw error
      })
      await expect(work).rejects.toBe(error)
      expect(await outcomes(reader)).toEqual([])
    })

    it('rolls back when a statement fails, and works on', async () => {
      const { store, reader } = await open()
      const twice = store.transact(async trx => {
        await insert(trx, 'a')
        await insert(trx, 'a')
      })
      await expect(twice).rejects.toThrow()
      await store.transact(trx => insert(trx, 'b'))
      expect(await outcomes(reader)).toEqual(['b'])
    })

    it('runs one transaction after another, in the order they were asked for', async () => {
      const { store, reader } = await open()
      await store.transact(trx => insert(trx, 'sum', 0))
      const steps: number[] = []
      const work = Array.from({ length: 20 }, (_, i) =>
        store.transact(async trx => {
          const { count } = await trx.selectFrom('outcome').selectAll().executeTakeFirstOrThrow()
          await new Promise(resolve => setImmediate(resolve))
          await trx
            .updateTable('outcome')
            .set({ count: count + 1 })
            .execute()
          steps.push(i)
        }),
      )
      await Promise.all(work)
      expect(await reader.selectFrom('outcome').select('count').execute()).toEqual([{ count: 20 }])
      expect(steps).toEqual(Array.from({ length: 20 }, (_, i) => i))
    })

    it('goes on after a transaction that failed between others', async () => {
      const { store, reader } = await open()
      const settled = await Promise.allSettled([
        store.transact(trx => insert(trx, 'a')),
        store.transact(() => Promise.reject(new Error('no'))),
        store.transact(trx => insert(trx, 'b')),
      ])
      expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await outcomes(reader)).toEqual(['a', 'b'])
    })

    it('shows a transaction what it wrote itself', async () => {
      const { store } = await open()
      await store.transact(async trx => {
        await insert(trx, 'a')
        expect(await outcomes(trx)).toEqual(['a'])
      })
    })

    it('shows a reader commits, and nothing that is under way', async () => {
      const { store, reader } = await open()
      await store.transact(async trx => {
        await insert(trx, 'a')
        expect(await outcomes(reader)).toEqual([])
      })
      expect(await outcomes(reader)).toEqual(['a'])
    })

    it('shows `db` the last commit, and nothing that is under way', async () => {
      const { store } = await open()
      await store.transact(async trx => {
        await insert(trx, 'a')
        expect(await outcomes(store.db)).toEqual([])
      })
      expect(await outcomes(store.db)).toEqual(['a'])
    })

    it('still holds what was committed when it is opened again', async () => {
      const under = await open()
      await under.store.transact(trx => insert(trx, 'a'))
      const store = await under.reopen()
      expect(await outcomes(store.db)).toEqual(['a'])
    })

    it('refuses to alter or delete an audit entry', async () => {
      const { store, reader } = await open()
      await store.transact(trx =>
        trx
          .insertInto('audit')
          .values([link(1), link(2)])
          .execute(),
      )
      const altered = store.transact(trx => trx.updateTable('audit').set({ actor: 'Wang' }).execute())
      await expect(altered).rejects.toThrow('append-only')
      const deleted = store.transact(trx => trx.deleteFrom('audit').where('sequence', '=', 2).execute())
      await expect(deleted).rejects.toThrow('append-only')
      const entries = await reader.selectFrom('audit').selectAll().orderBy('sequence').execute()
      expect(entries).toEqual([link(1), link(2)])
    })

    it('refuses to put another audit entry in the place of one', async () => {
      const { store, reader, replaceAudit } = await open()
      await store.transact(trx => trx.insertInto('audit').values(link(1)).execute())
      const other = { ...link(1), actor: 'Wang' }
      await expect(store.transact(trx => trx.insertInto('audit').values(other).execute())).rejects.toThrow()
      await expect(store.transact(trx => replaceAudit(trx, other))).rejects.toThrow('append-only')
      expect(await reader.selectFrom('audit').select('actor').execute()).toEqual([{ actor: 'Li' }])
    })

    it('refuses a second open case of a customer', async () => {
      const { store } = await open()
      await store.transact(trx => trx.insertInto('cases').values(caseRow('1', 'C1')).execute())
      const second = store.transact(trx => trx.insertInto('cases').values(caseRow('2', 'C1')).execute())
      await expect(second).rejects.toThrow()
    })

    it('refuses a charge of a case that is not', async () => {
      const { store } = await open()
      const charge = {
        case_id: 'nowhere',
        signature: 'crypto-mining' as const,
        level: 'red' as const,
        score: 1,
        point_id: 'P1',
        finding_id: 'f',
        opened_at: 0,
        body: '{}',
      }
      await expect(store.transact(trx => trx.insertInto('charge').values(charge).execute())).rejects.toThrow()
    })

    it('lets a transaction take a lock it holds, and the next one after it', async () => {
      const { store, reader } = await open()
      for (const outcome of ['a', 'b']) {
        await store.transact(async trx => {
          await store.lock(trx, 'numbers')
          await store.lock(trx, 'numbers')
          await insert(trx, outcome)
        })
      }
      expect(await outcomes(reader)).toEqual(['a', 'b'])
    })

    it('counts the rows that a change found', async () => {
      const { store } = await open()
      await store.transact(trx => insert(trx, 'a'))
      const [changed, none] = await store.transact(async trx => [
        await trx
          .updateTable('outcome')
          .set({ count: 1 })
          .where('outcome', '=', 'a')
          .executeTakeFirstOrThrow(),
        await trx.deleteFrom('outcome').where('outcome', '=', 'b').executeTakeFirstOrThrow(),
      ])
      expect([changed, none]).toMatchObject([{ numUpdatedRows: 1n }, { numDeletedRows: 0n }])
    })

    it('sorts text by code points, and answers counts and sums as numbers', async () => {
      const { store, reader } = await open()
      const names = ['B', 'a', 'Z', 'é', '~', '计', '1', '10', '2', '\u{1F600}', '\uFF21', '-', ' ']
      await store.transact(trx => trx.insertInto('outcome').values(names.map(counted)).execute())
      const codePoints = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
      expect(await outcomes(reader)).toEqual(names.toSorted(codePoints))
      const after = reader
        .selectFrom('outcome')
        .select('outcome')
        .where('outcome', '>', 'a')
        .orderBy('outcome')
      expect((await after.execute()).map(row => row.outcome)).toEqual(
        names.filter(name => codePoints(name, 'a') > 0).sort(codePoints),
      )
      const sums = reader
        .selectFrom('outcome')
        .select(({ fn }) => [fn.countAll().as('rows'), fn.sum('count').as('sum'), fn.max('count').as('max')])
      expect(await sums.executeTakeFirst()).toEqual({ rows: names.length, sum: 2 ** 50 + 12, max: 2 ** 50 })
    })

    it('finds nothing in an empty list', async () => {
      const { store } = await open()
      await store.transact(trx => insert(trx, 'a'))
      const found = (wanted: string[]) =>
        store.db.selectFrom('outcome').select('outcome').where('outcome', 'in', wanted).execute()
      expect(await found([])).toEqual([])
      expect(await found(['a'])).toEqual([{ outcome: 'a' }])
    })

    it('keeps numbers, blobs, null and every character as they were', async () => {
      const { store, reader } = await open()
      const features = new Uint8Array([0, 255, 127, 128])
      const row = {
        point_id: '计量点 𠀀\'"',
        day: -1,
        features,
        coverage: 0.1,
        kwh: 1e-300,
        scores: '{}',
        marks: 5,
        customer_id: '户',
        district_code: '500107',
        trade: '59',
        moves: null,
      }
      await store.transact(trx => trx.insertInto('feature').values(row).execute())
      const [found] = await reader.selectFrom('feature').selectAll().execute()
      expect({ ...found, features: [...found!.features] }).toEqual({ ...row, features: [...features] })
      const { rows } = await sql<{ missing: null }>`select null as missing`.execute(reader)
      expect(rows).toEqual([{ missing: null }])
    })
  })
}
