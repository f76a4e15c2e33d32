import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import type { ReleasedRule } from '../../../schemas/tariff.ts'
import { chooseRule, loadTariffRules } from '../../../services/pricing/index.ts'
import { assessment, rule } from './rules.ts'

const choose = (
  rules: readonly ReleasedRule[],
  date = '2024-05-01',
  change: Partial<Parameters<typeof chooseRule>[1]> = {},
) =>
  chooseRule(rules, {
    industry: '钢铁',
    category: '淘汰类',
    line: '',
    jurisdictions: ['500115', 'CQ', 'CN'],
    day: parseDay(date),
    assessment: () => undefined,
    ...change,
  })

const verdicts = (...args: Parameters<typeof choose>) =>
  Object.fromEntries(choose(...args).considered.map(({ rule: { id }, verdict }) => [id, verdict]))

describe('the rule that applies', () => {
  it('is the most local one, and each other says why it is not', () => {
    const rules = [
      rule({ id: 'NATION' }),
      rule({ id: 'CITY', jurisdiction: 'CQ' }),
      rule({ id: 'DISTRICT', jurisdiction: '500115', effectiveTo: '2024-06-30' }),
      rule({ id: 'NEIGHBOUR', jurisdiction: '500116' }),
      rule({ id: 'CEMENT', industries: ['水泥'] }),
      rule({ id: 'LIMITED', category: '限制类' }),
      rule({ id: 'LATER', effectiveFrom: '2025-01-01' }),
      rule({ id: 'ENDED', effectiveTo: '2023-12-31' }),
      rule({ id: 'EMPTY', formula: null, effectiveFrom: null }),
    ]
    expect(choose(rules).rule?.id).toBe('DISTRICT')
    expect(verdicts(rules)).toEqual({
      NATION: 'less-local',
      CITY: 'less-local',
      DISTRICT: 'applies',
      NEIGHBOUR: 'elsewhere',
      CEMENT: 'other-industry',
      LIMITED: 'other-category',
      LATER: 'not-yet',
      ENDED: 'over',
      EMPTY: 'no-amount',
    })
    expect(choose(rules, '2024-07-01').rule?.id).toBe('CITY')
  })

  it('names the industry before one for every industry, and follows the later plan from its year on', () => {
    const rules = [
      rule({ id: 'ALL', industries: ['*'], effectiveFrom: '2023-01-01' }),
      rule({ id: 'PLAN-2024', planYear: 2024 }),
      rule({ id: 'PLAN-2025', planYear: 2025 }),
    ]
    expect(verdicts(rules, '2024-12-31')).toEqual({
      ...{ ALL: 'every-industry', 'PLAN-2024': 'applies', 'PLAN-2025': 'plan-to-come' },
    })
    expect(verdicts(rules, '2025-01-01')['PLAN-2024']).toBe('older-plan')
  })

  it('of cement goes by when the line was commissioned', () => {
    const asked = (commissionedOn: string | null) => ({
      ...{ industry: '水泥', category: '阶梯' as const, line: '熟料' },
      assessment: () => assessment({ line: '熟料', commissionedOn }),
    })
    const chosen = (commissionedOn: string | null) =>
      choose(loadTariffRules(), '2024-05-01', asked(commissionedOn)).rule?.id
    expect(chosen('2013-09-30')).toBe('CN-CEMENT-TIER-2016-PRE')
    expect(chosen('2013-10-01')).toBe('CN-CEMENT-TIER-2016-POST')
    expect(chosen(null)).toBeUndefined()
  })
})
