import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { Level } from '../../../schemas/case.ts'
import { readChain } from '../../../services/audit/index.ts'
import { listSwitches } from '../../../services/releases/index.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { analyst, type Desk, NOW_MS, testDesk } from '../cases/desk.ts'

const operator = person('Op', 'operator')
const SCORES = { red: 0.95, orange: 0.85, yellow: 0.75 }
const refusedFor = (code: string) => expect.objectContaining({ refused: expect.objectContaining({ code }) })

const turn = (desk: Desk, on: boolean, { district = '500107', level = 'red' as Level } = {}) =>
  desk.gives({
    name: 'switch',
    body: { district, level, on, reason: 'agreed with the district' },
    actor: operator,
  })

const submitted = async (desk: Desk) => {
  const moved = await desk.move({ action: 'submit' })
  if ('refused' in moved) throw new Error(moved.refused.detail)
  return moved
}

describe('automatic release', () => {
  it('is off unless somebody switched it on', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.99 }])
    expect((await submitted(desk)).case.state).toBe('to-review')
    expect(await desk.outbox()).toEqual([])
    expect(await listSwitches(desk.store.db)).toEqual({ switches: [], history: [] })
  })

  it('releases with the submission, its alert beside it, in the name of the switch', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }, { score: 0.75, signature: 'crypto-mining' }])
    expect(await turn(desk, true)).toMatchObject({ switch: { sequence: 1, on: true, by: 'Op' } })
    const before = await desk.theCase()
    const moved = await submitted(desk)
    expect(moved.case).toMatchObject({
      state: 'reported',
      submittedBy: 'Li',
      version: before.version + 2,
      reportedAt: '2024-06-01T08:00:00+08:00',
      toldDistrict: '500107',
      dueAt: '2024-06-06T00:00:00+08:00',
    })
    const alerts = await desk.outbox()
    expect(alerts).toMatchObject([{ id: moved.alertId, case_version: moved.case.version }])
    const { whole, entries } = await desk.audit()
    expect(whole).toBe(true)
    expect(entries.slice(-2)).toMatchObject([
      { action: 'submit', actor: 'Li', from: 'to-check', to: 'to-review' },
      {
        action: 'release',
        actor: 'automatic',
        from: 'to-review',
        to: 'reported',
        reason: 'agreed with the district',
        detail: { switch: 1, by: 'Op' },
      },
    ])
    expect(moved.case.charges.every(({ estimate }) => estimate !== null)).toBe(
      before.charges.every(({ estimate }) => estimate !== null),
    )
  })

  it.each(Level.options)('of the level %s concerns cases of that highest level alone', async level => {
    for (const own of Level.options) {
      const desk = await testDesk()
      await turn(desk, true, { level })
      await desk.suspect([{ score: SCORES[own] }])
      expect((await submitted(desk)).case.state).toBe(own === level ? 'reported' : 'to-review')
    }
  })

  it('concerns the district that is told, whatever the registry still calls it', async () => {
    const desk = await testDesk([meter({ meterId: 'M1', customerId: 'C1', districtCode: '500108' })])
    await turn(desk, true)
    await desk.suspect([{ score: 0.95 }])
    expect((await submitted(desk)).case.state).toBe('to-review')
    expect(await turn(desk, true, { district: '500999' })).toEqual(refusedFor('bad-request'))
    // 江北 became 两江新区 in November 2025: from then on nobody is told under its code.
    const later = Date.parse('2025-12-01T08:00:00+08:00')
    const body = { district: '500105', level: 'red', on: true, reason: 'test' } as const
    expect(await desk.gives({ name: 'switch', body, actor: operator })).toHaveProperty('switch')
    expect(await desk.gives({ name: 'switch', body, actor: operator }, later)).toEqual(
      refusedFor('bad-request'),
    )
  })

  it('is never of a code under which a person looks up whom to tell', async () => {
    const desk = await testDesk([meter({ meterId: 'M1', customerId: 'C1', districtCode: '500112' })])
    await turn(desk, true, { district: '500112' })
    const later = Date.parse('2025-12-01T08:00:00+08:00')
    const body = { district: '500112', level: 'red', on: true, reason: 'test' } as const
    expect(await desk.gives({ name: 'switch', body, actor: operator }, later)).toEqual(
      refusedFor('bad-request'),
    )
    await desk.suspect([{ score: 0.95 }])
    const { id, version } = await desk.theCase()
    const move = { action: 'submit', caseId: id, version, reason: 'seen' } as const
    const moved = await desk.gives({ name: 'move', body: move, actor: analyst }, later)
    expect(moved).toMatchObject({ case: { state: 'to-review' } })
    expect(await desk.outbox()).toEqual([])
  })

  it('leaves to a reviewer a case that is no longer supported in full', async () => {
    const desk = await testDesk()
    await turn(desk, true)
    await desk.suspect([{ score: 0.95 }, { score: 0.95, signature: 'crypto-mining', dayOffset: 1 }])
    await desk.suspect([{ score: 0.2, supersedes: 'C1 M1 induction-furnace 19849 0.95' }])
    expect((await desk.theCase()).charges.map(({ unsupported }) => unsupported)).toEqual([false, true])
    expect((await submitted(desk)).case.state).toBe('to-review')
  })

  it('is off again from the next case on; every switching stays on record', async () => {
    const desk = await testDesk()
    await turn(desk, true)
    await turn(desk, true, { level: 'orange' })
    await turn(desk, false)
    await desk.suspect([{ score: 0.95 }])
    expect((await submitted(desk)).case.state).toBe('to-review')
    const { switches, history } = await listSwitches(desk.store.db)
    expect(switches.map(({ level, on }) => [level, on])).toEqual([
      ['orange', true],
      ['red', false],
    ])
    expect(history.map(({ sequence, on }) => [sequence, on])).toEqual([
      [3, false],
      [2, true],
      [1, true],
    ])
    expect(history[0]!.at).toBe(new Date(NOW_MS).toISOString())
    const { entries } = await readChain(desk.store.db, 'desk', undefined)
    expect(entries.map(({ action, detail }) => [action, detail.switch])).toEqual([
      ['switch', 1],
      ['switch', 2],
      ['switch', 3],
    ])
    for (const attempt of [sql`update release_switch set is_on = 1`, sql`delete from release_switch`])
      await expect(attempt.execute(desk.store.db)).rejects.toThrow()
  })
})
