import { TariffRule } from '../../../schemas/tariff.ts'
import { person } from '../../support/people.ts'

/** Two people of the pricing staff */
export const clerk = person('Zhou', 'pricing')
export const second = person('Sun', 'pricing')

/** A rule of Chongqing on mining from 2024 on whose original was read, changed as told. */
export const localRule = (change: Partial<TariffRule> = {}): TariffRule =>
  TariffRule.parse({
    id: 'CQ-MINING',
    jurisdiction: 'CQ',
    industries: ['虚拟货币挖矿'],
    category: '淘汰类',
    formula: { kind: 'flat', yuanPerKwh: '0.80' },
    appliesTo: null,
    documentNo: '示例〔2024〕1号',
    documentTitle: '示例',
    effectiveFrom: '2024-01-01',
    effectiveTo: null,
    sourceStatus: 'original',
    verification: 'made for a test',
    source: 'test',
    note: '',
    enabled: true,
    ...change,
  })
