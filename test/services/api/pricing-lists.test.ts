import { describe, expect, it } from 'vitest'
import type {
  CustomerListPage,
  CustomerRow,
  DifferencePage,
  RuleHistory,
  RuleListPage,
} from '../../../schemas/price-list.ts'
import { decide, releaseChange } from '../../support/prices.ts'
import { unzip } from '../../support/zip.ts'
import { rule } from '../pricing/rules.ts'
import { expectProblem } from './expect-problem.ts'
import { type PriceOffice, testPriceOffice } from './price-office.ts'

const customersOf = ({ customers }: CustomerListPage) => customers.map(({ customerId }) => customerId)

const listed = async (office: PriceOffice, query: string, who?: Parameters<PriceOffice['json']>[1]) =>
  customersOf(await office.json<CustomerListPage>(`customers?${query}`, who))

describe('the tariff list', () => {
  it('holds the rules in force on a past day, by jurisdiction, industry, category, status and text', async () => {
    const office = await testPriceOffice()
    const ids = async (query: string) =>
      (await office.json<RuleListPage>(`rules?limit=500&${query}`)).rules.map(({ ruleId }) => ruleId)
    const steel = 'industry=钢铁&category=淘汰类'
    expect(await ids(`day=2007-06-30&${steel}`)).toEqual(['CN-DP8-ELIM-2007'])
    expect(await ids(`day=2016-12-31&${steel}`)).toEqual(['CN-DP-STEEL-ELIM-2010'])
    expect(await ids(`day=2017-01-01&${steel}`)).toEqual(['CN-STEEL-ELIM-2017'])
    // What was not found is no rule in force.
    expect(await ids('day=2024-01-01&status=not-found')).toEqual([])
    expect(await ids('day=2024-01-01&text=1239')).toEqual(['CN-AL-TIER-2022'])
    await releaseChange(office.station, {
      kind: 'rules',
      rules: [rule({ id: 'JB', jurisdiction: '500105' })],
    })
    expect(await ids(`day=2024-01-01&district=500105&${steel}`)).toEqual(['CN-STEEL-ELIM-2017', 'JB'])
    expect(await ids(`day=2024-01-01&district=500106&${steel}`)).toEqual(['CN-STEEL-ELIM-2017'])
    expect(await ids(`day=2024-01-01&${steel}&knownAt=2025-12-31T00:00:00Z`)).toEqual([])
  })

  it('tells all versions of a rule, and where what it adds turns', async () => {
    const office = await testPriceOffice()
    const { versions, stretches } = await office.json<RuleHistory>('rules/CN-AL-TIER-2022/history')
    expect(versions.map(({ version }) => version)).toEqual([1])
    expect(stretches.length).toBeGreaterThan(1)
    expect(stretches.map(({ amount }) => amount.zh)).toEqual([...new Set(stretches.map(s => s.amount.zh))])
    const own = (yuanPerKwh: string) =>
      rule({ id: 'JB', jurisdiction: 'CQ', formula: { kind: 'flat', yuanPerKwh } })
    await releaseChange(office.station, { kind: 'rules', rules: [own('0.10')] })
    await releaseChange(office.station, { kind: 'rules', rules: [own('0.20')] })
    const ours = await office.json<RuleHistory>('rules/JB/history')
    expect(ours.versions.map(one => [one.version, one.yuanPerKwh])).toEqual([
      [1, '0.10'],
      [2, '0.20'],
    ])
    expect(ours.stretches.map(({ amount }) => amount.en)).toEqual(['0.20 yuan/kWh'])
  })

  it('tells amounts and formulas in words, and comes in pages and as a table', async () => {
    const office = await testPriceOffice()
    const { rules } = await office.json<RuleListPage>('rules?day=2024-06-30&limit=500')
    const of = (id: string) => rules.find(({ ruleId }) => ruleId === id)!
    expect(of('CN-STEEL-ELIM-2017')).toMatchObject({ yuanPerKwh: '0.50', label: '依据二手来源' })
    expect(of('CN-AL-TIER-2022').amount.zh).toContain('13450 kWh/t')
    const paged: string[] = []
    for (let after = ''; ; ) {
      const page = await office.json<RuleListPage>(`rules?day=2024-06-30&limit=3${after}`)
      paged.push(...page.rules.map(({ ruleId }) => ruleId))
      if (page.next === null) break
      after = `&after=${page.next}`
    }
    expect(paged).toEqual(rules.map(({ ruleId }) => ruleId))
    const csv = (await office.get('rules/export?day=2024-06-30&lang=en')).body.trim().split('\n')
    expect(csv[0]).toContain('Rule,Version,Jurisdiction')
    expect(csv).toHaveLength(rules.length + 1)
  })
})

