import { describe, expect, it, onTestFinished } from 'vitest'
import { type Db, openEmbeddedStore } from '../../../services/adapters/store/index.ts'
import { insertRows } from '../../../services/price-changes/rows.ts'
import { createRuleBookView, readRuleBook, releaseKnownAt } from '../../../services/pricing/index.ts'
import { localRule } from '../price-changes/clerks.ts'

/** Releases the next version of one rule at an instant. */
const release = async (trx: Db, number: number, atMs: number): Promise<void> => {
  const id = `change-00000${number}`
  const decided = { decided_by: 'Sun', decided_at: atMs, released: number }
  await trx
    .insertInto('price_change')
    .values({
      ...{ id, kind: 'rules' as const, state: 'released' as const, rows: 1, reason: 'x' },
      ...{ proposed_by: 'Zhou', proposed_at: atMs, ...decided },
    })
    .execute()
  await insertRows(trx, id, { kind: 'rules', rules: [localRule({ note: `${number}` })] })
}

const openBooks = async () => {
  const store = await openEmbeddedStore(':memory:')
  onTestFinished(() => store.close())
  return store
}

const notesIn = ({ rules }: { readonly rules: readonly { note: string; version: number }[] }) =>
  rules.map(({ note, version }) => `${note} v${version}`)

describe('the book of rules', () => {
  it('is the one of a release, whatever was released since', async () => {
    const store = await openBooks()
    expect(await readRuleBook(store.db)).toEqual({ release: 0, rules: [] })
    for (const number of [1, 2, 3]) await store.transact(trx => release(trx, number, number * 1_000))
    expect(notesIn(await readRuleBook(store.db))).toEqual(['3 v3'])
    expect(notesIn(await readRuleBook(store.db, 2))).toEqual(['2 v2'])
  })

  it('is read anew in memory when a change was released, and only then', async () => {
    const store = await openBooks()
    const view = createRuleBookView()
    await store.transact(trx => release(trx, 1, 1_000))
    const first = await view.follow(store.db)
    expect(await view.follow(store.db)).toBe(first)
    await store.transact(trx => release(trx, 2, 2_000))
    expect(notesIn(await view.follow(store.db))).toEqual(['2 v2'])
  })

  it.each([
    [500, 1],
    [1_000, 1],
    [1_999, 1],
    [2_000, 2],
    [9_000, 3],
  ])('at the instant %i was that of release %i', async (atMs, number) => {
    const store = await openBooks()
    for (const one of [1, 2, 3]) await store.transact(trx => release(trx, one, one * 1_000))
    expect(await releaseKnownAt(store.db, atMs)).toBe(number)
  })
})
