/** Examples of changes of rules, assessments, decisions and notices, of the same invented district. */

const RULE = {
  id: 'CQ-MINING-2026',
  jurisdiction: 'CQ',
  industries: ['虚拟货币挖矿'],
  category: '淘汰类',
  formula: { kind: 'flat', yuanPerKwh: '0.50' },
  floats: false,
  planYear: null,
  appliesTo: '户号全部电量',
  documentNo: '示例〔2026〕1号',
  documentTitle: '示例文件',
  effectiveFrom: '2026-12-01',
  effectiveTo: null,
  gapReason: '',
  sourceStatus: 'original',
  verification: '示例，非真实文件',
  source: '示例',
  note: '',
  enabled: true,
}

const CHANGE = {
  id: 'change-000002',
  kind: 'rules',
  state: 'proposed',
  rows: 1,
  reason: '补录挖矿地方加价标准',
  proposedBy: 'zhou.jie',
  proposedAt: '2026-11-27T13:34:21.708Z',
  decidedBy: null,
  decidedAt: null,
  decidedReason: '',
}

const PREVIEW = {
  faults: [],
  warnings: [],
  effect: {
    ...{ new: 1, changed: 0, unchanged: 0 },
    rules: [{ row: 1, id: 'CQ-MINING-2026', what: 'new', fields: {} }],
  },
}

export const PRICE_CHANGE_EXAMPLES = {
  PriceChangePage: { changes: [CHANGE], next: null },
  PriceChangeView: {
    change: CHANGE,
    rows: {
      rules: [{ ...RULE, verified: { zh: RULE.verification, en: RULE.verification } }],
      assessments: [],
      document: null,
      entries: [],
      notices: [],
    },
    customerNames: {},
    preview: PREVIEW,
    next: null,
  },
  PriceChangeProposal: { change: CHANGE, ...PREVIEW },
  PriceChangeDecided: {
    change: {
      ...CHANGE,
      state: 'released',
      decidedBy: 'sun.li',
      decidedAt: '2026-11-27T13:40:02.115Z',
      decidedReason: '文件属实',
    },
    correctionId: 2,
  },
  PriceTableAnswer: {
    change: null,
    rows: 3,
    faults: [
      {
        row: 2,
        column: '缴清日期',
        reason:
          '"45992" is the serial number of a date: format the cell as a date, or write it as 2026-11-01.',
      },
      {
        row: 4,
        column: '户号',
        reason: 'The registry knows no customer 9900000099: import it first, or correct the number.',
      },
    ],
    faultCount: 2,
    warnings: [],
    effect: null,
    understood: {
      kind: 'notices',
      notices: [
        {
          ...{ customerId: '9900000054', from: '2026-01-01', to: '2026-10-31', noticedOn: '2026-11-20' },
          ...{ paidOn: null, documentNo: '示例〔2026〕4号', note: '' },
        },
      ],
    },
  },
}
