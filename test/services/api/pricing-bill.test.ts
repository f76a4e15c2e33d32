import { beforeEach, describe, expect, it } from 'vitest'
import type { Bill, WhatIfPage } from '../../../schemas/bill.ts'
import { dayStartMs, dayText } from '../../../schemas/day.ts'
import type { DecisionEntry, SurchargeNotice } from '../../../schemas/decision.ts'
import type { PriceChangeContent } from '../../../schemas/price-change.ts'
import { TariffRule } from '../../../schemas/tariff.ts'
import { addAccounts } from '../../../services/accounts/index.ts'
import { decidePriceChange, proposePriceChange } from '../../../services/price-changes/index.ts'
import { meter } from '../../support/meters.ts'
import { person, withToken } from '../../support/people.ts'
import { daySamples, MONDAY } from '../../support/readings.ts'
import { registerBatch } from '../../support/registers.ts'
import { assessment, entry, rule } from '../pricing/rules.ts'
import { type Office, testOffice } from './office.ts'

const [MILL, TENANT, SMELTER] = ['5001234567', '5007654321', '5009999999']
const METERS = [
  meter({ meterId: 'M1', customerId: MILL, customerName: '示例钢厂', districtCode: '500115' }),
  meter({ meterId: 'M2', customerId: TENANT, districtCode: '500115', parentPointId: 'M1' }),
  meter({ meterId: 'M3', customerId: SMELTER, districtCode: '500106', supplyUnit: 'U2' }),
]
const [FROM, TO] = [dayText(MONDAY), dayText(MONDAY + 6)]

let office: Office
let pricing: { readonly authorization: string }
let district: { readonly authorization: string }

/** Releases a change as two people do. */
const release = async (content: PriceChangeContent): Promise<void> => {
  const { ports, clock } = office.station
  await ports.store.transact(async trx => {
    const [a, b] = [person('pricing.a', 'pricing'), person('pricing.b', 'pricing')]
    const made = await proposePriceChange(trx, { reason: 'test', content }, a, clock.now())
    if ('refused' in made) throw new Error(made.refused.detail)
    await decidePriceChange(trx, { id: made.change.id, action: 'release', reason: '' }, b, clock.now())
  })
}

const decide = (...entries: Partial<DecisionEntry>[]): Promise<void> => {
  const { document } = entry()
  const lines = entries.map(one => {
    const { id, changeId, document: _, enteredBy, releasedBy, releasedAt, ...line } = entry(one)
    return line
  })
  return release({ kind: 'decision', decision: { ...document, entries: lines } })
}

const ask = async <T = Bill>(url: string, headers: object = office.analyst) => {
  const answer = await office.api.inject({ url, headers: { ...headers } })
  return { status: answer.statusCode, body: answer.json() as T, text: answer.body }
}

const post = async <T = Bill>(url: string, payload: object, headers: object = office.analyst) => {
  const answer = await office.api.inject({ method: 'POST', url, headers: { ...headers }, payload })
  return { status: answer.statusCode, body: answer.json() as T, text: answer.body }
}

const billOf = (customer: string, more = '') =>
  `/v1/pricing/bill?customer=${customer}&from=${FROM}&to=${TO}${more}`

beforeEach(async () => {
  office = await testOffice(METERS)
  const { station } = office
  // A week of 100 kW, of which the tenant draws 25; the last hour of Tuesday is missing.
  for (let n = 0; n < 7; n++) {
    const [whole, part] = [100, 25].map((kw, i) =>
      daySamples(MONDAY + n, () => kw, { meterId: `M${i + 1}`, to: n === 1 && i === 0 ? 92 : 96 }),
    )
    await station.take([...whole!, ...part!])
  }
  station.clock.set(dayStartMs(MONDAY + 60))
  await station.engine.closeByClock(station.clock.now())
  await station.engine.settle()
  const [a, b] = [
    withToken(person('p', 'pricing')),
    withToken(person('d', 'district', { districtCode: '500115' })),
  ]
  await station.ports.store.transact(trx => addAccounts(trx, [a, b], station.clock.now()))
  pricing = { authorization: `Bearer ${a.token}` }
  district = { authorization: `Bearer ${b.token}` }
}, 60_000)

