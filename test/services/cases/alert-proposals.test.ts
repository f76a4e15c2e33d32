import { describe, expect, it } from 'vitest'
import { Alert, type AlertOf } from '../../../schemas/alert.ts'
import type { AlertProposalBody } from '../../../schemas/alert-proposal.ts'
import { listAlertProposals, noteSuspicions } from '../../../services/cases/index.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { analyst, type Desk, district, findingOf, reviewer, testDesk } from './desk.ts'

const other = person('Zhao', 'reviewer')

const WITHDRAWAL: AlertProposalBody = { kind: 'withdrawal', reason: '倍率登记有误', cause: 'data-error' }

const reported = async (): Promise<Desk> => {
  const desk = await testDesk()
  await desk.suspect([{ score: 0.95 }])
  await desk.bringTo('reported')
  return desk
}

const propose = (desk: Desk, body: AlertProposalBody, actor = analyst) =>
  desk.does(actor, 'propose-alert', body)

const decide = (
  desk: Desk,
  proposal: string,
  action: 'release' | 'refuse',
  actor = reviewer,
  reason = '属实',
) => desk.does(actor, 'decide-alert', { proposal, action, reason })

const proposals = (desk: Desk) => listAlertProposals(desk.store.db, reviewer, { limit: 100 })

const told = async (desk: Desk): Promise<(Alert & { id: string })[]> => {
  const rows = await desk.store.db
    .selectFrom('outbox')
    .select(['id', 'body'])
    .orderBy('case_version')
    .orderBy('created_at')
    .execute()
  return rows.map(({ id, body }) => ({ ...Alert.parse(JSON.parse(body)), id }))
}

/** A correction of the judged day: its finding is replaced by one with another score, or by none that carries. */
const correct = async (desk: Desk, score: number, supersedes = 0.95): Promise<void> => {
  const before = findingOf('C1', { score: supersedes })
  await desk.store.transact(async trx => {
    await trx.updateTable('finding').set({ current: 0 }).where('id', '=', before.id).execute()
  })
  if (score > 0) await desk.suspect([{ score, supersedes: before.id }], 'C1', null)
  await desk.store.transact(trx =>
    noteSuspicions(trx, [{ customerId: 'C1', signature: 'induction-furnace' }]),
  )
  await desk.settle()
}

describe('a withdrawal', () => {
  it('tells the district which alert is taken back and why, and closes the case with every charge dismissed', async () => {
    const desk = await reported()
    const [first] = await told(desk)
    const proposed = await propose(desk, WITHDRAWAL)
    expect(proposed).toMatchObject({
      proposal: { id: 'proposal-000001', state: 'proposed', proposedBy: 'Li' },
    })
    expect(await told(desk)).toHaveLength(1)
    const released = await decide(desk, 'proposal-000001', 'release')
    const [, second, ...more] = await told(desk)
    expect(more).toEqual([])
    expect(second).toMatchObject({
      type: 'case.withdrawn',
      data: { withdraws: first!.id, reason: '倍率登记有误', cause: 'data-error' },
    })
    expect(released).toMatchObject({
      proposal: { state: 'released', decidedBy: 'Wang', alertId: second!.id },
    })
    const closed = await desk.theCase()
    expect(closed).toMatchObject({ state: 'closed', withdrawnAt: '2024-06-01T08:00:00+08:00' })
    expect(closed.toldDistrict).toBe('500107')
    const outcomes = await desk.store.db.selectFrom('charge_outcome').selectAll().execute()
    expect(outcomes).toMatchObject([
      { outcome: 'dismissed', cause: 'data-error', final: 1, recorded_by: 'Wang' },
    ])
    expect(outcomes[0]!.hold_until).not.toBeNull()
    const { whole, entries } = await desk.audit()
    expect(whole).toBe(true)
    expect(entries.map(({ action }) => action).slice(-4)).toEqual(['propose', 'withdraw', 'outcome', 'close'])
  })

  it('takes two people, of whom the second is a reviewer', async () => {
    const desk = await reported()
    await propose(desk, WITHDRAWAL, reviewer)
    expect(await decide(desk, 'proposal-000001', 'release')).toMatchObject({
      refused: { code: 'same-person' },
    })
    expect(await decide(desk, 'proposal-000001', 'release', analyst)).toMatchObject({
      refused: { code: 'forbidden' },
    })
    expect(await propose(desk, WITHDRAWAL, district)).toMatchObject({ refused: { code: 'forbidden' } })
    expect(await told(desk)).toHaveLength(1)
    expect(await decide(desk, 'proposal-000001', 'release', other)).toMatchObject({
      proposal: { state: 'released' },
    })
  })

  it('that is refused, with a reason, tells nobody and leaves the case', async () => {
    const desk = await reported()
    await propose(desk, WITHDRAWAL)
    expect(await decide(desk, 'proposal-000001', 'refuse', reviewer, '')).toMatchObject({
      refused: { code: 'bad-request' },
    })
    await decide(desk, 'proposal-000001', 'refuse')
    expect(await decide(desk, 'proposal-000001', 'release', other)).toMatchObject({
      refused: { code: 'wrong-state' },
    })
    expect(await told(desk)).toHaveLength(1)
    expect(await desk.theCase()).toMatchObject({ state: 'reported', withdrawnAt: null })
  })

  it('is of what a district was told alone, and of nothing that was confirmed', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }, { score: 0.8, signature: 'crypto-mining' }])
    expect(await propose(desk, WITHDRAWAL)).toMatchObject({ refused: { code: 'wrong-state' } })
    await desk.bringTo('reported')
    await propose(desk, WITHDRAWAL)
    await desk.answer({ outcome: 'confirmed' })
    expect(await decide(desk, 'proposal-000001', 'release')).toMatchObject({
      refused: { code: 'wrong-state', detail: expect.stringContaining('查实') },
    })
    expect(await propose(desk, { ...WITHDRAWAL, cause: null })).toMatchObject({
      refused: { code: 'bad-request' },
    })
  })

  it('takes the members of a case back with it, each by its own alert', async () => {
    const desk = await testDesk([
      meter({ meterId: 'M1', customerId: 'C1' }),
      meter({ meterId: 'M2', customerId: 'C2' }),
    ])
    await desk.suspect([{ score: 0.95 }])
    await desk.suspect([{ score: 0.9 }], 'C2')
    const [lead, member] = await desk.cases()
    await desk.order('merge', { caseId: lead!.id, with: [member!.id], reason: '同一场所' })
    for (const action of ['submit', 'release'] as const) await desk.move({ action, caseId: lead!.id })
    const before = await told(desk)
    await desk.order('propose-alert', { caseId: lead!.id, ...WITHDRAWAL })
    await desk.order(
      'decide-alert',
      { caseId: lead!.id, proposal: 'proposal-000001', action: 'release', reason: '' },
      reviewer,
    )
    const withdrawn = (await told(desk)).filter(
      (alert): alert is AlertOf<'case.withdrawn'> & { id: string } => alert.type === 'case.withdrawn',
    )
    expect(withdrawn.map(({ data }) => data.withdraws).toSorted()).toEqual(
      before.map(({ id }) => id).toSorted(),
    )
    expect((await desk.cases()).map(({ state, withdrawnAt }) => [state, withdrawnAt === null])).toEqual([
      ['closed', false],
      ['closed', false],
    ])
  })

  it('is forgotten when the case is opened again', async () => {
    const desk = await reported()
    await propose(desk, WITHDRAWAL)
    await decide(desk, 'proposal-000001', 'release')
    await desk.move({ action: 'reopen', reason: '重新出现' })
    expect(await desk.theCase()).toMatchObject({ state: 'to-check', withdrawnAt: null, toldDistrict: null })
  })
})

