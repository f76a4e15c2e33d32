import { HAND_OVER_ANSWERS, HAND_OVER_FILES } from './examples-hand-over.ts'
import { PRICE_ANSWERS, PRICE_TABLES } from './price-examples.ts'

/**
 * Examples of the API's description: answers of the invented district of `npm run demo`, lists cut short; a secret reads
 * as one that is shown once.
 */

import { PRICE_CHANGE_EXAMPLES } from './examples-price-changes.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const EVIDENCE = [
  {
    name: 'melting-days',
    value: 6,
    unit: 'days',
    normal: '0 days',
    normalZh: '0 天',
    zh: '35 个可判断日中有 6 天呈熔炼形态，首日 2026-11-19',
    en: '6 of 35 judged days look like melting, the first on 2026-11-19',
    weight: 1,
  },
  {
    name: 'heats',
    value: 4.5,
    unit: 'heats/day',
    normal: '5-9 heats in a night of 8 hours',
    normalZh: '夜间 8 小时 5-9 炉',
    zh: '熔炼日每天约 4.5 个升降周期',
    en: 'About 4.5 rise-and-fall cycles on a melting day',
    weight: 0,
  },
]

const INNOCENT = [
  {
    name: 'licensed-foundry',
    plausibility: 0.05,
    zh: '没有感应熔炼许可，行业也不是铸造。',
    en: 'No induction melting licence, and the trade is not casting.',
  },
]

const INSPECTION = {
  from: '23:15',
  to: '05:00',
  activeNights: 6,
  likelihoods: [{ date: '2026-11-26', likelihood: 0.348 }],
  zh: '建议检查时段 23:15–05:00（次日）：近 14 个可判断夜次中 6 次在此时段运行；今后三夜运行可能性：2026-11-26 35%，2026-11-27 16%，2026-11-28 26%。',
  en: 'Suggested hours 23:15-05:00 (next day): it ran then on 6 of the last 14 nights that can be judged; likelihood on the next three: 2026-11-26 35 %, 2026-11-27 16 %, 2026-11-28 26 %.',
}

const SENTENCE = {
  zh: '有 6 天出现约 512 kW 的负荷（最近一次 2026-11-24 23:15—05:15），按炉次升降并停在同一功率上限，符合中频感应炉熔炼。未见感应熔炼许可，建议现场核查。',
  en: 'On 6 days a load of about 512 kW (last on 2026-11-24, 23:15 to 05:15) rises and falls heat by heat up to one ceiling, as a medium-frequency induction furnace does. No melting licence is on file; a site check is advised.',
}

const CHARGE = {
  signature: 'induction-furnace',
  level: 'red',
  score: 0.995541,
  criterion: {
    id: 'built-in-induction-furnace',
    yellowFrom: 0.7,
    orangeFrom: 0.8,
    redFrom: 0.9,
    closeBelow: 0.6,
  },
  pointId: 'DEMO-0054',
  findingId: '7f5c7c9f070b415673671b3fcb9312f38955a794',
  byHand: null,
  day: '2026-11-25',
  windowFrom: '2026-10-22',
  openedAt: '2026-11-21T00:00:00+08:00',
  evidence: EVIDENCE,
  innocent: INNOCENT,
  sentence: SENTENCE,
  dates: [{ date: '2026-11-19', from: '00:00', to: '05:15', kwh: 1791 }],
  limits: [
    {
      zh: '绕越计量装置的用电（绕表用电）没有线路拓扑数据，看不到。',
      en: 'Power drawn around the meter cannot be seen without the topology of the line.',
    },
  ],
  inspection: INSPECTION,
  attributableKw: 511.985,
  attributableKwh: 11297.3,
  peers: {
    districtCode: '500107',
    trade: null,
    day: '2026-11-25',
    customers: 22,
    digest: '9a26059a587ba373341a9ae9a7ed499de8a7905a0e63ad2329049b4c73c2a492',
  },
  unsupported: false,
  tier: {
    ruleId: 'CN-STEEL-ELIM-2017',
    ruleVersion: 1,
    category: '淘汰类',
    yuanPerKwh: '0.50',
    documentNo: '发改价格〔2016〕2803号',
    documentTitle: '国家发展改革委 工业和信息化部关于运用价格手段促进钢铁行业供给侧结构性改革有关事项的通知',
    effectiveFrom: '2017-01-01',
    sourceStatus: 'secondary',
    verification: 'value and date seen in a secondary source; document number FROM MEMORY',
    label: '拟适用',
    appliesTo: '目录限制类/淘汰类装置所属企业生产用电；加在目录销售电价或市场交易电价之上',
    firstMeasure: '依法取缔',
    asOf: '2026-11-25',
  },
  estimate: {
    from: '2026-10-22',
    to: '2026-11-25',
    days: 35,
    kwh: 24252.4,
    yuan: '12126.19',
    attributableKwh: 11297.3,
    attributableYuan: '5648.67',
  },
}

const ALERT_ID = 'msg_e17d5a295a697974db8a1425be398a8c6bf006b75e3da1b420f87daaf770739b'

const ALERT_PROPOSAL = {
  id: 'proposal-000001',
  caseId: 'case-d54c3e73a325fa29ab4f',
  caseVersion: 6,
  kind: 'withdrawal',
  reason: '电表倍率登记有误，更正后不再成立',
  cause: 'data-error',
  state: 'proposed',
  charges: [],
  proposedBy: 'li.na',
  proposedAt: '2026-11-29T02:00:00.000Z',
  decidedBy: null,
  decidedAt: null,
  decidedReason: '',
  alertId: null,
}

const LETTER = {
  id: 'letter-2026-00001',
  number: '电异函〔2026〕00001号',
  districtCode: '500107',
  department: '经信委',
  alertIds: [ALERT_ID],
  madeBy: 'wang.jun',
  madeAt: '2026-11-27T14:00:00.000Z',
  sha256: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
  receipt: null,
}

const CASE = {
  id: 'case-d54c3e73a325fa29ab4f',
  number: '2026-00005',
  customerId: '9900000054',
  customerName: '演示·星火物资回收站',
  districtCode: '500107',
  state: 'reported',
  version: 6,
  openedAt: '2026-11-21T00:00:00+08:00',
  submittedBy: 'li.na',
  reportedAt: '2026-11-27T21:34:16+08:00',
  closedAt: null,
  supplyUnit: '演示·九龙供电',
  industryCode: '5191',
  source: 'finding',
  openedBy: 'system',
  assignee: 'li.na',
  snoozedUntil: null,
  snoozeReason: '',
  mergedInto: null,
  toldDistrict: '500107',
  department: '',
  enteredAt: '2026-11-27T21:34:16+08:00',
  dueAt: '2026-12-03T00:00:00+08:00',
  escalatedAt: null,
  urgedAt: null,
  withdrawnAt: null,
  stakeYuan: 5648.67,
  priority: 5648.67,
  charges: [CHARGE],
}

