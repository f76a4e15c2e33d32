import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText, parseDay } from '../../../schemas/day.ts'
import { latenessOn } from '../../../services/billing/late.ts'
import { ratedStretches } from '../../../services/billing/rated-days.ts'
import {
  assessmentFor,
  chooseRule,
  loadTariffRules,
  rateOf,
  rulesOf,
  standingEntries,
} from '../../../services/pricing/index.ts'
import { assessment, entry, rule } from '../pricing/rules.ts'

const YEAR = { from: parseDay('2024-01-01'), to: parseDay('2024-12-31') }
const [LISTED] = standingEntries([entry({ to: '2024-06-30' })])
const jurisdictionsOn = () => ['500115', 'CQ', 'CN']

describe('stretches of one rate', () => {
  it('end where another rule applies, and with the line of the decision', () => {
    const rules = [rule(), rule({ id: 'LOCAL', jurisdiction: 'CQ', effectiveFrom: '2024-03-01' })]
    const stretches = ratedStretches(LISTED!, YEAR, {
      rules: rulesOf(rules),
      assessments: [],
      jurisdictionsOn,
    })
    expect(stretches.map(one => [dayText(one.from), dayText(one.to), one.rule?.id])).toEqual([
      ['2024-01-01', '2024-02-29', 'RULE'],
      ['2024-03-01', '2024-06-30', 'LOCAL'],
    ])
  })

  it('end where the place changes hands, and where a threshold or the assessed year does', () => {
    const rules = [rule({ jurisdiction: '500112' }), rule({ id: 'NEW', jurisdiction: '500157' })]
    const place = (day: number) => [day < parseDay('2024-02-01') ? '500112' : '500157']
    const moved = ratedStretches(LISTED!, YEAR, {
      rules: rulesOf(rules),
      assessments: [],
      jurisdictionsOn: place,
    })
    expect(moved.map(one => one.rule?.id)).toEqual(['RULE', 'NEW'])
    const [smelter] = standingEntries([entry({ industry: '电解铝', category: '阶梯', line: '铝液' })])
    const assessed = [2023, 2024].map(year => assessment({ year }))
    const deps = { rules: rulesOf(loadTariffRules()), assessments: assessed, jurisdictionsOn }
    const rates = ratedStretches(smelter!, { from: YEAR.from, to: parseDay('2025-12-31') }, deps)
    expect(rates.map(one => [dayText(one.from), one.rate.yuanPerKwh])).toEqual([
      ['2024-01-01', '0.02'],
      ['2025-01-01', '0.09'],
    ])
  })

  it('are what each day alone is, over any rules', () => {
    const date = fc.integer({ min: YEAR.from - 100, max: YEAR.to + 100 }).map(dayText)
    const some = fc.array(
      fc.record({
        ...{ from: date, to: fc.option(date), jurisdiction: fc.constantFrom('CN', 'CQ', '500115', '500116') },
        ...{ fen: fc.nat(99), industry: fc.constantFrom('钢铁', '*', '水泥') },
        planYear: fc.option(fc.constantFrom(2024, 2025)),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(some, made => {
        const rules = made.map((one, i) =>
          rule({
            ...{ id: `R${i}`, jurisdiction: one.jurisdiction, industries: [one.industry] },
            ...{ effectiveFrom: one.from, effectiveTo: one.to, planYear: one.planYear },
            formula: { kind: 'flat', yuanPerKwh: `0.${String(one.fen).padStart(2, '0')}` },
          }),
        )
        const [listed] = standingEntries([entry()])
        const period = { from: YEAR.from, to: YEAR.to + 40 }
        const stretches = ratedStretches(listed!, period, {
          rules: rulesOf(rules),
          assessments: [],
          jurisdictionsOn,
        })
        const byDay = stretches.flatMap(({ from, to, rule: chosen, rate }) =>
          Array.from({ length: to - from + 1 }, (_, i) => [from + i, chosen?.id, rate.yuanPerKwh]),
        )
        const alone = Array.from({ length: period.to - period.from + 1 }, (_, i) => {
          const day = period.from + i
          const found = assessmentFor([], '', 2024)
          const asked = { industry: '钢铁', category: '淘汰类', line: '', day, assessment: found } as const
          const { rule: chosen } = chooseRule(rules, { ...asked, jurisdictions: jurisdictionsOn() })
          return [
            day,
            chosen?.id,
            rateOf({ entry: listed!, rule: chosen, day, assessment: found }).yuanPerKwh,
          ]
        })
        expect(byDay).toEqual(alone)
      }),
      { numRuns: 60 },
    )
  })
})

describe('lateness', () => {
  const aluminium = loadTariffRules().find(({ id }) => id === 'CN-AL-TIER-2022')!
  const notice = {
    ...{ customerId: 'c', from: '2024-01-01', to: '2024-12-31', noticedOn: '2025-03-01', documentNo: '1' },
    note: '',
  }
  const late = (paidOn: string | null, asOf: string, given = aluminium) =>
    latenessOn(given, [{ ...notice, paidOn }], parseDay('2024-05-01'), parseDay(asOf))?.factor

  it('begins on the 91st day after the notice', () => {
    expect(late(null, '2025-05-30')).toBeUndefined()
    expect(late(null, '2025-05-31')).toBe('1.5')
    expect(late('2025-05-30', '2026-01-01')).toBeUndefined()
    expect(late('2025-05-31', '2026-01-01')).toBe('1.5')
  })

  it('is known of rules that say so, and of the days of a notice, alone', () => {
    expect(late(null, '2026-01-01', rule())).toBeUndefined()
    const unpaid = [{ ...notice, paidOn: null }]
    expect(latenessOn(aluminium, unpaid, parseDay('2025-01-01'), parseDay('2026-01-01'))).toBeNull()
  })
})
