import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Charge } from '../../schemas/case.ts'
import { openDesk, type Suspicion } from '../services/cases/desk.ts'

const SIGNATURES = ['induction-furnace', 'crypto-mining'] as const

const suspicion: fc.Arbitrary<Suspicion> = fc.record({
  score: fc.constantFrom(0.5, 0.69, 0.7, 0.75, 0.82, 0.88, 0.91, 0.99),
  dayOffset: fc.integer({ min: 0, max: 20 }),
  signature: fc.constantFrom(...SIGNATURES),
})

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ customer: fc.constantFrom('C1', 'C2', 'C3'), suspicion }) },
  { weight: 1, arbitrary: fc.record({ action: fc.constantFrom('submit', 'return', 'release') }) },
)

const restOf = ({ signature, level, day, openedAt }: Charge) => ({ signature, level, day, openedAt })

describe('over any sequence of findings and moves', () => {
  it('a customer has one open case at most, and every charge once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async steps => {
        const desk = await openDesk()
        for (const one of steps) {
          if ('customer' in one) await desk.suspect([one.suspicion], one.customer)
          else for (const { id } of await desk.cases()) await desk.move({ caseId: id, action: one.action })
        }
        const cases = await desk.cases()
        expect(new Set(cases.map(({ customerId }) => customerId)).size).toBe(cases.length)
        for (const { charges } of cases) {
          expect(charges.length).toBeGreaterThan(0)
          expect(new Set(charges.map(({ signature }) => signature)).size).toBe(charges.length)
        }
        await desk.store.close()
      }),
      { numRuns: 60 },
    )
  })

  it('the charges of one point rest on the same findings in any order', async () => {
    const byDay = ({ signature, dayOffset }: Suspicion) => `${signature} ${dayOffset}`
    const suspicions = fc.uniqueArray(suspicion, { minLength: 1, maxLength: 8, selector: byDay })
    await fc.assert(
      fc.asyncProperty(suspicions, fc.infiniteStream(fc.nat()), async (findings, keys) => {
        const order = findings.map(one => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key)
        const desk = await openDesk()
        for (const { one } of order) await desk.suspect([one])
        const cases = await desk.cases()
        const expected = SIGNATURES.toSorted().flatMap(signature => {
          const open = findings.filter(one => one.signature === signature && one.score >= 0.7)
          return open.length > 0 ? [signature] : []
        })
        expect(cases.flatMap(({ charges }) => charges.map(({ signature }) => signature))).toEqual(expected)
        const inOrder = await openDesk()
        for (const one of findings.toSorted((a, b) => a.dayOffset! - b.dayOffset!))
          await inOrder.suspect([one])
        const charges = (await inOrder.cases()).flatMap(one => one.charges)
        expect(cases.flatMap(one => one.charges).map(restOf)).toEqual(charges.map(restOf))
        await Promise.all([desk.store.close(), inOrder.store.close()])
      }),
      { numRuns: 60 },
    )
  })
})