describe('GET /v1/pricing/bill', () => {
  it('charges what the decision is levied on, less what hangs behind, and tells what was estimated', async () => {
    await decide({ customerId: MILL })
    const { status, body } = await ask(billOf(MILL))
    expect(status, JSON.stringify(body)).toBe(200)
    // (100 − 25) kW × 168 h = 12,600 kWh, of which one hour of 100 kW is estimated
    expect(body).toMatchObject({
      ...{ kwh: 12_600, measuredKwh: 12_500, estimatedKwh: 100, yuan: '6300.00', openLines: 0 },
      lines: [{ ruleId: 'CN-STEEL-ELIM-2017', yuanPerKwh: '0.5', days: 7, sourceStatus: 'secondary' }],
    })
    expect(body.days[1]).toMatchObject({ kwh: 1_800, estimatedKwh: 100, estimates: ['same-slots'] })
    expect(body.notes.map(({ en }) => en).join()).toMatch(/no kWh is charged twice/)
    // 8 h of the valley and of the peak, 8 h flat: by the published periods, whose start is not verified
    expect(body.bands).toMatchObject([
      { band: '尖峰', kwh: 0, basePrice: null },
      { band: '峰', kwh: 4_200 },
      { band: '平', kwh: 4_200 },
      { band: '谷', kwh: 4_200 },
    ])
    expect(body.notes.map(({ en }) => en).join()).toMatch(/first day of force is not verified/)
  })

  it('comes to the same by judged days where these are whole', async () => {
    await decide({ customerId: TENANT })
    const [interval, daily] = [await ask(billOf(TENANT)), await ask(billOf(TENANT, '&source=daily'))]
    expect(interval.body).toMatchObject({ kwh: 4_200, yuan: '2100.00' })
    expect(daily.body).toMatchObject({ kwh: 4_200, yuan: '2100.00' })
    expect([interval, daily].map(({ body }) => body.days[0]!.basis)).toEqual([['interval'], ['day']])
  })

  it('takes the registers where the curve has a gap, and the curve alone when asked to', async () => {
    await decide({ customerId: MILL })
    const { engine } = office.station
    const registers = [0, 1, 2].map(n => ({
      ...{ kind: 'register' as const, meterId: 'M1', date: dayText(MONDAY + n), total: 50_000 + n * 2_412.5 },
    }))
    await engine.append(registerBatch(registers), [], 'test')
    await engine.settle()
    const { body } = await ask(billOf(MILL))
    // Tuesday: 2,412.5 kWh by the registers less 600 of the tenant
    expect(body.days[1]).toMatchObject({ kwh: 1_812.5, estimatedKwh: 0, basis: ['register', 'interval'] })
    expect(body).toMatchObject({ kwh: 12_612.5, estimatedKwh: 0, yuan: '6306.25', bands: null })
    expect((await ask(billOf(MILL, '&source=interval'))).body).toMatchObject({
      kwh: 12_600,
      estimatedKwh: 100,
    })
  })

  it('charges a part and the whole of a customer by lines of their own, each kWh once', async () => {
    const header =
      'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes,parent_point_id'
    const told = await office.api.inject({
      ...{
        method: 'POST',
        url: '/v1/registry',
        payload: `${header}\nM2,${MILL},示例钢厂,500115,3130,0,10,15,,M1\n`,
      },
      headers: { ...office.analyst, 'content-type': 'text/csv' },
    })
    expect(told.statusCode, told.body).toBe(200)
    await decide(
      { customerId: MILL, pointIds: ['M1'] },
      { customerId: MILL, pointIds: ['M2'], category: '限制类' },
    )
    const { body } = await ask(billOf(MILL))
    expect(body.lines).toMatchObject([
      { ruleId: 'CN-STEEL-ELIM-2017', kwh: 12_600, yuan: '6300.00' },
      { ruleId: 'CN-STEEL-REST-2017', kwh: 4_200, yuan: '420.00' },
    ])
    expect(body).toMatchObject({ kwh: 16_800, yuan: '6720.00' })
  })

  it('is as it was known', async () => {
    await decide({ customerId: TENANT })
    const knownAt = new Date(office.station.clock.now() - 1).toISOString()
    expect((await ask(billOf(TENANT, `&knownAt=${knownAt}`))).body).toMatchObject({ lines: [], yuan: '0.00' })
  })

  it('names no yuan where no rate is known: what is remembered decides nothing', async () => {
    await decide({ customerId: TENANT, industry: '虚拟货币挖矿' })
    expect((await ask(billOf(TENANT))).body).toMatchObject({
      lines: [{ gap: 'from-memory', yuan: null, kwh: 4_200 }],
      ...{ yuan: '0.00', openLines: 1 },
    })
  })

  it('is refused of a period that is not over, is too long or the wrong way round', async () => {
    const period = (from: string, to: string) => `/v1/pricing/bill?customer=${MILL}&from=${from}&to=${to}`
    for (const url of [period(FROM, dayText(MONDAY + 60)), period('2022-01-01', TO), period(TO, FROM)]) {
      expect((await ask(url)).status, url).toBe(400)
    }
  })

  it('is for the grid company, and outside it of customers on the list in the own jurisdiction', async () => {
    expect((await ask(billOf(MILL), district)).status).toBe(404)
    expect((await ask(billOf(MILL), pricing)).status).toBe(404)
    await decide({ customerId: MILL }, { customerId: SMELTER })
    expect((await ask(billOf(MILL), district)).status).toBe(200)
    expect((await ask(billOf(SMELTER), district)).status).toBe(404)
    expect((await ask(billOf(SMELTER), pricing)).status).toBe(200)
    expect((await ask(billOf('nobody'), pricing)).status).toBe(404)
  })
})

