import type { Assessment } from '../../../schemas/assessment.ts'
import type { NewEntry, PricingOffice } from '../../services/pricing/pricing-office.ts'
import { meter } from '../../support/meters.ts'

const NAMES: Readonly<Record<string, string>> = {
  '9900000101': '演示·铁山轧钢厂',
  '9900000102': '演示·江口钢铁',
  '9900000103': '演示·白云水泥（立窑）',
  '9900000104': '演示·石坪水泥',
  '9900000105': '演示·银溪铝业',
  '9900000106': '演示·云算仓储',
  '9900000107': '演示·长河数据',
}

/** Invented works, one meter each. */
export const WORKS = Object.entries(NAMES).map(([customerId, customerName]) =>
  meter({ meterId: `M${customerId}`, customerId, customerName, districtCode: '500115' }),
)

const steel = { industry: '钢铁' }
const cement = { industry: '水泥' }
const aluminium = { industry: '电解铝', category: '阶梯', line: '铝液' } as const
const mining = { industry: '虚拟货币挖矿' }

/** When the first decision and the assessments were released, and when the second decision was. */
export const ENTERED = '2026-03-02T09:00:00+08:00'
const AMENDED = '2026-05-10T09:00:00+08:00'

/** Enters what is decided and assessed of them between 2014 and 2024, all of it through the API. */
export const enterHistory = async (office: PricingOffice): Promise<void> => {
  const entries: readonly NewEntry[] = [
    { ...steel, customerId: '9900000101', from: '2016-07-01' },
    { ...steel, customerId: '9900000102', from: '2018-01-01', category: '阶梯', step: 2 },
    { ...cement, customerId: '9900000103', from: '2014-07-01', to: '2018-12-31' },
    {
      ...cement,
      customerId: '9900000104',
      from: '2017-01-01',
      category: '阶梯',
      line: '熟料',
      yuanPerKwh: '0.10',
    },
    { ...aluminium, customerId: '9900000105', from: '2015-01-01' },
    { ...mining, customerId: '9900000106', from: '2022-01-01', yuanPerKwh: '0.30' },
    { ...mining, customerId: '9900000107', from: '2022-01-01' },
  ]
  const [rolling, step] = await office.decide('示例决〔2022〕1号', entries)
  await office.assess(
    ...[
      [2015, 13_820],
      [2019, 13_690],
      [2023, 13_471],
    ].map(assessed),
  )
  office.station.clock.set(Date.parse(AMENDED))
  await office.decide('示例决〔2026〕7号', [
    // 铁山 closed its furnaces; for 江口 the step was wrong from the beginning.
    { ...steel, action: 'end', entryId: rolling!, customerId: '9900000101', from: '2020-01-01' },
    {
      ...steel,
      action: 'correct',
      entryId: step!,
      customerId: '9900000102',
      from: '2018-01-01',
      category: '阶梯',
      step: 3,
    },
  ])
}

const assessed = ([year, kwhPerTonne]: readonly number[]): Partial<Assessment> => ({
  ...{
    customerId: '9900000105',
    year: year!,
    kwhPerTonne: kwhPerTonne!,
    documentNo: `示例核〔${year! + 1}〕1号`,
  },
})
