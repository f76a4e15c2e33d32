import type { Assessment } from '../../../schemas/assessment.ts'
import { ReleasedEntry } from '../../../schemas/decision.ts'
import { ReleasedRule } from '../../../schemas/tariff.ts'

/** A released rule of 0.50 yuan/kWh on 淘汰类 steel since 2020, changed as told. */
export const rule = (change: Partial<ReleasedRule> = {}): ReleasedRule =>
  ReleasedRule.parse({
    id: 'RULE',
    jurisdiction: 'CN',
    industries: ['钢铁'],
    category: '淘汰类',
    formula: { kind: 'flat', yuanPerKwh: '0.50' },
    appliesTo: null,
    documentNo: '示例〔2020〕1号',
    documentTitle: '示例',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
    sourceStatus: 'original',
    verification: 'made for a test',
    source: 'test',
    note: '',
    enabled: true,
    version: 1,
    changeId: 'change-000001',
    releasedAt: '2020-01-01T00:00:00.000Z',
    ...change,
  })

/** A released line that puts a customer on the list from 2024-01-01 on, changed as told. */
export const entry = (change: Partial<ReleasedEntry> = {}): ReleasedEntry =>
  ReleasedEntry.parse({
    customerId: '5001234567',
    industry: '钢铁',
    category: '淘汰类',
    from: '2024-01-01',
    id: 'entry-1',
    changeId: 'change-000002',
    document: {
      documentNo: '示例决〔2024〕1号',
      title: '示例决定',
      issuer: '示例区发展改革委',
      issuedOn: '2023-12-20',
      restsOn: '示例',
    },
    enteredBy: 'pricing.a',
    releasedBy: 'pricing.b',
    releasedAt: '2023-12-25T00:00:00.000Z',
    ...change,
  })

/** An assessment of molten aluminium of 2023 at 13,471 kWh/t, changed as told. */
export const assessment = (change: Partial<Assessment> = {}): Assessment => ({
  customerId: '5001234567',
  line: '铝液',
  process: '',
  year: 2023,
  product: '铝液',
  outputTonnes: null,
  kwhPerTonne: 13_471,
  limitKwhPerTonne: null,
  commissionedOn: null,
  nonHydroPercent: null,
  incentivePercent: null,
  authority: '示例',
  documentNo: '示例核〔2024〕1号',
  documentDate: '2024-03-01',
  note: '',
  ...change,
})
