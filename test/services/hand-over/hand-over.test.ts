import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type HandOver, HandOverFile } from '../../../schemas/hand-over.ts'
import { meter } from '../../support/meters.ts'
import { decisionOf, type PricingOffice, pricingOffice } from '../pricing/pricing-office.ts'

const METERS = ['C1', 'C2', 'C3', 'C4'].map(customerId =>
  meter({ meterId: `M-${customerId}`, customerId, customerName: `示例 ${customerId}` }),
)
const JUNE = { from: '2024-06-01', to: '2024-06-30' }
const JULY = { from: '2024-07-01', to: '2024-07-31' }
const url = '/v1/pricing/hand-overs'

const make = async (office: PricingOffice, payload: object): Promise<HandOver> => {
  const { statusCode, body } = await office.as('pricing.a', { method: 'POST', url, payload })
  expect(statusCode, body).toBe(200)
  return JSON.parse(body).handOver
}

const fileOf = async (office: PricingOffice, { id }: HandOver): Promise<HandOverFile> => {
  const { body } = await office.as('billing', { url: `${url}/${id}/file` })
  return HandOverFile.parse(JSON.parse(body))
}

/** Makes one and answers its file. */
const hand = async (office: PricingOffice, payload: object) => fileOf(office, await make(office, payload))

const marks = ({ lines }: HandOverFile) => lines.map(({ mark, customerId }) => `${customerId} ${mark}`)

describe('a hand-over', () => {
  it('names released entries of the period with amount, rule, document and dates', async () => {
    const office = await pricingOffice(METERS)
    const [steel, step, mining, past] = await office.decide('示例决〔2024〕1号', [
      { customerId: 'C1', from: '2024-01-01' },
      { customerId: 'C2', from: '2024-06-10', to: '2024-06-20', category: '阶梯', step: 2 },
      {
        customerId: 'C3',
        from: '2024-03-01',
        industry: '虚拟货币挖矿',
        yuanPerKwh: '0.50',
        pointIds: ['M-C3'],
      },
      { customerId: 'C4', from: '2023-01-01', to: '2024-05-31' },
    ])
    const file = await hand(office, JUNE)
    expect(file.lines).toMatchObject([
      {
        ...{ mark: 'new', entryId: steel, customerName: '示例 C1', districtCode: '500107', to: null },
        ...{ from: '2024-01-01', holds: true, endedBy: null },
        document: { documentNo: '示例决〔2024〕1号', issuer: '示例区发展改革委' },
        rates: [
          {
            ...{ ...JUNE, yuanPerKwh: '0.50' },
            rule: { id: 'CN-STEEL-ELIM-2017', version: 1, sourceStatus: 'secondary' },
          },
        ],
      },
      {
        ...{ entryId: step, step: 2, from: '2024-06-10', to: '2024-06-20' },
        rates: [{ from: '2024-06-10', to: '2024-06-20', yuanPerKwh: '0.05' }],
      },
      { entryId: mining, pointIds: ['M-C3'], rates: [{ ...JUNE, yuanPerKwh: '0.50', rule: null }] },
    ])
    expect(file.lines.some(({ entryId }) => entryId === past)).toBe(false)
    expect(file).toMatchObject({ ...JUNE, madeBy: 'pricing.a', previous: null, withheld: [] })
  })

  it('says nothing of what nobody released', async () => {
    const office = await pricingOffice(METERS)
    const [entry] = await office.decide('1', [{ customerId: 'C1', from: '2024-01-01' }])
    const end = { action: 'end', entryId: entry!, customerId: 'C1', from: '2024-06-01' } as const
    await office.propose(decisionOf('2', [end]))
    expect((await hand(office, JUNE)).lines).toMatchObject([{ to: null, endedBy: null }])
  })

  it('withholds what has no amount, with the reason, and hands over the other days of it', async () => {
    const office = await pricingOffice(METERS)
    await office.decide('示例决〔2024〕2号', [
      { customerId: 'C1', from: '2024-01-01', industry: '虚拟货币挖矿' },
      { customerId: 'C3', from: '2024-06-01', industry: '电解铝', category: '阶梯', line: '铝液' },
    ])
    const file = await hand(office, JUNE)
    expect(file.lines).toEqual([])
    expect(file.withheld).toMatchObject([
      { customerId: 'C1', reason: 'from-memory', ...JUNE, toldBefore: false },
      { customerId: 'C3', reason: 'no-assessment' },
    ])
    expect(file.withheld[0]!.sentence.zh).toMatch(/只凭记忆/)
    await office.assess({ customerId: 'C3', year: 2023, kwhPerTonne: 13_471 })
    const turn = await hand(office, { from: '2024-12-01', to: '2025-01-31' })
    expect(turn.lines).toMatchObject([
      { mark: 'new', rates: [{ from: '2024-12-01', to: '2024-12-31', yuanPerKwh: '0.02' }] },
    ])
    expect(turn.withheld).toMatchObject([
      { customerId: 'C1' },
      { customerId: 'C3', reason: 'no-assessment', from: '2025-01-01', to: '2025-01-31' },
    ])
    await office.assess({ customerId: 'C3', year: 2024, kwhPerTonne: 13_471 })
    const later = await hand(office, { from: '2024-12-01', to: '2025-01-31' })
    expect(later.lines).toMatchObject([
      {
        mark: 'changed',
        rates: [
          { from: '2024-12-01', to: '2024-12-31', yuanPerKwh: '0.02' },
          { from: '2025-01-01', to: '2025-01-31', yuanPerKwh: '0.09' },
        ],
      },
    ])
  })
})

