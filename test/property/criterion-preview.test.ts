import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Level } from '../../schemas/case.ts'
import { dayText } from '../../schemas/day.ts'
import { previewCriterion } from '../../services/criteria/index.ts'
import { type Desk, openDesk, type Suspicion } from '../services/cases/desk.ts'
import { criterionIn, dayBeforeMs, LI, proposal, releaseCriterion, WANG } from '../support/criteria.ts'
import { furnaceSamples, shopSamples } from '../support/furnace.ts'
import { meter } from '../support/meters.ts'
import { MONDAY } from '../support/readings.ts'
import { createClock, testStation } from '../support/station.ts'

const DAYS = 20
const PERIOD = { from: MONDAY, to: MONDAY + DAYS }
const CUSTOMERS = ['C1', 'C2', 'C3', 'C4']

const score = fc.integer({ min: 50, max: 100 }).map(hundredths => hundredths / 100)
const suspicion: fc.Arbitrary<Suspicion & { customer: string }> = fc.record({
  customer: fc.constantFrom(...CUSTOMERS),
  score,
  dayOffset: fc.integer({ min: 0, max: DAYS }),
})
const thresholds = fc
  .uniqueArray(score, { minLength: 3, maxLength: 3 })
  .map(values => values.toSorted())
  .map(([yellowFrom, orangeFrom, redFrom]) => ({
    yellowFrom: yellowFrom!,
    orangeFrom: orangeFrom!,
    redFrom: redFrom!,
  }))
const bySelf = (one: Suspicion & { customer: string }) => `${one.customer} ${one.dayOffset}`

/** The level of each customer's charge. */
const levelsOf = async (desk: Desk): Promise<[string, Level][]> =>
  (await desk.cases())
    .map(({ customerId, charges }): [string, Level] => [customerId, charges[0]!.level])
    .sort()

const replay = async (desk: Desk, findings: readonly (Suspicion & { customer: string })[]): Promise<void> => {
  for (const { customer, ...one } of findings) await desk.suspect([one], customer)
}

describe('the preview of a criterion', () => {
  it('names the very customers that a replay with the criterion released accuses, and changes nothing', async () => {
    const some = fc.uniqueArray(suspicion, { minLength: 1, maxLength: 12, selector: bySelf })
    await fc.assert(
      fc.asyncProperty(some, thresholds, async (findings, numbers) => {
        const [asItIs, released] = [await openDesk(), await openDesk()]
        await replay(asItIs, findings)
        const casesBefore = await asItIs.cases()
        const preview = await previewCriterion(asItIs.store.db, proposal(numbers), PERIOD)
        expect(await asItIs.cases()).toEqual(casesBefore)
        await releaseCriterion(released.store, numbers)
        await replay(released, findings)
        const before = new Map(await levelsOf(asItIs))
        const after = new Map(await levelsOf(released))
        const differing = CUSTOMERS.filter(id => before.get(id) !== after.get(id))
        expect(preview.customers.map(one => [one.customerId, one.before, one.after])).toEqual(
          differing.map(id => [id, before.get(id) ?? null, after.get(id) ?? null]),
        )
        const count = (levels: Map<string, Level>, level: Level) =>
          [...levels.values()].filter(one => one === level).length
        for (const level of ['red', 'orange', 'yellow'] as const) {
          expect(preview.before[level]).toBe(count(before, level))
          expect(preview.after[level]).toBe(count(after, level))
        }
        expect(preview.opens + preview.opensNoLonger + preview.changesLevel).toBe(differing.length)
        await Promise.all([asItIs.store.close(), released.store.close()])
      }),
      { numRuns: 40 },
    )
  })

  it('equals what readings end in when they are replayed', async () => {
    const meters = ['F1', 'F2', 'S1'].map(meterId => meter({ meterId }))
    const samples = [
      ...furnaceSamples('F1', MONDAY, 9),
      ...furnaceSamples('F2', MONDAY, 3, { seed: 5, kw: 300 }),
      ...shopSamples('F2', MONDAY + 3, 6),
      ...shopSamples('S1', MONDAY, 9),
    ]
    const first = await testStation({ meters })
    await first.take(samples)
    const top = await first.ports.store.db
      .selectFrom('finding')
      .select(({ fn }) => fn.max('score').as('score'))
      .executeTakeFirstOrThrow()
    // Just above the highest score, and far below all of them.
    for (const yellowFrom of [top.score + 1e-6, 0.5]) {
      const numbers = proposal({ yellowFrom, orangeFrom: Math.max(0.8, yellowFrom), redFrom: 1 })
      const preview = await previewCriterion(first.ports.store.db, numbers, PERIOD)
      const clock = createClock(dayBeforeMs(numbers))
      const second = await testStation({ meters, clock })
      const { id } = criterionIn(await second.engine.proposeCriterion(numbers, LI))
      await second.engine.decideCriterion({ id, action: 'release', actor: WANG, reason: '' })
      await second.take(samples)
      const opened = async ({ ports }: typeof first) =>
        new Set(
          (await ports.store.db.selectFrom('cases').select('customer_id').execute()).map(
            row => row.customer_id,
          ),
        )
      const [before, after] = [await opened(first), await opened(second)]
      expect(preview.customers.filter(one => one.before === null).map(one => one.customerId)).toEqual(
        [...after].filter(id => !before.has(id)).sort(),
      )
      expect(preview.customers.filter(one => one.after === null).map(one => one.customerId)).toEqual(
        [...before].filter(id => !after.has(id)).sort(),
      )
      expect(before.size).toBeGreaterThan(0)
    }
    expect(dayText(PERIOD.from)).toBe('2024-05-06')
  })
})
