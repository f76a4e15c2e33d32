import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText } from '../../schemas/day.ts'
import { standingChanges } from '../../services/criteria/index.ts'
import { openDesk } from '../services/cases/desk.ts'
import { MONDAY } from '../support/readings.ts'

const BOUNDS = { yellowFrom: 0.7, closeBelow: 0.6 }
const daysOf = (scores: readonly number[]) =>
  scores.map((score, i) => ({ day: MONDAY + i, score, ...BOUNDS }))
const anyScore = fc.integer({ min: 0, max: 100 }).map(hundredths => hundredths / 100)
const SEVEN_LOW = Array.from({ length: 7 }, () => 0.2)

describe('how a charge stands', () => {
  it('is faded from the seventh low judged day on end, and active again from yellow on', () => {
    expect(standingChanges(daysOf([0.7, ...SEVEN_LOW.slice(1), 0.65, ...SEVEN_LOW, 0.69, 0.7]))).toEqual([
      { state: 'active', since: dayText(MONDAY) },
      { state: 'faded', since: dayText(MONDAY + 14) },
      { state: 'active', since: dayText(MONDAY + 16) },
    ])
  })

  it('never changes while the score swings, however, above closeBelow', () => {
    const swinging = fc.array(
      fc.integer({ min: 60, max: 100 }).map(hundredths => hundredths / 100),
      { minLength: 1, maxLength: 80 },
    )
    fc.assert(
      fc.property(swinging, scores => {
        expect(standingChanges(daysOf([0.7, ...scores]))).toHaveLength(1)
      }),
    )
  })

  it('changes at most once for each seven low days, and turns about', () => {
    fc.assert(
      fc.property(fc.array(anyScore, { maxLength: 120 }), scores => {
        const changes = standingChanges(daysOf(scores))
        const low = scores.filter(score => score < BOUNDS.closeBelow).length
        expect(changes.filter(({ state }) => state === 'faded').length).toBeLessThanOrEqual(low / 7)
        for (const [i, { state }] of changes.entries()) expect(state).toBe(i % 2 === 0 ? 'active' : 'faded')
      }),
    )
  })

  it('does not depend on what comes after', () => {
    fc.assert(
      fc.property(
        fc.array(anyScore, { maxLength: 60 }),
        fc.array(anyScore, { maxLength: 60 }),
        (first, rest) => {
          const known = standingChanges(daysOf(first))
          expect(standingChanges(daysOf([...first, ...rest])).slice(0, known.length)).toEqual(known)
        },
      ),
    )
  })
})

describe('a score that swings around a threshold', () => {
  it('opens one case, whose level only rises', async () => {
    const scores = fc.array(
      fc.integer({ min: 60, max: 80 }).map(hundredths => hundredths / 100),
      { minLength: 2, maxLength: 15 },
    )
    await fc.assert(
      fc.asyncProperty(scores, async swinging => {
        const desk = await openDesk()
        const ranks: number[] = []
        for (const [dayOffset, score] of [0.7, ...swinging].entries()) {
          await desk.suspect([{ score, dayOffset }])
          ranks.push(['yellow', 'orange', 'red'].indexOf((await desk.theCase()).charges[0]!.level))
        }
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        expect((await desk.audit()).entries.filter(({ action }) => action === 'open')).toHaveLength(1)
        await desk.store.close()
      }),
      { numRuns: 20 },
    )
  })
})
