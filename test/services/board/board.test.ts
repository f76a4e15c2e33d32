import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ChargeOutcome, DismissalCause } from '../../../schemas/charge-outcome.ts'
import { dayStartMs, dayText } from '../../../schemas/day.ts'
import { openEmbeddedStore, type Store, type Tables } from '../../../services/adapters/store/index.ts'
import { adviseThresholds, lowestThreshold } from '../../../services/board/advise.ts'
import { readBoard } from '../../../services/board/index.ts'
import { precisionOf } from '../../../services/criteria/index.ts'
import { MONDAY } from '../../support/readings.ts'

type Row = Omit<Tables['charge_outcome'], 'hold_until' | 'hold_kw' | 'registry_digest' | 'passed_to'>

const SIGNATURES = ['induction-furnace', 'crypto-mining'] as const
const DAYS = 70

const row: fc.Arbitrary<Row> = fc
  .record({
    case_id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    signature: fc.constantFrom(...SIGNATURES),
    outcome: fc.constantFrom(...ChargeOutcome.options),
    cause: fc.constantFrom(...DismissalCause.options),
    final: fc.constantFrom(0, 1),
    day: fc.integer({ min: 0, max: DAYS }),
    district_code: fc.constantFrom('500107', '500106'),
    detector_version: fc.constantFrom('1', '2'),
    score: fc.integer({ min: 70, max: 100 }).map(hundredths => hundredths / 100),
  })
  .map(({ day, ...drawn }) => ({
    ...drawn,
    cause: drawn.outcome === 'dismissed' ? drawn.cause : null,
    sequence: 1,
    note: '',
    inspected_on: null,
    met_running: null,
    recorded_by: 'Wang',
    recorded_at: dayStartMs(MONDAY + day) + 3_600_000,
    customer_id: drawn.case_id,
    level: 'red' as const,
    criterion_id: 'built-in-induction-furnace',
    attributable_kw: 1,
  }))

/** Outcomes of a charge in the order of their days. */
const rows = fc.array(row, { maxLength: 40 }).map(drawn => {
  const sequences = new Map<string, number>()
  return drawn
    .toSorted((a, b) => a.recorded_at - b.recorded_at)
    .map(one => {
      const key = `${one.case_id} ${one.signature}`
      const sequence = (sequences.get(key) ?? 0) + 1
      sequences.set(key, sequence)
      return { ...one, sequence }
    })
})

const holding = async (recorded: readonly Row[]): Promise<Store> => {
  const store = await openEmbeddedStore(':memory:')
  if (recorded.length > 0) await store.db.insertInto('charge_outcome').values(recorded).execute()
  return store
}

describe('the board', () => {
  it('counts what one counts by hand', async () => {
    const period = fc
      .tuple(fc.nat(DAYS), fc.nat(DAYS))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    await fc.assert(
      fc.asyncProperty(rows, period, async (recorded, [from, to]) => {
        const store = await holding(recorded)
        const keys = {
          detector: (one: Row) => `${one.signature} ${one.detector_version}`,
          district: (one: Row) => one.district_code,
          month: (one: Row) => new Date(one.recorded_at + 8 * 3_600_000).toISOString().slice(0, 7),
        }
        const final = recorded.filter(one => one.final === 1)
        const counting = final.filter(
          one =>
            !final.some(
              other =>
                other.case_id === one.case_id &&
                other.signature === one.signature &&
                other.sequence > one.sequence,
            ),
        )
        const inside = counting.filter(
          one =>
            one.recorded_at >= dayStartMs(MONDAY + from) && one.recorded_at < dayStartMs(MONDAY + to + 1),
        )
        for (const by of ['detector', 'district', 'month'] as const) {
          const query = { from: MONDAY + from, to: MONDAY + to, by }
          const board = (await readBoard(store.db, query, MONDAY)).rows
          expect(board.map(({ key }) => key)).toEqual([...new Set(inside.map(keys[by]))].sort())
          for (const found of board) {
            const own = inside.filter(one => keys[by](one) === found.key)
            const count = (outcome: string) => own.filter(one => one.outcome === outcome).length
            expect(found).toMatchObject({
              confirmed: count('confirmed'),
              dismissed: count('dismissed'),
              cannotVerify: count('cannot-verify'),
              passedOn: count('passed-on'),
              of: count('confirmed') + count('dismissed'),
            })
            for (const cause of DismissalCause.options) {
              expect(found.byCause[cause] ?? 0).toBe(own.filter(one => one.cause === cause).length)
            }
          }
        }
        await store.close()
      }),
      { numRuns: 40 },
    )
  })

  it('is empty where nothing was answered, and then advises nothing', async () => {
    const store = await holding([])
    onTestFinished(() => store.close())
    const board = await readBoard(store.db, { from: MONDAY, to: MONDAY + DAYS, by: 'month' }, MONDAY)
    expect(board.rows).toEqual([])
    expect(board.advice.every(({ thresholds }) => thresholds === null)).toBe(true)
    expect(dayText(MONDAY)).toBe('2024-05-06')
  })
})

