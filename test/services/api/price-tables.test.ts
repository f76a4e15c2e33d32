import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { PriceTableAnswer } from '../../../schemas/price-table.ts'
import { addAccounts } from '../../../services/accounts/index.ts'
import { meter } from '../../support/meters.ts'
import { withToken } from '../../support/people.ts'
import { typedWorkbook, withMerged } from '../../support/sheet.ts'
import { clerk, second } from '../price-changes/clerks.ts'
import { expectProblem } from './expect-problem.ts'
import { testOffice } from './office.ts'

/** An office with the customers C1 and C2, asked by two people of the pricing staff. It is 2026-01-01. */
const pricingOffice = async () => {
  const office = await testOffice([
    meter({ meterId: 'M1', customerId: 'C1' }),
    meter({ meterId: 'M2', customerId: 'C2' }),
  ])
  const people = [withToken(clerk), withToken(second)] as const
  const { ports, clock } = office.station
  await ports.store.transact(trx => addAccounts(trx, people, clock.now()))
  const asking = (token: string) => (method: 'GET' | 'POST', url: string, payload?: string | Buffer) => {
    const authorization = `Bearer ${token}`
    return payload === undefined
      ? office.api.inject({ method, url, headers: { authorization } })
      : office.api.inject({ method, url, payload, headers: { authorization, 'content-type': 'text/csv' } })
  }
  return { office, ask: asking(people[0].token), askSecond: asking(people[1].token) }
}

type Ask = Awaited<ReturnType<typeof pricingOffice>>['ask']

const importing = (ask: Ask, payload: string | Buffer, query: Record<string, string>) =>
  ask('POST', `/v1/pricing/changes/import?${new URLSearchParams(query)}`, payload)

const dryRun = async (ask: Ask, payload: string | Buffer, query: Record<string, string>) => {
  const answer = await importing(ask, payload, { dryRun: 'true', ...query })
  expect(answer.statusCode, answer.body).toBe(200)
  return PriceTableAnswer.parse(answer.json())
}

const DOCUMENT = {
  ...{
    documentNo: '示例〔2025〕3号',
    title: '决定',
    issuer: '机关',
    issuedOn: '2025-12-20',
    restsOn: '核查',
  },
}
const HEADINGS = '户号,行业,类别,执行起始日期'
const GOOD = `${HEADINGS}\nC1,钢铁,淘汰类,2026-01-01\nC2,钢铁,限制类,2025-12-01\n`
const placesOf = (faults: readonly { row: number; column: string }[]) =>
  faults.map(({ row, column }) => [row, column])

