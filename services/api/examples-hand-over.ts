/** Examples of the API's description: hand-overs to the billing of the grid company, and districts. */

const HAND_OVER = {
  id: 'hand-over-000002',
  from: '2026-11-01',
  to: '2026-11-30',
  madeAt: '2026-11-27T07:36:12.004Z',
  madeBy: 'sun.yan',
  lines: 1,
  withheld: 1,
  previous: 'hand-over-000001',
  keyId: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
  sha256: {
    json: 'a9f0e61a137d86aa9db53465e0801612b59c2c4f8f54d2d2f1a5bd2f2b1e6d3a',
    csv: '3b6f0d6f2a0f6a3c1a38cd80fa2b8f0ce6a5d2d27f1cbb0ed8fd9c5c5a4d90ee',
  },
  receipt: {
    receivedBy: 'he.ping',
    receivedAt: '2026-11-27T08:02:41.310Z',
    sha256: 'a9f0e61a137d86aa9db53465e0801612b59c2c4f8f54d2d2f1a5bd2f2b1e6d3a',
    note: '已导入',
  },
}

const KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
  use: 'sig',
  alg: 'EdDSA',
}

const YUBEI = {
  code: '500112',
  name: '渝北区',
  kind: '市辖区',
  gbt2260: true,
  validFrom: null,
  validTo: '2025-11-05',
  parent: null,
  ceded: [
    { to: '500109', on: '2025-11-06', places: '大湾、统景、大盛、兴隆、茨竹5镇' },
    { to: '500157', on: '2025-11-06', places: '其余' },
  ],
  source:
    '国家统计局 2023-06-30 区划代码，两份公开数据逐条一致；2025-11-06 调整：渝府发〔2025〕15号（未读原文，见于报道）',
  note: '2025-11-06 公布撤销，并入两江新区；大湾、统景、大盛、兴隆、茨竹5镇划归北碚区',
}

export const HAND_OVER_ANSWERS: Readonly<Record<string, object>> = {
  HandOverAnswer: { handOver: HAND_OVER },
  HandOverPage: { handOvers: [HAND_OVER], next: null },
  KeySet: { keys: [KEY] },
  KeyAnswer: { key: KEY },
  DistrictList: { day: '2025-11-05', districts: [{ ...YUBEI, inUse: true }] },
  DistrictOnDay: {
    day: '2025-11-06',
    district: YUBEI,
    inUse: false,
    jurisdictions: ['CQ', 'CN'],
    withoutDistrict: 'ambiguous',
    told: { code: '500112', name: '渝北区', by: 'person' },
    leadsTo: [
      { code: '500109', name: '北碚区', places: '大湾、统景、大盛、兴隆、茨竹5镇' },
      { code: '500157', name: '两江新区', places: '其余' },
    ],
    doubt: {
      zh: '自 2025-11-06 起：大湾、统景、大盛、兴隆、茨竹5镇 → 北碚区（500109）；其余 → 两江新区（500157）。登记早于该日的用户归属何处，更新登记后方可确定。',
      en: 'From 2025-11-06 on: 大湾、统景、大盛、兴隆、茨竹5镇 → 北碚区（500109）；其余 → 两江新区（500157）. Where a customer lies that was registered before that day is known once the registry says so.',
    },
  },
}

export const HAND_OVER_FILES: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  getPricingHandOversIdFile: {
    'application/json': null,
    'text/csv':
      '变化,户号,户名,区县代码,行业,类别,档,生产线,计量点,执行起始日期,执行截止日期,自始不执行,加价起,加价止,加价（元/kWh）,规则,规则版本,规则文号,来源状态,决定文号,决定标题,发文机关,发文日期,终止依据,条目\nnew,9900000054,演示·星火物资回收站,500107,钢铁,淘汰类,,,,2026-11-10,,false,2026-11-10,2026-11-30,0.50,CN-STEEL-ELIM-2017,1,发改价格〔2016〕2803号,secondary,示例决〔2026〕1号,示例决定,示例区发展改革委,2026-11-05,,change-000002-00001\n',
  },
  getPricingHandOversIdSignature: {
    'application/jose':
      'eyJhbGciOiJFZERTQSIsImtpZCI6ImtQcktfcW14VldhWVZBOXd3QkY2SXVvM3ZWeno3VHhIQ1R3WEJ5Z3JTNGsiLCJiNjQiOmZhbHNlLCJjcml0IjpbImI2NCJdfQ..c2hvcnRlbmVk\n',
  },
}
