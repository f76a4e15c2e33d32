import { describe, expect, it } from 'vitest'
import type { TariffRule } from '../../../schemas/tariff.ts'
import { readChain } from '../../../services/audit/index.ts'
import { loadTariffRules } from '../../../services/pricing/index.ts'
import { admit, type Visitor } from '../../property/walls/world.ts'
import { meter } from '../../support/meters.ts'
import { clerk, localRule, second } from '../price-changes/clerks.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, testOffice } from './office.ts'

const URL = '/v1/pricing/changes'

/** An office with two of the pricing staff, who ask by these. */
const openPricing = async () => {
  const office = await testOffice()
  const [zhou, sun] = (await admit(office, [clerk, second])) as [Visitor, Visitor]
  const post = (who: Visitor, url: string, payload: object = {}, more: Record<string, string> = {}) =>
    office.api.inject({ method: 'POST', url, payload, headers: { ...who.headers, ...more } })
  const propose = (rules: readonly TariffRule[], query = '', more: Record<string, string> = {}) =>
    post(zhou, `${URL}${query}`, { reason: '补录', content: { kind: 'rules', rules } }, more)
  const read = async (url: string) => (await office.api.inject({ url, headers: zhou.headers })).json()
  return { office, zhou, sun, post, propose, read }
}

const changesIn = async ({ station }: Office) =>
  (await station.ports.store.db.selectFrom('price_change').select('id').execute()).length