describe('POST /v1/pricing/changes/import', () => {
  it('tells in a dry run what would be put up, and writes nothing', async () => {
    const { ask } = await pricingOffice()
    const answer = await dryRun(ask, GOOD, { kind: 'decision', ...DOCUMENT })
    expect(answer).toMatchObject({
      ...{ change: null, rows: 2, faults: [], faultCount: 0 },
      warnings: [{ row: 3, column: '执行起始日期' }],
      effect: { new: 2, changed: 0, unchanged: 0 },
      understood: { decision: { ...DOCUMENT, entries: [{ customerId: 'C1' }, { category: '限制类' }] } },
    })
    const { changes } = (await ask('GET', '/v1/pricing/changes')).json()
    expect(changes.map(({ id }: { id: string }) => id)).toEqual(['change-000001'])
  })

  it('puts a table up whole, as somebody else then releases it, and gives it back as it was', async () => {
    const { ask, askSecond } = await pricingOffice()
    const answer = await importing(ask, gzipSync(GOOD), { kind: 'decision', reason: '核查', ...DOCUMENT })
    expect(answer.statusCode, answer.body).toBe(200)
    const { change } = PriceTableAnswer.parse(answer.json())
    expect(change).toMatchObject({
      kind: 'decision',
      state: 'proposed',
      rows: 2,
      reason: '核查',
      proposedBy: 'Zhou',
    })
    const table = await ask('GET', `/v1/pricing/changes/${change!.id}/table?lang=en`)
    expect(table.headers['content-disposition']).toContain(`${change!.id}.csv`)
    expect(await dryRun(ask, table.rawPayload, { kind: 'decision' })).toMatchObject({
      faults: [],
      understood: { decision: { ...DOCUMENT, entries: [{ customerId: 'C1' }, { customerId: 'C2' }] } },
    })
    const released = await askSecond('POST', `/v1/pricing/changes/${change!.id}/release`)
    expect(released.json(), released.body).toMatchObject({ change: { state: 'released' } })
    expectProblem(await ask('GET', '/v1/pricing/changes/none/table'), 404, 'not-found')
  })

  it('tells the faults of the table and of its content at once, in the rows of the sheet, and takes nothing', async () => {
    const { ask } = await pricingOffice()
    const table = `${GOOD}C9,钢铁,淘汰类,2026-01-01\nC1,钢铁,淘汰类,46023\nC1,制糖,淘汰类,2026-01-01\n`
    const places = [
      [4, '户号'],
      [5, '执行起始日期'],
      [6, '类别'],
    ]
    const answer = await dryRun(ask, table, { kind: 'decision', ...DOCUMENT })
    expect(placesOf(answer.faults)).toEqual(places)
    expect(answer).toMatchObject({ faultCount: 3, effect: null, warnings: [] })
    const refused = await importing(ask, table, { kind: 'decision', reason: '核查', ...DOCUMENT })
    expectProblem(refused, 400, 'bad-request')
    expect(placesOf(refused.json().faults)).toEqual(places)
    expect(refused.json().detail).toContain('row 4')
  })

  it('tells of rules the column of the table', async () => {
    const { ask } = await pricingOffice()
    const table = `规则编号,适用地区,行业,类别,加价标准（元/kWh）,文号,文件标题,生效日,依据状态,核实情况,来源,启用\nR,CQ,制糖,淘汰类,50,1号,示例,2026-01-01,原文,读过,示例,是\n`
    const { faults } = await dryRun(ask, table, { kind: 'rules' })
    expect(placesOf(faults)).toEqual([[2, '加价标准（元/kWh）']])
    const good = await dryRun(ask, table.replace(',50,', ',0.5,'), { kind: 'rules' })
    expect(good).toMatchObject({ faults: [], effect: { new: 1, rules: [{ row: 2, id: 'R', what: 'new' }] } })
  })

  it('reads a workbook, and refuses one with merged headings', async () => {
    const { ask } = await pricingOffice()
    const rows = GOOD.trim()
      .split('\n')
      .map(line => line.split(','))
    const workbook = await typedWorkbook(rows)
    expect(await dryRun(ask, workbook, { kind: 'decision', ...DOCUMENT })).toMatchObject({
      faults: [],
      rows: 2,
    })
    const merged = await dryRun(ask, withMerged(workbook, 'A1:B1'), { kind: 'decision', ...DOCUMENT })
    expect(merged.faults.some(({ row, reason }) => row === 1 && reason.includes('A1:B1'))).toBe(true)
    expect(merged.faultCount).toBe(1)
  })

  it('asks why, and refuses what is no table', async () => {
    const { ask, office } = await pricingOffice()
    expectProblem(await importing(ask, GOOD, { kind: 'decision', ...DOCUMENT }), 400, 'bad-request')
    expectProblem(await importing(ask, GOOD, { kind: 'furnaces', reason: 'x' }), 400, 'bad-request')
    const bytes = await typedWorkbook([['户号']])
    const cut = bytes.subarray(0, bytes.length / 2)
    expectProblem(await importing(ask, cut, { kind: 'notices', dryRun: 'true' }), 400, 'bad-request')
    expectProblem(await importing(ask, '户号\n"C1', { kind: 'notices', dryRun: 'true' }), 400, 'bad-request')
    const stranger = await office.api.inject({
      ...{ method: 'POST', url: '/v1/pricing/changes/import?kind=notices&dryRun=true', payload: GOOD },
      headers: { ...office.analyst, 'content-type': 'text/csv' },
    })
    expectProblem(stranger, 403, 'forbidden')
  })
})

describe('GET /v1/pricing/changes/template', () => {
  it('is a table with the headings of its kind and one row, in either language and form', async () => {
    const { ask } = await pricingOffice()
    const zh = await ask('GET', '/v1/pricing/changes/template?kind=notices')
    expect(zh.body.split('\n')).toEqual([
      '\uFEFF户号,期间起,期间止,通知日期,缴清日期,文号,备注',
      expect.stringContaining('示例户号'),
      '',
    ])
    expect(zh.headers['content-disposition']).toContain('notices-template.csv')
    const en = await ask('GET', '/v1/pricing/changes/template?kind=notices&lang=en&format=xlsx')
    expect(await dryRun(ask, en.rawPayload, { kind: 'notices' })).toMatchObject({
      rows: 1,
      faults: [{ row: 2, column: 'customer_id' }, {}],
    })
  })
})