describe('the customer list', () => {
  it('holds who was on it on a past day, by which decision, at the amount of that day', async () => {
    const office = await testPriceOffice()
    expect(await listed(office, 'day=2023-12-31')).toEqual([])
    expect(await listed(office, 'day=2024-01-01')).toEqual(['ALUMINIUM', 'STEEL'])
    expect(await listed(office, 'day=2024-03-01')).toEqual(['ALUMINIUM', 'MINE', 'STEEL'])
    expect(await listed(office, 'day=2025-01-01')).toEqual(['MINE', 'STEEL'])
    const { customers } = await office.json<CustomerListPage>('customers?day=2024-03-01')
    expect(customers.map(one => [one.documentNo, one.from, one.until, one.yuanPerKwh, one.label])).toEqual([
      ['九龙坡决〔2024〕1号', '2024-01-01', '2024-12-31', '0.02', '依据二手来源'],
      ['万盛决〔2024〕1号', '2024-03-01', null, null, '标准待核'],
      ['江北决〔2024〕1号', '2024-01-01', null, '0.50', '依据二手来源'],
    ])
    expect(customers[1]!.toEnter!.en).toMatch(/only remembered/)
  })

  it('is asked by district of the day, industry, category, status and text', async () => {
    const office = await testPriceOffice()
    const day = 'day=2024-03-01'
    expect(await listed(office, `${day}&district=500105`)).toEqual(['STEEL'])
    expect(await listed(office, 'day=2025-11-06&district=500105')).toEqual([])
    expect(await listed(office, 'day=2025-11-06&district=500157')).toEqual(['STEEL'])
    expect(await listed(office, `${day}&industry=电解铝`)).toEqual(['ALUMINIUM'])
    expect(await listed(office, `${day}&category=淘汰类`)).toEqual(['MINE', 'STEEL'])
    expect(await listed(office, `${day}&status=proposed`)).toEqual([])
    expect(await listed(office, `${day}&text=${encodeURIComponent('万盛决')}`)).toEqual(['MINE'])
    expect(await listed(office, `${day}&text=steel`)).toEqual(['STEEL'])
  })

  it('leaves out what was corrected or ended, as known then', async () => {
    const office = await testPriceOffice()
    office.station.clock.set(Date.parse('2026-02-01T00:00:00Z'))
    const [second] = await decide(office.station, '二', {
      ...{ customerId: 'STEEL', action: 'correct', entryId: office.ids.steel, from: '2024-02-01' },
    })
    await decide(office.station, '三', {
      ...{ customerId: 'STEEL', action: 'correct', entryId: second!, from: '2024-03-01', category: '限制类' },
    })
    await decide(office.station, '四', {
      ...{ customerId: 'MINE', action: 'end', entryId: office.ids.mine, from: '2024-06-01' },
    })
    expect(await listed(office, 'day=2024-02-15')).toEqual(['ALUMINIUM'])
    expect(await listed(office, 'day=2024-05-31&category=限制类')).toEqual(['STEEL'])
    expect(await listed(office, 'day=2024-06-01')).toEqual(['ALUMINIUM', 'STEEL'])
    const known = 'knownAt=2026-01-31T00:00:00Z'
    expect(await listed(office, `day=2024-02-15&${known}`)).toEqual(['ALUMINIUM', 'STEEL'])
    expect(await listed(office, `day=2024-06-01&${known}`)).toEqual(['ALUMINIUM', 'MINE', 'STEEL'])
  })

  it('has what is proposed behind it, and both in pages of any length alike', async () => {
    const office = await testPriceOffice()
    for (const [customerId, signature] of [
      ['NOBODY', 'induction-furnace'],
      ['NOBODY', 'crypto-mining'],
      ['CEMENT', 'crypto-mining'],
    ]) {
      const payload = { customerId, signature, source: 'tip', note: 'seen', level: 'red' }
      const order = { method: 'POST', url: '/v1/cases', headers: office.analyst, payload } as const
      expect((await office.api.inject(order)).statusCode).toBe(201)
    }
    const whole = await office.json<CustomerListPage>('customers?day=2026-01-01', 'supervisor')
    expect(whole.customers.map(one => [one.customerId, one.status, one.industry])).toEqual([
      ...[
        ['MINE', 'in-force', '虚拟货币挖矿'],
        ['STEEL', 'in-force', '钢铁'],
      ],
      ...[
        ['CEMENT', 'proposed', '虚拟货币挖矿'],
        ['NOBODY', 'proposed', '虚拟货币挖矿'],
      ],
      ['NOBODY', 'proposed', '钢铁'],
    ])
    for (const limit of [1, 2, 3, 4]) {
      const rows: CustomerRow[] = []
      for (let after = ''; ; ) {
        const url = `customers?day=2026-01-01&limit=${limit}${after}`
        const page = await office.json<CustomerListPage>(url, 'supervisor')
        rows.push(...page.customers)
        if (page.next === null) break
        after = `&after=${page.next}`
      }
      expect(rows).toEqual(whole.customers)
    }
    // Nobody outside was told of the cases.
    expect(await listed(office, 'day=2026-01-01')).toEqual(['MINE', 'STEEL'])
    expectProblem(await office.get('customers?after=elsewhere'), 400, 'bad-request')
  })

  it('stands behind walls, as a page and as a table', async () => {
    const office = await testPriceOffice()
    const day = 'day=2024-03-01'
    expect(await listed(office, day, 'unit')).toEqual(['STEEL'])
    expect(await listed(office, day, 'north')).toEqual(['STEEL'])
    expect(await listed(office, 'day=2025-11-06', 'north')).toEqual([])
    expect(await listed(office, 'day=2025-11-06', 'later')).toEqual(['STEEL'])
    expect(await listed(office, day, 'later')).toEqual([])
    expect(await listed(office, day, 'nowhere')).toEqual([])
    expect(await listed(office, day, 'auditor')).toEqual(['ALUMINIUM', 'MINE', 'STEEL'])
    const csv = (await office.get(`customers/export?${day}`, 'jiulong')).body
    expect(csv).toContain('ALUMINIUM')
    expect(csv).not.toMatch(/STEEL|MINE/)
    const xlsx = await office.get(`customers/export?${day}&format=xlsx`, 'pricing')
    const sheet = [...unzip(xlsx.rawPayload).values()].join('')
    expect(sheet).toContain('江北决〔2024〕1号')
  })
})

