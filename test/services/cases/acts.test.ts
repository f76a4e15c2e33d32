import { describe, expect, it } from 'vitest'
import { addAccounts } from '../../../services/accounts/index.ts'
import { commentsOn, showCase } from '../../../services/cases/index.ts'
import { meter } from '../../support/meters.ts'
import { person, withToken } from '../../support/people.ts'
import { analyst, type Desk, district, NOW_MS, reviewer, supervisor, testDesk } from './desk.ts'

const MINUTE = 60_000

const suspected = async (): Promise<Desk> => {
  const desk = await testDesk()
  await desk.suspect([{ score: 0.75 }])
  return desk
}

const refusedFor = (code: string) => expect.objectContaining({ refused: expect.objectContaining({ code }) })

const last = async (desk: Desk) => (await desk.audit()).entries.at(-1)!

describe('assign', () => {
  it('takes a case, gives it away and leaves it to nobody', async () => {
    const desk = await testDesk([meter({ customerId: 'C1', supplyUnit: 'U1' })])
    await desk.suspect([{ score: 0.75 }])
    const people = [
      person('He', 'analyst', { supplyUnits: ['U1'] }),
      person('Xu', 'analyst', { supplyUnits: ['U2'] }),
      person('Guo', 'supervisor'),
    ]
    await desk.store.transact(trx => addAccounts(trx, people.map(withToken), NOW_MS))
    expect(await desk.does(analyst, 'assign', { to: 'Li' })).toMatchObject({
      case: { assignee: 'Li', version: 2 },
    })
    expect(await desk.does(reviewer, 'assign', { to: 'He' })).toMatchObject({ case: { assignee: 'He' } })
    for (const to of ['Xu', 'Guo', 'nobody'])
      expect(await desk.does(reviewer, 'assign', { to })).toEqual(refusedFor('bad-request'))
    expect(await desk.does(analyst, 'assign', { to: null })).toMatchObject({ case: { assignee: null } })
    expect(await desk.does(supervisor, 'assign', { to: 'Zhou' })).toEqual(refusedFor('forbidden'))
  })
})

describe('a comment', () => {
  it('is read by a district when it is for all', async () => {
    const desk = await suspected()
    const { id } = await desk.bringTo('reported')
    const { version } = await desk.theCase()
    await desk.does(analyst, 'comment', { text: 'the guard knew' })
    await desk.does(reviewer, 'comment', { text: '请夜间检查', audience: 'all' })
    await desk.does(district, 'comment', { text: '收到' })
    expect(await desk.does(district, 'comment', { text: 'x', audience: 'internal' })).toEqual(
      refusedFor('bad-request'),
    )
    const read = async (account: typeof analyst) =>
      (await commentsOn(desk.store.db, id, account)).map(({ by, text }) => `${by} ${text}`)
    expect(await read(analyst)).toEqual(['Li the guard knew', 'Wang 请夜间检查', 'Chen 收到'])
    expect(await read(district)).toEqual(['Wang 请夜间检查', 'Chen 收到'])
    expect((await desk.theCase()).version).toBe(version)
  })
})

describe('a snooze', () => {
  it('lasts a week unless told, and 90 days at most', async () => {
    const desk = await suspected()
    expect(await desk.does(analyst, 'snooze', { reason: 'holiday' })).toMatchObject({
      case: { snoozedUntil: '2024-06-08T00:00:00+08:00', snoozeReason: 'holiday' },
    })
    const until = (day: string) => desk.does(analyst, 'snooze', { reason: 'holiday', until: day })
    expect(await until('2024-08-30')).toMatchObject({ case: { snoozedUntil: '2024-08-30T00:00:00+08:00' } })
    for (const day of ['2024-06-01', '2024-08-31'])
      expect(await until(day)).toEqual(refusedFor('bad-request'))
    expect(await desk.does(analyst, 'snooze', { reason: ' ' })).toEqual(refusedFor('bad-request'))
  })

  it('is ended by hand, once', async () => {
    const desk = await suspected()
    await desk.does(analyst, 'snooze', { reason: 'holiday' })
    expect(await desk.does(reviewer, 'wake', {})).toMatchObject({ case: { snoozedUntil: null } })
    expect(await desk.does(reviewer, 'wake', {})).toEqual(refusedFor('wrong-state'))
  })

  it.each([
    ['a higher level', { score: 0.95, dayOffset: 1 }, null],
    ['another charge', { score: 0.75, signature: 'crypto-mining' }, null],
    ['more of the same', { score: 0.76, dayOffset: 1 }, '2024-06-08T00:00:00+08:00'],
  ] as const)('and %s: until %o', async (_what, suspicion, snoozedUntil) => {
    const desk = await suspected()
    await desk.does(analyst, 'snooze', { reason: 'holiday' })
    await desk.suspect([suspicion])
    expect(await desk.theCase()).toMatchObject({ snoozedUntil })
  })

  it('ends when the case moves on', async () => {
    const desk = await suspected()
    await desk.does(analyst, 'snooze', { reason: 'holiday' })
    expect(await desk.move({ action: 'submit' })).toMatchObject({ case: { snoozedUntil: null } })
  })
})