const INTAKE = {
  form: 'readings',
  encoding: 'ascii',
  packed: null,
  received: 2,
  accepted: 1,
  rejected: 1,
  byReason: { 'unknown-meter': 1 },
  firstRejects: [
    {
      reason: 'unknown-meter',
      detail: 'No meter DEMO-9999 in the registry: import the registry first.',
      line: 3,
      raw: 'DEMO-9999,2026-11-27T00:15:00+08:00,3.2,0.4',
    },
  ],
}

const FILE = {
  id: 'file-0066d7d682d496064be8',
  caseId: 'case-d54c3e73a325fa29ab4f',
  name: 'inspection.txt',
  mediaType: 'text/plain',
  bytes: 71,
  sha256: '3889bba65b7cfa1461e82f15d9ef4140fffd461796e6a1ff92e18ca7192e6615',
  note: '现场检查记录',
  shared: true,
  uploadedBy: 'li.na',
  uploadedAt: '2026-11-27T13:34:16.451Z',
  withdrawnAt: null,
}

const ENTRY = {
  caseId: 'case-d54c3e73a325fa29ab4f',
  sequence: 11,
  at: '2026-11-27T13:34:16.594Z',
  actor: 'wang.fang',
  action: 'release',
  from: 'to-review',
  to: 'reported',
  reason: '同意上报',
  detail: { caseVersion: 6 },
  previousHash: '91d29832cef46f55d4968f95eb27d92b9c52c5e3a7ef121375adf870681663e0',
  hash: 'b75770528d41731d23c19c3a3bd2ac0f81d77fa4ad5807793dd4ff88199f0378',
}

const KNOWN_GOOD = {
  customerId: '9900000001',
  signature: null,
  owner: '演示·长寿供电 客户服务部',
  reason: '经备案的数据中心',
  document: '渝发改备〔2026〕112号',
  until: '2027-05-26',
  id: 'known-good-000001',
  state: 'active',
  proposedBy: 'li.na',
  proposedAt: '2026-11-27T13:34:18.008Z',
  decidedBy: 'wang.fang',
  decidedAt: '2026-11-27T13:34:18.041Z',
  endedBy: null,
  endedAt: null,
  endReason: '',
}

const CRITERION = {
  yellowFrom: 0.75,
  orangeFrom: 0.9,
  redFrom: 0.96,
  closeBelow: 0.65,
  id: 'criterion-000001',
  signature: 'induction-furnace',
  detectorVersion: '2',
  validFrom: '2026-12-04',
  reason: '11月查实率高于要求',
  state: 'released',
  proposedBy: 'li.na',
  proposedAt: '2026-11-27T13:34:18.197Z',
  releasedBy: 'wang.fang',
  releasedAt: '2026-11-27T13:34:18.250Z',
  refusedBy: null,
  refusedAt: null,
}

const ALERT_ATTEMPT = {
  alertId: 'msg_e17d5a295a697974db8a1425be398a8c6bf006b75e3da1b420f87daaf770739b',
  endpointId: 'endpoint-000001',
  number: 1,
  at: '2026-11-27T13:34:16.628Z',
  url: 'https://alerts.jiulongpo.example/dianshao',
  status: null,
  error: 'alerts.jiulongpo.example is a host name that nobody knows.',
  durationMs: 74,
}

const ENDPOINT = {
  id: 'endpoint-000001',
  districtCode: '500107',
  department: '',
  url: 'https://alerts.jiulongpo.example/dianshao',
  types: [],
  signatures: [],
  level: 'orange',
  note: '经信委值班系统',
  state: 'on',
  offReason: null,
  failingSince: '2026-11-27T13:34:16.628Z',
  lastSuccessAt: null,
  oldSecretUntil: null,
  createdAt: '2026-11-27T13:30:00.000Z',
  createdBy: 'wang.qiang',
}

const SWITCH = {
  sequence: 1,
  district: '500107',
  level: 'red',
  on: true,
  reason: '区政府函〔2026〕18号',
  by: 'zhao.lei',
  at: '2026-11-27T13:34:18.475Z',
}

const JOB = {
  id: '0mwz0w3tnc51f0030',
  state: 'done',
  fileName: 'readings.csv',
  bytes: 111,
  bytesRead: 111,
  profileName: null,
  backfill: false,
  createdBy: 'zhao.lei',
  createdAt: '2026-11-27T13:34:18.973Z',
  startedAt: '2026-11-27T13:34:18.993Z',
  endedAt: '2026-11-27T13:34:19.037Z',
  result: INTAKE,
  problem: null,
}

const PROFILE = {
  name: 'yuzhou',
  profile: {
    columns: { meter_id: '电表资产号', ts: '数据时间', kw: '有功功率' },
    points: 'P',
    reactivePoints: 'Q',
    delimiter: ',',
    zone: '+08:00',
    side: 'primary',
    unit: 'kW',
    firstPoint: '00:15',
    registerAt: 'day-end',
  },
  updatedAt: '2026-11-27T13:34:18.892Z',
  updatedBy: 'zhao.lei',
}

const WATCH = {
  id: 'watch-881313760b0361015143',
  reason: 'red-card',
  source: 'person',
  customerId: '9900000054',
  pointId: '',
  transformerId: '',
  address: '',
  watchedFor: 'induction-furnace',
  since: '2026-11-27',
  until: null,
  caseId: null,
  document: '渝经信函〔2026〕41号',
  note: '红牌',
  createdAt: '2026-11-27T13:34:21.708Z',
  createdBy: 'wang.fang',
  endedAt: null,
  endedBy: null,
  endReason: null,
}

const CORRECTION = {
  id: 1,
  at: '2026-11-27T13:34:21.840Z',
  actor: 'wang.fang',
  kind: 'watch',
  changes: [
    {
      meterId: 'DEMO-0040',
      ruleId: null,
      from: '2026-11-20',
      to: '2026-11-25',
      fields: {
        watch: {
          before: '',
          after: 'red-card by customer from 2026-11-20; red-card by customer from 2026-11-20',
        },
      },
    },
  ],
  points: 1,
  waiting: 0,
  judgedDays: 6,
  effects: 0,
}

