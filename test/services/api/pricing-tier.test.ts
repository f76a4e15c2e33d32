import { describe, expect, it } from 'vitest'
import type { PriceHistory } from '../../../schemas/price-list.ts'
import type { RuleConsidered, TierAnswer } from '../../../schemas/tier.ts'
import { decide, releaseChange } from '../../support/prices.ts'
import { rule } from '../pricing/rules.ts'
import { expectProblem } from './expect-problem.ts'
import { testPriceOffice } from './price-office.ts'

const verdictOf = ({ considered }: TierAnswer, id: string): RuleConsidered['verdict'] | undefined =>
  considered.find(({ ruleId }) => ruleId === id)?.verdict

const localRule = rule({
  id: 'JB-STEEL',
  jurisdiction: '500105',
  formula: { kind: 'flat', yuanPerKwh: '0.60' },
})

describe('the tier of a customer on a day', () => {
  it('is that of its decision at the rule of the day, with its document and how surely it is known', async () => {
    const office = await testPriceOffice()
    const tier = await office.json<TierAnswer>('tier?customer=STEEL&day=2024-05-01')
    expect(tier.inForce).toMatchObject([
      {
        entry: {
          id: office.ids.steel,
          document: { documentNo: '江北决〔2024〕1号' },
          enteredBy: 'pricing.a',
        },
        ...{ yuanPerKwh: '0.50', ruleId: 'CN-STEEL-ELIM-2017', ruleVersion: 1, gap: null },
        ...{ sourceStatus: 'secondary', label: '依据二手来源', jurisdictions: ['500105', 'CQ', 'CN'] },
      },
    ])
    expect(tier.inForce[0]!.working).toHaveLength(1)
    expect(tier.place).toMatchObject({ districtCode: '500105', districtName: '江北区', registry: 'on-day' })
    expect(tier.proposed).toEqual([])
    expect(verdictOf(tier, 'CN-STEEL-ELIM-2017')).toBe('applies')
    expect(verdictOf(tier, 'CN-STEEL-REST-2017')).toBe('no-decision')
    expect(verdictOf(tier, 'CN-DP-STEEL-ELIM-2010')).toBe('over')
    // Cement is another industry: it is counted, and not told.
    expect(verdictOf(tier, 'CN-CEMENT-ELIM-2014')).toBeUndefined()
    const { rules } = await office.json<{ rules: object[] }>('rules?day=2024-05-01&limit=500')
    expect(rules.length).toBeGreaterThan(0)
    expect(tier.considered.length + tier.otherRules).toBe(25)
    expect(tier.considered.every(({ why }) => why.zh !== '' && why.en !== '')).toBe(true)
  })

  it('begins on the first day and ends with the last', async () => {
    const office = await testPriceOffice()
    const on = async (customer: string, day: string) =>
      (await office.json<TierAnswer>(`tier?customer=${customer}&day=${day}`)).inForce.length
    expect([await on('ALUMINIUM', '2023-12-31'), await on('ALUMINIUM', '2024-01-01')]).toEqual([0, 1])
    expect([await on('ALUMINIUM', '2024-12-31'), await on('ALUMINIUM', '2025-01-01')]).toEqual([1, 0])
  })

  it('of aluminium is reckoned of last year’s use, and without an assessment says what to enter', async () => {
    const office = await testPriceOffice()
    const day = await office.json<TierAnswer>('tier?customer=ALUMINIUM&day=2024-06-30')
    // 13,471 − 13,450 = 21 kWh/t: two stretches of 20 are begun.
    expect(day.inForce).toMatchObject([{ yuanPerKwh: '0.02', gap: null, ruleId: 'CN-AL-TIER-2022' }])
    expect(day.inForce[0]!.working[0]!.zh).toContain('2 × 0.01 = 0.02')
    await decide(office.station, '九龙坡决〔2025〕1号', {
      ...{ customerId: 'ALUMINIUM', industry: '电解铝', category: '阶梯', line: '铝液', from: '2025-01-01' },
    })
    const next = await office.json<TierAnswer>('tier?customer=ALUMINIUM&day=2025-06-30')
    expect(next.inForce).toMatchObject([{ yuanPerKwh: null, gap: 'no-assessment' }])
    expect(next.inForce[0]!.toEnter!.zh).toBe('缺少 铝液 2024 年的能效核定：请录入并发布。')
  })

  it('of mining is not told by what is only remembered', async () => {
    const office = await testPriceOffice()
    const tier = await office.json<TierAnswer>('tier?customer=MINE&day=2024-03-01')
    expect(tier.inForce).toMatchObject([{ yuanPerKwh: null, gap: 'from-memory', label: '标准待核' }])
    expect(tier.place).toMatchObject({ jurisdictions: ['CQ-WSJKQ', '500110', 'CQ', 'CN'] })
  })

  it('follows the district of the day: a local rule ends where the district does', async () => {
    const office = await testPriceOffice()
    await releaseChange(office.station, { kind: 'rules', rules: [localRule] })
    const amount = async (day: string) =>
      (await office.json<TierAnswer>(`tier?customer=STEEL&day=${day}`)).inForce[0]!.yuanPerKwh
    expect([await amount('2025-11-05'), await amount('2025-11-06')]).toEqual(['0.60', '0.50'])
    const before = await office.json<TierAnswer>('tier?customer=STEEL&day=2025-11-05')
    expect(verdictOf(before, 'CN-STEEL-ELIM-2017')).toBe('less-local')
    const after = await office.json<TierAnswer>('tier?customer=STEEL&day=2025-11-06')
    expect(verdictOf(after, 'JB-STEEL')).toBe('elsewhere')
    expect(after.place).toMatchObject({ districtCode: '500157', districtName: '两江新区' })
  })

  it('is what was known then', async () => {
    const office = await testPriceOffice()
    const { clock } = office.station
    clock.set(Date.parse('2026-02-01T00:00:00Z'))
    await releaseChange(office.station, { kind: 'rules', rules: [localRule] })
    await decide(office.station, '江北决〔2026〕1号', {
      ...{ customerId: 'STEEL', action: 'correct', entryId: office.ids.steel, from: '2024-02-01' },
    })
    const known = (day: string, at = '') =>
      office.json<TierAnswer>(`tier?customer=STEEL&day=${day}${at && `&knownAt=${at}`}`)
    expect((await known('2024-01-15')).inForce).toEqual([])
    expect((await known('2024-05-01')).inForce).toMatchObject([{ yuanPerKwh: '0.60' }])
    const then = await known('2024-01-15', '2026-01-31T00:00:00Z')
    expect(then.inForce).toMatchObject([{ yuanPerKwh: '0.50', entry: { id: office.ids.steel } }])
    expect((await known('2024-01-15', '2025-12-31T00:00:00Z')).inForce).toEqual([])
  })

  it('on no list says which rules hold and that no decision puts it there', async () => {
    const office = await testPriceOffice()
    const tier = await office.json<TierAnswer>('tier?customer=NOBODY&day=2024-05-01', 'supervisor')
    expect(tier.inForce).toEqual([])
    expect(tier.industries).toMatchObject([{ industry: '钢铁', by: 'registry' }])
    expect(verdictOf(tier, 'CN-STEEL-ELIM-2017')).toBe('no-decision')
    expect(tier.sentence.zh).toContain('不在名单上')
  })

  it('shows apart what a case proposes, until a decision names the case', async () => {
    const office = await testPriceOffice()
    const opened = await office.api.inject({
      method: 'POST',
      url: '/v1/cases',
      headers: office.analyst,
      payload: {
        customerId: 'NOBODY',
        signature: 'induction-furnace',
        source: 'tip',
        note: 'seen',
        level: 'red',
      },
    })
    const { number } = opened.json().case
    const tier = () => office.json<TierAnswer>('tier?customer=NOBODY&day=2026-01-01', 'supervisor')
    expect(await tier()).toMatchObject({
      inForce: [],
      proposed: [{ caseNumber: number, category: '淘汰类', yuanPerKwh: '0.50', industry: '钢铁' }],
    })
    // Nobody outside was told of it yet, and on the day before there was none.
    expectProblem(await office.get('tier?customer=NOBODY'), 404, 'not-found')
    const before = await office.json<TierAnswer>('tier?customer=NOBODY&day=2025-12-31', 'supervisor')
    expect(before.proposed).toEqual([])
    await office.station.ports.store.db
      .updateTable('cases')
      .set({ told_district: '500107' })
      .where('number', '=', number)
      .execute()
    await decide(office.station, '九龙坡决〔2026〕2号', {
      ...{ customerId: 'NOBODY', from: '2026-01-01', caseNumber: number },
    })
    expect(await tier()).toMatchObject({ inForce: [{ yuanPerKwh: '0.50' }], proposed: [] })
  })
})