describe('POST /v1/pricing/bill', () => {
  const given = (...cycles: object[]) => ({ customerId: SMELTER, cycles })
  const JANUARY = { from: '2024-01-01', to: '2024-01-31' }

  it('prices a part of a cycle by its mean day', async () => {
    await decide({ customerId: SMELTER, from: '2024-01-22' })
    const { body } = await post('/v1/pricing/bill', given({ ...JANUARY, kwh: 31_000 }))
    expect(body).toMatchObject({ kwh: 10_000, yuan: '5000.00', lines: [{ from: '2024-01-22', days: 10 }] })
    expect(body.lines[0]!.working[1]!.en).toMatch(/^10 of the days go by the mean day of their reading cycle/)
  })

  it('parts a cycle where the multiplier changed', async () => {
    await decide({ customerId: SMELTER })
    const { body } = await post(
      '/v1/pricing/bill',
      given(
        { from: '2024-01-01', to: '2024-01-10', registerFrom: 100.3, registerTo: 101.1, multiplier: 400 },
        { from: '2024-01-11', to: '2024-01-31', registerFrom: 0, registerTo: 2.5, multiplier: 1_000 },
      ),
    )
    expect(body).toMatchObject({ kwh: 2_820, yuan: '1410.00' })
  })

  it('puts 13,471 kWh/t of 2023 at 0.02 yuan on all molten aluminium power of 2024, and at 0.03 when paid late', async () => {
    await release({ kind: 'assessments', assessments: [assessment({ customerId: SMELTER })] })
    const listed = { industry: '电解铝', category: '阶梯', line: '铝液' } as const
    await decide({ customerId: SMELTER, ...listed })
    const month = given({ ...JANUARY, kwh: 41_000_000 })
    expect((await post('/v1/pricing/bill', month)).body).toMatchObject({ yuan: '820000.00' })
    const notice: SurchargeNotice = {
      ...{ customerId: SMELTER, ...JANUARY, noticedOn: '2024-02-10', paidOn: null },
      ...{ documentNo: '示例通〔2024〕1号', note: '' },
    }
    await release({ kind: 'notices', notices: [notice] })
    office.station.clock.set(dayStartMs(MONDAY + 5))
    expect((await post('/v1/pricing/bill', month)).body).toMatchObject({ yuan: '1230000.00' })
  })

  it('is refused with every fault at once', async () => {
    const { status, body } = await post<{ detail: string }>(
      '/v1/pricing/bill',
      given(
        { ...JANUARY, kwh: -5 },
        { from: '2024-01-31', to: '2024-02-29', kwh: 5 },
        { from: '2024-03-31', to: '2024-03-01', kwh: 5 },
        { from: '2024-04-01', to: '2024-04-02' },
        { from: '2024-04-03', to: '2024-04-04', registerFrom: 5, registerTo: 4, multiplier: 1 },
      ),
    )
    expect(status).toBe(400)
    expect(body.detail).toBe(
      [
        'Cycle 1: -5 kWh is negative.',
        'Cycle 3: it ends on 2024-03-01, before it begins on 2024-03-31.',
        'Cycle 4: give "kwh", or "registerFrom", "registerTo" and "multiplier".',
        'Cycle 5: the register went back from 5 to 4: give "kwh" where it rolled over or was exchanged.',
        'Cycle 2: it begins before cycle 1 ends.',
      ].join(' '),
    )
  })
})

