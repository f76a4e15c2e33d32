import { describe, expect, it } from 'vitest'
import type { Case } from '../../../schemas/case.ts'
import type { CaseByHand } from '../../../schemas/case-by-hand.ts'
import { dayOf } from '../../../schemas/day.ts'
import type { Finding } from '../../../schemas/finding.ts'
import { readBoard } from '../../../services/board/index.ts'
import { accuse, showCase } from '../../../services/cases/index.ts'
import { loadTariffRules } from '../../../services/pricing/index.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { analyst, type Desk, NOW_MS, reviewer, testDesk } from './desk.ts'

const TIP: CaseByHand = {
  customerId: 'C1',
  signature: 'induction-furnace',
  source: 'tip',
  level: 'orange',
  note: '夜间有钢水火光',
}

const open = async (desk: Desk, change: Partial<CaseByHand> = {}, actor = analyst): Promise<Case> => {
  const answer = await desk.order('open-by-hand', { ...TIP, ...change }, actor)
  if ('refused' in answer) throw new Error(answer.refused.detail)
  return answer.case
}

const refusedFor = (code: string, detail = /\.$/) => ({
  refused: { code, detail: expect.stringMatching(detail) },
})

describe('a case opened by hand', () => {
  it('holds a charge on the word of a person, with neither score nor evidence', async () => {
    const desk = await testDesk()
    expect(await open(desk)).toMatchObject({
      number: '2024-00001',
      state: 'to-check',
      version: 1,
      source: 'tip',
      openedBy: 'Li',
      openedAt: '2024-06-01T08:00:00+08:00',
      charges: [
        {
          findingId: null,
          byHand: { source: 'tip', note: TIP.note, by: 'Li', at: '2024-06-01T08:00:00+08:00' },
          level: 'orange',
          score: 0,
          evidence: [],
          sentence: { zh: '举报：夜间有钢水火光', en: 'Tip: 夜间有钢水火光' },
          pointId: 'M1',
          day: '2024-06-01',
          windowFrom: '2024-04-28',
          unsupported: false,
          tier: { category: '淘汰类' },
          estimate: null,
        },
      ],
    })
    const { whole, entries } = await desk.audit()
    expect(whole).toBe(true)
    expect(entries).toMatchObject([
      { action: 'open', actor: 'Li', from: null, to: 'to-check', reason: TIP.note },
    ])
  })

  it('says in its view that nothing was measured', async () => {
    const desk = await testDesk()
    const { id } = await open(desk)
    const [charge] = (await showCase(desk.store.db, id, analyst, NOW_MS))!.charges
    expect(charge!.standing).toBeNull()
    expect(charge!.expectation.en).toMatch(/word of a person/)
  })

  it.each(['analyst', 'reviewer', 'supervisor'] as const)('may be opened by the role %s', async role => {
    const desk = await testDesk()
    expect((await open(desk, {}, person('Zhao', role))).openedBy).toBe('Zhao')
  })

  it.each(['district', 'pricing', 'operator', 'auditor'] as const)('may not by the role %s', async role => {
    const desk = await testDesk()
    expect(await desk.order('open-by-hand', TIP, person('Zhao', role))).toEqual(refusedFor('forbidden'))
    expect(await desk.cases()).toEqual([])
  })

  it('takes a customer that the registry holds, behind the own wall, and a point of it', async () => {
    const units = [meter({ meterId: 'M1', customerId: 'C1', supplyUnit: '沙坪坝' })]
    const desk = await testDesk(units)
    const inside = person('Li', 'analyst', { supplyUnits: ['沙坪坝'] })
    const outside = person('Li', 'analyst', { supplyUnits: ['江津'] })
    const ask = (change: Partial<CaseByHand>, actor = inside) =>
      desk.order('open-by-hand', { ...TIP, ...change }, actor)
    expect(await ask({ customerId: 'C9' })).toEqual(refusedFor('not-found'))
    expect(await ask({}, outside)).toEqual(refusedFor('not-found'))
    expect(await ask({ pointId: 'M2' })).toEqual(refusedFor('bad-request'))
    expect(await ask({ pointId: 'M1' })).toMatchObject({ case: { supplyUnit: '沙坪坝' } })
  })

  it('is the open case of the customer, where there is one; a charge that it has is refused with its number', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.8, signature: 'crypto-mining' }])
    const opened = await open(desk)
    expect(opened).toMatchObject({ number: '2024-00001', source: 'finding', openedBy: 'system', version: 2 })
    expect(opened.charges.map(({ signature }) => signature)).toEqual(['crypto-mining', 'induction-furnace'])
    expect(await desk.order('open-by-hand', TIP)).toEqual(refusedFor('wrong-state', /2024-00001/))
    expect((await desk.audit()).entries.at(-1)).toMatchObject({ action: 'charge', actor: 'Li' })
  })

  it('goes back to be checked when somebody adds a charge during its review', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    await desk.bringTo('to-review')
    expect(await open(desk, { signature: 'crypto-mining' })).toMatchObject({ state: 'to-check' })
  })

  it('is moved like any other', async () => {
    const desk = await testDesk()
    await open(desk)
    expect((await desk.bringTo('reported')).state).toBe('reported')
    const [told] = await desk.outbox()
    expect(JSON.parse(told!.body)).toMatchObject({
      data: { leadNumber: null, charges: [{ score: 0, sentence: { zh: '举报：夜间有钢水火光' } }] },
    })
  })
})

describe('a finding of the same signature', () => {
  it('replaces the evidence and keeps what was said; when it lapses the word stands alone again', async () => {
    const desk = await testDesk()
    await open(desk)
    const [word] = (await desk.theCase()).charges
    await desk.suspect([{ score: 0.95 }])
    const [charge] = (await desk.theCase()).charges
    expect(charge).toMatchObject({ level: 'red', score: 0.95, byHand: { note: TIP.note } })
    expect(charge!.findingId).not.toBeNull()
    await desk.store.transact(async trx => {
      await trx.updateTable('finding').set({ current: 0 }).execute()
      const suspicion = { customerId: 'C1', signature: 'induction-furnace' } as Pick<
        Finding,
        'customerId' | 'signature'
      >
      await accuse(trx, [suspicion], NOW_MS, {
        book: { release: 0, rules: loadTariffRules() },
        meterAt: () => undefined,
      })
    })
    expect((await desk.theCase()).charges).toEqual([word])
    const { whole, entries } = await desk.audit()
    expect(whole).toBe(true)
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ['open', 'Li'],
      ['evidence', 'system'],
      ['evidence', 'system'],
    ])
  })
})

describe('an outcome of a charge by hand', () => {
  it('is recorded as of no detector, and the board says nothing of it', async () => {
    const desk = await testDesk()
    await open(desk)
    await desk.bringTo('reported')
    expect(await desk.answer({ outcome: 'dismissed' }, { actor: reviewer })).toMatchObject({
      case: { state: 'closed' },
      outcome: { detectorVersion: 'by-hand', criterionId: 'by-hand', score: 0, level: 'orange' },
    })
    const today = dayOf(NOW_MS)
    for (const by of ['detector', 'district', 'month'] as const) {
      expect((await readBoard(desk.store.db, { from: today, to: today, by }, today)).rows).toEqual([])
    }
  })
})
