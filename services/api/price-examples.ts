/** Examples of answers of prices: of the invented district, lists cut short. */

const DOCUMENT = {
  documentNo: '演示决〔2026〕1号',
  title: '关于执行差别电价的决定',
  issuer: '演示·九龙坡区发展改革委',
  issuedOn: '2026-11-20',
  restsOn: '案件 2026-00005 的现场核查',
}

const ENTRY = {
  ...{ action: 'apply', entryId: null, customerId: '9900000054', industry: '钢铁', category: '淘汰类' },
  ...{ step: null, line: '', pointIds: [], yuanPerKwh: null, from: '2026-12-01', to: null },
  ...{ caseNumber: '2026-00005', note: '', id: 'change-000002-00001', changeId: 'change-000002' },
  ...{
    document: DOCUMENT,
    enteredBy: 'wu.min',
    releasedBy: 'tang.jie',
    releasedAt: '2026-11-28T02:00:00.000Z',
  },
}

const RULE = {
  documentNo: '发改价格〔2016〕2803号',
  documentTitle: '国家发展改革委 工业和信息化部关于运用价格手段促进钢铁行业供给侧结构性改革有关事项的通知',
  effectiveFrom: '2017-01-01',
  effectiveTo: null,
  sourceStatus: 'secondary',
  label: '依据二手来源',
}

const VERIFICATION = 'value and date seen in a secondary source; document number FROM MEMORY'
const VERIFIED = { zh: '金额和日期见于转载；文号凭记忆，待核', en: VERIFICATION }

const PLACE = {
  ...{ customerName: '演示·星火物资回收站', districtCode: '500107', districtName: '九龙坡区' },
  ...{ supplyUnit: '演示·九龙供电', industryCode: '5191', industryEdition: '2017', registry: 'on-day' },
  ...{ jurisdictions: ['500107', 'CQ', 'CN'], withoutDistrict: null },
}

const TIER = {
  entry: { ...ENTRY, lastDay: null, endedBy: null },
  jurisdictions: ['500107', 'CQ', 'CN'],
  yuanPerKwh: '0.50',
  working: [
    { zh: '规则 CN-STEEL-ELIM-2017：加价 0.50 元/kWh。', en: 'Rule CN-STEEL-ELIM-2017: 0.50 yuan/kWh.' },
  ],
  ...{ gap: null, toEnter: null, ruleId: 'CN-STEEL-ELIM-2017', ruleVersion: 1 },
  ...{ ruleDocumentNo: RULE.documentNo, ruleDocumentTitle: RULE.documentTitle },
  ...{ sourceStatus: 'secondary', label: '依据二手来源', verification: VERIFICATION },
  verified: VERIFIED,
}

const CUSTOMER_ROW = {
  ...{ customerId: '9900000054', customerName: '演示·星火物资回收站', districtCode: '500107' },
  ...{ districtName: '九龙坡区', supplyUnit: '演示·九龙供电', status: 'in-force', industry: '钢铁' },
  ...{ category: '淘汰类', step: null, line: '', pointIds: [], from: '2026-12-01', until: null },
  ...{ yuanPerKwh: '0.50', toEnter: null, documentNo: DOCUMENT.documentNo, documentTitle: DOCUMENT.title },
  ...{ issuer: DOCUMENT.issuer, issuedOn: DOCUMENT.issuedOn, ruleId: 'CN-STEEL-ELIM-2017', ruleVersion: 1 },
  ...{ ruleDocumentNo: RULE.documentNo, sourceStatus: 'secondary', label: '依据二手来源' },
  ...{ entryId: 'change-000002-00001', caseNumber: '2026-00005' },
}

const RULE_ROW = {
  ...{ ruleId: 'CN-STEEL-ELIM-2017', version: 1, jurisdiction: 'CN', jurisdictionName: '全国' },
  ...{ industries: ['钢铁'], category: '淘汰类', yuanPerKwh: '0.50' },
  amount: { zh: '加价 0.50 元/kWh', en: '0.50 yuan/kWh' },
  ...{ floats: false, appliesTo: '企业生产用电', ...RULE, planYear: null, verification: VERIFICATION },
  verified: VERIFIED,
  ...{ changeId: 'change-000001', releasedAt: '2026-11-27T13:34:00.000Z' },
}