describe('the history of a customer', () => {
  it('tells every record in order with who and when, and the tier as stretches of days', async () => {
    const office = await testPriceOffice()
    const { clock } = office.station
    const day = (text: string) => clock.set(Date.parse(`${text}T00:00:00Z`))
    await releaseChange(office.station, { kind: 'rules', rules: [localRule] })
    day('2026-01-02')
    const [corrected] = await decide(office.station, '江北决〔2026〕1号', {
      ...{ customerId: 'STEEL', action: 'correct', entryId: office.ids.steel, from: '2024-02-01' },
    })
    day('2026-01-03')
    const notice = { customerId: 'STEEL', from: '2024-02-01', to: '2024-02-29', noticedOn: '2024-03-05' }
    const more = { paidOn: null, documentNo: '通〔2024〕1号', note: '' }
    await releaseChange(office.station, { kind: 'notices', notices: [{ ...notice, ...more }] })
    day('2026-01-04')
    await decide(office.station, '江北决〔2026〕2号', {
      ...{ customerId: 'STEEL', action: 'end', entryId: corrected!, from: '2025-12-01' },
    })
    const { records, stretches } = await office.json<PriceHistory>('customers/STEEL/history?to=2025-12-31')
    expect(records.map(({ kind, releasedAt }) => [kind, releasedAt.slice(0, 10)])).toEqual([
      ...[
        ['entry', '2026-01-01'],
        ['correction', '2026-01-02'],
        ['notice', '2026-01-03'],
      ],
      ['exit', '2026-01-04'],
    ])
    expect(records.every(one => one.enteredBy === 'pricing.a' && one.releasedBy === 'pricing.b')).toBe(true)
    expect(stretches.map(one => [one.from, one.to, one.districtCode, one.tiers[0]?.yuanPerKwh])).toEqual([
      ['2024-02-01', '2025-11-05', '500105', '0.60'],
      ['2025-11-06', '2025-11-30', '500157', '0.50'],
      ['2025-12-01', '2025-12-31', '500157', undefined],
    ])
  })

  it('holds assessments that were replaced, too', async () => {
    const office = await testPriceOffice()
    const { records, stretches } = await office.json<PriceHistory>('customers/ALUMINIUM/history')
    expect(records.map(({ kind }) => kind).sort()).toEqual(['assessment', 'entry'])
    expect(records.find(({ kind }) => kind === 'assessment')!.assessment).toMatchObject({
      kwhPerTonne: 13_471,
    })
    expect(stretches.map(one => [one.from, one.to, one.tiers.length])).toEqual([
      ['2024-01-01', '2024-12-31', 1],
      ['2025-01-01', '2026-01-01', 0],
    ])
  })
})

