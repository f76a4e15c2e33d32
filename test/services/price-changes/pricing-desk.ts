import type { Assessment } from '../../../schemas/assessment.ts'
import {
  type Decision,
  DecisionEntry,
  type ReleasedEntry,
  type SurchargeNotice,
} from '../../../schemas/decision.ts'
import type { Meter } from '../../../schemas/meter.ts'
import type { PriceChangeContent, PriceFault } from '../../../schemas/price-change.ts'
import { shipRules } from '../../../services/price-changes/index.ts'
import { loadEntries, loadTariffRules } from '../../../services/pricing/index.ts'
import { type Desk, NOW_MS, testDesk } from '../cases/desk.ts'
import { clerk, second } from './clerks.ts'

/** A desk where two people of the pricing staff work, with the rules of the program released. It is 2024-06-01. */
export interface PricingDesk {
  readonly desk: Desk
  /** Why a change is refused; none when it is put up */
  readonly faults: (content: PriceChangeContent) => Promise<readonly PriceFault[]>
  /** Puts a change up; answers its id */
  readonly propose: (content: PriceChangeContent) => Promise<string>
  readonly decide: (id: string) => Promise<readonly PriceFault[]>
  /** Puts a change up and has the other release it; answers its id */
  readonly release: (content: PriceChangeContent) => Promise<string>
  readonly entriesOf: (customerId: string) => Promise<readonly ReleasedEntry[]>
}

export const pricingDesk = async (meters?: readonly Meter[]): Promise<PricingDesk> => {
  const desk = await testDesk(meters)
  await desk.store.transact(trx => shipRules(trx, loadTariffRules(), NOW_MS))
  const put = (content: PriceChangeContent) =>
    desk.order('propose-price-change', { reason: 'test', content }, clerk)
  const propose = async (content: PriceChangeContent): Promise<string> => {
    const answer = await put(content)
    if ('refused' in answer) throw new Error(JSON.stringify(answer.refused))
    return answer.change.id
  }
  const decide = async (id: string): Promise<readonly PriceFault[]> => {
    const answer = await desk.order('decide-price-change', { id, action: 'release', reason: '' }, second)
    return 'refused' in answer ? (answer.refused.faults ?? []) : []
  }
  return {
    ...{ desk, propose, decide },
    async faults(content) {
      const undone = await desk.tries(
        { name: 'propose-price-change', body: { reason: 'test', content }, actor: clerk },
        async (_trx, answer) => ('refused' in answer ? (answer.refused.faults ?? []) : []),
      )
      return undone
    },
    async release(content) {
      const id = await propose(content)
      const faults = await decide(id)
      if (faults.length > 0) throw new Error(JSON.stringify(faults))
      return id
    },
    entriesOf: async customerId => (await loadEntries(desk.store.db, [customerId])).get(customerId) ?? [],
  }
}

/** A decision of 2024-05-20 with these lines: 淘汰类 of steel on all energy from 2024-06-01 on, unless told. */
export const decision = (
  ...lines: Partial<DecisionEntry>[]
): PriceChangeContent & { decision: Decision } => ({
  kind: 'decision',
  decision: {
    ...{
      documentNo: '示例〔2024〕5号',
      title: '示例',
      issuer: '示例机关',
      issuedOn: '2024-05-20',
      restsOn: '示例',
    },
    entries: lines.map(line =>
      DecisionEntry.parse({
        ...{ customerId: 'C1', industry: '钢铁', category: '淘汰类', from: '2024-06-01' },
        ...line,
      }),
    ),
  },
})

/** Assessments of 2024-03-01: the aluminium line of a customer in 2023, unless told. */
export const assessments = (...lines: Partial<Assessment>[]): PriceChangeContent => ({
  kind: 'assessments',
  assessments: lines.map(line => ({
    ...{ customerId: 'C1', line: '铝液', process: '', year: 2023, product: '铝液', outputTonnes: null },
    ...{ kwhPerTonne: 13_471, limitKwhPerTonne: null, commissionedOn: null, nonHydroPercent: null },
    ...{ incentivePercent: null, authority: '示例机关', documentNo: '示例〔2024〕1号' },
    ...{ documentDate: '2024-03-01', note: '' },
    ...line,
  })),
})

/** Notices of 2024-04-01 for the first quarter, unless told. */
export const notices = (...lines: Partial<SurchargeNotice>[]): PriceChangeContent => ({
  kind: 'notices',
  notices: lines.map(line => ({
    ...{ customerId: 'C1', from: '2024-01-01', to: '2024-03-31', noticedOn: '2024-04-01' },
    ...{ paidOn: null, documentNo: '示例〔2024〕7号', note: '' },
    ...line,
  })),
})