/** By the names of their schemas. */
export const PRICE_ANSWERS: Readonly<Record<string, object>> = {
  TierAnswer: {
    ...{ customerId: '9900000054', day: '2026-12-01', knownAt: null, place: PLACE },
    sentence: {
      zh: '2026-12-01 在执行：钢铁 淘汰类，加价 0.50 元/kWh（依据二手来源），依据 演示决〔2026〕1号。',
      en: 'In force on 2026-12-01: 钢铁 淘汰类, 0.50 yuan/kWh (secondary), by 演示决〔2026〕1号.',
    },
    inForce: [TIER],
    proposed: [],
    industries: [
      {
        ...{ industry: '钢铁', by: 'decision' },
        why: { zh: '决定 演示决〔2026〕1号 载明', en: 'Decision 演示决〔2026〕1号 names it' },
      },
    ],
    considered: [
      {
        ...{ ruleId: 'CN-STEEL-ELIM-2017', version: 1, jurisdiction: 'CN', category: '淘汰类', ...RULE },
        verdict: 'applies',
        why: {
          zh: '2026-12-01 适用：钢铁 淘汰类，规则 CN-STEEL-ELIM-2017。',
          en: 'It applies on 2026-12-01: 钢铁 淘汰类.',
        },
      },
    ],
    otherRules: 16,
  },
  RuleListPage: { day: '2026-12-01', rules: [RULE_ROW], next: null },
  RuleHistory: {
    ruleId: RULE_ROW.ruleId,
    versions: [
      {
        ...RULE_ROW,
        ...{ source: '《中国日报》2017-01-04', note: '由0.30提高', gapReason: '', enabled: true },
        ...{ changeId: 'change-000001', releasedAt: '2026-11-27T13:34:09.193Z' },
      },
    ],
    stretches: [{ from: '2017-01-01', to: null, amount: RULE_ROW.amount }],
  },
  CustomerListPage: { day: '2026-12-01', customers: [CUSTOMER_ROW], next: null },
  DifferencePage: {
    ...{ from: '2026-11-30', to: '2026-12-01', next: null },
    differences: [
      { key: '9900000054 钢铁  ', change: 'came', fields: [], before: null, after: CUSTOMER_ROW },
    ],
  },
  PriceHistory: {
    customerId: '9900000054',
    place: PLACE,
    records: [
      {
        ...{ kind: 'entry', id: ENTRY.id, changeId: ENTRY.changeId, enteredBy: 'wu.min' },
        ...{
          releasedBy: 'tang.jie',
          releasedAt: ENTRY.releasedAt,
          entry: ENTRY,
          assessment: null,
          notice: null,
        },
      },
    ],
    stretches: [
      {
        ...{ from: '2026-12-01', to: '2026-12-31', districtCode: '500107' },
        tiers: [
          {
            ...{
              entryId: ENTRY.id,
              industry: '钢铁',
              category: '淘汰类',
              step: null,
              line: '',
              pointIds: [],
            },
            ...{ documentNo: DOCUMENT.documentNo, yuanPerKwh: '0.50', toEnter: null, ruleVersion: 1 },
            ...{ ruleId: 'CN-STEEL-ELIM-2017', sourceStatus: 'secondary', label: '依据二手来源' },
          },
        ],
      },
    ],
  },
}

/** Of the tables, by the names of their operations: the headings and a row of each. */
export const PRICE_TABLES = {
  getPricingRulesExport:
    '规则,版本,施行地代码,施行地,行业,类别,加价（元/kWh）\nCN-STEEL-ELIM-2017,1,CN,全国,钢铁,淘汰类,0.50\n',
  getPricingCustomersExport:
    '户号,户名,区县代码,区县,供电单位,状态,行业,类别\n9900000054,演示·星火物资回收站,500107,九龙坡区,演示·九龙供电,in-force,钢铁,淘汰类\n',
  getPricingDifferencesExport: '对象,变化,变化的栏目\n9900000054 钢铁  ,came,\n',
}
