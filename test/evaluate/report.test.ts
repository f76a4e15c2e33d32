import { describe, expect, it } from 'vitest'
import { meter } from '../support/meters.ts'
import type { Judged } from './judged.ts'
import { wilson } from './metrics/bounds.ts'
import { confusionOf } from './metrics/confusion.ts'
import { expectationsOf } from './metrics/expectations.ts'
import { leaveOut } from './metrics/left-out.ts'
import { precisionOf } from './metrics/precision.ts'
import { byScenario, performanceOf } from './metrics/report.ts'
import { IN_ORDER } from './population/dirt.ts'
import type { Truth } from './population/scenario.ts'

const MINE = 'crypto-mining'

const judged = (
  family: string,
  truth: Truth,
  score: number,
  openedDay: number | null = null,
  onsetDay: number | null = truth === 'legal' ? null : 10,
): Judged => ({
  member: {
    meter: meter({ meterId: `${family} ${score}` }),
    scenario: `${family}-scenario`,
    family,
    truth,
    onsetDay,
    suspectKwh: 0,
    kwh: 1,
    dirt: [],
    delivery: IN_ORDER,
  },
  verdicts: { [MINE]: { score, openedDay } },
})

/** Two mines found, one missed; a server room and a furnace accused; eight legal meters in all. */
const said: readonly Judged[] = [
  judged('mine', MINE, 0.95, 14),
  judged('mine', MINE, 0.8, 9, 0),
  judged('hidden-mine', MINE, 0.3),
  judged('server', 'legal', 0.9, 40),
  judged('server', 'legal', 0.2),
  judged('furnace', 'induction-furnace', 0.75, 3),
  ...[0.1, 0.1, 0.05, 0, 0, 0].map(score => judged('shop', 'legal', score)),
]

describe('the figures of a signature', () => {
  it('count cases right and wrong, and days from the beginning of the onset to the end of the opening day', () => {
    const performance = performanceOf(said, MINE, 60)
    expect(performance).toMatchObject({ suspects: 3, hits: 2, wrong: 2, delayMedian: 7.5, f1: 4 / 7 })
    // 12 meters over 60 days are 24 meter-months.
    expect(performance.falseRate).toBeCloseTo((2 / 24) * 1_000, 9)
    // Right, wrong, right, wrong, right from the highest score down.
    expect(performance.averagePrecision).toBeCloseTo((1 + 2 / 3 + 3 / 5) / 3, 9)
    expect(performance.recallAtOne).toBeCloseTo(1 / 3, 9)
  })

  it('put the suspects of the signature first among the scenarios, then the highest scores', () => {
    const lines = byScenario(said, MINE)
    expect(lines.map(({ scenario }) => scenario)).toEqual([
      'mine-scenario',
      'hidden-mine-scenario',
      'server-scenario',
      'furnace-scenario',
      'shop-scenario',
    ])
    expect(lines[2]).toMatchObject({ meters: 2, highest: 0.9, opened: 1 })
    expect(lines[2]!.median).toBeCloseTo(0.55, 9)
  })

  it('give precision with the legal meters behind it, lower where suspects are rare', () => {
    const precision = precisionOf(said, MINE)
    expect(precision).toMatchObject({ cases: 4, right: 2, precision: 0.5, legalMeters: 8, legalAccused: 1 })
    expect(precision.precisionLower).toBeLessThan(0.5)
    // Of 100,000: 100 suspects, two thirds found; 99,900 others, an eighth accused.
    expect(precision.inField).toBeCloseTo(200 / 3 / (200 / 3 + 99_900 / 8), 9)
    expect(precision.inFieldLower).toBeLessThan(precision.inField)
  })

  it('tell whom each scenario was accused of, and its highest score', () => {
    const lines = confusionOf(said, [MINE])
    expect(lines.find(({ scenario }) => scenario === 'server-scenario')).toEqual({
      scenario: 'server-scenario',
      truth: 'legal',
      meters: 2,
      accused: { [MINE]: 1 },
      unaccused: 1,
      highest: { [MINE]: 0.9 },
    })
    expect(lines.map(({ truth }) => truth === 'legal')).toEqual([false, false, false, true, true])
  })

  it('leave each family out, fit a threshold on the others and try it on all', () => {
    const lines = leaveOut(said, MINE)
    const without = (family: string) => lines.find(line => line.family === family)!
    // Without the server rooms 0.3 finds all three mines and accuses the furnace; over all it accuses a server room as well.
    expect(without('server')).toMatchObject({ meters: 2, threshold: 0.3, familyAbove: 1, f1OfAll: 6 / 8 })
    expect(without('server').averagePrecision).toBeCloseTo((1 + 1 + 3 / 4) / 3, 9)
    expect(without('server').f1).toBeCloseTo(4 / 6, 9)
    expect(without('shop').f1).toBeCloseTo(4 / 7, 9)
  })
})

const TWELVE = { source: 'twelve meters', sourceZh: '12 户' }

describe('what a level is worth', () => {
  it('is the share of its cases that were right, each case on the highest level it reached', () => {
    const lines = expectationsOf(said, MINE, TWELVE)
    expect(lines.map(({ level, precision }) => [level, precision])).toEqual([
      ['red', 0.5],
      ['orange', 1],
      ['yellow', 0],
    ])
    expect(lines[0]).toMatchObject({ signature: MINE, meters: 8, ...TWELVE })
    expect(lines[0]!.lower).toBeCloseTo(wilson(1, 2)[0], 3)
  })

  it('is not told where no case reached it', () => {
    expect(expectationsOf(said, 'surge', TWELVE)).toEqual([])
  })
})