describe('precision', () => {
  // Values of the score interval as published: R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i has the bounds %f and %f', (confirmed, of, lower, upper) => {
    const found = precisionOf(confirmed, of)
    expect(found.lower).toBeCloseTo(lower, 4)
    expect(found.upper).toBeCloseTo(upper, 4)
  })

  it('lies within its bounds, which lie within 0 and 1 and close in with more behind them', () => {
    const counts = fc.integer({ min: 1, max: 500 }).chain(of => fc.tuple(fc.nat(of), fc.constant(of)))
    fc.assert(
      fc.property(counts, ([confirmed, of]) => {
        const { precision, lower, upper } = precisionOf(confirmed, of)
        expect(0 <= lower! && lower! <= precision! && precision! <= upper! && upper! <= 1).toBe(true)
        const more = precisionOf(4 * confirmed, 4 * of)
        expect(more.upper! - more.lower!).toBeLessThan(upper! - lower!)
      }),
    )
  })
})

describe('an advised threshold', () => {
  const answer = fc.record({
    score: fc.integer({ min: 700, max: 1_000 }).map(thousandths => thousandths / 1_000),
    confirmed: fc.boolean(),
  })

  it('is the lowest hundredth that keeps the promise with 20 answers behind it', () => {
    const answers = fc.array(answer, { maxLength: 80 })
    fc.assert(
      fc.property(answers, fc.constantFrom(0.2, 0.4, 0.6), (given, promised) => {
        const keeps = (threshold: number) => {
          const from = given.filter(({ score }) => score >= threshold)
          const { lower } = precisionOf(from.filter(({ confirmed }) => confirmed).length, from.length)
          return from.length >= 20 && lower! >= promised
        }
        const hundredths = Array.from({ length: 31 }, (_, i) => (70 + i) / 100)
        const found = lowestThreshold(given, promised)
        const kept = hundredths.filter(keeps)
        if (kept.length === 0) expect(found).toBeNull()
        // Between two scores every hundredth keeps the same promise.
        else
          expect(given.filter(({ score }) => score >= found!)).toEqual(
            given.filter(({ score }) => score >= kept[0]!),
          )
      }),
    )
  })

  it('is not made of fewer than 20 answers, nor where nothing is promised', () => {
    const current = { yellowFrom: 0.7, orangeFrom: 0.8, redFrom: 0.9, closeBelow: 0.6 }
    const answers = Array.from({ length: 19 }, () => ({ score: 0.9, confirmed: true }))
    const advise = (given: typeof answers, promised: number | null) =>
      adviseThresholds('crypto-mining', given, current, () => promised).thresholds
    expect(advise(answers, 0.5)).toBeNull()
    expect(advise([...answers, answers[0]!], null)).toBeNull()
    expect(advise([...answers, answers[0]!], 0.8)).toEqual({
      yellowFrom: 0.9,
      orangeFrom: 0.9,
      redFrom: 0.9,
      closeBelow: 0.8,
    })
  })
})