describe('changes since an entry was handed over last', () => {
  it('are marked: new, unchanged, ended, changed', async () => {
    const office = await pricingOffice(METERS)
    const [one, two, three] = await office.decide('示例决〔2024〕3号', [
      { customerId: 'C1', from: '2024-01-01' },
      { customerId: 'C2', from: '2024-01-01' },
      { customerId: 'C3', from: '2024-01-01' },
    ])
    expect(marks(await hand(office, JUNE))).toEqual(['C1 new', 'C2 new', 'C3 new'])
    expect(marks(await hand(office, JULY))).toEqual(['C1 unchanged', 'C2 unchanged', 'C3 unchanged'])
    const [, correction] = await office.decide('示例决〔2024〕4号', [
      { action: 'end', entryId: one!, customerId: 'C1', from: '2024-05-16' },
      { action: 'correct', entryId: two!, customerId: 'C2', from: '2024-01-01', category: '限制类' },
      { customerId: 'C4', from: '2024-07-15' },
    ])
    const file = await hand(office, JULY)
    expect(marks(file)).toEqual(['C1 ended', 'C2 ended', 'C2 new', 'C3 unchanged', 'C4 new'])
    expect(file.lines).toMatchObject([
      {
        ...{ entryId: one, to: '2024-05-15', holds: true, rates: [] },
        endedBy: { action: 'end', document: { documentNo: '示例决〔2024〕4号' } },
      },
      { entryId: two, holds: false, rates: [], endedBy: { action: 'correct', entryId: correction } },
      { entryId: correction, rates: [{ yuanPerKwh: '0.10' }] },
      ...[{ entryId: three }, {}],
    ])
    // What was told once of an end is not told again.
    expect(marks(await hand(office, JULY))).toEqual(['C2 unchanged', 'C3 unchanged', 'C4 unchanged'])
  })

  it('are in the amount, too, when a rule becomes another', async () => {
    const office = await pricingOffice(METERS)
    await office.decide('1', [{ customerId: 'C1', from: '2024-01-01' }])
    await hand(office, JUNE)
    const [known] = await office.station.ports.store.db
      .selectFrom('tariff_rule')
      .select('body')
      .where('rule_id', '=', 'CN-STEEL-ELIM-2017')
      .execute()
    const rule = JSON.parse(known!.body)
    await office.enact({ ...rule, formula: { kind: 'flat', yuanPerKwh: '0.60' } })
    expect((await hand(office, JULY)).lines).toMatchObject([
      { mark: 'changed', rates: [{ yuanPerKwh: '0.60', rule: { version: 2 } }] },
    ])
  })
})