describe('what if', () => {
  const { version, changeId, releasedAt, ...dearer } = rule({
    ...{ id: 'CQ-STEEL-DEARER', jurisdiction: 'CQ', formula: { kind: 'flat', yuanPerKwh: '0.60' } },
  })
  const period = { from: FROM, to: TO }

  beforeEach(() => decide({ customerId: MILL }, { customerId: TENANT }, { customerId: SMELTER }))

  it('says who would pay what, and all together', async () => {
    const { status, body } = await post<WhatIfPage>('/v1/pricing/what-if', { ...period, rules: [dearer] })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.customers).toMatchObject([
      { customerId: MILL, kwh: 12_600, now: { yuan: '6300.00' }, proposed: { yuan: '7560.00' } },
      { customerId: TENANT, now: { yuan: '2100.00' }, difference: '420.00' },
      { customerId: SMELTER, kwh: 0, now: { yuan: '0.00', openLines: 1 }, proposed: { openLines: 1 } },
    ])
    expect(body.totals).toEqual({
      ...{ customers: 3, kwh: 16_800, difference: '1680.00' },
      now: { yuan: '8400.00', openLines: 1 },
      proposed: { yuan: '10080.00', openLines: 1 },
    })
  })

  it('goes page by page, and tells a district of its own', async () => {
    const page = async (more: object, headers: object = office.analyst) =>
      (await post<WhatIfPage>('/v1/pricing/what-if', { ...period, rules: [dearer], ...more }, headers)).body
    const first = await page({ limit: 2 })
    expect(first).toMatchObject({ next: TENANT, totals: { customers: 3 } })
    const second = await page({ limit: 2, after: first.next })
    expect(second).toMatchObject({ customers: [{ customerId: SMELTER }], totals: null, next: null })
    expect((await page({}, district)).customers.map(({ customerId }) => customerId)).toEqual([MILL, TENANT])
    const elsewhere = await page({ district: '500106' })
    expect(elsewhere.customers.map(({ customerId }) => customerId)).toEqual([SMELTER])
    expect((await page({ industry: '水泥' })).customers).toEqual([])
    expect((await page({ totals: false })).totals).toBeNull()
  })

  it('shows a change before it is released, as a table too', async () => {
    const { ports, clock } = office.station
    const content: PriceChangeContent = { kind: 'rules', rules: [TariffRule.parse(dearer)] }
    const made = await ports.store.transact(trx =>
      proposePriceChange(trx, { reason: 'test', content }, person('pricing.a', 'pricing'), clock.now()),
    )
    if ('refused' in made) throw new Error(made.refused.detail)
    const query = `change=${made.change.id}&from=${FROM}&to=${TO}`
    const { body } = await ask<WhatIfPage>(`/v1/pricing/what-if?${query}`, pricing)
    expect(body.totals).toMatchObject({ difference: '1680.00' })
    const table = await office.api.inject({
      url: `/v1/pricing/what-if/export?${query}&lang=en`,
      headers: pricing,
    })
    expect(table.body.split('\n')[1]).toContain(`${MILL},示例钢厂,500115,钢铁,12600,`)
    expect((await ask(`/v1/pricing/what-if?${query}`, district)).status).toBe(404)
    expect((await ask(`/v1/pricing/what-if?${query.replace(made.change.id, 'none')}`, pricing)).status).toBe(
      404,
    )
  })
})
