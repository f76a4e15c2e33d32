import { describe, expect, it } from 'vitest'
import type { OutcomeBody } from '../../../schemas/charge-outcome.ts'
import { dayOf, dayText } from '../../../schemas/day.ts'
import type { Meter } from '../../../schemas/meter.ts'
import { followHolds, hasSuspicions, showCase, suspectChanged } from '../../../services/cases/index.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY } from '../../support/readings.ts'
import { analyst, type Desk, NOW_MS, reviewer, testDesk } from './desk.ts'

const TODAY = dayOf(NOW_MS) - MONDAY
const text = (dayOffset: number) => dayText(MONDAY + dayOffset)
const refusedFor = (code: string) => expect.objectContaining({ refused: expect.objectContaining({ code }) })
const OWN = meter({ meterId: 'M1', customerId: 'C1' })

const dismissed = async (scope: Partial<OutcomeBody> = {}): Promise<Desk> => {
  const desk = await testDesk([OWN])
  await desk.suspect([{ score: 0.95 }])
  await desk.bringTo('reported')
  const answer = await desk.answer({ outcome: 'dismissed', ...scope })
  if ('refused' in answer) throw new Error(answer.refused.detail)
  return desk
}

const states = async (desk: Desk) => (await desk.cases()).map(({ state }) => state).sort()
const isAgain = async (desk: Desk) => (await desk.cases()).some(({ state }) => state === 'to-check')

/** What the new case says of the one before. */
const formerly = async (desk: Desk) => {
  const next = (await desk.cases()).find(({ state }) => state === 'to-check')!
  return (await showCase(desk.store.db, next.id, reviewer, NOW_MS))!.charges[0]!.former
}

describe('the scope of a dismissal', () => {
  it('is twelve months and 1.3 times the power unless told, with what the registry said', async () => {
    const desk = await dismissed()
    const row = await desk.store.db.selectFrom('charge_outcome').selectAll().executeTakeFirstOrThrow()
    expect([dayText(row.hold_until!), row.hold_kw, row.registry_digest]).toEqual([
      '2025-06-01',
      520,
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ])
    const { entries } = await desk.audit()
    const deed = entries.find(({ action }) => action === 'outcome')
    expect(deed).toMatchObject({ detail: { holdUntil: '2025-06-01', holdKw: 520 } })
    const { id } = await desk.theCase()
    expect((await showCase(desk.store.db, id, reviewer, NOW_MS))!.charges[0]).toMatchObject({
      outcomes: [{ holdUntil: '2025-06-01', holdKw: 520 }],
      hold: { until: '2025-06-01', unlessKwAbove: 520, en: expect.stringContaining('registry') },
      former: [],
    })
  })

  it.each([
    ['an end in the past', { outcome: 'dismissed', holdUntil: '2024-05-31' }],
    ['an end after more than twelve months', { outcome: 'dismissed', holdUntil: '2025-06-02' }],
    ['a power below the charge’s own', { outcome: 'dismissed', holdKw: 399 }],
    ['an end of what was confirmed', { outcome: 'confirmed', holdUntil: '2024-07-01' }],
    ['a power of what was confirmed', { outcome: 'confirmed', holdKw: 500 }],
  ] as const)('is refused with %s', async (_what, outcome) => {
    const desk = await testDesk([OWN])
    await desk.suspect([{ score: 0.95 }])
    await desk.bringTo('reported')
    expect(await desk.answer(outcome)).toEqual(refusedFor('bad-request'))
    expect(await states(desk)).toEqual(['reported'])
  })

  it('may be narrowed by who makes it final, not widened', async () => {
    const desk = await testDesk([OWN])
    await desk.suspect([{ score: 0.95 }])
    const scope = { holdUntil: '2024-09-01', holdKw: 450 }
    await desk.answer({ outcome: 'dismissed', ...scope }, { actor: analyst })
    const wider = [{ holdUntil: '2024-09-02' }, { holdKw: 451 }]
    for (const one of wider)
      expect(await desk.answer({ outcome: 'dismissed', ...one })).toEqual(refusedFor('wrong-state'))
    expect(await desk.answer({ outcome: 'dismissed', holdKw: 420 })).toMatchObject({
      outcome: { final: true, holdUntil: '2024-09-01', holdKw: 420 },
    })
  })
})