describe('the bytes of a hand-over', () => {
  it('stay as they were, chained to the one before, whatever is released later', async () => {
    const office = await pricingOffice(METERS)
    const [entry] = await office.decide('1', [{ customerId: 'C1', from: '2024-01-01' }])
    const first = await make(office, JUNE)
    const bytes = (format: string) =>
      office.as('pricing.b', { url: `${url}/${first.id}/file?format=${format}` })
    const before = [(await bytes('json')).rawPayload, (await bytes('csv')).rawPayload]
    await office.decide('2', [{ action: 'end', entryId: entry!, customerId: 'C1', from: '2024-06-02' }])
    const second = await make(office, JUNE)
    expect([(await bytes('json')).rawPayload, (await bytes('csv')).rawPayload]).toEqual(before)
    const sha = (content: Buffer) => createHash('sha256').update(content).digest('hex')
    expect(before.map(sha)).toEqual([first.sha256.json, first.sha256.csv])
    expect(await fileOf(office, second)).toMatchObject({
      previous: { id: first.id, sha256: first.sha256.json },
    })
    expect(String(before[1])).toMatch(
      /^\uFEFF变化,户号,.*\nnew,C1,示例 C1,500107,.*,0\.50,CN-STEEL-ELIM-2017,1,/,
    )
    const { db } = office.station.ports.store
    for (const attempt of [
      'update hand_over set made_by = 0',
      'delete from hand_over_line',
      'delete from signing_key',
    ]) {
      await expect(sql.raw(attempt).execute(db), attempt).rejects.toThrow()
    }
    const list = (await office.as('auditor', { url: `${url}?limit=1` })).json()
    expect(list).toMatchObject({ handOvers: [second], next: second.id })
    expect(
      (await office.as('auditor', { url: `${url}?limit=1&after=${list.next}` })).json().handOvers,
    ).toEqual([first])
  })

  it('are taken by who may alone, and each taking and making is on record', async () => {
    const office = await pricingOffice(METERS)
    const { id } = await make(office, JUNE)
    for (const path of ['', `/${id}/file`, `/${id}/signature`]) {
      for (const name of ['north', 'district', 'op']) {
        expect((await office.as(name, { url: url + path })).statusCode, name + path).toBe(403)
      }
      expect((await office.as('auditor', { url: url + path })).statusCode).toBe(200)
    }
    expect((await office.as('billing', { method: 'POST', url, payload: JUNE })).statusCode).toBe(403)
    expect((await office.as('auditor', { url: `${url}/none/file` })).statusCode).toBe(404)
    const { entries } = (await office.as('auditor', { url: '/v1/audit?limit=500' })).json()
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: 'hand-over',
          actor: 'pricing.a',
          detail: expect.objectContaining({ handOver: id, lines: 0 }),
        }),
        expect.objectContaining({
          action: 'export',
          actor: 'auditor',
          detail: { list: 'hand-over', format: 'json', filters: { id } },
        }),
      ]),
    )
  })

  it('are not made of days the wrong way round or too many, and once under one key', async () => {
    const office = await pricingOffice(METERS)
    for (const payload of [
      { from: '2024-06-30', to: '2024-06-01' },
      { from: '2023-01-01', to: '2024-06-01' },
    ]) {
      expect((await office.as('pricing.a', { method: 'POST', url, payload })).json()).toMatchObject({
        code: 'bad-request',
      })
    }
    const again = { method: 'POST', url, payload: JUNE, headers: { 'idempotency-key': 'k' } } as const
    const [one, two] = [await office.as('pricing.a', again), await office.as('pricing.a', again)]
    expect(two.json()).toEqual(one.json())
    expect((await office.as('pricing.a', { url })).json().handOvers).toHaveLength(1)
  })
})

describe('a receipt', () => {
  it('is given once, by the digest of the file, by the grid company', async () => {
    const office = await pricingOffice(METERS)
    const { id, sha256 } = await make(office, JUNE)
    const receive = (name: string, digest: string) =>
      office.as(name, {
        method: 'POST',
        url: `${url}/${id}/received`,
        payload: { sha256: digest, note: '已导入' },
      })
    expect((await receive('pricing.a', sha256.json)).statusCode).toBe(403)
    expect((await receive('north', sha256.json)).statusCode).toBe(403)
    expect((await receive('billing', '0'.repeat(64))).json()).toMatchObject({ code: 'bad-request' })
    expect((await receive('billing', sha256.csv)).json()).toMatchObject({
      handOver: { receipt: { receivedBy: 'billing', sha256: sha256.csv, note: '已导入' } },
    })
    expect((await receive('billing', sha256.json)).json()).toMatchObject({ code: 'wrong-state' })
    expect((await office.as('pricing.a', { url })).json()).toMatchObject({
      handOvers: [{ id, receipt: { receivedBy: 'billing' } }],
    })
  })
})