describe('a district', () => {
  it('passes a case to a department, which sees it then, and takes it back', async () => {
    const desk = await suspected()
    await desk.bringTo('reported')
    const inside = { ...district, name: 'Tan', department: '经信委' }
    expect(await desk.does(inside, 'comment', { text: 'x' })).toEqual(refusedFor('not-found'))
    await desk.does(district, 'pass', { department: '经信委' })
    expect(await desk.does(inside, 'pass', { department: '' })).toEqual(refusedFor('forbidden'))
    expect(await desk.move({ action: 'acknowledge', actor: inside })).toMatchObject({
      case: { state: 'acknowledged', department: '经信委' },
    })
    expect(await desk.does(district, 'pass', { department: '' })).toMatchObject({ case: { department: '' } })
    expect(await desk.move({ action: 'handle', actor: inside })).toEqual(refusedFor('not-found'))
  })

  it('reads nothing that is the house’s own', async () => {
    const desk = await suspected()
    await desk.does(analyst, 'assign', { to: 'Li' })
    await desk.answer({ outcome: 'dismissed' }, { actor: analyst })
    const { id } = await desk.bringTo('reported')
    await desk.does(analyst, 'snooze', { reason: 'holiday' })
    const seen = (await showCase(desk.store.db, id, district, NOW_MS))!
    expect(seen).toMatchObject({
      ...{ submittedBy: null, openedBy: '', assignee: null, snoozedUntil: null, snoozeReason: '' },
      ...{ stakeYuan: null, priority: null, charges: [{ outcomes: [] }] },
    })
    expect(seen.next).toEqual(['acknowledge', 'comment', 'pass'])
    const answered = await desk.move({ action: 'acknowledge' })
    expect(answered).toMatchObject({ case: { submittedBy: null, assignee: null } })
  })

  it('reports back of every charge, once', async () => {
    const desk = await suspected()
    await desk.suspect([{ score: 0.8, signature: 'crypto-mining' }])
    const { id } = await desk.bringTo('handling')
    const one = { signature: 'induction-furnace', found: 'confirmed', text: '' } as const
    const two = { signature: 'crypto-mining', found: 'nothing-found', text: '' } as const
    const feedback = {
      found: [one, two],
      measures: ['shut-down'],
      inspectedOn: null,
      note: '',
      fileIds: [],
    } as const
    const answer = (more: object, actor = district, reason = '') =>
      desk.does(actor, 'answer', { feedback: structuredClone({ ...feedback, ...more }) as never, reason })
    for (const wrong of [
      { found: [one] },
      { found: [one, two, two] },
      { inspectedOn: '2024-06-02' },
      { fileIds: ['file-x'] },
    ]) {
      expect(await answer(wrong)).toEqual(refusedFor('bad-request'))
    }
    expect(await answer({}, reviewer)).toEqual(refusedFor('bad-request'))
    expect(await answer({})).toMatchObject({ case: { state: 'answered' } })
    expect((await showCase(desk.store.db, id, reviewer, NOW_MS))!.feedback).toMatchObject([
      { sequence: 1, by: 'Chen', words: [{ zh: '依法取缔' }], found: [one, two] },
    ])
  })
})

describe('a supervisor', () => {
  it('presses for progress with a reason, and moves nothing', async () => {
    const desk = await suspected()
    expect(await desk.does(supervisor, 'urge', {})).toEqual(refusedFor('bad-request'))
    expect(await desk.does(supervisor, 'urge', { reason: 'three weeks' })).toMatchObject({
      case: { urgedAt: '2024-06-01T08:00:00+08:00', state: 'to-check' },
    })
    expect(await desk.does(analyst, 'urge', { reason: 'x' })).toEqual(refusedFor('forbidden'))
  })
})