describe('a change of rules', () => {
  it('counts once another person released it', async () => {
    const { office, zhou, sun, post, propose, read } = await openPricing()
    const { change, effect } = (await propose([localRule()])).json()
    expect(change).toMatchObject({ id: 'change-000002', state: 'proposed', rows: 1, proposedBy: 'Zhou' })
    expect(effect).toMatchObject({ new: 1, changed: 0, unchanged: 0 })
    expectProblem(await post(zhou, `${URL}/${change.id}/release`), 409, 'same-person')
    expectProblem(await post(sun, `${URL}/${change.id}/withdraw`), 403, 'forbidden')
    const released = (await post(sun, `${URL}/${change.id}/release`, { reason: '属实' })).json()
    expect(released).toMatchObject({ change: { state: 'released', decidedBy: 'Sun' }, correctionId: null })
    expectProblem(await post(sun, `${URL}/${change.id}/release`), 409, 'wrong-state')
    expect(
      (await read(`${URL}?state=released&kind=rules`)).changes.map(({ id }: { id: string }) => id),
    ).toEqual([...['change-000002', 'change-000001']])
    const { entries } = await readChain(office.station.ports.store.db, 'desk', undefined)
    expect(entries.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      ...['propose Zhou', 'refused Zhou', 'refused Sun', 'release Sun', 'refused Sun'],
    ])
  })

  it('is refused with a reason, or withdrawn by who put it up', async () => {
    const { zhou, sun, post, propose } = await openPricing()
    await propose([localRule()])
    await propose([localRule({ id: 'CQ-OTHER', jurisdiction: '500112' })])
    expectProblem(await post(sun, `${URL}/change-000002/refuse`), 400, 'bad-request')
    const refused = await post(sun, `${URL}/change-000002/refuse`, { reason: '无文件' })
    expect(refused.json().change).toMatchObject({ state: 'refused', decidedReason: '无文件' })
    const withdrawn = await post(zhou, `${URL}/change-000003/withdraw`)
    expect(withdrawn.json().change).toMatchObject({ state: 'withdrawn', decidedBy: 'Zhou' })
    expectProblem(await post(sun, `${URL}/change-000009/refuse`, { reason: 'x' }), 404, 'not-found')
  })

  it('with faults is refused with all of them, and leaves nothing', async () => {
    const { office, propose } = await openPricing()
    const answer = await propose([localRule({ jurisdiction: '1x', effectiveTo: '2023-01-01' }), localRule()])
    expectProblem(answer, 400, 'bad-request')
    const rows = answer.json().faults.map(({ row, column }: Record<string, unknown>) => `${row} ${column}`)
    expect(rows).toEqual(['1 jurisdiction', '1 effectiveTo', '2 id'])
    expect(await changesIn(office)).toBe(1)
    const { entries } = await readChain(office.station.ports.store.db, 'desk', undefined)
    expect(entries.at(-1)).toMatchObject({ action: 'refused', detail: { attempted: 'propose-price-change' } })
    expect(entries.at(-1)!.detail).not.toHaveProperty('content')
  })

  it('is checked again when it is released, for the world went on', async () => {
    const { sun, post, propose, read } = await openPricing()
    await propose([localRule({ id: 'A' })])
    await propose([localRule({ id: 'B', effectiveFrom: '2025-01-01' })])
    expect((await read(`${URL}/change-000003`)).preview).toMatchObject({ faults: [], effect: { new: 1 } })
    await post(sun, `${URL}/change-000002/release`)
    expect((await read(`${URL}/change-000002`)).preview).toBeNull()
    expect((await read(`${URL}/change-000003`)).preview.faults).toMatchObject([{ row: 1 }])
    const late = await post(sun, `${URL}/change-000003/release`)
    expectProblem(late, 409, 'wrong-state')
    expect(late.json().faults).toMatchObject([{ row: 1, column: 'effectiveFrom' }])
  })

  it('tried dry tells faults and differences, and writes nothing', async () => {
    const { office, propose } = await openPricing()
    const steel = loadTariffRules().find(({ id }) => id === 'CN-STEEL-ELIM-2017')!
    const rest = loadTariffRules().find(({ id }) => id === 'CN-STEEL-REST-2017')!
    const raised: TariffRule = { ...steel, formula: { kind: 'flat', yuanPerKwh: '0.60' } }
    const tried = (await propose([raised, rest, localRule({ jurisdiction: '1x' })], '?dryRun=true')).json()
    expect(tried).toMatchObject({
      change: null,
      effect: {
        ...{ new: 1, changed: 1, unchanged: 1 },
        rules: [
          {
            ...{ row: 1, id: steel.id, what: 'changed' },
            fields: {
              formula: {
                before: '{"kind":"flat","yuanPerKwh":"0.50"}',
                after: '{"kind":"flat","yuanPerKwh":"0.60"}',
              },
            },
          },
          { row: 2, what: 'unchanged' },
          { row: 3, what: 'new', fields: {} },
        ],
      },
    })
    expect(tried.faults.map(({ row }: { row: number }) => row)).toEqual([2, 3])
    expect(await changesIn(office)).toBe(1)
  })

  it('sent twice under one key is put up once', async () => {
    const { office, propose } = await openPricing()
    const key = { 'idempotency-key': 'once' }
    const [first, again] = [await propose([localRule()], '', key), await propose([localRule()], '', key)]
    expect(again.json()).toEqual(first.json())
    expect(await changesIn(office)).toBe(2)
  })

  it('shows its rows by pages, and the changes as a table', async () => {
    const { office, zhou, read } = await openPricing()
    const shown: string[] = []
    for (let after: number | null = 0; after !== null; ) {
      const page: { rows: { rules: TariffRule[] }; next: number | null } = await read(
        `${URL}/change-000001?after=${after}&limit=10`,
      )
      shown.push(...page.rows.rules.map(({ id }) => id))
      after = page.next
    }
    expect(shown).toEqual(loadTariffRules().map(({ id }) => id))
    const table = await office.api.inject({ url: `${URL}/export?lang=en`, headers: zhou.headers })
    expect(table.body.split('\n')[1]).toContain('change-000001,rules,released')
    expectProblem(
      await office.api.inject({ url: `${URL}/change-000009`, headers: zhou.headers }),
      404,
      'not-found',
    )
  })

  it('is for the pricing staff alone', async () => {
    const { office } = await openPricing()
    expectProblem(await office.api.inject({ url: URL, headers: office.reviewer }), 403, 'forbidden')
  })
})

describe('a change that names customers', () => {
  it('tells who they are', async () => {
    const { zhou, post, read } = await openPricing()
    const days = { from: '2025-11-01', to: '2025-11-30', noticedOn: '2025-12-03' }
    const notices = [{ customerId: 'C-M1', documentNo: '1', ...days }]
    const { change } = (await post(zhou, URL, { reason: 'x', content: { kind: 'notices', notices } })).json()
    expect((await read(`${URL}/${change.id}`)).customerNames).toEqual({ 'C-M1': meter().customerName })
  })

  it('is refused with the row of each that nobody knows', async () => {
    const { zhou, post } = await openPricing()
    const notice = { from: '2025-11-01', to: '2025-11-30', noticedOn: '2025-12-03', documentNo: '1' }
    const notices = ['C-M1', 'C9'].map(customerId => ({ customerId, ...notice }))
    const answer = await post(zhou, URL, { reason: 'x', content: { kind: 'notices', notices } })
    expectProblem(answer, 400, 'bad-request')
    expect(answer.json().faults).toMatchObject([{ row: 2, column: 'customerId' }])
  })
})
