import { describe, expect, it } from 'vitest'
import { Alert, type AlertOf } from '../../../schemas/alert.ts'
import type { Decision } from '../../../schemas/decision.ts'
import { checkAlerts } from '../../../services/verify/check-alerts.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { analyst, type Desk, reviewer, testDesk } from './desk.ts'

const clerk = person('Price', 'pricing')
const second = person('Second', 'pricing')

const reported = async (): Promise<Desk> => {
  const desk = await testDesk()
  await desk.suspect([{ score: 0.95 }, { score: 0.8, signature: 'crypto-mining' }])
  await desk.bringTo('reported')
  return desk
}

const told = async (desk: Desk): Promise<Alert[]> =>
  (await desk.outbox()).map(({ body }) => Alert.parse(JSON.parse(body)))

const toldOf = async <T extends Alert['type']>(desk: Desk, type: T): Promise<AlertOf<T>[]> =>
  (await told(desk)).filter((alert): alert is AlertOf<T> => alert.type === type)

const decisionOn = (customerId: string, caseNumber: string | null): Decision => ({
  documentNo: '渝发改价格〔2024〕88号',
  title: '关于执行差别电价的通知',
  issuer: '重庆市发展和改革委员会',
  issuedOn: '2024-05-30',
  restsOn: '现场检查',
  entries: [
    {
      ...{ action: 'apply', entryId: null, customerId, industry: '钢铁', category: '淘汰类', step: null },
      ...{ line: '', pointIds: [], yuanPerKwh: '0.50', from: '2024-07-01', to: null, caseNumber, note: '' },
    },
  ],
})

const decide = async (desk: Desk, decision: Decision, action: 'release' | 'refuse' = 'release') => {
  const content = { kind: 'decision' as const, decision }
  const put = await desk.order('propose-price-change', { reason: '', content }, clerk)
  if (!('change' in put)) throw new Error('it was refused')
  return desk.order('decide-price-change', { id: put.change.id, action, reason: 'seen' }, second)
}

/** Differences that composing every alert of the only case anew finds. */
const differences = async (desk: Desk) =>
  (await checkAlerts(desk.store.db, await desk.theCase())).flatMap(check => check.differences)

describe('a closing', () => {
  it('is told to the district that was told of the case, with what was found of each charge and no note', async () => {
    const desk = await reported()
    await desk.answer({ outcome: 'confirmed', note: '内部备注', inspectedOn: '2024-05-31' })
    expect(await toldOf(desk, 'case.closed')).toEqual([])
    await desk.answer({ outcome: 'dismissed', cause: 'data-centre' }, { signature: 'crypto-mining' })
    const [closed, ...more] = await toldOf(desk, 'case.closed')
    expect(more).toEqual([])
    const { version } = await desk.theCase()
    expect(closed!.data).toMatchObject({
      caseVersion: version,
      outcomes: [
        { signature: 'crypto-mining', outcome: 'dismissed', cause: 'data-centre', inspectedOn: null },
        { signature: 'induction-furnace', outcome: 'confirmed', cause: null, inspectedOn: '2024-05-31' },
      ],
    })
    expect(JSON.stringify(closed)).not.toContain('内部备注')
    expect(await differences(desk)).toEqual([])
  })

  it('of a case nobody was told of is told to nobody', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    await desk.answer({ outcome: 'dismissed' }, { actor: analyst })
    await desk.answer({ outcome: 'dismissed' })
    expect((await desk.theCase()).state).toBe('closed')
    expect(await told(desk)).toEqual([])
  })

  it('is told of each member under its own number, with that of its lead', async () => {
    const meters = ['1', '2'].map(n => meter({ meterId: `M${n}`, customerId: `C${n}` }))
    const desk = await testDesk(meters)
    await desk.suspect([{ score: 0.95 }])
    await desk.suspect([{ score: 0.9 }], 'C2')
    const [lead, member] = await desk.cases()
    await desk.order('merge', { caseId: lead!.id, with: [member!.id], reason: '同一场所' })
    for (const action of ['submit', 'release'] as const) await desk.move({ action, caseId: lead!.id })
    for (const { id: caseId } of [lead!, member!]) await desk.answer({ outcome: 'confirmed' }, { caseId })
    const closed = await toldOf(desk, 'case.closed')
    expect(closed.map(({ data }) => [data.caseNumber, data.leadNumber]).toSorted()).toEqual([
      [lead!.number, null],
      [member!.number, lead!.number],
    ])
  })
})

describe('a decision', () => {
  it('that names a case is told to its district with its release, and is on the record of the case', async () => {
    const desk = await reported()
    const { number, customerId } = await desk.theCase()
    await decide(desk, decisionOn(customerId, number))
    const [decided, ...more] = await toldOf(desk, 'tier.decided')
    expect(more).toEqual([])
    expect(decided!.data).toMatchObject({
      ...{ caseNumber: number, nature: '决定' },
      document: { documentNo: '渝发改价格〔2024〕88号', issuedOn: '2024-05-30' },
      entry: { action: 'apply', category: '淘汰类', yuanPerKwh: '0.50', from: '2024-07-01', to: null },
    })
    expect((await desk.audit()).entries.at(-1)).toMatchObject({ action: 'decided', actor: 'Second' })
    expect(await differences(desk)).toEqual([])
  })

  it.each([
    ['is refused', 'C1', true, 'refuse'],
    ['names the case of another customer', 'C2', true, 'release'],
    ['names no case', 'C1', false, 'release'],
  ] as const)('that %s tells nobody', async (_, customerId, names, action) => {
    const desk = await reported()
    const { number } = await desk.theCase()
    await decide(desk, decisionOn(customerId, names ? number : null), action)
    expect(await toldOf(desk, 'tier.decided')).toEqual([])
  })

  it('that names a case no district was told of is not taken, and tells nobody', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const { number, customerId } = await desk.theCase()
    await expect(decide(desk, decisionOn(customerId, number))).rejects.toThrow('it was refused')
    expect(await told(desk)).toEqual([])
  })
})

describe('verifying', () => {
  it('composes updates and withdrawals anew, and tells what was altered', async () => {
    const desk = await reported()
    for (const body of [
      { kind: 'update' as const, reason: '地址更正', cause: null },
      { kind: 'withdrawal' as const, reason: '登记有误', cause: 'data-error' as const },
    ]) {
      const put = await desk.does(analyst, 'propose-alert', body)
      if (!('proposal' in put)) throw new Error('it was refused')
      const decision = { proposal: put.proposal.id, action: 'release' as const, reason: '' }
      await desk.does(reviewer, 'decide-alert', decision)
      expect(await differences(desk)).toEqual([])
    }
    expect((await told(desk)).map(({ type }) => type).toSorted()).toEqual([
      ...['case.reported', 'case.updated', 'case.withdrawn'],
    ])
    await desk.store.db
      .updateTable('outbox')
      .set(({ fn, val, ref }) => ({ body: fn('replace', [ref('body'), val('登记有误'), val('一切属实')]) }))
      .where('type', '=', 'case.withdrawn')
      .execute()
    expect(await differences(desk)).toMatchObject([
      { at: 'body.data.reason', stored: '一切属实', rebuilt: '登记有误' },
    ])
  })
})
