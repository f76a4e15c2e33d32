import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case } from '../../schemas/case.ts'
import type { Signature } from '../../schemas/finding.ts'
import { leadNamed } from '../../services/api/case-named.ts'
import { readAudit, showCase } from '../../services/cases/index.ts'
import { analyst, type Desk, NOW_MS, openDesk, type Suspicion } from '../services/cases/desk.ts'

const CUSTOMERS = ['C1', 'C2', 'C3', 'C4', 'C5'] as const
const customer = fc.constantFrom(...CUSTOMERS)
const signature = fc.constantFrom<Signature>('induction-furnace', 'crypto-mining')
/** A case by its place among those there are */
const place = fc.nat({ max: 4 })

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('finding' as const),
      customer,
      suspicion: fc.record({
        score: fc.constantFrom(0.5, 0.75, 0.82, 0.95),
        dayOffset: fc.integer({ min: 0, max: 5 }),
        signature,
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('by-hand' as const), customer, signature }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('merge' as const),
      place,
      others: fc.array(place, { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('split' as const), place, member: place }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      place,
      action: fc.constantFrom('submit' as const, 'return' as const, 'release' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), place }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const take = async (desk: Desk, one: Step): Promise<void> => {
  if (one.kind === 'finding') return desk.suspect([one.suspicion satisfies Suspicion], one.customer)
  if (one.kind === 'by-hand') {
    const { customer: customerId, signature: charged } = one
    const body = {
      customerId,
      signature: charged,
      source: 'survey',
      level: 'yellow',
      note: '巡查所见',
    } as const
    await desk.order('open-by-hand', body)
    return
  }
  const cases = await desk.cases()
  const at = (i: number): Case | undefined => cases[i % cases.length]
  const caseId = at(one.place)?.id
  if (caseId === undefined) return
  if (one.kind === 'merge') {
    await desk.order('merge', { caseId, with: one.others.map(i => at(i)!.number), reason: 'one yard' })
  } else if (one.kind === 'split') {
    await desk.order('split', { caseId, member: at(one.member)!.id, reason: 'two yards' })
  } else if (one.kind === 'move') await desk.move({ caseId, action: one.action })
  else await close(desk, cases, caseId)
}

/** Reports a case and records an outcome of every charge of it and of its members, as far as that is allowed. */
const close = async (desk: Desk, cases: readonly Case[], caseId: string): Promise<void> => {
  await desk.move({ caseId, action: 'submit' })
  await desk.move({ caseId, action: 'release' })
  for (const { id, charges } of cases.filter(one => one.id === caseId || one.mergedInto === caseId)) {
    for (const charge of charges)
      await desk.answer({ outcome: 'cannot-verify' }, { caseId: id, signature: charge.signature })
  }
}

const expectLaws = async (desk: Desk, numbers: Map<string, string>): Promise<void> => {
  const { db } = desk.store
  const cases = await desk.cases()
  const open = cases.filter(({ state }) => state !== 'closed')
  expect(new Set(open.map(({ customerId }) => customerId)).size).toBe(open.length)
  for (const { id, number } of cases) {
    expect(number).toBe(numbers.get(id) ?? number)
    numbers.set(id, number)
  }
  expect(new Set(numbers.values()).size).toBe(numbers.size)
  expect(numbers.size).toBe(cases.length)
  const shown: string[] = []
  for (const { id, number, state, mergedInto } of cases) {
    const lead = await leadNamed(db, analyst, id)
    expect(await leadNamed(db, analyst, number)).toBe(lead)
    const resolved = cases.find(one => one.id === lead)!
    expect(resolved.state).not.toBe('merged')
    expect(resolved.mergedInto).toBeNull()
    if (mergedInto !== null) expect(state).toBe(resolved.state === 'closed' ? 'closed' : 'merged')
    else {
      const { charges, members } = (await showCase(db, id, analyst, NOW_MS))!
      shown.push(...charges.map(charge => `${number} ${charge.signature}`))
      for (const member of members)
        shown.push(...member.charges.map(charge => `${member.number} ${charge.signature}`))
    }
    expect((await readAudit(db, id)).whole).toBe(true)
  }
  const held = cases.flatMap(({ number, charges }) => charges.map(charge => `${number} ${charge.signature}`))
  expect(new Set(held).size).toBe(held.length)
  expect(shown.sort()).toEqual(held.sort())
}

describe('over any sequence of findings, cases by hand, merges, splits, moves and closings', () => {
  it('a customer has one open case, every charge is in one, and every name leads to one that is not merged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30, size: 'max' }), async steps => {
        const desk = await openDesk()
        try {
          const numbers = new Map<string, string>()
          // Without cases there is nothing to merge.
          for (const customerId of CUSTOMERS) await desk.suspect([{ score: 0.95 }], customerId)
          for (const [i, one] of steps.entries()) {
            await take(desk, one)
            if (i % 8 === 7) await expectLaws(desk, numbers)
          }
          await expectLaws(desk, numbers)
        } finally {
          await desk.store.close()
        }
      }),
      { numRuns: 40 },
    )
  })
})
