import { readFileSync } from 'node:fs'
import Big from 'big.js'
import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../schemas/assessment.ts'
import { parseDay } from '../../../schemas/day.ts'
import type { ReleasedRule } from '../../../schemas/tariff.ts'
import {
  assessmentFor,
  chooseRule,
  estimateSurcharge,
  loadTariffRules,
  rateOf,
} from '../../../services/pricing/index.ts'
import { assessment } from './rules.ts'

const TEXT = readFileSync(new URL('../../../docs/pricing.md', import.meta.url), 'utf8')
const SECTION = TEXT.split('## Worked examples')[1]!.split('\n## ')[0]!
const KWH = 1_000_000

interface Row {
  readonly industry: string
  readonly cells: readonly string[]
}

/** The rows of the tables, each under the industry in the heading before it. */
const ROWS: readonly Row[] = SECTION.split('\n### ')
  .slice(1)
  .flatMap(part => {
    const industry = /（?\((.+)\)/.exec(part.split('\n')[0]!)![1]!
    const rows = part.split('\n').filter(line => /^\| \d{4}-/.test(line))
    return rows.map(line => ({
      industry,
      cells: line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    }))
  })

/** `13471 in 2023, 20 % of 18 %`: the use and its year, the share of renewables and the incentive value. */
const assessedIn = (text: string, line: string, commissioned: string): Assessment[] => {
  const [, use, year, share, incentive] = /^(\d+) in (\d{4})(?:, (\d+) % of (\d+) %)?$/.exec(text) ?? []
  if (use === undefined) return []
  return [
    assessment({
      ...{ line, year: Number(year), kwhPerTonne: Number(use), commissionedOn: commissioned || null },
      nonHydroPercent: share === undefined ? null : Number(share),
      incentivePercent: incentive === undefined ? null : Number(incentive),
    }),
  ]
}

const reckon = ({ industry, cells }: Row) => {
  const [date, category, line, assessed, commissioned, named] = cells as [
    ...[string, ReleasedRule['category'], string, string, string, string],
  ]
  const day = parseDay(date)
  const step = /^step (\d)$/.exec(named)?.[1]
  const entry = { step: step ? Number(step) : null, yuanPerKwh: step || !named ? null : named }
  const found = assessmentFor(assessedIn(assessed, line, commissioned), line, Number(date.slice(0, 4)))
  const asked = { industry, category, line, jurisdictions: ['CQ', 'CN'], day, assessment: found }
  const { rule } = chooseRule(loadTariffRules(), asked)
  const ground = { entry, rule, day, assessment: found }
  const sure = rule && { ...rule, sourceStatus: 'secondary' as const }
  return { rule: rule?.id ?? 'none', rate: rateOf(ground), ifSure: rateOf({ ...ground, rule: sure }) }
}

const yuanOf = (yuanPerKwh: string) =>
  estimateSurcharge({ yuanPerKwh, kwh: KWH, attributableKwh: 0, from: 0, to: 0, days: 1 }).yuan

describe('the worked examples of docs/pricing.md', () => {
  it('are of four industries', () => {
    expect([...new Set(ROWS.map(({ industry }) => industry))]).toEqual([
      ...['钢铁', '水泥', '电解铝', '虚拟货币挖矿'],
    ])
    expect(ROWS.length).toBeGreaterThan(25)
  })

  it.each(ROWS.map(row => [`${row.industry} ${row.cells.join(' ')}`, row] as const))('%s', (_name, row) => {
    const [rule, amount, yuan] = row.cells.slice(6) as [string, string, string]
    const made = reckon(row)
    const { gap, yuanPerKwh } = made.rate
    expect(made.rule).toBe(rule)
    const remembered = gap === 'from-memory' ? ` (${made.ifSure.yuanPerKwh})` : ''
    expect(gap === null ? yuanPerKwh : gap + remembered).toBe(amount)
    expect(gap === null ? yuanOf(yuanPerKwh) : '').toBe(yuan)
  })

  it('reckon right in their text', () => {
    const sums = [...SECTION.matchAll(/`([\d.]+) ([−×÷]) ([\d.]+) = ([\d.]+)`/g)]
    expect(sums.length).toBeGreaterThan(10)
    const by = { '−': 'minus', '×': 'times', '÷': 'div' } as const
    for (const [text, a, sign, b, result] of sums) {
      expect(new Big(a!)[by[sign as keyof typeof by]](b!).toFixed(), text).toBe(new Big(result!).toFixed())
    }
  })

  it('name of memory what is of memory', () => {
    const status = (id: string) => loadTariffRules().find(rule => rule.id === id)?.sourceStatus
    expect(status('CN-MINING-2021')).toBe('memory')
    expect(status('CN-CEMENT-TIER-2016-PRE')).toBe('memory')
    expect(status('CN-CEMENT-TIER-2016-POST')).toBe('memory')
    expect(status('CN-STEEL-ELIM-2017')).toBe('secondary')
    expect(status('CN-AL-TIER-2022')).toBe('secondary')
    expect(status('CQ-MINING-LOCAL')).toBe('not-found')
  })
})
