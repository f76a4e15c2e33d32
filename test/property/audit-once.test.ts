import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Account } from '../../schemas/account.ts'
import { carryOut, type Order } from '../../services/desk/index.ts'
import { type Desk, NOW_MS, openDesk } from '../services/cases/desk.ts'
import { person } from '../support/people.ts'

const PEOPLE: readonly Account[] = [person('Li', 'analyst'), person('Wang', 'reviewer')]

/** What somebody asks, under one of few keys, so that they meet. */
interface Asked {
  readonly who: 0 | 1
  readonly key: string
  readonly action: 'submit' | 'return' | 'release'
  readonly reason: string
}

const asked: fc.Arbitrary<Asked> = fc.record({
  who: fc.constantFrom(0, 1),
  key: fc.constantFrom('k1', 'k2', 'k3'),
  action: fc.constantFrom('submit', 'return', 'release'),
  reason: fc.constantFrom('', 'seen'),
})

const withDesk = async (work: (desk: Desk, caseId: string) => Promise<void>): Promise<void> => {
  const desk = await openDesk()
  try {
    await desk.suspect([{ score: 0.95 }])
    await work(desk, (await desk.theCase()).id)
  } finally {
    await desk.store.close()
  }
}

const give = (desk: Desk, caseId: string, { who, key, action, reason }: Asked) => {
  const order: Order<'move'> = { name: 'move', body: { caseId, action, reason }, actor: PEOPLE[who]!, key }
  const sitting = { nowMs: NOW_MS, onConfirmed: async () => {} }
  return desk.store.transact(trx => carryOut(trx, order, sitting))
}

const deeds = async (desk: Desk): Promise<number> => (await desk.audit()).entries.length
const places = ({ who, key }: Asked): string => `${who} ${key}`
const body = ({ action, reason }: Asked): string => `${action} ${reason}`

describe('a command under a key', () => {
  it('is done once and answered the same; for something else the key is refused; no two people’s keys meet', () =>
    fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 12 }), orders =>
        withDesk(async (desk, caseId) => {
          const first = new Map<string, { body: string; answer: unknown }>()
          for (const order of orders) {
            const before = await deeds(desk)
            const answer = await give(desk, caseId, order)
            const known = first.get(places(order))
            const added = (await deeds(desk)) - before
            if (!known) {
              first.set(places(order), { body: body(order), answer: structuredClone(answer) })
              expect(added).toBe(1)
            } else if (known.body === body(order)) {
              expect(answer).toEqual(known.answer)
              expect(added).toBe(0)
            } else {
              expect(answer).toMatchObject({ refused: { code: 'key-reused' } })
              expect(added).toBe(1)
            }
          }
          expect((await desk.audit()).whole).toBe(true)
        }),
      ),
      { numRuns: 20 },
    ))

  it('has one effect however often it is asked at once', () =>
    fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 2, max: 6 }), (order, times) =>
        withDesk(async (desk, caseId) => {
          const before = await deeds(desk)
          const answers = await Promise.all(Array.from({ length: times }, () => give(desk, caseId, order)))
          for (const answer of answers) expect(answer).toEqual(answers[0])
          expect((await deeds(desk)) - before).toBe(1)
        }),
      ),
      { numRuns: 10 },
    ))
})
