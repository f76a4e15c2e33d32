import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../../schemas/case.ts'
import { readChain } from '../../../services/audit/index.ts'
import { deadlinesWait, followDeadlines, readAudit } from '../../../services/cases/index.ts'
import { listDeadlines, readOverdue } from '../../../services/deadlines/index.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { type Desk, NOW_MS, testDesk } from '../cases/desk.ts'

const chief = person('Chen', 'supervisor')
const at = (text: string): number => Date.parse(`${text}:00+08:00`)

/** The clock of the desk: once a minute; answers what was told of the case at that minute. */
const tick = async (desk: Desk, text: string): Promise<number> => {
  const nowMs = at(text)
  let rounds = 0
  while (await deadlinesWait(desk.store.db, nowMs)) {
    await desk.store.transact(trx => followDeadlines(trx, nowMs))
    rounds++
  }
  return rounds
}

const told = (entries: readonly AuditEntry[]) =>
  entries
    .filter(({ action }) => action === 'remind' || action === 'escalate')
    .map(({ action, actor, at: when, detail }) => [action, actor, when, detail.dueAt])

const openedCase = async (): Promise<Desk> => {
  const desk = await testDesk()
  await desk.suspect([{ score: 0.95 }])
  return desk
}

describe('deadlines', () => {
  it('are ours until a supervisor sets them, for cases that come into the state from then on', async () => {
    const desk = await openedCase()
    // 2024-06-01, a Saturday: to-check, three working days. 10 June is the Dragon Boat Festival.
    expect((await desk.theCase()).dueAt).toBe('2024-06-06T00:00:00+08:00')
    const set = { state: 'to-check', workingDays: 6, reason: 'by the authority' } as const
    expect(await desk.gives({ name: 'deadline', body: set, actor: chief })).toEqual({
      deadline: { state: 'to-check', workingDays: 6, setBy: 'Chen', setAt: '2024-06-01T00:00:00.000Z' },
    })
    expect((await desk.theCase()).dueAt).toBe('2024-06-06T00:00:00+08:00')
    await desk.suspect([{ score: 0.95 }], 'C2')
    expect((await desk.cases()).map(({ dueAt }) => dueAt)).toEqual([
      '2024-06-06T00:00:00+08:00',
      '2024-06-12T00:00:00+08:00',
    ])
    const deadlines = await listDeadlines(desk.store.db)
    expect(deadlines.map(({ state, workingDays }) => [state, workingDays])).toEqual([
      ['to-check', 6],
      ['on-site', 5],
      ['to-review', 2],
      ['reported', 3],
      ['acknowledged', 10],
      ['handling', 20],
      ['answered', 3],
    ])
    expect(deadlines.filter(({ setBy }) => setBy !== null)).toHaveLength(1)
    const { entries } = await readChain(desk.store.db, 'desk', undefined)
    expect(entries).toMatchObject([
      {
        action: 'deadline',
        actor: 'Chen',
        reason: 'by the authority',
        detail: { state: 'to-check', workingDays: 6, before: 3 },
      },
    ])
    const again = { ...set, workingDays: 1 }
    await desk.gives({ name: 'deadline', body: again, actor: chief })
    expect((await listDeadlines(desk.store.db))[0]).toMatchObject({ workingDays: 1 })
  })

  it('begin anew with each state, and are none where a case is closed', async () => {
    const desk = await openedCase()
    await desk.bringTo('to-review')
    expect((await desk.theCase()).dueAt).toBe('2024-06-05T00:00:00+08:00')
    await desk.move({ action: 'release' })
    expect((await desk.theCase()).dueAt).toBe('2024-06-06T00:00:00+08:00')
    await desk.answer({ outcome: 'confirmed' })
    expect((await desk.theCase()).dueAt).toBeNull()
  })
})