describe('next', () => {
  const nextOf = async (desk: Desk, account: typeof analyst) =>
    (await showCase(desk.store.db, (await desk.theCase()).id, account, NOW_MS))!.next

  it('is what the account asking may do now', async () => {
    const desk = await suspected()
    expect(await nextOf(desk, analyst)).toEqual([
      'inspect',
      'submit',
      'outcome',
      'assign',
      'comment',
      'snooze',
    ])
    await desk.bringTo('to-review')
    expect(await nextOf(desk, analyst)).toEqual(['outcome', 'assign', 'comment', 'snooze', 'undo'])
    expect(await nextOf(desk, reviewer)).toEqual([
      'return',
      'release',
      'outcome',
      'assign',
      'comment',
      'snooze',
    ])
    expect(await nextOf(desk, person('Li', 'reviewer'))).not.toContain('release')
    expect(await nextOf(desk, supervisor)).toEqual(['comment', 'urge'])
    expect(await nextOf(desk, person('Sheng', 'auditor'))).toEqual([])
  })
})

describe('undo', () => {
  const undo = (desk: Desk, actor = analyst, nowMs = NOW_MS) => desk.does(actor, 'undo', {}, nowMs)
  const plain = async (desk: Desk) => {
    const { version: _, ...rest } = await desk.theCase()
    return rest
  }

  it('sets a case back as it was, the time it came into its state too', async () => {
    const desk = await suspected()
    await desk.does(analyst, 'snooze', { reason: 'holiday' })
    const before = await plain(desk)
    const moved = await desk.does(analyst, 'move', { action: 'submit', reason: 'seen' }, NOW_MS + MINUTE)
    expect(moved).toMatchObject({ undoableUntil: '2024-06-01T00:16:00.000Z' })
    expect(await undo(desk, analyst, NOW_MS + 16 * MINUTE)).toMatchObject({ undoableUntil: null })
    expect(await plain(desk)).toEqual(before)
    expect(await last(desk)).toMatchObject({
      ...{ action: 'undo', from: 'to-review', to: 'to-check', actor: 'Li' },
      detail: { undone: 'submit' },
    })
  })

  it('is for who did it, for 15 minutes, and while nothing changed', async () => {
    const desk = await suspected()
    expect(await undo(desk)).toEqual(refusedFor('wrong-state'))
    await desk.does(analyst, 'assign', { to: 'Li' })
    expect(await undo(desk, reviewer)).toEqual(refusedFor('wrong-state'))
    expect(await undo(desk, analyst, NOW_MS + 15 * MINUTE + 1)).toEqual(refusedFor('wrong-state'))
    await desk.suspect([{ score: 0.95, dayOffset: 1 }])
    expect(await undo(desk)).toEqual(refusedFor('wrong-state'))
    expect(await desk.theCase()).toMatchObject({ assignee: 'Li' })
  })

  it('happens once', async () => {
    const desk = await suspected()
    await desk.does(analyst, 'assign', { to: 'Li' })
    expect(await undo(desk)).toMatchObject({ case: { assignee: null } })
    expect(await undo(desk)).toEqual(refusedFor('wrong-state'))
  })

  it('takes back no release and no closing with 查实', async () => {
    const desk = await suspected()
    await desk.move({ action: 'submit' })
    expect(await desk.move({ action: 'release' })).toMatchObject({ undoableUntil: null })
    expect(await undo(desk, reviewer)).toEqual(refusedFor('wrong-state'))
    expect(await desk.answer({ outcome: 'confirmed' })).toMatchObject({ undoableUntil: null })
    expect(await undo(desk, reviewer)).toEqual(refusedFor('wrong-state'))
    expect((await desk.theCase()).state).toBe('closed')
  })

  it('takes back a district’s acknowledgement and feedback', async () => {
    const desk = await suspected()
    await desk.bringTo('acknowledged')
    expect(await undo(desk, district)).toMatchObject({ case: { state: 'reported' } })
    const { id, state } = await desk.bringTo('answered')
    expect(state).toBe('answered')
    await undo(desk, district)
    const shown = (await showCase(desk.store.db, id, reviewer, NOW_MS))!
    expect(shown).toMatchObject({ state: 'handling', feedback: [] })
  })

  it('takes back another closing: its outcome stays on record and counts no more', async () => {
    const desk = await suspected()
    const { id } = await desk.bringTo('to-review')
    const dismissed = { outcome: 'dismissed' } as const
    await desk.answer(dismissed, { actor: analyst })
    await desk.answer(dismissed)
    expect((await desk.theCase()).state).toBe('closed')
    expect(await undo(desk, reviewer)).toMatchObject({ case: { state: 'to-review', closedAt: null } })
    const shown = (await showCase(desk.store.db, id, reviewer, NOW_MS))!
    expect(shown.charges[0]!.outcomes).toMatchObject([
      { final: false, lapsed: false },
      { outcome: 'dismissed', final: true, lapsed: true },
    ])
    await desk.answer(dismissed)
    expect((await desk.theCase()).state).toBe('closed')
  })

  it('leaves a closing that a district was told of', async () => {
    const desk = await suspected()
    await desk.bringTo('reported')
    await desk.answer({ outcome: 'dismissed' })
    expect(await undo(desk, reviewer)).toMatchObject({ refused: { code: 'wrong-state' } })
    expect((await desk.theCase()).state).toBe('closed')
  })

  it('of a reopening lets its outcomes count again', async () => {
    const desk = await suspected()
    const { id } = await desk.bringTo('closed')
    const before = await plain(desk)
    await desk.move({ action: 'reopen' })
    await undo(desk, reviewer)
    expect(await plain(desk)).toEqual(before)
    const shown = (await showCase(desk.store.db, id, reviewer, NOW_MS))!
    expect(shown.charges[0]!.outcomes).toMatchObject([{ outcome: 'confirmed', lapsed: false }])
  })

  it('opens no second case beside one that opened meanwhile', async () => {
    const desk = await suspected()
    const { id } = await desk.bringTo('reported')
    await desk.answer({ outcome: 'dismissed' })
    await desk.suspect([{ score: 0.95, signature: 'crypto-mining' }])
    expect(await desk.does(reviewer, 'undo', { caseId: id })).toEqual(refusedFor('wrong-state'))
  })
})

