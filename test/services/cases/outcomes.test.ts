import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { ChargeOutcome } from '../../../schemas/charge-outcome.ts'
import { dayOf, dayStartMs } from '../../../schemas/day.ts'
import { showCase } from '../../../services/cases/index.ts'
import { person } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'
import { analyst, type Desk, NOW_MS, reviewer, testDesk } from './desk.ts'

/** The desk's own day, counted from the first Monday: cases close on it. */
const TODAY = dayOf(NOW_MS) - MONDAY

const reported = async (): Promise<Desk> => {
  const desk = await testDesk()
  await desk.suspect([{ score: 0.95 }])
  await desk.bringTo('reported')
  return desk
}

const refusedFor = (code: string) => expect.objectContaining({ refused: expect.objectContaining({ code }) })

describe('an outcome', () => {
  it.each(ChargeOutcome.options)(
    '%s of the only charge closes a reported case, by a reviewer',
    async outcome => {
      const desk = await reported()
      const { version } = await desk.theCase()
      expect(await desk.answer({ outcome })).toMatchObject({
        case: { state: 'closed', version: version + 1, closedAt: '2024-06-01T08:00:00+08:00' },
        outcome: {
          outcome,
          final: true,
          recordedBy: 'Wang',
          level: 'red',
          score: 0.95,
          detectorVersion: '1',
        },
      })
      const { whole, entries } = await desk.audit()
      expect(whole).toBe(true)
      expect(entries.slice(-2)).toMatchObject([
        {
          ...{ action: 'outcome', actor: 'Wang', from: 'reported', to: 'closed', reason: 'seen on site' },
          detail: { outcome, final: true },
        },
        {
          ...{ action: 'close', actor: 'system' },
          from: 'reported',
          to: 'closed',
          detail: { outcomes: { 'induction-furnace': outcome } },
        },
      ])
    },
  )

  it('of a case nobody reported takes an analyst, and a reviewer who records the same', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const dismissed = { outcome: 'dismissed', cause: 'licensed-process' } as const
    expect(await desk.answer(dismissed)).toEqual(refusedFor('wrong-state'))
    expect(await desk.answer(dismissed, { actor: analyst })).toMatchObject({
      case: { state: 'to-check' },
      outcome: { final: false, recordedBy: 'Li' },
    })
    expect(await desk.answer({ outcome: 'dismissed', cause: 'data-error' })).toEqual(
      refusedFor('wrong-state'),
    )
    expect(await desk.answer(dismissed, { actor: person('Li', 'reviewer') })).toEqual(
      refusedFor('same-person'),
    )
    expect(await desk.answer(dismissed)).toMatchObject({ case: { state: 'closed' } })
    const { entries } = await desk.audit()
    expect(entries.filter(({ action }) => action === 'refused')).toHaveLength(3)
  })

  it('of an analyst does not close a reported case', async () => {
    const desk = await reported()
    await desk.answer({ outcome: 'confirmed' }, { actor: analyst })
    expect((await desk.theCase()).state).toBe('reported')
  })

  it.each([
    [{ outcome: 'dismissed', cause: null }, 'bad-request'],
    [{ outcome: 'confirmed', cause: 'data-centre' }, 'bad-request'],
    [{ outcome: 'confirmed', inspectedOn: '2024-06-02' }, 'bad-request'],
  ] as const)('%o is refused as %s', async (outcome, code) => {
    const desk = await reported()
    expect(await desk.answer(outcome)).toEqual(refusedFor(code))
    expect((await desk.theCase()).state).toBe('reported')
  })

  it('is refused of a charge there is not, and of a closed case', async () => {
    const desk = await reported()
    expect(await desk.answer({ outcome: 'confirmed' }, { signature: 'crypto-mining' })).toEqual(
      refusedFor('not-found'),
    )
    expect(await desk.answer({ outcome: 'confirmed' }, { caseId: 'case-x' })).toEqual(refusedFor('not-found'))
    await desk.answer({ outcome: 'confirmed' })
    expect(await desk.answer({ outcome: 'dismissed' })).toEqual(refusedFor('wrong-state'))
  })

  it('stays as it was recorded: a later one is added, and counts', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }, { score: 0.8, signature: 'crypto-mining' }])
    await desk.bringTo('reported')
    await desk.answer({ outcome: 'dismissed' })
    await desk.answer({ outcome: 'confirmed' })
    const { id } = await desk.theCase()
    const shown = (await showCase(desk.store.db, id, reviewer, NOW_MS))!
    const furnace = shown.charges.find(({ signature }) => signature === 'induction-furnace')!
    expect(furnace.outcomes.map(({ sequence, outcome }) => [sequence, outcome])).toEqual([
      [1, 'dismissed'],
      [2, 'confirmed'],
    ])
    const attempts = [
      sql`update charge_outcome set outcome = 'confirmed'`,
      sql`delete from charge_outcome`,
      sql`insert or replace into charge_outcome select * from charge_outcome`,
    ]
    for (const attempt of attempts)
      await expect(attempt.execute(desk.store.db)).rejects.toThrow(/not altered/)
    await desk.answer({ outcome: 'cannot-verify' }, { signature: 'crypto-mining' })
    expect((await desk.theCase()).state).toBe('closed')
    expect(desk.confirmed).toEqual([`${id} induction-furnace`])
  })

  it('holds its charge still while another charge of the case follows its findings', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.75 }, { score: 0.75, signature: 'crypto-mining' }])
    await desk.answer({ outcome: 'dismissed' }, { actor: analyst })
    await desk.answer({ outcome: 'dismissed' })
    await desk.suspect([
      { score: 0.95, dayOffset: 1 },
      { score: 0.95, dayOffset: 1, signature: 'crypto-mining' },
    ])
    expect((await desk.theCase()).charges.map(({ signature, level }) => [signature, level])).toEqual([
      ['crypto-mining', 'red'],
      ['induction-furnace', 'yellow'],
    ])
  })
})