const DEADLINE = { state: 'to-check', workingDays: 5, setBy: 'chen.jing', setAt: '2026-11-27T13:34:18.397Z' }

const METER = {
  meterId: 'DEMO-0001',
  pointId: 'DEMO-0001',
  customerId: '9900000001',
  customerName: '演示·向阳仓储光伏用户',
  districtCode: '500115',
  industryCode: '5990',
  industryEdition: '2017',
  contractKva: 400,
  voltageKv: 10,
  intervalMinutes: 15,
  licensedProcesses: [],
  supplyUnit: '演示·长寿供电',
  status: 'in-use',
  multiplier: 1,
  feed: 'main',
  creditCode: '',
  parentPointId: '',
  address: '',
  transformerId: '',
  licensedTonnesPerYear: 0,
  validFrom: null,
  validTo: null,
}

const ACCOUNT = { name: 'li.na', role: 'analyst', supplyUnits: null, districtCode: null, department: '' }

/** JSON answers, by schema. */
export const ANSWERS: Readonly<Record<string, object>> = {
  SignedIn: { account: 'he.ping', role: 'analyst', until: '2026-11-28T01:34:27.728Z' },
  Me: {
    account: ACCOUNT,
    fullName: '李娜',
    abilities: ['cases.read', 'cases.act', 'audit.read'],
    actions: [{ action: 'submit', states: ['to-check', 'on-site'] }],
    by: 'token',
    until: '2027-11-28T13:34:09.193Z',
  },
  Bill: {
    customerId: '9900000054',
    from: '2026-10-01',
    to: '2026-10-02',
    knownAt: '2026-11-27T13:34:15.000Z',
    lines: [
      {
        entryId: 'change-000004-00001',
        documentNo: '渝经信函〔2026〕41号',
        industry: '钢铁',
        category: '淘汰类',
        ruleId: 'CN-STEEL-ELIM-2017',
        ruleVersion: 1,
        ruleDocumentNo: '发改价格〔2016〕2803号',
        sourceStatus: 'secondary',
        from: '2026-10-01',
        to: '2026-10-02',
        days: 2,
        band: null,
        kwh: 9_600.5,
        measuredKwh: 9_500.5,
        estimatedKwh: 100,
        yuanPerKwh: '0.5',
        yuan: '4800.25',
        gap: null,
        working: [
          {
            zh: '2026-10-01 至 2026-10-02 共 2 天，电量 9600.500 kWh（计量 9500.500，估算 100.000）。',
            en: '2026-10-01 to 2026-10-02, 2 days: 9600.500 kWh (metered 9500.500, estimated 100.000).',
          },
          {
            zh: '规则 CN-STEEL-ELIM-2017：加价 0.50 元/kWh。',
            en: 'Rule CN-STEEL-ELIM-2017: 0.50 yuan/kWh.',
          },
          {
            zh: '9600.500 × 0.50 = 4800.25，四舍五入至 0.01：4800.25 元。',
            en: '9600.500 × 0.50 = 4800.25, half up to 0.01: 4800.25 yuan.',
          },
        ],
      },
    ],
    kwh: 9_600.5,
    measuredKwh: 9_500.5,
    estimatedKwh: 100,
    yuan: '4800.25',
    openLines: 0,
    bands: [
      { band: '尖峰', kwh: 0, basePrice: null },
      { band: '峰', kwh: 3_200, basePrice: null },
      { band: '平', kwh: 3_200.5, basePrice: null },
      { band: '谷', kwh: 3_200, basePrice: null },
    ],
    days: [
      {
        ...{ entryId: 'change-000004-00001', day: '2026-10-01', kwh: 4_800.5, estimatedKwh: 0 },
        ...{ basis: ['interval'], estimates: [] },
      },
      {
        ...{ entryId: 'change-000004-00001', day: '2026-10-02', kwh: 4_800, estimatedKwh: 100 },
        ...{ basis: ['interval'], estimates: ['same-slots'] },
      },
    ],
    notes: [
      {
        zh: '电量按日计至 0.001 kWh；每行金额四舍五入至 0.01 元；合计为各行金额之和。',
        en: 'Energy is rounded to 0.001 kWh a day, each line half up to 0.01 yuan; the sum is the sum of the lines.',
      },
    ],
  },
  WhatIfPage: {
    customers: [
      {
        customerId: '9900000054',
        customerName: '演示·星火物资回收站',
        districtCode: '500107',
        industries: ['钢铁'],
        kwh: 9_600.5,
        estimatedKwh: 100,
        now: { yuan: '4800.25', openLines: 0 },
        proposed: { yuan: '5760.30', openLines: 0 },
        difference: '960.05',
      },
    ],
    totals: {
      customers: 1,
      kwh: 9_600.5,
      now: { yuan: '4800.25', openLines: 0 },
      proposed: { yuan: '5760.30', openLines: 0 },
      difference: '960.05',
    },
    next: null,
  },
  ...HAND_OVER_ANSWERS,
  Done: { done: true },
  ...PRICE_ANSWERS,
  Account: ACCOUNT,
  AccountList: {
    accounts: [
      {
        name: 'he.ping',
        role: 'reviewer',
        supplyUnits: null,
        districtCode: null,
        department: '',
        fullName: '何平',
        oidcSubject: null,
        hasPassword: true,
        lockedUntil: null,
        createdAt: '2026-11-27T13:34:26.203Z',
        createdBy: 'zhao.lei',
        disabledAt: '2026-11-27T13:34:27.819Z',
      },
    ],
  },
  AccountLink: {
    account: 'he.ping',
    link: 'https://dianshao.example/welcome#secret=shown-once&name=he.ping',
    until: '2026-11-30T13:34:26.203Z',
  },
  TokenMade: {
    id: 'token-9521fbdeb08701e4',
    account: 'li.na',
    token: 'ds_shown-once',
    expiresAt: '2027-02-25T13:34:27.854Z',
  },
  TokenList: {
    tokens: [
      {
        id: 'token-9521fbdeb08701e4',
        account: 'li.na',
        label: 'collector',
        abilities: ['cases.read'],
        createdAt: '2026-11-27T13:34:27.854Z',
        createdBy: 'li.na',
        expiresAt: '2027-02-25T13:34:27.854Z',
        revokedAt: null,
      },
    ],
  },
  IntakeAnswer: INTAKE,
  ImportJob: JOB,
  ImportPage: { imports: [JOB], next: null },
  ImportPreview: {
    form: 'readings',
    encoding: 'ascii',
    packed: null,
    columns: [
      { name: 'meter_id', meaning: 'meter_id' },
      { name: 'ts', meaning: 'ts' },
    ],
    rows: [
      {
        line: 2,
        understood: {
          meterId: 'DEMO-0001',
          known: true,
          from: '2026-11-27T00:00:00+08:00',
          to: '2026-11-27T00:15:00+08:00',
          points: 1,
          kw: [412.5],
        },
      },
      {
        line: 3,
        understood: {
          meterId: 'DEMO-9999',
          known: false,
          from: '2026-11-27T00:15:00+08:00',
          to: '2026-11-27T00:15:00+08:00',
          points: 1,
          kw: [3.2],
        },
        fault: {
          reason: 'unknown-meter',
          detail: 'No meter DEMO-9999 in the registry: import the registry first.',
        },
      },
    ],
  },
  SavedProfile: PROFILE,
  ProfileList: { profiles: [PROFILE] },
  RegistryAnswer: {
    added: 1,
    changed: 0,
    unchanged: 1,
    correctionId: null,
    encoding: 'utf-8',
    faults: [],
    unknownDistricts: [],
  },
  MeterPage: { meters: [METER], next: 'DEMO-0001@0' },
  RejectPage: {
    rejects: [
      {
        sequence: 7,
        reason: 'unknown-meter',
        detail: 'No meter DEMO-9999 in the registry: import the registry first.',
        raw: 'DEMO-9999,2026-11-27T00:15:00+08:00,3.2,0.4',
        source: 'http:zhao.lei',
        firstAt: '2026-11-27T13:34:18.727Z',
        lastAt: '2026-11-27T13:34:18.727Z',
        times: 1,
        replayedAt: null,
      },
    ],
    next: null,
  },
  ReplayAnswer: { looked: 1, accepted: 1, rejected: 0, byReason: {} },
  CorrectionPage: { corrections: [CORRECTION], next: null },
  CorrectionAnswer: { correction: CORRECTION, effects: [], tiers: [], next: null },
  CasePage: {
    cases: [
      {
        id: 'case-76479872e5163476bd0b',
        number: '2026-00001',
        customerId: '9900000045',
        customerName: '演示·江畔仓储有限公司',
        districtCode: '500157',
        state: 'to-check',
        version: 10,
        openedAt: '2026-10-25T00:00:00+08:00',
        submittedBy: null,
        reportedAt: null,
        closedAt: null,
        supplyUnit: '演示·两江供电',
        industryCode: '5990',
        source: 'finding',
        openedBy: 'system',
        assignee: null,
        snoozedUntil: null,
        snoozeReason: '',
        mergedInto: null,
        toldDistrict: null,
        department: '',
        enteredAt: '2026-11-27T21:34:13+08:00',
        dueAt: '2026-12-03T00:00:00+08:00',
        escalatedAt: null,
        urgedAt: null,
        withdrawnAt: null,
        stakeYuan: 34927.8,
        priority: 34927.8,
        level: 'red',
        charges: [
          {
            signature: 'induction-furnace',
            level: 'red',
            score: 0.997155,
            openedAt: '2026-10-25T00:00:00+08:00',
          },
        ],
      },
    ],
    next: 'WyJkQ0laVXpaLXFWVHQiLCIyMDI2LTAwMDAyIiwiY2FzZS02YmIzZTM4ZmQ1MThlM2QzNGE2NyJd',
    total: 5,
  },
  CaseView: {
    ...CASE,
    state: 'answered',
    version: 11,
    department: '经信委',
    urgedAt: '2026-11-27T21:34:16+08:00',
    withdrawnAt: null,
    charges: [
      {
        ...CHARGE,
        evidence: [
          { ...EVIDENCE[0], amount: { zh: '6 天', en: '6 days' } },
          { ...EVIDENCE[1], amount: { zh: '4.5 炉/日', en: '4.5 heats/day' } },
        ],
        tier: {
          ...CHARGE.tier,
          verified: { zh: '金额和日期见于转载；文号凭记忆，待核', en: CHARGE.tier.verification },
        },
        expectation: {
          zh: '红级：评测中该级线索100 %属实，95 % 置信下限95.6 %（合法用户 4248 户；仿真总体 4500 户，随机种子 12、13、14）；现场查实比例尚未测定。',
          en: 'Level red: 100 % of its leads were right in the evaluation, at least 95.6 % (95 % bound; 4248 legal meters; simulated population: 4500 meters, seeds 12, 13, 14); the share confirmed on site is not measured.',
        },
        standing: { state: 'active', since: '2026-11-20' },
        outcomes: [],
        hold: null,
        former: [],
      },
    ],
    members: [],
    knownGood: [],
    decisions: [],
    feedback: [
      {
        found: [{ signature: 'induction-furnace', found: 'confirmed', text: '中频炉一台，已断电' }],
        measures: ['power-cut', 'equipment-sealed'],
        inspectedOn: '2026-11-27',
        note: '已查封设备',
        fileIds: [],
        sequence: 1,
        by: 'jiulongpo.jingxin',
        at: '2026-11-27T13:34:16.896Z',
        words: [{ zh: '断电', en: 'power cut off' }],
      },
    ],
    next: ['outcome', 'assign', 'comment', 'snooze'],
  },
  CaseDone: {
    case: CASE,
    alertId: 'msg_e17d5a295a697974db8a1425be398a8c6bf006b75e3da1b420f87daaf770739b',
    undoableUntil: null,
  },
  CaseAnswer: {
    case: {
      ...CASE,
      state: 'to-check',
      version: 14,
      toldDistrict: null,
      enteredAt: '2026-11-27T21:34:17+08:00',
      urgedAt: '2026-11-27T21:34:16+08:00',
      withdrawnAt: null,
      charges: [
        {
          signature: 'crypto-mining',
          level: 'yellow',
          score: 0,
          criterion: null,
          pointId: 'DEMO-0054',
          findingId: null,
          byHand: {
            source: 'tip',
            note: '群众举报夜间有大量风机噪声',
            by: 'li.na',
            at: '2026-11-27T21:34:17+08:00',
            level: 'yellow',
            pointId: 'DEMO-0054',
          },
          day: '2026-11-27',
          windowFrom: '2026-10-24',
          openedAt: '2026-11-27T21:34:17+08:00',
          evidence: [],
          innocent: [],
          sentence: { zh: '举报：群众举报夜间有大量风机噪声', en: 'Tip: 群众举报夜间有大量风机噪声' },
          dates: [],
          limits: [],
          inspection: null,
          attributableKw: 0,
          attributableKwh: 0,
          peers: null,
          unsupported: false,
          tier: {
            ruleId: 'CN-MINING-2021',
            ruleVersion: 1,
            category: '淘汰类',
            yuanPerKwh: '0.30',
            documentNo: '发改运行〔2021〕1283号',
            documentTitle: '国家发展改革委等部门关于整治虚拟货币“挖矿”活动的通知',
            effectiveFrom: '2021-09-24',
            sourceStatus: 'memory',
            verification: 'DOC, 淘汰类 treatment VERIFIED; 0.30 FROM MEMORY (high)',
            label: '拟适用（标准待核）',
            appliesTo: '挖矿户号全部用电量',
            firstMeasure: null,
            asOf: '2026-11-27',
          },
          estimate: null,
        },
      ],
    },
  },
  BulkAnswer: {
    results: [
      {
        caseId: 'case-e45e18c23297825df5b1',
        done: { state: 'to-check', version: 15, alertId: null, undoableUntil: '2026-11-27T13:49:17.674Z' },
      },
      {
        caseId: 'case-76479872e5163476bd0b',
        refused: { code: 'wrong-state', detail: 'A case that is to check (待核查) takes no "return".' },
      },
    ],
  },
  CommentList: {
    comments: [
      {
        sequence: 5,
        at: '2026-11-27T13:34:16.384Z',
        by: 'li.na',
        text: '夜间负荷陡升，与申报行业不符。',
        audience: 'all',
      },
    ],
  },
  FileAnswer: { file: FILE },
  FileList: { files: [FILE] },
  AuditAnswer: { whole: true, entries: [ENTRY] },
  Verification: {
    caseId: 'case-d54c3e73a325fa29ab4f',
    caseNumber: '2026-00005',
    caseVersion: 13,
    verdict: 'identical',
    checks: [
      {
        name: 'readings',
        signature: 'induction-furnace',
        verdict: 'identical',
        sentence: {
          zh: '由 3360 个存储读数重算 1 个计量点 35 天的日特征，与存储值逐位比较。',
          en: 'Features of 35 days at 1 metering point(s), made anew from 3360 stored readings and compared bit for bit.',
        },
        differences: [],
      },
    ],
  },
  OutcomeAnswer: {
    case: {
      ...CASE,
      state: 'closed',
      version: 12,
      closedAt: '2026-11-27T21:34:17+08:00',
      department: '经信委',
      enteredAt: '2026-11-27T21:34:17+08:00',
      dueAt: null,
      urgedAt: '2026-11-27T21:34:16+08:00',
      withdrawnAt: null,
    },
    outcome: {
      outcome: 'confirmed',
      cause: null,
      note: '区经信委现场查实，中频炉一台',
      inspectedOn: '2026-11-27',
      metRunning: true,
      holdUntil: null,
      holdKw: null,
      passedTo: '',
      caseId: 'case-d54c3e73a325fa29ab4f',
      signature: 'induction-furnace',
      sequence: 1,
      final: true,
      lapsed: false,
      recordedBy: 'wang.fang',
      recordedAt: '2026-11-27T13:34:17.001Z',
      districtCode: '500107',
      level: 'red',
      score: 0.995541,
      detectorVersion: '2',
      criterionId: 'built-in-induction-furnace',
      attributableKw: 511.985,
    },
    undoableUntil: null,
  },
  FindingPage: {
    findings: [
      {
        score: 0.995541,
        evidence: EVIDENCE,
        innocent: INNOCENT,
        sentence: SENTENCE,
        dates: [{ date: '2026-11-19', from: '00:00', to: '05:15', kwh: 1791 }],
        limits: [
          {
            zh: '绕越计量装置的用电（绕表用电）没有线路拓扑数据，看不到。',
            en: 'Power drawn around the meter cannot be seen without the topology of the line.',
          },
        ],
        inspection: INSPECTION,
        attributableKw: 511.985,
        attributableKwh: 11297.3,
        id: '7f5c7c9f070b415673671b3fcb9312f38955a794',
        signature: 'induction-furnace',
        detectorVersion: '2',
        parameterHash: '3ab917d588a9f00d',
        inputDigest: '1c409662f3c1d2d26c356eb96f4c5e606b7d30ac94c6c20cb38684f8a1ee4b4b',
        pointId: 'DEMO-0054',
        customerId: '9900000054',
        windowFrom: '2026-10-22',
        day: '2026-11-25',
        supersedes: null,
        held: null,
      },
    ],
  },
  BoardAnswer: {
    rows: [
      {
        confirmed: 1,
        of: 1,
        precision: 1,
        lower: 0.206549,
        upper: 1,
        key: 'induction-furnace 2',
        dismissed: 0,
        byCause: {},
        cannotVerify: 0,
        passedOn: 0,
      },
    ],
    advice: [
      {
        signature: 'induction-furnace',
        outcomes: 1,
        thresholds: null,
        sentence: {
          zh: '仅有 1 条查实或排除的结果，不足 20 条，不提出阈值建议。',
          en: 'Only 1 charges were confirmed or dismissed; 20 are needed before a threshold is advised.',
        },
      },
    ],
  },
  OpeningPreview: {
    from: '2026-11-07',
    to: '2026-11-24',
    signature: 'induction-furnace',
    before: { red: 3, orange: 0, yellow: 0 },
    after: { red: 3, orange: 0, yellow: 0 },
    opens: 0,
    opensNoLonger: 0,
    changesLevel: 0,
    byDistrict: [],
    customers: [],
  },
  CriterionList: {
    criteria: [
      {
        ...CRITERION,
        levels: [
          {
            level: 'red',
            from: 0.96,
            expectation: {
              signature: 'induction-furnace',
              level: 'red',
              precision: 1,
              lower: 0.956,
              meters: 4248,
              source: 'simulated population: 4500 meters, seeds 12, 13, 14',
              sourceZh: '仿真总体 4500 户，随机种子 12、13、14',
            },
            sentence: {
              zh: '红级：评测中该级线索100 %属实，95 % 置信下限95.6 %（合法用户 4248 户；仿真总体 4500 户，随机种子 12、13、14）；现场查实比例尚未测定。',
              en: 'Level red: 100 % of its leads were right in the evaluation, at least 95.6 % (95 % bound; 4248 legal meters; simulated population: 4500 meters, seeds 12, 13, 14); the share confirmed on site is not measured.',
            },
            measured: { confirmed: 0, of: 0, precision: null, lower: null, upper: null },
          },
        ],
        auditWhole: true,
      },
    ],
  },
  CriterionAnswer: { criterion: CRITERION },
  VersionList: {
    versions: [
      {
        signature: 'crypto-mining',
        version: '2',
        state: 'active',
        since: null,
        shadowDays: 0,
        firstShadowDay: null,
        inProgram: true,
        reason: '',
        proposedBy: null,
        proposedAt: null,
        releasedBy: 'built-in',
        releasedAt: '2026-11-27T13:34:09.134Z',
        auditWhole: true,
      },
    ],
  },
  DeadlineList: { deadlines: [DEADLINE, { state: 'on-site', workingDays: 5, setBy: null, setAt: null }] },
  DeadlineAnswer: { deadline: DEADLINE },
  CaseWeeks: {
    weeks: [
      {
        ...{ caseId: 'case-d54c3e73a325fa29ab4f', pointId: 'DEMO-0054' },
        ...{ from: '2026-11-24', to: '2026-11-24', kw: [512.4, 508.1, null, 24.5] },
      },
    ],
  },
  OverdueBoard: {
    rows: [
      {
        ...{ key: '500107', open: 2, dueSoon: 0, overdue: 0, urged: 1, oldest: null },
        ...{ levels: { red: 1, orange: 1, yellow: 0 }, stakeKwh: 84_000, stakeYuan: 42_000 },
      },
    ],
  },
  ...PRICE_CHANGE_EXAMPLES,
  KnownGoodPage: { knownGood: [KNOWN_GOOD], next: null },
  KnownGoodAnswer: { knownGood: KNOWN_GOOD },
  KnownGoodPreview: {
    from: '2026-08-30',
    to: '2026-11-27',
    findings: [],
    cases: [{ number: '2026-00006', state: 'to-check', signature: 'crypto-mining', level: 'yellow' }],
  },
  SwitchList: { switches: [SWITCH], history: [SWITCH] },
  SwitchAnswer: { switch: SWITCH },
  AlertProposalAnswer: { proposal: ALERT_PROPOSAL },
  AlertProposalPage: { proposals: [ALERT_PROPOSAL], next: null },
  LetterAnswer: { letter: LETTER },
  LetterPage: { letters: [LETTER], next: null },
  ReceiptAnswer: {
    letter: {
      ...LETTER,
      receipt: {
        receivedOn: '2026-11-30',
        receivedBy: '九龙坡区经信委 办公室',
        documentNo: '九经信函〔2026〕31号',
        enteredBy: 'wang.jun',
        enteredAt: '2026-11-30T08:00:00.000Z',
      },
    },
    acknowledged: ['2026-00005'],
    unmoved: [],
  },
  AlertPage: {
    alerts: [
      {
        id: ALERT_ATTEMPT.alertId,
        caseId: 'case-d54c3e73a325fa29ab4f',
        caseVersion: 6,
        districtCode: '500107',
        department: '',
        type: 'case.reported',
        status: 'waiting',
        createdAt: '2026-11-27T13:34:16.594Z',
        deliveries: [
          {
            endpointId: 'endpoint-000001',
            status: 'waiting',
            nextAttemptAt: '2026-11-27T13:34:21.892Z',
            deliveredAt: null,
            attempts: [ALERT_ATTEMPT],
          },
        ],
      },
    ],
    next: null,
  },
  ResentAnswer: { deliveries: 1 },
  EndpointPage: { endpoints: [ENDPOINT], next: null },
  EndpointAnswer: { endpoint: ENDPOINT },
  EndpointSecret: { endpoint: ENDPOINT, secret: 'whsec_c2hvd24gb25jZSwga2VwdCBieSB0aGUgcmVjZWl2ZXI=' },
  EndpointHealth: {
    endpoint: ENDPOINT,
    waiting: 1,
    oldestWaitingAt: '2026-11-27T13:34:16.594Z',
    givenUp: 0,
    attempts: [ALERT_ATTEMPT],
  },
  EndpointTest: {
    webhookId: 'msg_test_0f7f1c7e-5d0a-4b5e-9a51-5a1f3a0a3c0e',
    at: '2026-11-27T13:33:02.117Z',
    status: 204,
    error: null,
    durationMs: 61,
    ok: true,
  },
  Curve: {
    pointId: 'DEMO-0005',
    days: [
      {
        day: '2026-11-24',
        intervalMinutes: 60,
        kw: [
          411.77, 420.63, 422.72, 412.3, 407.72, 413.78, 412.6, 410.43, 418.43, 411.09, 410.99, 431.47,
          423.31, 411.62, 424.04, 408.05, 406.03, 418.11, 419.54, 422.09, 416.64, 405.34, 417.28, 405.33,
        ],
        kvar: null,
      },
    ],
  },
  DaySums: {
    pointId: 'DEMO-0054',
    days: [
      {
        day: '2026-11-24',
        from: 'curve',
        kwh: 2191.53,
        sharpKwh: null,
        peakKwh: 141.485,
        flatKwh: 426.66,
        valleyKwh: 1623.38,
        maxKw: 523.19,
        readings: 96,
        expected: 96,
        marks: [],
      },
    ],
  },
  PointBands: {
    pointId: 'DEMO-0054',
    days: [
      {
        day: '2026-11-24',
        documentNo: '渝发改规范〔2021〕14号',
        sourceStatus: 'secondary',
        startVerified: false,
        bands: [
          { band: '谷', from: '00:00', to: '08:00' },
          { band: '平', from: '08:00', to: '11:00' },
          { band: '峰', from: '11:00', to: '17:00' },
          { band: '平', from: '17:00', to: '20:00' },
          { band: '峰', from: '20:00', to: '22:00' },
          { band: '平', from: '22:00', to: '24:00' },
        ],
      },
    ],
  },
  PeerDays: {
    pointId: 'DEMO-0054',
    days: [
      {
        day: '2026-11-24',
        districtCode: '500107',
        trade: null,
        customers: 22,
        measures: [
          { name: 'peakOverRest', own: 0.138031, median: 1.26502, mad: 0.31509 },
          { name: 'nightOverWork', own: 16.0289, median: 0.546526, mad: 0.433078 },
        ],
      },
    ],
  },
  WatchPage: { entries: [WATCH], next: null },
  WatchAnswer: { entry: WATCH, correctionId: null },
  WatchImportAnswer: {
    taken: true,
    added: 1,
    known: 0,
    faults: [],
    entries: [
      {
        reason: 'red-card',
        customerId: '9900000040',
        pointId: '',
        transformerId: '',
        address: '',
        watchedFor: null,
        since: '2026-11-20',
        document: '渝经信函〔2026〕41号',
        note: '',
      },
    ],
    correctionId: 1,
  },
  AuditPage: { entries: [ENTRY], next: '1795786449134.1.detector-induction-furnace-2' },
  AuditRootPage: {
    roots: [
      {
        day: '2026-01-01',
        links: 5,
        linksHash: '23ffdd727682e162373658619dde4d016f1605e27b467619f11078f9d93b4793',
        previousHash: '0000000000000000000000000000000000000000000000000000000000000000',
        hash: '1ea27e1fd971fbbb8ad9e4a9bd3e1b7590d67db5e8d35a1c2bed49104493c9fc',
        madeAt: '2026-01-03T00:00:00.000Z',
      },
    ],
    next: '2026-01-01',
  },
  AuditVerification: {
    whole: true,
    chains: 5,
    links: 5,
    roots: 1,
    sealedTo: '2026-01-02',
    faults: [],
    faultsInAll: 0,
  },
  StatusAnswer: {
    outcomes: {
      accepted: 193190,
      corrected: 4,
      duplicate: 17,
      'implausible-power': 1,
      'time-before-2005': 1,
      'unknown-meter': 3,
    },
    waiting: 0,
    toJudgeAgain: 0,
    meters: 63,
    judgedDays: 2170,
    markedDays: { gap: 3, stuck: 140 },
    heldFindings: 0,
    notices: [],
    work: {
      engines: [{ name: 'sqlite', isUp: true }],
      problems: [],
      checkpointAt: '2026-11-27T13:33:52.118Z',
      waitingSince: null,
      lately: { readings: 193217, seconds: 64.2 },
    },
    openCases: 6,
    alertsWaiting: 1,
  },
  Problem: {
    type: 'about:blank',
    title: 'version conflict',
    status: 409,
    detail:
      'The case is at version 10, not 8: look at it again first. Since version 8: li.na snoozed it on 2026-11-27 (等待下月抄表); li.na woke it on 2026-11-27.',
    code: 'version-conflict',
    id: '693715b8-fbec-49a6-a9ef-0d92e0a01747',
    changes: [
      {
        version: 9,
        at: '2026-11-27T13:34:17.396Z',
        actor: 'li.na',
        action: 'snooze',
        reason: '等待下月抄表',
      },
    ],
  },
}

