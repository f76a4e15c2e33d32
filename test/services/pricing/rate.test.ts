import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../schemas/assessment.ts'
import { parseDay } from '../../../schemas/day.ts'
import type { ReleasedRule } from '../../../schemas/tariff.ts'
import { loadTariffRules, rateOf } from '../../../services/pricing/index.ts'
import { assessment, rule } from './rules.ts'

const shipped = (id: string): ReleasedRule => loadTariffRules().find(one => one.id === id)!
/** As if its text had been read: what is remembered decides nothing. */
const read = (id: string): ReleasedRule => ({ ...shipped(id), sourceStatus: 'original' })
const none = { yuanPerKwh: null, step: null }

const rate = (
  asked: ReleasedRule | null,
  date: string,
  {
    assessed,
    entry = none,
  }: { assessed?: Assessment; entry?: { yuanPerKwh: string | null; step: number | null } } = {},
) => rateOf({ entry, rule: asked, day: parseDay(date), assessment: () => assessed })

const amount = (...args: Parameters<typeof rate>) => {
  const { yuanPerKwh, gap } = rate(...args)
  return yuanPerKwh ?? gap
}

describe('the rate of a line', () => {
  it('is the flat amount of its rule', () => {
    expect(amount(shipped('CN-STEEL-ELIM-2017'), '2024-05-01')).toBe('0.50')
  })

  it('is what the decision names, whatever the rule says', () => {
    const entry = { yuanPerKwh: '0.6', step: null }
    expect(amount(shipped('CN-MINING-2021'), '2024-05-01', { entry })).toBe('0.60')
    expect(amount(null, '2024-05-01', { entry })).toBe('0.60')
  })

  it('is not told by a rule that is only remembered, nor without one', () => {
    expect(amount(shipped('CN-MINING-2021'), '2024-05-01')).toBe('from-memory')
    expect(amount(null, '2024-05-01')).toBe('no-rule')
    expect(amount(rule({ formula: null }), '2024-05-01')).toBe('no-rule')
  })

  it('of steel by steps takes the step from the decision', () => {
    const steel = shipped('CN-STEEL-TIER-2017')
    const onStep = (step: number | null) => amount(steel, '2024-05-01', { entry: { yuanPerKwh: null, step } })
    expect([1, 2, 3, 4, null].map(onStep)).toEqual(['0.00', '0.05', '0.10', 'unknown-step', 'no-step'])
  })

  it('of cement goes by the comparable use of the line, bounds inside', () => {
    const cement = read('CN-CEMENT-TIER-2016-POST')
    const at = (line: string, kwhPerTonne: number) =>
      amount(cement, '2024-05-01', { assessed: assessment({ line, kwhPerTonne }) })
    expect([60, 60.01, 64, 64.01].map(use => at('熟料', use))).toEqual(['0.00', '0.10', '0.10', '0.20'])
    expect([36, 38, 41].map(use => at('粉磨站(外购熟料)', use))).toEqual(['0.00', '0.15', '0.25'])
    expect(amount(cement, '2024-05-01')).toBe('no-assessment')
  })

  it('of aluminium counts each started 20 kWh/t above the threshold of the priced year', () => {
    const aluminium = shipped('CN-AL-TIER-2022')
    const at = (date: string, kwhPerTonne: number) =>
      amount(aluminium, date, { assessed: assessment({ kwhPerTonne }) })
    // (13,471 − 13,450) / 20 = 1.05, started twice: 2 × 0.01
    expect(at('2024-06-30', 13_471)).toBe('0.02')
    expect([13_450, 13_450.1, 13_470, 13_470.1].map(use => at('2024-12-31', use))).toEqual([
      ...['0.00', '0.01', '0.01', '0.02'],
    ])
    expect(at('2025-01-01', 13_471)).toBe('0.09')
    expect(at('2021-12-31', 13_471)).toBe('no-threshold')
  })

  it('of aluminium falls with non-hydro renewables where the incentive value is reached', () => {
    const aluminium = shipped('CN-AL-TIER-2022')
    const at = (nonHydroPercent: number | null, incentivePercent: number | null) =>
      amount(aluminium, '2024-06-30', { assessed: assessment({ nonHydroPercent, incentivePercent }) })
    expect(at(20, 18)).toBe('0.019')
    expect(at(20.9, 18)).toBe('0.019')
    expect(at(15, 10)).toBe('0.02')
    expect(at(20, 21)).toBe('0.02')
    expect(at(20, null)).toBe('0.02')
    expect(at(100, 18)).toBe('0.003')
  })

  it('by a limit is the step of the last ratio that is exceeded', () => {
    const punitive = read('CN-PUNITIVE-2010-GE2X')
    const at = (kwhPerTonne: number, limitKwhPerTonne: number | null) =>
      amount(punitive, '2024-05-01', { assessed: assessment({ kwhPerTonne, limitKwhPerTonne }) })
    expect([at(200, 100), at(200.1, 100), at(90, 100), at(90, null)]).toEqual([
      ...['0.00', '0.30', '0.00', 'no-limit'],
    ])
  })

  it('lays its arithmetic open', () => {
    const { working } = rate(shipped('CN-AL-TIER-2022'), '2024-06-30', { assessed: assessment() })
    expect(working.map(({ zh }) => zh).join('')).toContain('2 × 0.01 = 0.02 元/kWh')
    expect(working.map(({ en }) => en).join('')).toContain('21 kWh/t above the 13450 kWh/t')
  })
})