describe('what changed between two days', () => {
  it('tells which rules came and went, and whose threshold is another', async () => {
    const office = await testPriceOffice()
    const changes = async (from: string, to: string) => {
      const url = `differences?list=rules&from=${from}&to=${to}`
      const { differences } = await office.json<DifferencePage>(url)
      return differences.map(({ key, change, fields }) => [key, change, fields])
    }
    expect(await changes('2013-12-31', '2014-01-01')).toEqual([['CN-AL-TIER-2014', 'came', []]])
    expect(await changes('2024-12-31', '2025-01-01')).toEqual([['CN-AL-TIER-2022', 'changed', ['amount']]])
    expect((await changes('2016-12-31', '2017-01-01')).map(([key, change]) => `${key} ${change}`)).toEqual([
      ...['CN-DP-STEEL-ELIM-2010 went', 'CN-DP-STEEL-REST-2010 went', 'CN-STEEL-ELIM-2017 came'],
      ...['CN-STEEL-OVERDUE-2017 came', 'CN-STEEL-REST-2017 came', 'CN-STEEL-TIER-2017 came'],
    ])
  })

  it('tells which customers came, went and pay something else, with before and after', async () => {
    const office = await testPriceOffice()
    const changes = async (query: string, who?: 'north') =>
      (await office.json<DifferencePage>(`differences?list=customers&${query}`, who)).differences
    expect(await changes('from=2023-12-31&to=2024-01-01')).toMatchObject([
      { key: 'ALUMINIUM 电解铝 铝液 ', change: 'came', before: null, after: { yuanPerKwh: '0.02' } },
      { key: 'STEEL 钢铁  ', change: 'came' },
    ])
    expect(await changes('from=2024-12-31&to=2025-01-01')).toMatchObject([{ change: 'went', after: null }])
    expect(await changes('from=2024-12-31&to=2025-01-01', 'north')).toEqual([])
    office.station.clock.set(Date.parse('2026-02-01T00:00:00Z'))
    await decide(office.station, '二', {
      ...{ customerId: 'STEEL', action: 'correct', entryId: office.ids.steel, from: '2024-01-01' },
      category: '限制类',
    })
    const known = 'from=2024-01-01&to=2024-01-01&fromKnownAt=2026-01-31T00:00:00Z'
    const [changed] = await changes(known)
    expect(changed).toMatchObject({
      change: 'changed',
      before: { yuanPerKwh: '0.50' },
      after: { yuanPerKwh: '0.10' },
    })
    expect(changed!.fields).toContain('category')
    const csv = (await office.get(`differences/export?list=customers&${known}&lang=en`)).body
    expect(csv.trim().split('\n')).toHaveLength(2)
  })
})