describe('a dismissed charge', () => {
  it('comes up again when its power grows over the scope, and the case says so', async () => {
    const desk = await dismissed({ holdKw: 450 })
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 1, kw: 450 }])
    expect(await isAgain(desk)).toBe(false)
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 2, kw: 451 }])
    const [former] = await formerly(desk)
    expect(former).toMatchObject({
      outcome: 'dismissed',
      closedAt: '2024-06-01T08:00:00+08:00',
      until: '2025-06-01',
      unlessKwAbove: 450,
      why: 'grown',
      zh: expect.stringContaining('451 kW'),
    })
    const closed = (await desk.cases()).find(({ state }) => state === 'closed')!
    expect(former!.number).toBe(closed.number)
  })

  it('comes up again when its end is past', async () => {
    const desk = await dismissed({ holdUntil: text(TODAY + 30) })
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 30 }])
    expect(await isAgain(desk)).toBe(false)
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 31 }])
    expect(await formerly(desk)).toMatchObject([{ why: 'ended', until: text(TODAY + 30) }])
  })

  const CHANGES: [string, Partial<Meter>][] = [
    ['industry', { industryCode: '3130' }],
    ['licences', { licensedProcesses: ['induction-melting'] }],
    ['contract capacity', { contractKva: 5_000 }],
    ['status', { status: 'suspended' }],
    ['address', { address: '建设路 1 号' }],
    ['transformer', { transformerId: 'T9' }],
    ['multiplier', { multiplier: 2 }],
  ]
  it.each(CHANGES)(
    'comes up again, with no further finding, when the registry changes its %s',
    async (_, to) => {
      const desk = await dismissed()
      const said = async (): Promise<boolean> => desk.store.transact(trx => suspectChanged(trx, ['C1', 'C9']))
      await said()
      await desk.settle()
      expect(await isAgain(desk)).toBe(false)
      await desk.register([{ ...OWN, ...to }])
      expect(await said()).toBe(true)
      await desk.settle()
      expect(await formerly(desk)).toMatchObject([{ why: 'registry-changed' }])
    },
  )

  it('does not mind another name, and asks the registry of the day that is judged', async () => {
    const desk = await dismissed()
    await desk.register([{ ...OWN, customerName: '某某仓储', supplyUnit: 'east' }])
    await desk.register([{ ...OWN, contractKva: 5_000, validFrom: text(TODAY + 10) }])
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 9 }])
    expect(await isAgain(desk)).toBe(false)
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 10 }])
    expect(await formerly(desk)).toMatchObject([{ why: 'registry-changed' }])
  })

  it('minds a point that comes to the customer', async () => {
    const desk = await dismissed()
    await desk.register([meter({ meterId: 'M2', customerId: 'C1' })])
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 1 }])
    expect(await formerly(desk)).toMatchObject([{ why: 'registry-changed' }])
  })

  it('is put down once its end is past, by the clock', async () => {
    const desk = await dismissed({ holdUntil: text(TODAY + 30) })
    await desk.settle()
    const follow = (days: number) => desk.store.transact(trx => followHolds(trx, NOW_MS + days * 86_400_000))
    await follow(30)
    expect(await hasSuspicions(desk.store.db)).toBe(false)
    await follow(31)
    expect(await hasSuspicions(desk.store.db)).toBe(true)
  })

  it('that was recorded before there were scopes holds for a year and up to 1.3 times its power', async () => {
    const desk = await testDesk([OWN])
    await desk.suspect([{ score: 0.95 }])
    await desk.bringTo('reported')
    const { id } = await desk.theCase()
    const { store } = desk
    await desk.answer({ outcome: 'dismissed' })
    const row = await store.db.selectFrom('charge_outcome').selectAll().executeTakeFirstOrThrow()
    const old = { ...row, sequence: 2, hold_until: null, hold_kw: null, registry_digest: null }
    await store.db.insertInto('charge_outcome').values(old).execute()
    await desk.register([{ ...OWN, contractKva: 5_000 }])
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 365, kw: 520 }])
    expect(await isAgain(desk)).toBe(false)
    const hold = (await showCase(store.db, id, reviewer, NOW_MS))!.charges[0]!.hold!
    expect(hold).toMatchObject({ until: '2025-06-01', unlessKwAbove: 520 })
    expect(hold.en).not.toContain('registry')
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 366, kw: 400 }])
    expect(await isAgain(desk)).toBe(true)
  })
})