describe('the clock', () => {
  it('reminds one working day before, escalates at the end, each once', async () => {
    const desk = await openedCase()
    expect(await tick(desk, '2024-06-04T23:59')).toBe(0)
    expect(await tick(desk, '2024-06-05T00:00')).toBe(1)
    expect(await tick(desk, '2024-06-05T23:59')).toBe(0)
    expect(await tick(desk, '2024-06-06T00:00')).toBe(1)
    expect(await tick(desk, '2024-07-06T00:00')).toBe(0)
    const { whole, entries } = await desk.audit()
    expect(whole).toBe(true)
    const dueAt = '2024-06-06T00:00:00+08:00'
    expect(told(entries)).toEqual([
      ['remind', 'system', '2024-06-04T16:00:00.000Z', dueAt],
      ['escalate', 'system', '2024-06-05T16:00:00.000Z', dueAt],
    ])
    expect((await desk.theCase()).escalatedAt).toBe(dueAt)
  })

  it('reminds before days off, when the last working day comes after them', async () => {
    const desk = await openedCase()
    const { id } = await desk.theCase()
    // Two working days from Thursday 6 June: Friday and, past the Dragon Boat Festival, Tuesday.
    await desk.gives(
      {
        name: 'move',
        body: { caseId: id, action: 'submit', reason: 'seen' },
        actor: person('Li', 'analyst'),
      },
      at('2024-06-06T09:00'),
    )
    expect((await desk.theCase()).dueAt).toBe('2024-06-12T00:00:00+08:00')
    expect(await tick(desk, '2024-06-07T23:59')).toBe(0)
    expect(await tick(desk, '2024-06-08T00:00')).toBe(1)
  })

  it('no longer reminds of what was overdue before it could, and forgets with the state', async () => {
    const desk = await openedCase()
    await tick(desk, '2024-06-20T08:00')
    expect(told((await desk.audit()).entries).map(([action]) => action)).toEqual(['escalate'])
    await desk.bringTo('to-review')
    const moved = await desk.theCase()
    expect(moved.escalatedAt).toBeNull()
    expect(moved.dueAt).not.toBeNull()
  })

  it('gives cases without a deadline theirs from now on', async () => {
    const desk = await openedCase()
    await desk.store.db.updateTable('cases').set({ due_at: null, entered_at: 0 }).execute()
    expect(await tick(desk, '2024-06-14T10:00')).toBe(1)
    expect((await desk.theCase()).dueAt).toBe('2024-06-20T00:00:00+08:00')
    expect(told((await desk.audit()).entries)).toEqual([])
  })

  it('tells of no more than 500 cases in a transaction, and of all in the end', async () => {
    const meters = Array.from({ length: 620 }, (_, i) => meter({ meterId: `N${i}`, customerId: `K${i}` }))
    const desk = await testDesk(meters)
    for (const { meterId, customerId } of meters)
      await desk.suspect([{ score: 0.95, pointId: meterId }], customerId)
    const nowMs = at('2024-06-06T00:00')
    const escalated = async (): Promise<number> =>
      (await desk.store.db.selectFrom('audit').select('case_id').where('action', '=', 'escalate').execute())
        .length
    expect(await desk.store.transact(trx => followDeadlines(trx, nowMs))).toBe(true)
    expect(await escalated()).toBe(500)
    expect(await desk.store.transact(trx => followDeadlines(trx, nowMs))).toBe(false)
    expect(await escalated()).toBe(620)
    expect(await deadlinesWait(desk.store.db, nowMs)).toBe(false)
    const [{ id } = { id: '' }] = await desk.cases()
    expect((await readAudit(desk.store.db, id)).whole).toBe(true)
  })
})

describe('the overdue board', () => {
  const board = async (): Promise<Desk> => {
    const desk = await testDesk([
      meter({ meterId: 'M1', customerId: 'C1', supplyUnit: 'east' }),
      meter({ meterId: 'M2', customerId: 'C2', supplyUnit: 'east' }),
      meter({ meterId: 'M3', customerId: 'C3', supplyUnit: 'west', districtCode: '500108' }),
    ])
    await desk.suspect([{ score: 0.95 }], 'C1')
    await desk.suspect([{ score: 0.95 }], 'C2')
    await desk.suspect([{ score: 0.95 }], 'C3')
    await desk.store.db
      .updateTable('cases')
      .set({ urged_at: NOW_MS })
      .where('customer_id', '=', 'C3')
      .execute()
    const slower = { state: 'to-review', workingDays: 3, reason: 'test' } as const
    await desk.gives({ name: 'deadline', body: slower, actor: chief })
    const [, second] = await desk.cases()
    await desk.move({ action: 'submit', caseId: second!.id })
    return desk
  }

  it('counts open, due soon, overdue and urged, and names the oldest', async () => {
    const desk = await board()
    const read = (by: 'district' | 'state' | 'supplyUnit', text: string) =>
      readOverdue(desk.store.db, chief, by, at(text))
    const [first, , third] = await desk.cases()
    expect(await read('supplyUnit', '2024-06-05T12:00')).toMatchObject([
      { key: 'east', open: 2, dueSoon: 2, overdue: 0, urged: 0, oldest: null },
      { key: 'west', open: 1, dueSoon: 1, overdue: 0, urged: 1, oldest: null },
    ])
    // Thursday and Friday have begun since; on Tuesday, past the festival of the 10th, the third day has.
    expect(await read('supplyUnit', '2024-06-09T12:00')).toMatchObject([
      { key: 'east', open: 2, dueSoon: 0, overdue: 2, urged: 0, oldest: { number: first!.number, days: 2 } },
      { key: 'west', open: 1, dueSoon: 0, overdue: 1, urged: 1, oldest: { number: third!.number, days: 2 } },
    ])
    expect(
      (await read('state', '2024-06-11T12:00')).map(({ key, open, oldest }) => [key, open, oldest?.days]),
    ).toEqual([
      ['to-check', 2, 3],
      ['to-review', 1, 3],
    ])
    expect((await read('district', '2024-06-11T12:00')).map(({ key, open }) => [key, open])).toEqual([
      ['500107', 2],
      ['500108', 1],
    ])
  })

  it('shows nobody what stands behind a wall', async () => {
    const desk = await board()
    const read = (account: Parameters<typeof readOverdue>[1]) =>
      readOverdue(desk.store.db, account, 'supplyUnit', at('2024-06-06T12:00'))
    expect((await read(person('Li', 'analyst', { supplyUnits: ['west'] }))).map(({ key }) => key)).toEqual([
      'west',
    ])
    expect(await read(person('Hu', 'district', { districtCode: '500107' }))).toEqual([])
    expect(await read(person('Op', 'operator'))).toEqual([])
  })
})