/** Bodies that are read as streams. */
export const READINGS_CSV =
  'meter_id,ts,kw,kvar\nDEMO-0054,2026-11-24T00:15:00+08:00,362.35,89.34\nDEMO-0054,2026-11-24T00:30:00+08:00,28.62,15.8\n'
export const REGISTRY_CSV =
  'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes,supply_unit\nDEMO-0001,9900000001,演示·向阳仓储光伏用户,,500115,5990,400,10,15,,演示·长寿供电\nDEMO-0002,9900000002,演示·经纬针织有限公司,500157,1763,500,10,15,,演示·两江供电\n'
export const RED_CARDS_CSV =
  'document,customer_id,reason,since\n渝经信函〔2026〕41号,9900000040,红牌,2026-11-20\n'
export const DECISION_CSV =
  '户号,行业,类别,执行起始日期,文号,标题,发文机关,发文日期,依据\n9900000054,钢铁,淘汰类,2026-12-01,示例〔2026〕3号,示例决定,示例机关,2026-11-26,示例核查意见\n'
export const REPORT_TEXT = '11月27日现场检查：厂房内有中频炉一台，炉体尚热。\n'

const NOTICES_CSV =
  '户号,期间起,期间止,通知日期,缴清日期,文号,备注\n9900000054,2026-01-01,2026-10-31,2026-11-20,,示例〔2026〕4号,\n'

