import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText, parseDay } from '../../../schemas/day.ts'
import { ProposedTier, ReleasedRule } from '../../../schemas/tariff.ts'
import { loadTariffRules, proposeTier } from '../../../services/pricing/index.ts'

const rules = loadTariffRules()
const on = (date: string, signature: 'induction-furnace' | 'crypto-mining', from = rules) =>
  proposeTier(from, signature, parseDay(date))

const local = (change: Partial<ReleasedRule>): ReleasedRule =>
  ReleasedRule.parse({
    ...rules.find(one => one.id === 'CN-MINING-2021'),
    id: 'CQ-MINING-LOCAL',
    jurisdiction: 'CQ',
    formula: { kind: 'flat', yuanPerKwh: '0.80' },
    sourceStatus: 'original',
    effectiveFrom: '2024-03-01',
    ...change,
  })

const flat = (yuanPerKwh: string) => ({ kind: 'flat' as const, yuanPerKwh })

describe('proposed tier', () => {
  it('of a furnace is the steel rule, with closing by law as the first measure', () => {
    const tier = on('2024-05-01', 'induction-furnace')
    expect(ProposedTier.parse(tier)).toEqual(tier)
    expect(tier).toMatchObject({
      ruleId: 'CN-STEEL-ELIM-2017',
      category: '淘汰类',
      yuanPerKwh: '0.50',
      documentNo: '发改价格〔2016〕2803号',
      effectiveFrom: '2017-01-01',
      label: '拟适用',
      firstMeasure: '依法取缔',
      asOf: '2024-05-01',
    })
  })

  it('of a mine says that its amount is still to be checked', () => {
    expect(on('2024-05-01', 'crypto-mining')).toMatchObject({
      ruleId: 'CN-MINING-2021',
      yuanPerKwh: '0.30',
      sourceStatus: 'memory',
      label: '拟适用（标准待核）',
      firstMeasure: null,
    })
  })

  it('begins on the first day of force and is null before', () => {
    expect(on('2016-12-31', 'induction-furnace')).toBeNull()
    expect(on('2017-01-01', 'induction-furnace')).not.toBeNull()
    expect(on('2021-09-23', 'crypto-mining')).toBeNull()
    expect(on('2021-09-24', 'crypto-mining')).not.toBeNull()
  })

  it('holds on the last day of force and not after', () => {
    const ending = [local({ effectiveTo: '2024-06-30' })]
    expect(on('2024-06-30', 'crypto-mining', ending)?.ruleId).toBe('CQ-MINING-LOCAL')
    expect(on('2024-07-01', 'crypto-mining', ending)).toBeNull()
  })

  it('prefers a local rule that is enabled, priced and in force', () => {
    const ruleId = (change: Partial<ReleasedRule>, date = '2024-05-01') =>
      on(date, 'crypto-mining', [...rules, local(change)])?.ruleId
    expect(ruleId({})).toBe('CQ-MINING-LOCAL')
    expect(ruleId({ enabled: false })).toBe('CN-MINING-2021')
    expect(ruleId({ formula: null })).toBe('CN-MINING-2021')
    expect(ruleId({ sourceStatus: 'not-found' })).toBe('CN-MINING-2021')
    expect(ruleId({ effectiveFrom: null })).toBe('CN-MINING-2021')
    expect(ruleId({}, '2024-02-29')).toBe('CN-MINING-2021')
  })

  it('over any history is what a search day by day finds', () => {
    const dates = fc.integer({ min: 19_000, max: 19_060 }).map(dayText)
    const history = fc.array(
      fc
        .record({
          jurisdiction: fc.constantFrom('CN', 'CQ'),
          effectiveFrom: fc.option(dates),
          effectiveTo: fc.option(dates),
          formula: fc.constantFrom(flat('0.30'), flat('1.00'), null),
          sourceStatus: fc.constantFrom('secondary', 'memory', 'not-found'),
          enabled: fc.boolean(),
        })
        .map(change => local(change as Partial<ReleasedRule>)),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(history, fc.integer({ min: 18_995, max: 19_065 }), (made, day) => {
        const numbered = made.map((rule, index) => ({ ...rule, id: `rule-${index}` }))
        expect(proposeTier(numbered, 'crypto-mining', day)?.ruleId).toBe(search(numbered, day)?.id)
      }),
      { numRuns: 2_000 },
    )
  })
})

/** Walks the days forward and keeps what came into force last, for each jurisdiction by itself. */
const search = (history: readonly ReleasedRule[], day: number): ReleasedRule | undefined => {
  for (const jurisdiction of ['CQ', 'CN']) {
    for (let start = day; start >= 18_990; start -= 1) {
      const found = history.find(
        rule =>
          rule.jurisdiction === jurisdiction &&
          rule.enabled &&
          rule.formula !== null &&
          rule.sourceStatus !== 'not-found' &&
          rule.effectiveFrom === dayText(start) &&
          !(rule.effectiveTo !== null && parseDay(rule.effectiveTo) < day),
      )
      if (found) return found
    }
  }
  return undefined
}
