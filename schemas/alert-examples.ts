import type { Alert, AlertOf, PayloadType } from './alert.ts'

const MASKED = { id: '＊0054', name: '张＊', masked: true }
const ENTERPRISE = { id: '9900000054', name: '演示·星火物资回收站', masked: false }

const about = (caseVersion: number, customer: AlertOf<'case.closed'>['data']['customer'] = ENTERPRISE) => ({
  version: 1 as const,
  caseNumber: '2026-00005',
  caseVersion,
  leadNumber: null,
  customer,
  districtCode: '500107',
  districtName: '九龙坡区',
  link: '/v1/cases/case-d54c3e73a325fa29ab4f',
})

const REPORTED_ID = 'msg_3b0f3c1f0a4d1f6c4a7b4f5c9f0a0f8a6b1c2d3e4f5061728394a5b6c7d8e9f0'

const CHARGE: AlertOf<'case.reported'>['data']['charges'][number] = {
  signature: 'induction-furnace',
  level: 'red',
  score: 0.995541,
  since: '2026-11-21T00:00:00+08:00',
  unsupported: false,
  sentence: {
    zh: '有 6 天出现约 512 kW 的负荷，按炉次升降并停在同一功率上限，符合中频感应炉熔炼。建议现场核查。',
    en: 'On 6 days a load of about 512 kW rises and falls heat by heat up to one ceiling. A site check is advised.',
  },
  expectation: {
    zh: '红色：按标准每 100 件约有 80 件经现场核查属实。',
    en: 'Red: of 100 such charges a check on site is expected to confirm about 80.',
  },
  evidence: [
    {
      name: 'melting-days',
      value: 6,
      unit: 'days',
      zh: '35 个可判断日中有 6 天呈熔炼形态',
      en: '6 of 35 judged days look like melting',
    },
  ],
  inspection: {
    from: '23:15',
    to: '05:00',
    activeNights: 6,
    likelihoods: [{ date: '2026-11-28', likelihood: 0.35 }],
    zh: '建议检查时段 23:15–05:00（次日）。',
    en: 'Suggested hours 23:15-05:00 (next day).',
  },
  tier: {
    ruleId: 'CN-STEEL-ELIM-2017',
    ruleVersion: 1,
    category: '淘汰类',
    yuanPerKwh: '0.50',
    documentNo: '发改价格〔2016〕2803号',
    documentTitle: null,
    effectiveFrom: '2017-01-01',
    sourceStatus: 'secondary',
    verification: 'value and date seen in a secondary source; document number FROM MEMORY',
    label: '拟适用',
    appliesTo: null,
    firstMeasure: '依法取缔',
    asOf: '2026-11-25',
  },
  estimate: {
    ...{ from: '2026-10-22', to: '2026-11-25', days: 35, kwh: 24_252.4, yuan: '12126.20' },
    ...{ attributableKwh: 11_297.3, attributableYuan: '5648.65' },
  },
}

/** One payload of every type, of an invented case. */
export const ALERT_EXAMPLES: { readonly [T in PayloadType]: AlertOf<T> } = {
  'case.reported': {
    type: 'case.reported',
    timestamp: '2026-11-27T13:34:16.000Z',
    data: { ...about(6), charges: [CHARGE], nature: '线索' },
  },
  'case.updated': {
    type: 'case.updated',
    timestamp: '2026-11-30T01:12:00.000Z',
    data: {
      ...about(9),
      charges: [{ ...CHARGE, level: 'orange', score: 0.842 }],
      replaces: REPORTED_ID,
      reason: '数据更正后，原告知内容有变化：induction-furnace 等级由红改为橙。',
      nature: '线索',
    },
  },
  'case.withdrawn': {
    type: 'case.withdrawn',
    timestamp: '2026-11-30T01:12:00.000Z',
    data: {
      ...about(9, MASKED),
      withdraws: REPORTED_ID,
      reason: '电表倍率登记有误，更正后不再成立',
      cause: 'data-error',
    },
  },
  'case.closed': {
    type: 'case.closed',
    timestamp: '2026-12-04T08:00:00.000Z',
    data: {
      ...about(12),
      outcomes: [
        { signature: 'induction-furnace', outcome: 'confirmed', cause: null, inspectedOn: '2026-12-01' },
      ],
    },
  },
  'tier.decided': {
    type: 'tier.decided',
    timestamp: '2026-12-20T02:30:00.000Z',
    data: {
      ...about(12),
      document: {
        documentNo: '渝发改价格〔2026〕88号',
        title: '关于对有关企业执行差别电价的通知',
        issuer: '重庆市发展和改革委员会',
        issuedOn: '2026-12-18',
      },
      entry: {
        ...{ id: 'change-000012-00001', action: 'apply', industry: '钢铁', category: '淘汰类', step: null },
        ...{ line: '', yuanPerKwh: '0.50', from: '2027-01-01', to: null },
      },
      nature: '决定',
    },
  },
  'endpoint.test': {
    type: 'endpoint.test',
    timestamp: '2026-11-27T13:00:00.000Z',
    data: {
      ...{ version: 1, endpointId: 'endpoint-000001', districtCode: '500107', districtName: '九龙坡区' },
      message: {
        zh: '电哨测试通知：收到并验签即为接通，不涉及任何案件。',
        en: 'A test of Dianshao: received and verified, it works. It is about no case.',
      },
    },
  },
} satisfies Record<PayloadType, Alert>
