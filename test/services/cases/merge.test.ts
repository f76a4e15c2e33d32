import { describe, expect, it } from 'vitest'
import type { Account } from '../../../schemas/account.ts'
import type { Case, CaseState } from '../../../schemas/case.ts'
import { readAudit, showCase } from '../../../services/cases/index.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { analyst, type Desk, NOW_MS, reviewer, testDesk } from './desk.ts'

const CUSTOMERS = ['C1', 'C2', 'C3']
const meters = (change: (i: number) => object = () => ({})) =>
  CUSTOMERS.map((customerId, i) => meter({ meterId: `M${i + 1}`, customerId, ...change(i) }))

const refusedFor = (code: string, detail = /\.$/) => ({
  refused: { code, detail: expect.stringMatching(detail) },
})

const caseOf = async (desk: Desk, customerId: string): Promise<Case> =>
  (await desk.cases()).find(one => one.customerId === customerId)!

/** Cases of three customers, in the order of their numbers; the second was merged into the first unless told. */
const threeCases = async (merged = true, change?: (i: number) => object): Promise<Desk> => {
  const desk = await testDesk(meters(change))
  for (const customerId of CUSTOMERS) await desk.suspect([{ score: 0.95 }], customerId)
  if (merged) await merge(desk, 'C2', 'C1')
  return desk
}

const merge = async (desk: Desk, customerId: string, ...others: string[]) => {
  const names = await Promise.all(others.map(async other => (await caseOf(desk, other)).number))
  const { id } = await caseOf(desk, customerId)
  return desk.order('merge', { caseId: id, with: names, reason: 'same site' })
}

const split = async (desk: Desk, lead: string, member: string, actor: Account = analyst) => {
  const body = {
    caseId: (await caseOf(desk, lead)).id,
    member: (await caseOf(desk, member)).number,
    reason: 'not so',
  }
  return desk.order('split', body, actor)
}

const move = async (desk: Desk, customerId: string, action: 'submit' | 'return' | 'release') =>
  desk.move({ caseId: (await caseOf(desk, customerId)).id, action })

const answer = async (desk: Desk, customerId: string, outcome: 'confirmed' | 'cannot-verify' = 'confirmed') =>
  desk.answer({ outcome }, { caseId: (await caseOf(desk, customerId)).id })

const put = async (desk: Desk, customerId: string, state: CaseState) =>
  desk.store.db.updateTable('cases').set({ state }).where('customer_id', '=', customerId).execute()

const chainOf = async (desk: Desk, customerId: string) =>
  readAudit(desk.store.db, (await caseOf(desk, customerId)).id)

const told = async (desk: Desk) =>
  (await desk.outbox()).map(({ body }) => (JSON.parse(body) as { data: Record<string, unknown> }).data)

describe('merging', () => {
  it('leaves the oldest number in the lead, whichever case is asked of', async () => {
    const desk = await threeCases(false)
    expect(await merge(desk, 'C3', 'C1', 'C2')).toMatchObject({
      case: { number: '2024-00001', state: 'to-check' },
    })
    const lead = await caseOf(desk, 'C1')
    for (const member of ['C2', 'C3']) {
      expect(await caseOf(desk, member)).toMatchObject({ state: 'merged', mergedInto: lead.id, version: 2 })
    }
    const { members } = (await showCase(desk.store.db, lead.id, analyst, NOW_MS))!
    expect(members).toMatchObject([
      { number: '2024-00002', customerId: 'C2', charges: [{ signature: 'induction-furnace' }] },
      { number: '2024-00003', customerId: 'C3' },
    ])
  })

  it('is one deed of the person on the lead, and a link to it on each member', async () => {
    const desk = await threeCases()
    expect((await chainOf(desk, 'C1')).entries.at(-1)).toMatchObject({
      action: 'merge',
      actor: 'Li',
      reason: 'same site',
      detail: { members: ['2024-00002'] },
    })
    expect((await chainOf(desk, 'C2')).entries.at(-1)).toMatchObject({
      action: 'merge',
      actor: 'system',
      from: 'to-check',
      to: 'merged',
      detail: { lead: '2024-00001' },
    })
    for (const customer of CUSTOMERS) expect((await chainOf(desk, customer)).whole).toBe(true)
  })

  it('takes along the members a case has', async () => {
    const desk = await threeCases(false)
    await merge(desk, 'C3', 'C2')
    await merge(desk, 'C2', 'C1')
    const lead = await caseOf(desk, 'C1')
    expect(
      (await showCase(desk.store.db, lead.id, analyst, NOW_MS))!.members.map(({ customerId }) => customerId),
    ).toEqual(['C2', 'C3'])
  })

  it.each(['to-review', 'reported', 'closed'] as const)('a case that is %s is refused', async state => {
    const desk = await threeCases(false)
    await put(desk, 'C2', state)
    expect(await merge(desk, 'C1', 'C2')).toEqual(refusedFor('wrong-state', /2024-00002/))
    expect(await merge(desk, 'C2', 'C1')).toEqual(refusedFor('wrong-state', /2024-00002/))
  })

  it('takes cases on site too', async () => {
    const desk = await threeCases(false)
    await put(desk, 'C2', 'on-site')
    expect(await merge(desk, 'C1', 'C2')).toMatchObject({ case: { number: '2024-00001' } })
  })

  it('with a member, with itself, with one twice or with one that is not there is refused', async () => {
    const desk = await threeCases()
    expect(await merge(desk, 'C3', 'C2')).toEqual(refusedFor('wrong-state', /2024-00002 is merged/))
    expect(await merge(desk, 'C2', 'C3')).toEqual(refusedFor('wrong-state', /2024-00001/))
    expect(await merge(desk, 'C3', 'C3')).toEqual(refusedFor('bad-request'))
    expect(await merge(desk, 'C3', 'C1', 'C1')).toEqual(refusedFor('bad-request'))
    const { id } = await caseOf(desk, 'C3')
    const nothing = { caseId: id, with: ['2024-00009'], reason: 'same site' }
    expect(await desk.order('merge', nothing)).toEqual(refusedFor('not-found'))
  })

  it('across a wall is refused: of another supply unit, and more so of one that is not seen', async () => {
    const desk = await threeCases(false, i => ({ supplyUnit: `供电所${i}` }))
    expect(await merge(desk, 'C1', 'C2')).toEqual(refusedFor('wrong-state', /supply unit/))
    const body = { caseId: (await caseOf(desk, 'C1')).id, with: ['2024-00002'], reason: 'same site' }
    const behind = person('Li', 'analyst', { supplyUnits: ['供电所0'] })
    expect(await desk.order('merge', body, behind)).toEqual(refusedFor('not-found'))
  })

  it.each(['supervisor', 'auditor', 'pricing'] as const)('is not for the role %s', async role => {
    const desk = await threeCases(false)
    const body = { caseId: (await caseOf(desk, 'C1')).id, with: ['2024-00002'], reason: 'same site' }
    const answered = await desk.order('merge', body, person('Zhao', role, {}))
    // Nobody was told of the case: for pricing there is none.
    expect(answered).toEqual(refusedFor(role === 'pricing' ? 'not-found' : 'forbidden'))
  })
})

