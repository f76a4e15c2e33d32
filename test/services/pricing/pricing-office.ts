import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Account } from '../../../schemas/account.ts'
import { Assessment } from '../../../schemas/assessment.ts'
import { Decision, type DecisionEntry } from '../../../schemas/decision.ts'
import type { Meter } from '../../../schemas/meter.ts'
import type { PriceChangeContent } from '../../../schemas/price-change.ts'
import type { TariffRule } from '../../../schemas/tariff.ts'
import { addAccounts } from '../../../services/accounts/index.ts'
import { person, withToken } from '../../support/people.ts'
import { type Office, testOffice } from '../api/office.ts'
import { assessment } from './rules.ts'

const PEOPLE: readonly Account[] = [
  person('pricing.a', 'pricing'),
  person('pricing.b', 'pricing'),
  person('billing', 'analyst'),
  person('north', 'analyst', { supplyUnits: ['U1'] }),
  person('auditor', 'auditor'),
  person('op', 'operator'),
  person('district', 'district', { districtCode: '500107' }),
]

/** An entry as it is proposed: what is left out is as its schema says. */
export type NewEntry = Partial<DecisionEntry> & Pick<DecisionEntry, 'customerId' | 'from'>

/** An office in which pricing staff enter and release changes. */
export interface PricingOffice extends Office {
  /** Asks in somebody's name */
  as(name: string, ask: InjectOptions): Promise<LightMyRequestResponse>
  /** Proposes a change that nobody releases; answers its id. */
  propose(content: PriceChangeContent): Promise<string>
  /** Proposes as one person and releases as another; answers the id of the change. */
  release(content: PriceChangeContent): Promise<string>
  /** Releases a decision; answers the ids of its lines. */
  decide(documentNo: string, entries: readonly NewEntry[]): Promise<string[]>
  assess(...assessed: Partial<Assessment>[]): Promise<string>
  enact(...rules: TariffRule[]): Promise<string>
}

export const pricingOffice = async (
  meters: readonly Meter[],
  now = '2024-06-01T08:00:00+08:00',
): Promise<PricingOffice> => {
  const office = await testOffice(meters)
  const { clock, ports } = office.station
  clock.set(Date.parse(now))
  const made = PEOPLE.map(withToken)
  await ports.store.transact(trx => addAccounts(trx, made, clock.now()))
  const tokens = new Map(made.map(({ name, token }) => [name, token]))
  const as: PricingOffice['as'] = async (name, ask) =>
    office.api.inject({ ...ask, headers: { ...ask.headers, authorization: `Bearer ${tokens.get(name)}` } })
  const post = async (name: string, url: string, payload: object) => {
    const { statusCode, body } = await as(name, { method: 'POST', url, payload })
    if (statusCode !== 200) throw new Error(body)
    return JSON.parse(body)
  }
  const propose = async (content: PriceChangeContent): Promise<string> =>
    (await post('pricing.a', '/v1/pricing/changes', { reason: 'test', content })).change.id
  const release = async (content: PriceChangeContent): Promise<string> => {
    const id = await propose(content)
    await post('pricing.b', `/v1/pricing/changes/${id}/release`, { reason: '' })
    return id
  }
  return {
    ...office,
    as,
    propose,
    release,
    async decide(documentNo, entries) {
      const id = await release(decisionOf(documentNo, entries))
      return entries.map((_, i) => `${id}-${String(i + 1).padStart(5, '0')}`)
    },
    assess: (...assessed) =>
      release({
        kind: 'assessments',
        assessments: assessed.map(one => Assessment.parse({ ...assessment(), ...one })),
      }),
    enact: (...rules) => release({ kind: 'rules', rules }),
  }
}

/** A decision with lines of 淘汰类 steel, unless they say otherwise. */
export const decisionOf = (documentNo: string, entries: readonly NewEntry[]): PriceChangeContent => ({
  kind: 'decision',
  decision: Decision.parse({
    ...{ documentNo, title: '示例决定', issuer: '示例区发展改革委', issuedOn: '2024-01-02' },
    restsOn: '示例',
    entries: entries.map(entry => ({ industry: '钢铁', category: '淘汰类', ...entry })),
  }),
})
