import type { LicensedProcess } from '../../../schemas/meter.ts'
import type { Flaw } from '../flaws.ts'
import { recorded } from '../loads/recorded.ts'
import type { DISTRICTS, Plan } from '../plan.ts'
import { attributionOf, type RecordingName } from '../recordings.ts'

/** name, district, industry code, contract kVA, recording, scale, from week, noise, licences, flaw */
type Row = readonly [
  string,
  keyof typeof DISTRICTS,
  string,
  number,
  RecordingName,
  number,
  number,
  number,
  (readonly LicensedProcess[])?,
  Flaw?,
]

const STEEL = 'steel-works-2018'
const METAL = ['metal-processing-2018-02-05', 'metal-processing-2018-10-08'] as const
const STORE = ['furniture-store-2015-02-16', 'furniture-store-2015-10-12'] as const
const SCHOOL = ['school-2014-01-13', 'school-2014-11-10'] as const
const OFFICE = ['administration-2015-01-12', 'administration-2015-11-02'] as const

const ROWS: readonly Row[] = [
  ['演示·临溪钢材加工有限公司', 'liangjiang', '3130', 1250, STEEL, 1, 1, 0.06, ['rolling']],
  ['演示·临溪带钢有限公司', 'jiulongpo', '3130', 1000, STEEL, 0.8, 13, 0.07, ['rolling']],
  ['演示·临溪卷板加工有限公司', 'changshou', '3130', 2000, STEEL, 1.7, 33, 0.06],
  ['演示·临溪冷弯型钢有限公司', 'liangjiang', '3311', 800, STEEL, 0.6, 44, 0.09],
  ['演示·鸿图机械配件有限公司', 'liangjiang', '3484', 500, METAL[0], 1, 0, 0.06, [], 'doubled'],
  ['演示·千锤五金制造有限公司', 'jiulongpo', '3351', 400, METAL[0], 0.7, 2, 0.08],
  ['演示·白鹤铝制品有限公司', 'jiulongpo', '3311', 630, METAL[1], 1.3, 1, 0.06, ['welding'], 'wrong-unit'],
  ['演示·细齿齿轮有限公司', 'changshou', '3453', 315, METAL[1], 0.55, 3, 0.1],
  ['演示·云朵家居广场', 'liangjiang', '5283', 250, STORE[0], 0.6, 0, 0.06],
  ['演示·梧桐家具城', 'jiulongpo', '5283', 160, STORE[0], 0.35, 3, 0.09, [], 'gaps'],
  ['演示·桃花源建材卖场', 'changshou', '5281', 200, STORE[1], 0.5, 1, 0.07, [], 'revised'],
  ['演示·临溪家居体验馆', 'liangjiang', '5283', 315, STORE[1], 0.7, 4, 0.08],
  ['演示·江风中学', 'liangjiang', '8334', 400, SCHOOL[0], 0.5, 0, 0.06],
  ['演示·青禾小学', 'jiulongpo', '8321', 200, SCHOOL[0], 0.25, 2, 0.08],
  ['演示·向阳中学', 'changshou', '8331', 500, SCHOOL[1], 0.7, 0, 0.07, [], 'late'],
  ['演示·梧桐职业学校', 'jiulongpo', '8336', 500, SCHOOL[1], 0.65, 3, 0.09],
  ['演示·滨江政务中心', 'liangjiang', '9221', 125, OFFICE[0], 0.3, 0, 0.06],
  ['演示·渡口街道办事处', 'jiulongpo', '9221', 80, OFFICE[0], 0.15, 2, 0.09],
  ['演示·向阳镇政务楼', 'changshou', '9221', 100, OFFICE[1], 0.2, 1, 0.08],
  ['演示·星河行政服务中心', 'liangjiang', '9221', 125, OFFICE[1], 0.28, 3, 0.07],
  ['演示·星汇软件园一号楼', 'liangjiang', '6513', 315, 'office-2011-03-07', 1.2, 0, 0.05],
  ['演示·梧桐路设计院', 'jiulongpo', '7484', 250, 'office-2011-08-15', 0.9, 1, 0.06],
  ['演示·星河云计算中心', 'liangjiang', '6450', 800, 'data-centre-2011-03-07', 4, 0, 0.01, ['isp']],
  ['演示·梧桐数据机房', 'jiulongpo', '6450', 315, 'data-centre-2011-08-15', 1.5, 1, 0.01, ['isp']],
]

const plan = (row: Row): Plan => {
  const [name, district, industryCode, contractKva, recording, scale, fromWeek, noise, licences, flaw] = row
  const percent = Math.round(noise * 100)
  return {
    name,
    district,
    industryCode,
    contractKva,
    voltageKv: contractKva < 100 ? 0.4 : 10,
    licences: licences ?? [],
    kind: 'recording',
    truth: 'legal',
    story: `Real recording ${recording}, times ${scale}, from its week ${fromWeek + 1} on, with ${percent} % noise of its own.`,
    attribution: attributionOf(recording),
    load: recorded(recording, { scale, fromWeek, noise }),
    flaw: flaw ?? null,
  }
}

/** Legal enterprises whose curves are real recordings. */
export const recordingPlans: readonly Plan[] = ROWS.map(plan)
