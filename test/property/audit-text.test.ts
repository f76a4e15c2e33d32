import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedStore, type Store } from '../../services/adapters/store/index.ts'
import { appendLink, verifyAudit } from '../../services/audit/index.ts'

const said = fc.record({
  reason: fc.string({ unit: 'binary' }),
  note: fc.string({ unit: 'binary' }),
  atMs: fc.integer({ min: 0, max: 2e12 }),
})

let store: Store
let runs = 0

beforeAll(async () => {
  store = await openEmbeddedStore(':memory:')
})

afterAll(() => store.close())

describe('an audit chain', () => {
  it('is whole whatever people write, and however their clocks go', () =>
    fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 20 }), async deeds => {
        const chainId = `case-${++runs}`
        await store.transact(async trx => {
          const deed = { chainId, actor: 'Li\0\uD800', action: 'comment' as const }
          for (const { reason, note, atMs } of deeds) {
            await appendLink(trx, { ...deed, atMs, reason: `${reason}\0\uDFFF`, detail: { note } })
          }
        })
        const verified = await verifyAudit(store.db, { kind: 'chain', id: chainId })
        expect(verified).toMatchObject({ whole: true, links: deeds.length })
      }),
    ))
})
