import * as fc from 'fast-check'
import { Assessment } from '../../../schemas/assessment.ts'
import { type DecisionEntry, DecisionEntry as EntrySchema } from '../../../schemas/decision.ts'
import { type TariffFormula, TariffRule } from '../../../schemas/tariff.ts'

/** What was released at a step, in the order of the steps; a step is a second of the clock. */
export type Release =
  | { readonly kind: 'rule'; readonly rule: TariffRule }
  | { readonly kind: 'assessment'; readonly assessment: Assessment }
  | { readonly kind: 'line'; readonly id: string; readonly line: DecisionEntry }

/** A customer that was in a district until a day, and in another from that day on. */
export interface Residence {
  readonly first: string
  readonly later: string
  readonly moved: string
}

export interface History {
  readonly releases: readonly Release[]
  readonly residence: Residence
  /** How many of the releases are known; the others came later */
  readonly known: number
  readonly days: readonly string[]
}

export const CUSTOMER = '5001234567'

/** Few days, so that first and last ones, those beside them and the 2025-11 change meet often. */
const DAYS = [
  ...['2023-12-30', '2023-12-31', '2024-01-01', '2024-01-02', '2024-02-29', '2024-12-31', '2025-01-01'],
  ...['2025-06-30', '2025-11-04', '2025-11-05', '2025-11-06', '2025-11-07', '2025-12-31', '2026-01-01'],
  '2026-01-02',
]
const INDUSTRIES = ['钢铁', '水泥', '电解铝']
const CATEGORIES = ['淘汰类', '阶梯'] as const
const PLACES = ['CN', 'CN', 'CQ', '500105', '500157', '500112', '500109', 'CQ-WSJKQ', '500110']
const DISTRICTS = ['500105', '500112', '500157', '500109', 'CQ-WSJKQ', '500110', '110101']
const AMOUNTS = ['0.02', '0.10', '0.3', '0.5005', '1.00']
const USES = [12_999.5, 13_300, 13_300.1, 13_320, 13_321, 13_471, 14_000]

const pick = <T>(...of: readonly T[]) => fc.constantFrom(...of)
const day = pick(...DAYS)
const amount = pick(...AMOUNTS)
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 2 })
const yearsBack = pick(0, 1)

