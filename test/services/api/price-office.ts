import type { LightMyRequestResponse } from 'fastify'
import { Assessment } from '../../../schemas/assessment.ts'
import type { Meter } from '../../../schemas/meter.ts'
import { addAccounts } from '../../../services/accounts/index.ts'
import { meter } from '../../support/meters.ts'
import { person, withToken } from '../../support/people.ts'
import { decide, releaseChange } from '../../support/prices.ts'
import { type Office, testOffice } from './office.ts'

const bearer = ({ token }: { readonly token: string }) => ({ authorization: `Bearer ${token}` })

const customer = (id: string, districtCode: string, change: Partial<Meter> = {}): Meter =>
  meter({
    ...{ meterId: `M-${id}`, customerId: id, customerName: `${id} 有限公司`, districtCode, supplyUnit: 'U1' },
    ...{ industryCode: '3120', ...change },
  })

/** Steel in 江北, aluminium in 九龙坡, cement in 渝北, a mine in 万盛, one on no list. */
const METERS: readonly Meter[] = [
  customer('STEEL', '500105'),
  customer('ALUMINIUM', '500107', { industryCode: '3216', supplyUnit: 'U2' }),
  customer('CEMENT', '500112', { industryCode: '3011' }),
  customer('MINE', 'CQ-WSJKQ', { industryCode: '6450', supplyUnit: 'U2' }),
  customer('NOBODY', '500107', { industryCode: '3130' }),
]

const PEOPLE = {
  pricing: withToken(person('price', 'pricing')),
  supervisor: withToken(person('super', 'supervisor')),
  auditor: withToken(person('auditor', 'auditor')),
  unit: withToken(person('unit', 'analyst', { supplyUnits: ['U1'] })),
  north: withToken(person('north', 'district', { districtCode: '500105' })),
  later: withToken(person('later', 'district', { districtCode: '500157' })),
  jiulong: withToken(person('jiulong', 'district', { districtCode: '500107' })),
  nowhere: withToken(person('nowhere', 'district')),
  operator: withToken(person('operator', 'operator')),
}

/** An office with customers on the list, and somebody of each role. */
export interface PriceOffice extends Office {
  readonly ids: { readonly steel: string; readonly aluminium: string; readonly mine: string }
  /** Headers of somebody with a right token */
  bearer(who: keyof typeof PEOPLE): { readonly authorization: string }
  get(url: string, who?: keyof typeof PEOPLE, headers?: object): Promise<LightMyRequestResponse>
  json<T>(url: string, who?: keyof typeof PEOPLE): Promise<T>
}

/** The clock stands at 2026-01-01 UTC when everything is released. */
export const testPriceOffice = async (): Promise<PriceOffice> => {
  const office = await testOffice([...METERS])
  const { station } = office
  await station.ports.store.transact(trx => addAccounts(trx, Object.values(PEOPLE), station.clock.now()))
  await releaseChange(station, { kind: 'assessments', assessments: [ALUMINIUM_2023] })
  const [steel] = await decide(station, '江北决〔2024〕1号', { customerId: 'STEEL', from: '2024-01-01' })
  const [aluminium] = await decide(station, '九龙坡决〔2024〕1号', {
    ...{ customerId: 'ALUMINIUM', industry: '电解铝', category: '阶梯', line: '铝液', from: '2024-01-01' },
    to: '2024-12-31',
  })
  const [mine] = await decide(station, '万盛决〔2024〕1号', {
    ...{ customerId: 'MINE', industry: '虚拟货币挖矿', from: '2024-03-01' },
  })
  const get: PriceOffice['get'] = (url, who = 'pricing', headers = {}) =>
    office.api.inject({ url: `/v1/pricing/${url}`, headers: { ...bearer(PEOPLE[who]), ...headers } })
  return {
    ...office,
    ids: { steel: steel!, aluminium: aluminium!, mine: mine! },
    bearer: who => bearer(PEOPLE[who]),
    get,
    async json(url, who) {
      const answer = await get(url, who)
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
      return answer.json()
    },
  }
}

const ALUMINIUM_2023 = Assessment.parse({
  ...{ customerId: 'ALUMINIUM', line: '铝液', year: 2023, product: '铝液', kwhPerTonne: 13_471 },
  ...{ authority: '某经信委', documentNo: '核〔2024〕1号', documentDate: '2024-02-01' },
})