describe('bulk', () => {
  const twoAndOne = async () => {
    const desk = await testDesk()
    for (const customer of ['C1', 'C2', 'C3']) await desk.suspect([{ score: 0.95 }], customer)
    const cases = await desk.cases()
    await desk.move({ caseId: cases[2]!.id, action: 'inspect' })
    return { desk, caseIds: cases.map(({ id }) => id) }
  }
  const order = { reason: 'same hall', versions: {} }

  it('does and refuses case by case, each on record by itself', async () => {
    const { desk, caseIds } = await twoAndOne()
    const bulk = { ...order, caseIds: [...caseIds, 'case-x', caseIds[0]!], action: 'inspect' } as const
    const answer = await desk.does(analyst, 'bulk', { ...bulk, versions: { [caseIds[1]!]: 9 } })
    expect(answer).toMatchObject({
      results: [
        { caseId: caseIds[0], done: { state: 'on-site', version: 2 } },
        { caseId: caseIds[1], refused: { code: 'version-conflict' } },
        { caseId: caseIds[2], refused: { code: 'wrong-state' } },
        { caseId: 'case-x', refused: { code: 'not-found' } },
      ],
    })
    const links = await desk.store.db
      .selectFrom('audit')
      .select(['case_id', 'action', 'reason'])
      .where('reason', '=', 'same hall')
      .orderBy('case_id')
      .execute()
    expect(links.map(({ action }) => action).toSorted()).toEqual(['inspect', 'refused', 'refused', 'refused'])
  })

  it('is undone by another', async () => {
    const { desk, caseIds } = await twoAndOne()
    const bulk = { ...order, caseIds: caseIds.slice(0, 2) }
    await desk.does(analyst, 'bulk', { ...bulk, action: 'assign', to: 'Li' })
    expect((await desk.cases()).map(({ assignee }) => assignee)).toEqual(['Li', 'Li', null])
    await desk.does(analyst, 'bulk', { ...bulk, action: 'undo' })
    expect((await desk.cases()).map(({ assignee }) => assignee)).toEqual([null, null, null])
  })

  it('does each of the acts', async () => {
    const { desk, caseIds } = await twoAndOne()
    const bulk = { ...order, caseIds }
    await desk.does(analyst, 'bulk', { ...bulk, action: 'snooze', until: '2024-07-01' })
    await desk.does(analyst, 'bulk', { ...bulk, action: 'wake' })
    await desk.does(analyst, 'bulk', { ...bulk, action: 'comment', text: '同一厂房' })
    await desk.does(supervisor, 'bulk', { ...bulk, action: 'urge' })
    const actions = await desk.store.db.selectFrom('audit').select('action').execute()
    for (const action of ['snooze', 'wake', 'comment', 'urge'])
      expect(actions.filter(one => one.action === action)).toHaveLength(3)
  })
})