describe('a closed case', () => {
  const closedWith = async (outcome: 'confirmed' | 'dismissed'): Promise<Desk> => {
    const desk = await reported()
    await desk.answer({ outcome })
    return desk
  }
  const states = async (desk: Desk) => (await desk.cases()).map(({ state }) => state).sort()

  it('is not opened again by findings of days it had seen, nor by windows that reach back to them', async () => {
    const desk = await closedWith('confirmed')
    for (const dayOffset of [1, TODAY, TODAY + 1, TODAY + 34])
      await desk.suspect([{ score: 0.99, dayOffset }])
    expect(await states(desk)).toEqual(['closed'])
  })

  it('does not stand in the way of the next one, which has a name of its own', async () => {
    const desk = await closedWith('confirmed')
    await desk.suspect([{ score: 0.8, dayOffset: TODAY + 35 }])
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 36 }])
    const cases = await desk.cases()
    expect(await states(desk)).toEqual(['closed', 'to-check'])
    expect(new Set(cases.map(({ id }) => id)).size).toBe(2)
    expect(new Set(cases.map(({ number }) => number)).size).toBe(2)
    const next = cases.find(({ state }) => state === 'to-check')!
    // It opened with the first finding after the closing, not with those of before.
    expect(Date.parse(next.openedAt)).toBe(dayStartMs(MONDAY + TODAY + 36))
    expect(next.charges).toMatchObject([{ level: 'red' }])
    const former = cases.find(({ state }) => state === 'closed')!
    expect(former.charges).toMatchObject([{ score: 0.95, day: '2024-05-06' }])
  })

  it('needs no further finding for the next one when later days were judged before it closed', async () => {
    const desk = await reported()
    await desk.suspect([{ score: 0.8, dayOffset: TODAY + 35 }])
    await desk.settle()
    await desk.answer({ outcome: 'confirmed' })
    expect(await states(desk)).toEqual(['closed'])
    await desk.settle()
    expect(await states(desk)).toEqual(['closed', 'to-check'])
  })

  it('that was dismissed holds for a year, unless the power grows by more than 30 %', async () => {
    const desk = await closedWith('dismissed')
    const { id } = await desk.theCase()
    const hold = (await showCase(desk.store.db, id, reviewer, NOW_MS))!.charges[0]!.hold
    expect(hold).toMatchObject({ until: '2025-06-01', unlessKwAbove: 520 })
    expect(hold?.zh).toContain('520 kW')
    for (const [dayOffset, kw] of [
      [TODAY + 1, 519],
      [TODAY, 900],
      [TODAY + 365, 400],
    ] as const) {
      await desk.suspect([{ score: 0.95, dayOffset, kw }])
    }
    expect(await states(desk)).toEqual(['closed'])
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 2, kw: 521 }])
    expect(await states(desk)).toEqual(['closed', 'to-check'])
  })

  it('that was dismissed may be followed by another one after a year', async () => {
    const desk = await closedWith('dismissed')
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 366 }])
    expect(await states(desk)).toEqual(['closed', 'to-check'])
  })

  it('holds nothing against another signature', async () => {
    const desk = await closedWith('dismissed')
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 1, signature: 'crypto-mining' }])
    expect(await states(desk)).toEqual(['closed', 'to-check'])
  })

  it('can be moved by nobody', async () => {
    const desk = await closedWith('confirmed')
    for (const [action, actor] of [
      ['submit', analyst],
      ['return', reviewer],
      ['release', reviewer],
    ] as const) {
      expect(await desk.move({ action, actor })).toMatchObject({ refused: { code: 'wrong-state' } })
    }
  })

  it('shows how its charge stands, from the stored scores', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const { id } = await desk.theCase()
    const put = async (dayOffset: number, score: number) => {
      await desk.suspect([{ score, dayOffset }])
      await desk.store.db
        .updateTable('feature')
        .set({ scores: JSON.stringify({ 'induction-furnace': score }) })
        .where('day', '=', MONDAY + dayOffset)
        .execute()
    }
    const standing = async () => (await showCase(desk.store.db, id, reviewer, NOW_MS))!.charges[0]!.standing
    await put(0, 0.95)
    for (let day = 1; day <= 6; day++) await put(day, 0.5)
    expect(await standing()).toEqual({ state: 'active', since: '2024-05-06' })
    await put(7, 0.59)
    expect(await standing()).toEqual({ state: 'faded', since: '2024-05-13' })
    expect((await desk.theCase()).state).toBe('to-check')
    await put(8, 0.7)
    expect(await standing()).toEqual({ state: 'active', since: '2024-05-14' })
  })
})