describe('a correction under a released case', () => {
  it('that changes the level proposes an update, once, and sends none', async () => {
    const desk = await reported()
    await correct(desk, 0.85)
    expect(await proposals(desk)).toMatchObject([
      {
        kind: 'update',
        state: 'proposed',
        proposedBy: 'system',
        charges: [{ level: 'orange', score: 0.85 }],
      },
    ])
    await desk.store.transact(trx =>
      noteSuspicions(trx, [{ customerId: 'C1', signature: 'induction-furnace' }]),
    )
    await desk.settle()
    expect(await proposals(desk)).toHaveLength(1)
    expect(await told(desk)).toHaveLength(1)
    expect((await desk.theCase()).charges).toMatchObject([{ level: 'red', score: 0.95 }])
  })

  it('is told once a person released the update, with the alert it replaces', async () => {
    const desk = await reported()
    const { version } = await desk.theCase()
    await correct(desk, 0.85)
    await decide(desk, 'proposal-000001', 'release')
    const [first, second] = await told(desk)
    expect(second).toMatchObject({
      type: 'case.updated',
      data: { replaces: first!.id, charges: [{ level: 'orange', score: 0.85 }] },
    })
    const updated = await desk.theCase()
    expect(updated).toMatchObject({ state: 'reported', charges: [{ level: 'orange' }] })
    expect(updated.version).toBeGreaterThan(version)
    expect(second!.type === 'case.updated' && second!.data.caseVersion).toBe(updated.version)
  })

  it('that leaves nothing proposes a withdrawal', async () => {
    const desk = await reported()
    await correct(desk, 0)
    expect(await proposals(desk)).toMatchObject([
      { kind: 'withdrawal', cause: 'data-error', proposedBy: 'system', charges: [] },
    ])
    await decide(desk, 'proposal-000001', 'release')
    expect(await desk.theCase()).toMatchObject({ state: 'closed', withdrawnAt: expect.any(String) })
  })

  it('that comes once more replaces what nobody decided, and proposes nothing that was refused', async () => {
    const desk = await reported()
    await correct(desk, 0.85)
    await correct(desk, 0.75, 0.85)
    expect((await proposals(desk)).map(({ state }) => state)).toEqual(['replaced', 'proposed'])
    await decide(desk, 'proposal-000002', 'refuse')
    await correct(desk, 0.75, 0.85)
    expect(await proposals(desk)).toHaveLength(2)
  })

  it('of no weight proposes nothing, nor does what the load does later', async () => {
    const desk = await reported()
    await correct(desk, 0.96)
    await desk.suspect([{ score: 0.97, dayOffset: 1 }])
    await desk.store.transact(trx =>
      noteSuspicions(trx, [{ customerId: 'C1', signature: 'induction-furnace' }]),
    )
    await desk.settle()
    expect(await proposals(desk)).toEqual([])
  })
})