const formula: fc.Arbitrary<TariffFormula | null> = fc.oneof(
  { weight: 4, arbitrary: amount.map(yuanPerKwh => ({ kind: 'flat' as const, yuanPerKwh })) },
  {
    weight: 1,
    arbitrary: fc.tuple(amount, amount).map(([one, two]) => ({
      ...{ kind: 'decided-step' as const, basis: 'x' },
      steps: [
        { step: 1, yuanPerKwh: one },
        { step: 2, yuanPerKwh: two },
      ],
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ yearsBack, from: orNull(day), before: orNull(day), low: amount, high: amount })
      .map(({ from, before, low, high, ...rest }) => ({
        ...{ kind: 'use-step' as const, basis: 'x', ...rest },
        ...{ commissionedFrom: from, commissionedBefore: before },
        lines: [
          {
            line: 'A',
            steps: [
              { upToKwhPerTonne: 13_300, yuanPerKwh: '0.00' },
              { upToKwhPerTonne: 13_320, yuanPerKwh: low },
              { upToKwhPerTonne: null, yuanPerKwh: high },
            ],
          },
        ],
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ yearsBack, turn: day, isRelieved: fc.boolean() })
      .map(({ turn, isRelieved, ...rest }) => ({
        ...{
          kind: 'excess' as const,
          basis: 'x',
          ...rest,
          line: 'A',
          perKwhPerTonne: 20,
          yuanPerKwh: '0.01',
        },
        thresholds: [
          { from: '2024-01-01', to: turn, kwhPerTonne: 13_450 },
          { from: turn > '2024-12-31' ? turn : '2025-01-01', to: null, kwhPerTonne: 13_300 },
        ],
        relief: isRelieved ? { abovePercent: 15, percentPerPoint: 1 } : null,
        late: null,
      })),
  },
  { weight: 1, arbitrary: fc.constant(null) },
)

const ruleRelease: fc.Arbitrary<Release> = fc
  .record({
    id: pick('R1', 'R2', 'R3', 'R4', 'R5', 'R6'),
    jurisdiction: pick(...PLACES),
    industries: pick(...INDUSTRIES.map(one => [one]), ['钢铁', '水泥'], ['*']),
    category: pick(...CATEGORIES),
    formula,
    planYear: pick(null, null, 2024, 2025),
    effectiveFrom: fc.option(day, { nil: null, freq: 12 }),
    effectiveTo: orNull(day),
    sourceStatus: pick('original' as const, 'secondary' as const, 'memory' as const, 'not-found' as const),
  })
  .map(rule => ({
    kind: 'rule',
    rule: TariffRule.parse({
      ...{ ...rule, floats: false, appliesTo: null, documentNo: null, documentTitle: null },
      ...{ verification: 'x', source: 'x', note: '', enabled: true },
    }),
  }))

const assessmentRelease: fc.Arbitrary<Release> = fc
  .record({
    line: pick('A', 'A', 'B'),
    year: pick(2023, 2024, 2025),
    kwhPerTonne: pick(...USES),
    commissionedOn: orNull(day),
    nonHydroPercent: pick(null, 14.9, 15, 16.9, 18, 200 / 3, 100),
    incentivePercent: pick(null, 10, 18),
  })
  .map(one => ({
    kind: 'assessment',
    assessment: Assessment.parse({
      ...{ ...one, customerId: CUSTOMER, product: 'x', authority: 'x', documentNo: 'x' },
      documentDate: '2024-01-01',
    }),
  }))

/** `target` names one of the lines before it; without any it puts the customer on the list. */
const lineSeed: fc.Arbitrary<Line> = fc.record({
  action: pick('apply' as const, 'apply' as const, 'correct' as const, 'correct' as const, 'end' as const),
  target: fc.nat(7),
  industry: pick(...INDUSTRIES),
  category: pick(...CATEGORIES),
  step: pick(null, 1, 2, 3),
  line: pick('', 'A', 'A'),
  yuanPerKwh: pick(null, null, null, '0.77'),
  from: day,
  to: orNull(day),
})

type Seed = Release | { readonly kind: 'seed'; readonly seed: Line }
interface Line {
  readonly action: 'apply' | 'correct' | 'end'
  readonly target: number
  readonly industry: string
  readonly category: (typeof CATEGORIES)[number]
  readonly step: number | null
  readonly line: string
  readonly yuanPerKwh: string | null
  readonly from: string
  readonly to: string | null
}

export const histories: fc.Arbitrary<History> = fc
  .record({
    seeds: fc.array(
      fc.oneof(
        { weight: 5, arbitrary: ruleRelease as fc.Arbitrary<Seed> },
        {
          weight: 5,
          arbitrary: lineSeed.map(seed => ({ kind: 'seed' as const, seed })) as fc.Arbitrary<Seed>,
        },
        { weight: 2, arbitrary: assessmentRelease as fc.Arbitrary<Seed> },
      ),
      { minLength: 1, maxLength: 18 },
    ),
    residence: fc.record({ first: pick(...DISTRICTS), later: pick(...DISTRICTS), moved: day }),
    left: fc.nat(4),
    days: fc.uniqueArray(day, { minLength: 3, maxLength: 5 }),
  })
  .map(({ seeds, residence, left, days }) => {
    const releases = releasesOf(seeds)
    return { releases, residence, days, known: Math.max(0, releases.length - left) }
  })

const releasesOf = (seeds: readonly Seed[]): Release[] => {
  const lines: string[] = []
  return seeds.map((seed, i): Release => {
    if (seed.kind !== 'seed') return seed
    const { target, ...line } = seed.seed
    const entryId = line.action === 'apply' || lines.length === 0 ? null : lines[target % lines.length]!
    const id = `line-${String(i).padStart(2, '0')}`
    const action = entryId === null ? 'apply' : line.action
    // Only what puts on the list is corrected or ended.
    if (action !== 'end') lines.push(id)
    return { kind: 'line', id, line: EntrySchema.parse({ ...line, action, entryId, customerId: CUSTOMER }) }
  })
}
