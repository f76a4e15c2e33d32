import { describe, expect, it } from 'vitest'
import type { TariffFormula, TariffRule } from '../../../schemas/tariff.ts'
import { faultsBeside } from '../../../services/price-changes/faults-of-rules.ts'
import { loadTariffRules } from '../../../services/pricing/index.ts'
import { localRule } from './clerks.ts'

const columnsOf = (change: Partial<TariffRule>) =>
  faultsBeside(loadTariffRules(), [localRule(change)]).map(({ column }) => column)

const excess = (thresholds: [string, string | null][]): TariffFormula => ({
  ...{ kind: 'excess', basis: '示例', yearsBack: 1, line: '铝液', perKwhPerTonne: 20, yuanPerKwh: '0.01' },
  thresholds: thresholds.map(([from, to]) => ({ from, to, kwhPerTonne: 13_300 })),
  ...{ relief: null, late: null },
})
const useStep = (bounds: (number | null)[], amounts: string[], lines = ['熟料']): TariffFormula => ({
  ...{ kind: 'use-step', basis: '示例', yearsBack: 1, commissionedFrom: null, commissionedBefore: null },
  lines: lines.map(line => ({
    line,
    steps: bounds.map((upToKwhPerTonne, i) => ({ upToKwhPerTonne, yuanPerKwh: amounts[i]! })),
  })),
})

describe('faults of a rule', () => {
  it('are none of those that come with the program', () => {
    expect(faultsBeside([], loadTariffRules())).toEqual([])
  })

  it('are none of a local rule beside the national ones', () => {
    expect(columnsOf({})).toEqual([])
  })

  it.each<[string, Partial<TariffRule>, string[]]>([
    ['a jurisdiction nobody knows', { jurisdiction: '999999' }, ['jurisdiction']],
    ['a last day before the first', { effectiveTo: '2023-12-31' }, ['effectiveTo']],
    [
      'no first day and a last',
      { effectiveFrom: null, effectiveTo: '2024-02-01', enabled: false },
      ['effectiveFrom'],
    ],
    ['no first day, and to be proposed', { effectiveFrom: null }, ['effectiveFrom']],
    [
      'an original without number and title',
      { documentNo: ' ', documentTitle: null },
      ['documentNo', 'documentTitle'],
    ],
    ['an amount of what was not found', { sourceStatus: 'not-found' }, ['formula']],
    ['no amount of what was read', { formula: null }, ['formula']],
    ['an absurd amount', { formula: { kind: 'flat', yuanPerKwh: '5.01' } }, ['formula.yuanPerKwh']],
    ['the highest amount taken', { formula: { kind: 'flat', yuanPerKwh: '5.00' } }, []],
    ['bounds that fall', { formula: useStep([90, 64], ['0.10', '0.20']) }, ['formula.lines.0.steps.1']],
    [
      'an open end that is not the last',
      { formula: useStep([null, 64], ['0.10', '0.20']) },
      ['formula.lines.0.steps.1'],
    ],
    [
      'amounts that fall',
      { formula: useStep([64, 90], ['0.20', '0.10']) },
      ['formula.lines.0.steps.1.yuanPerKwh'],
    ],
    ['a line twice', { formula: useStep([64], ['0.20'], ['熟料', '熟料']) }, ['formula.lines.1.line']],
    [
      'thresholds that touch',
      {
        formula: excess([
          ['2024-01-01', '2024-12-31'],
          ['2025-01-01', null],
        ]),
      },
      [],
    ],
    [
      'thresholds that overlap',
      {
        formula: excess([
          ['2024-01-01', '2025-06-01'],
          ['2025-01-01', null],
        ]),
      },
      ['formula.thresholds.1'],
    ],
    [
      'thresholds apart',
      {
        formula: excess([
          ['2024-01-01', '2024-12-30'],
          ['2025-01-01', null],
        ]),
      },
      ['formula.thresholds.1'],
    ],
    [
      'thresholds that begin late and end early',
      { formula: excess([['2024-02-01', '2024-12-31']]) },
      ['formula.thresholds.0', 'formula.thresholds.0'],
    ],
    [
      'a threshold the wrong way round',
      {
        formula: excess([
          ['2024-01-01', '2023-12-31'],
          ['2024-01-01', null],
        ]),
      },
      ['formula.thresholds.0'],
    ],
  ])('%s', (_, change, columns) => {
    expect(columnsOf(change)).toEqual(columns)
  })

  it('names every one of them, with its row', () => {
    const steel = loadTariffRules().find(({ id }) => id === 'CN-STEEL-ELIM-2017')!
    const faults = faultsBeside(loadTariffRules(), [
      localRule(),
      localRule({ id: 'CQ-MINING-2', effectiveFrom: '2025-01-01', jurisdiction: '1x' }),
      localRule({ id: 'CQ-MINING-3', effectiveFrom: '2025-01-01' }),
      localRule(),
      steel,
    ])
    expect(faults.map(({ row, column }) => `${row} ${column}`).toSorted()).toEqual([
      ...['2 jurisdiction', '3 effectiveFrom', '4 effectiveFrom', '4 id', '5 '],
    ])
  })

  it('an end before the released successor begins', () => {
    const rules = loadTariffRules()
    const before = rules.find(({ id }) => id === 'CN-AL-TIER-2014')!
    const shortened = { ...before, effectiveTo: '2021-12-30' }
    const [fault, ...more] = faultsBeside(rules, [shortened])
    expect(more).toEqual([])
    expect(fault).toMatchObject({ row: 1, column: 'effectiveTo' })
    expect(fault!.reason).toContain('CN-AL-TIER-2022')
    const after = rules.find(({ id }) => id === 'CN-AL-TIER-2022')!
    expect(faultsBeside(rules, [shortened, { ...after, gapReason: '文件如此' }])).toEqual([])
  })

  it('released rules that a moved one leaves apart', () => {
    const three = ['2021', '2022', '2023'].map(year =>
      localRule({ id: year, effectiveFrom: `${year}-01-01`, effectiveTo: `${year}-12-31` }),
    )
    const moved = localRule({ id: '2022', jurisdiction: '500112', effectiveTo: '2024-12-31' })
    expect(faultsBeside(three, [moved]).map(({ row, column }) => `${row} ${column}`)).toEqual(['0 '])
  })
})
