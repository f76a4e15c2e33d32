import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, dayText } from '../../schemas/day.ts'
import { openDesk } from '../services/cases/desk.ts'
import { meter } from '../support/meters.ts'
import { MONDAY } from '../support/readings.ts'

const OWN_KW = 400
const CLOSED = dayOf(Date.parse('2024-06-01T08:00:00+08:00')) - MONDAY

const history = fc.record({
  /** Days after the closing */
  holdDays: fc.integer({ min: 0, max: 365 }),
  holdKw: fc.integer({ min: OWN_KW, max: 900 }),
  /** What the registry says otherwise, from which day after the closing on; null: always did */
  change: fc.option(
    fc.record({
      what: fc.constantFrom({ contractKva: 800 }, { address: '建设路 1 号' }, { customerName: '某厂' }),
      from: fc.option(fc.integer({ min: 1, max: 420 })),
    }),
  ),
  finding: fc.record({
    after: fc.integer({ min: 1, max: 420 }),
    kw: fc.integer({ min: 300, max: 1_000 }),
  }),
  /** Instead, so far from the edge of the scope */
  edge: fc.record({
    days: fc.option(fc.integer({ min: 0, max: 1 })),
    kw: fc.option(fc.integer({ min: -1, max: 1 })),
  }),
})

describe('over dismissals, findings, changes of the registry and days', () => {
  it('a case opens again exactly when the hold is over, the power has grown over it, or the registry changed', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(history, async ({ holdDays, holdKw, change, edge, ...drawn }) => {
        const finding = {
          after: edge.days === null ? drawn.finding.after : Math.max(1, holdDays + edge.days),
          kw: edge.kw === null ? drawn.finding.kw : holdKw + edge.kw,
        }
        const own = meter({ meterId: 'M1', customerId: 'C1' })
        const desk = await openDesk([own])
        await desk.suspect([{ score: 0.95, kw: OWN_KW }])
        await desk.bringTo('reported')
        const holdUntil = dayText(MONDAY + CLOSED + holdDays)
        await desk.answer({ outcome: 'dismissed', holdUntil, holdKw })
        if (change) {
          const validFrom = change.from === null ? null : dayText(MONDAY + CLOSED + change.from)
          await desk.register([{ ...own, ...change.what, validFrom }])
        }
        await desk.suspect([{ score: 0.95, dayOffset: CLOSED + finding.after, kw: finding.kw }])

        const ended = finding.after > holdDays
        const grown = finding.kw > holdKw
        const changed =
          change !== null && !('customerName' in change.what) && finding.after >= (change.from ?? 0)
        const opens = (await desk.cases()).some(({ state }) => state !== 'closed')
        expect(opens).toBe(ended || grown || changed)
        seen.add(`${ended} ${grown} ${changed}`)
        await desk.store.close()
      }),
      { numRuns: 100 },
    )
    // The runs came upon the hold itself, and upon each reason alone.
    for (const one of ['false false false', 'true false false', 'false true false', 'false false true'])
      expect(seen).toContain(one)
  })
})