describe('a member', () => {
  it('is moved by nobody: who tries is told the number of the lead', async () => {
    const desk = await threeCases()
    for (const action of ['submit', 'release', 'return'] as const) {
      expect(await move(desk, 'C2', action)).toEqual(refusedFor('wrong-state', /2024-00001/))
    }
  })

  it('follows its findings while the lead is checked, and holds still under review', async () => {
    const desk = await threeCases()
    const level = async () => (await caseOf(desk, 'C2')).charges[0]!.day
    await desk.suspect([{ score: 0.95, dayOffset: 1 }], 'C2')
    expect(await level()).toBe('2024-05-07')
    await put(desk, 'C1', 'on-site')
    await desk.suspect([{ score: 0.95, dayOffset: 2 }], 'C2')
    expect(await level()).toBe('2024-05-08')
    await put(desk, 'C1', 'to-check')
    await move(desk, 'C1', 'submit')
    await desk.suspect([{ score: 0.95, dayOffset: 3 }], 'C2')
    expect(await level()).toBe('2024-05-08')
    await move(desk, 'C1', 'release')
    await desk.suspect([{ score: 0.95, dayOffset: 4 }], 'C2')
    expect(await level()).toBe('2024-05-08')
  })

  it('sends the lead back to be checked by a new signature', async () => {
    const desk = await threeCases()
    await move(desk, 'C1', 'submit')
    await desk.suspect([{ score: 0.8, signature: 'crypto-mining' }], 'C2')
    expect((await caseOf(desk, 'C1')).state).toBe('to-check')
    expect((await caseOf(desk, 'C2')).state).toBe('merged')
    expect((await chainOf(desk, 'C1')).entries.at(-1)).toMatchObject({
      action: 'charge',
      from: 'to-review',
      to: 'to-check',
      detail: { member: '2024-00002', charged: 'crypto-mining' },
    })
  })

  it('carries the lead when the findings of that were corrected away', async () => {
    const desk = await threeCases()
    const { findingId } = (await caseOf(desk, 'C1')).charges[0]!
    await desk.suspect([{ score: 0.1, supersedes: findingId! }], 'C1')
    expect((await caseOf(desk, 'C1')).charges[0]!.unsupported).toBe(true)
    expect(await move(desk, 'C1', 'submit')).toMatchObject({ case: { state: 'to-review' } })
  })
})