const csv = (text: string) => ({ 'text/csv': text, [XLSX]: null })

/** Answers that are streams, by operation and media type; null: bytes that no text shows. */
export const STREAMED_ANSWERS: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  ...HAND_OVER_FILES,
  getPricingChangesExport: csv(
    '标识,类型,状态,行数,原因,提出人,提出时间,决定人,决定时间,决定理由\nchange-000002,rules,proposed,1,补录挖矿地方加价标准,zhou.jie,2026-11-27T21:34:21+08:00,,,\n',
  ),
  getCasesExport: csv(
    '案件编号,状态,级别,特征,户号,户名,区县代码,已告知区县,部门,供电单位,行业代码,来源,经办人,立案时间,进入本状态时间,期限,上报时间,销号时间,暂缓至,涉及金额（元）,优先级（元）,并入案件,案件标识\n2026-00005,to-check,red,crypto-mining;induction-furnace,9900000054,演示·星火物资回收站,500107,,,演示·九龙供电,5191,finding,li.na,2026-11-21T00:00:00+08:00,2026-11-27T21:34:17+08:00,2026-12-03T00:00:00+08:00,2026-11-27T21:34:16+08:00,,,5648.67,5648.67,,case-d54c3e73a325fa29ab4f\n',
  ),
  getRegistryExport: csv(
    '电表,计量点,户号,户名,统一社会信用代码,区县代码,供电单位,行业代码,行业分类版本,合同容量（kVA）,电压（kV）,采集间隔（分钟）,许可工艺,状态,倍率,主备,上级计量点,用电地址,变压器,核定产能（吨/年）,生效日,失效日\nDEMO-0001,DEMO-0001,9900000001,演示·向阳仓储光伏用户,500115,演示·长寿供电,5990,2017,400,10,15,,in-use,1,main,,,,0,,\n',
  ),
  getFindingsExport: csv(
    '标识,计量点,户号,特征,日期,窗口起,得分,可归因功率（kW）,可归因电量（kWh）,说明,说明（英文）,未立案原因,检测器版本\n7f5c7c9f070b415673671b3fcb9312f38955a794,DEMO-0054,9900000054,induction-furnace,2026-11-25,2026-10-22,0.9955407655760696,511.9849841594696,11297.33447265625,有 6 天出现约 512 kW 的负荷（最近一次 2026-11-24 23:15—05:15），按炉次升降并停在同一功率上限，符合中频感应炉熔炼。未见感应熔炼许可，建议现场核查。,"On 6 days a load of about 512 kW (last on 2026-11-24, 23:15 to 05:15) rises and falls heat by heat up to one ceiling, as a medium-frequency induction furnace does. No melting licence is on file; a site check is advised.",,2\n',
  ),
  getWatchExport: csv(
    '标识,原因,来源,户号,计量点,变压器,用电地址,关注特征,起,止,案件标识,文号,备注,录入时间,录入人,终止时间,终止人,终止原因\nwatch-04563a8ea639091d5e53,red-card,person,9900000040,,,,,2026-11-20,,,渝经信函〔2026〕41号,,2026-11-27T21:34:21+08:00,wang.fang,,,\n',
  ),
  getAlertsExport: csv(
    '通知标识,案件标识,案件版本,区县代码,部门,类型,状态,生成时间,送达时间,下次发送,接收端,发送次数,最近一次结果\nmsg_e17d5a295a697974db8a1425be398a8c6bf006b75e3da1b420f87daaf770739b,case-d54c3e73a325fa29ab4f,6,500107,,case.reported,waiting,2026-11-27T21:34:16+08:00,,2026-11-27T21:38:26+08:00,endpoint-000001,2,alerts.jiulongpo.example is a host name that nobody knows.\n',
  ),
  getEndpointsExport: csv(
    '标识,区县代码,部门,地址,类型,特征,最低级别,备注,状态,停用原因,失败自,最近送达,创建时间,创建人\nendpoint-000001,500107,,https://alerts.jiulongpo.example/dianshao,,,orange,经信委值班系统,on,,2026-11-27T21:34:16+08:00,,2026-11-27T21:30:00+08:00,wang.qiang\n',
  ),
  getPricingWhatIfExport: csv(
    '户号,户名,区县代码,行业,电量（kWh）,其中估算（kWh）,现行加价（元）,现行未定行数,拟议加价（元）,拟议未定行数,差额（元）\n9900000054,演示·星火物资回收站,500107,钢铁,9600.5,100,4800.25,0,5760.30,0,960.05\n',
  ),
  getCorrectionsExport: csv(
    '编号,时间,操作人,类型,计量点数,待重判计量点,已重判天数,结论变化天数\n1,2026-11-27T21:34:21+08:00,wang.fang,watch,1,0,6,0\n',
  ),
  getCriteriaExport: csv(
    '标识,特征,检测器版本,黄级阈值,橙级阈值,红级阈值,消退阈值,生效日,状态,提出人,提出时间,发布人,发布时间\nbuilt-in-induction-furnace,induction-furnace,*,0.7,0.8,0.9,0.6,,released,built-in,,built-in,\n',
  ),
  getPricingChangesTemplate: csv(NOTICES_CSV),
  getPricingChangesIdTable: csv(NOTICES_CSV),
  ...Object.fromEntries(Object.entries(PRICE_TABLES).map(([name, text]) => [name, csv(text)])),
  getBoardExport: {
    'text/csv':
      'key,confirmed,of,precision,lower,upper,dismissed,cannotVerify,passedOn,licensed-process,data-centre,other-lawful-load,data-error,tenant-or-landlord,test-run,other\ninduction-furnace 2,1,1,1,0.20654931179180275,1,0,0,0,0,0,0,0,0,0,0\n',
  },
  getReadingsExport: {
    'text/csv':
      'meter_id,ts,kw,kvar,revision\nDEMO-0054,2026-11-24T00:15:00+08:00,362.35,89.34,0\nDEMO-0054,2026-11-24T00:30:00+08:00,28.62,15.8,0\n',
  },
  getRejectsExport: {
    'text/csv':
      'sequence,reason,detail,source,first_at,last_at,times,raw\n7,unknown-meter,No meter DEMO-9999 in the registry: import the registry first.,http:zhao.lei,2026-11-27T21:34:18+08:00,2026-11-27T21:34:18+08:00,1,"DEMO-9999,2026-11-27T00:15:00+08:00,3.2,0.4"\n',
  },
  getAuditExport: {
    'application/x-ndjson':
      '{"hash":"371cfbbfb6df7dad437f181d775d4f1a522e3189801124bb07fe44a3dbd4489f","link":{"action":"open","actor":"system","at":1795786454499,"case_id":"case-5d558fa0487fa12bb74e","detail":"{\\"caseVersion\\":1}","from_state":null,"previous_hash":"0000000000000000000000000000000000000000000000000000000000000000","reason":"","sequence":1,"to_state":"to-check"}}\n',
  },
  getLettersIdFile: {
    'text/html':
      '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>用电异常情况告知函 电异函〔2026〕00001号</title>\n</head>\n<body>\n<header>\n<h1>用电异常情况告知函</h1>\n<p class="number">电异函〔2026〕00001号</p>\n</header>\n<p class="to">九龙坡区经信委：</p>\n</body>\n</html>\n',
  },
  getCasesIdAccusation: {
    'text/markdown':
      '# 用电嫌疑线索 2026-00005\n\n> **本件是线索，不是认定。** 它由用电读数、档案和电价规则算出，只提出建议：是否违法、如何处置，由政府部门现场核查后决定。\n\n## 对象\n\n| 项目 | 登记内容 |\n| --- | --- |\n| 案件编号 | 2026-00005（第 13 版） |\n| 状态 | 待核查 |\n| 用户 | 演示·星火物资回收站 |\n| 户号 | 9900000054 |\n| 区县 | 九龙坡区 500107 |\n| 供电单位 | 演示·九龙供电 |\n| 计量点 | DEMO-0054 |\n| 申报行业 | 5191（GB/T 4754-2017，其他） |\n| 登记许可 | 废金属分选 |\n| 合同容量 | 630 kVA |\n| 电压 | 10 kV |\n| 用电状态 | 在用 |\n\n## 嫌疑：中频感应炉熔炼（疑似地条钢等）\n\n有 6 天出现约 512 kW 的负荷（最近一次 2026-11-24 23:15—05:15），按炉次升降并停在同一功率上限，符合中频感应炉熔炼。未见感应熔炼许可，建议现场核查。\n',
  },
  getSignInOidcCallback: {
    'text/html': '<p><a href="/">已登录，继续 · <span lang="en">Signed in, go on</span></a></p>',
  },
  getCasesIdFilesFileId: { 'application/octet-stream': null },
  getEvents: {
    'text/event-stream':
      'id: 34\nevent: case.open\ndata: {"caseId":"case-d54c3e73a325fa29ab4f","number":"2026-00005","version":1,"state":"to-check","at":"2026-11-27T13:34:15.860Z","actor":"system"}\n\n',
  },
}
