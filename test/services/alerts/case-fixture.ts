import type { Case, Charge } from '../../../schemas/case.ts'
import { parseDay } from '../../../schemas/day.ts'
import type { EvidenceFact } from '../../../schemas/finding.ts'
import { estimateSurcharge, loadTariffRules, proposeTier } from '../../../services/pricing/index.ts'

export const RELEASED_AT_MS = Date.parse('2024-05-06T02:00:00Z')

export const fact = (name: string, weight: number, length = 20): EvidenceFact => ({
  name,
  value: 6.5,
  unit: 'heats/day',
  normal: '0 heats/day',
  zh: '熔'.repeat(length),
  en: 'h'.repeat(length),
  weight,
})

export const charge = (change: Partial<Charge> = {}): Charge => ({
  signature: 'induction-furnace',
  level: 'red',
  score: 0.91,
  criterion: null,
  pointId: 'point-1',
  findingId: 'finding-1',
  byHand: null,
  peers: null,
  unsupported: false,
  windowFrom: '2024-04-01',
  day: '2024-05-05',
  openedAt: '2024-05-01T00:00:00+08:00',
  evidence: [fact('heats', 0.4), fact('ceiling', 0.9), fact('weekend', -0.6)],
  innocent: [],
  sentence: { zh: '每夜约六炉。', en: 'About six heats a night.' },
  dates: [],
  limits: [],
  inspection: null,
  attributableKw: 445,
  attributableKwh: 84_000,
  tier: proposeTier(loadTariffRules(), change.signature ?? 'induction-furnace', parseDay('2024-05-05')),
  estimate: estimateSurcharge({
    yuanPerKwh: '0.50',
    kwh: 105_000,
    attributableKwh: 84_000,
    from: parseDay('2024-04-01'),
    to: parseDay('2024-05-05'),
    days: 35,
  }),
  ...change,
})

export const reportedCase = (change: Partial<Case> = {}): Case => ({
  id: 'case-1',
  number: '2024-00012',
  customerId: '5001234567',
  customerName: '某仓储有限公司',
  districtCode: '500107',
  state: 'reported',
  supplyUnit: '',
  industryCode: '5990',
  source: 'finding',
  openedBy: 'system',
  assignee: null,
  snoozedUntil: null,
  snoozeReason: '',
  mergedInto: null,
  toldDistrict: '500107',
  department: '',
  enteredAt: '2024-05-06T10:00:00+08:00',
  dueAt: null,
  escalatedAt: null,
  urgedAt: null,
  withdrawnAt: null,
  stakeYuan: 0,
  priority: 0,
  version: 3,
  openedAt: '2024-05-01T00:00:00+08:00',
  submittedBy: 'analyst',
  reportedAt: '2024-05-06T10:00:00+08:00',
  closedAt: null,
  charges: [charge()],
  ...change,
})