describe('the release of a lead', () => {
  const released = async (district: (i: number) => string): Promise<Desk> => {
    const desk = await threeCases(true, i => ({ districtCode: district(i) }))
    await move(desk, 'C1', 'submit')
    await move(desk, 'C1', 'release')
    return desk
  }

  it('tells of each member too, under its own number, with that of the lead', async () => {
    const desk = await released(() => '500107')
    expect(await told(desk)).toMatchObject([
      { caseNumber: '2024-00001', leadNumber: null, customer: { id: 'C1' } },
      { caseNumber: '2024-00002', leadNumber: '2024-00001', customer: { id: 'C2' } },
    ])
    expect(await caseOf(desk, 'C2')).toMatchObject({ state: 'merged', toldDistrict: '500107' })
    expect((await chainOf(desk, 'C2')).entries.at(-1)).toMatchObject({ action: 'release', actor: 'system' })
  })

  it('names no lead to another district, which sees its own member alone', async () => {
    const desk = await released(i => (i === 1 ? '500106' : '500107'))
    expect(await told(desk)).toMatchObject([
      { caseNumber: '2024-00001', districtCode: '500107', leadNumber: null },
      { caseNumber: '2024-00002', districtCode: '500106', leadNumber: null },
    ])
    const [lead, member] = [await caseOf(desk, 'C1'), await caseOf(desk, 'C2')]
    const of = (districtCode: string) => person('D', 'district', { districtCode })
    expect((await showCase(desk.store.db, lead.id, of('500107'), NOW_MS))!.members).toEqual([])
    expect((await showCase(desk.store.db, member.id, of('500106'), NOW_MS))!.mergedInto).toBeNull()
    const district = person('D', 'district', { districtCode: '500106' })
    const body = { caseId: member.id, action: 'submit' as const, reason: 'seen' }
    expect(await desk.order('move', body, district)).toEqual(refusedFor('wrong-state', /into another case/))
  })

  it('keeps the estimate of a member as of the submission', async () => {
    const desk = await threeCases()
    await move(desk, 'C1', 'submit')
    const { estimate } = (await caseOf(desk, 'C2')).charges[0]!
    expect(estimate).not.toBeNull()
    await desk.store.db.updateTable('feature').set({ kwh: 999 }).execute()
    expect((await caseOf(desk, 'C2')).charges[0]!.estimate).toEqual(estimate)
    await move(desk, 'C1', 'return')
    expect((await caseOf(desk, 'C2')).charges[0]!.estimate).not.toEqual(estimate)
  })
})

describe('closing a lead', () => {
  it('takes an outcome of every charge of its members too, which close with it', async () => {
    const desk = await threeCases()
    await move(desk, 'C1', 'submit')
    await move(desk, 'C1', 'release')
    await answer(desk, 'C1')
    expect((await caseOf(desk, 'C1')).state).toBe('reported')
    await answer(desk, 'C2', 'cannot-verify')
    const [lead, member] = [await caseOf(desk, 'C1'), await caseOf(desk, 'C2')]
    expect([lead.state, member.state, member.mergedInto]).toEqual(['closed', 'closed', lead.id])
    expect(desk.confirmed).toEqual([`${lead.id} induction-furnace`])
    expect((await chainOf(desk, 'C1')).entries.at(-1)).toMatchObject({ action: 'close', actor: 'system' })
    expect((await chainOf(desk, 'C2')).entries.at(-1)).toMatchObject({
      action: 'close',
      actor: 'system',
      from: 'merged',
      detail: { lead: '2024-00001', outcomes: { 'induction-furnace': 'cannot-verify' } },
    })
    for (const customer of CUSTOMERS) expect((await chainOf(desk, customer)).whole).toBe(true)
    expect(await split(desk, 'C1', 'C2')).toEqual(refusedFor('wrong-state'))
    expect(await move(desk, 'C2', 'submit')).toEqual(refusedFor('wrong-state', /2024-00001/))
  })

  it('takes two people for an outcome of a member, while the lead is not reported', async () => {
    const desk = await threeCases()
    expect(await answer(desk, 'C2')).toEqual(refusedFor('wrong-state'))
    await move(desk, 'C1', 'submit')
    await move(desk, 'C1', 'release')
    expect(await answer(desk, 'C2')).toMatchObject({ outcome: { final: true } })
  })
})

describe('splitting', () => {
  it('lets a member stand by itself, to be checked', async () => {
    const desk = await threeCases()
    expect(await split(desk, 'C1', 'C2')).toMatchObject({ case: { number: '2024-00001' } })
    expect(await caseOf(desk, 'C2')).toMatchObject({
      number: '2024-00002',
      state: 'to-check',
      mergedInto: null,
    })
    expect((await chainOf(desk, 'C1')).entries.at(-1)).toMatchObject({ action: 'split', actor: 'Li' })
    expect((await chainOf(desk, 'C2')).entries.at(-1)).toMatchObject({ actor: 'system', to: 'to-check' })
    expect(await move(desk, 'C2', 'submit')).toMatchObject({ case: { state: 'to-review' } })
  })

  it('is refused once the lead is under review, and of a case that is no member', async () => {
    const desk = await threeCases()
    expect(await split(desk, 'C1', 'C3')).toEqual(refusedFor('not-found'))
    await move(desk, 'C1', 'submit')
    expect(await split(desk, 'C1', 'C2', reviewer)).toEqual(refusedFor('wrong-state', /待复核/))
  })
})