describe('the wall around tiers', () => {
  it('shows pricing, supervisor and auditor all that is on a list, and each government its own of that day', async () => {
    const { get } = await testPriceOffice()
    const told = async (customer: string, day = '2024-05-01') => {
      const who = [
        'pricing',
        'supervisor',
        'auditor',
        'unit',
        'north',
        'later',
        'jiulong',
        'nowhere',
      ] as const
      const seen = await Promise.all(
        who.map(
          async one => [one, (await get(`tier?customer=${customer}&day=${day}`, one)).statusCode] as const,
        ),
      )
      return seen.flatMap(([one, status]) => (status === 200 ? [one] : []))
    }
    expect(await told('STEEL')).toEqual(['pricing', 'supervisor', 'auditor', 'unit', 'north'])
    expect(await told('STEEL', '2025-11-06')).toEqual(['pricing', 'supervisor', 'auditor', 'unit', 'later'])
    expect(await told('ALUMINIUM')).toEqual(['pricing', 'supervisor', 'auditor', 'jiulong'])
    expect(await told('MINE')).toEqual(['pricing', 'supervisor', 'auditor'])
    expect(await told('NOBODY')).toEqual(['supervisor', 'auditor', 'unit'])
    expect(await told('UNKNOWN')).toEqual([])
    expectProblem(await get('tier?customer=STEEL', 'operator'), 403, 'forbidden')
    expectProblem(await get('customers/ALUMINIUM/history', 'north'), 404, 'not-found')
  })
})
