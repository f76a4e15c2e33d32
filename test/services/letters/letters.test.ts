import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { LetterBody, LetterReceiptBody } from '../../../schemas/letter.ts'
import { listLetters, PAGE_POLICY, readLetter } from '../../../services/letters/index.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { analyst, type Desk, district, reviewer, testDesk } from '../cases/desk.ts'

const DAY: LetterBody = { districtCode: '500107', department: '', from: '2024-06-01', to: '2024-06-01' }
const SIGNED: LetterReceiptBody = {
  receivedOn: '2024-06-01',
  receivedBy: '区经信委',
  documentNo: '九经信函〔2024〕3号',
}

const EVIL = '<script>alert("x")</script>&\'有限公司'

const reported = async (): Promise<Desk> => {
  const desk = await testDesk([
    meter({ meterId: 'M1', customerId: 'C1', customerName: EVIL, address: '九龙坡区科园一路8号' }),
    meter({ meterId: 'M2', customerId: '5001234567', customerName: '张三', address: '九龙坡区石板镇2社8号' }),
  ])
  await desk.suspect([{ score: 0.95 }])
  await desk.suspect([{ score: 0.9, pointId: 'M2' }], '5001234567')
  for (const { id: caseId } of await desk.cases()) {
    for (const action of ['submit', 'release'] as const) await desk.move({ action, caseId })
  }
  return desk
}

const make = (desk: Desk, change: Partial<LetterBody> = {}, actor = reviewer) =>
  desk.order('letter', { ...DAY, ...change }, actor)

const textOf = async (desk: Desk): Promise<string> =>
  Buffer.from(await readLetter(desk.store.db, 'letter-2024-00001')).toString('utf8')

describe('a letter', () => {
  it('lists what the district was told in a period, under a number of its own, kept to the byte', async () => {
    const desk = await reported()
    const made = await make(desk, { department: '经信委' })
    if ('refused' in made) throw new Error(made.refused.detail)
    expect(made.letter).toMatchObject({ number: '电异函〔2024〕00001号', madeBy: 'Wang', receipt: null })
    expect(made.letter.alertIds).toHaveLength(2)
    const text = await textOf(desk)
    expect(made.letter.sha256).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
    for (const word of [
      '用电异常情况告知函',
      '电异函〔2024〕00001号',
      '九龙坡区经信委',
      '回　执',
      '2024年6月1日',
    ]) {
      expect(text).toContain(word)
    }
    const second = await make(desk)
    expect(second).toMatchObject({ letter: { number: '电异函〔2024〕00002号' } })
  })

  it('escapes every text and lets nothing but its own style in', async () => {
    const desk = await reported()
    await make(desk, { department: '<b onload="x">' })
    const text = await textOf(desk)
    expect(text).not.toMatch(/<script|<b /)
    expect(text).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;有限公司')
    const style = /<style>([\s\S]*)<\/style>/.exec(text)![1]!
    const digest = createHash('sha256').update(style).digest('base64')
    expect(PAGE_POLICY).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
    )
    expect(text).not.toMatch(/<[^>]* (on\w+|src|href)=/)
  })

  it('masks a person: name, 户号 and all of the address but its town', async () => {
    const desk = await reported()
    await make(desk)
    const text = await textOf(desk)
    for (const whole of ['张三', '5001234567', '2社8号']) expect(text).not.toContain(whole)
    for (const part of ['张＊', '＊4567', '九龙坡区石板镇＊', '九龙坡区科园一路8号'])
      expect(text).toContain(part)
  })

  it('may list alerts by name, of that district alone', async () => {
    const desk = await reported()
    const [first] = await desk.outbox()
    const named = { from: undefined, to: undefined, alertIds: [first!.id] }
    expect(await make(desk, named)).toMatchObject({ letter: { alertIds: [first!.id] } })
    expect(await make(desk, { ...named, districtCode: '500106' })).toMatchObject({
      refused: { code: 'not-found' },
    })
    expect(await make(desk, { from: '2024-06-02', to: '2024-06-03' })).toMatchObject({
      refused: { code: 'wrong-state' },
    })
    expect(await make(desk, { districtCode: '999999' })).toMatchObject({ refused: { code: 'bad-request' } })
    expect(await make(desk, {}, analyst)).toMatchObject({ refused: { code: 'forbidden' } })
  })

  it('is read by its district, by its department, and by who sees its cases', async () => {
    const desk = await reported()
    await make(desk, { department: '经信委' })
    const seen = async (account: Parameters<typeof listLetters>[1]) =>
      (await listLetters(desk.store.db, account, { limit: 9 })).length
    expect(await seen(reviewer)).toBe(1)
    expect(await seen(district)).toBe(1)
    expect(await seen({ ...district, department: '经信委' })).toBe(1)
    expect(await seen({ ...district, department: '公安局' })).toBe(0)
    expect(await seen({ ...district, districtCode: '500106' })).toBe(0)
    expect(await seen(person('Far', 'reviewer', { supplyUnits: ['elsewhere'] }))).toBe(0)
    expect(await seen(person('Price', 'pricing'))).toBe(0)
  })
})

describe('a receipt', () => {
  it('acknowledges the cases that wait for it, on record with its document', async () => {
    const desk = await reported()
    const [first, second] = await desk.cases()
    await desk.move({ action: 'acknowledge', caseId: first!.id })
    await make(desk)
    const entered = await desk.order('letter-receipt', { id: 'letter-2024-00001', ...SIGNED }, reviewer)
    expect(entered).toMatchObject({
      letter: { receipt: { ...SIGNED, enteredBy: 'Wang' } },
      acknowledged: [second!.number],
      unmoved: [{ caseNumber: first!.number, detail: expect.any(String) }],
    })
    expect((await desk.cases()).map(({ state }) => state)).toEqual(['acknowledged', 'acknowledged'])
    const { entries } = await desk.store.db
      .selectFrom('audit')
      .select(['reason', 'action'])
      .where('case_id', '=', second!.id)
      .orderBy('sequence', 'desc')
      .execute()
      .then(rows => ({ entries: rows }))
    expect(entries[0]).toMatchObject({
      action: 'acknowledge',
      reason: expect.stringContaining('九经信函〔2024〕3号'),
    })
  })

  it('is entered once, by a reviewer, of a day that has been', async () => {
    const desk = await reported()
    await make(desk)
    const enter = (change: Partial<LetterReceiptBody> = {}, actor = reviewer) =>
      desk.order('letter-receipt', { id: 'letter-2024-00001', ...SIGNED, ...change }, actor)
    expect(await enter({}, analyst)).toMatchObject({ refused: { code: 'forbidden' } })
    expect(await enter({ receivedOn: '2024-06-02' })).toMatchObject({ refused: { code: 'bad-request' } })
    expect(await enter({ receivedOn: '2024-05-31' })).toMatchObject({ refused: { code: 'bad-request' } })
    expect(await enter()).toMatchObject({ acknowledged: [expect.any(String), expect.any(String)] })
    expect(await enter()).toMatchObject({ refused: { code: 'wrong-state' } })
    expect(
      await desk.order('letter-receipt', { id: 'letter-2024-00009', ...SIGNED }, reviewer),
    ).toMatchObject({
      refused: { code: 'not-found' },
    })
  })
})
