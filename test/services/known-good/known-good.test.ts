import { describe, expect, it } from 'vitest'
import { dayOf, MS_PER_DAY } from '../../../schemas/day.ts'
import type { KnownGoodBody } from '../../../schemas/known-good.ts'
import { readChain } from '../../../services/audit/index.ts'
import { followHolds, hasRunOut, showCase } from '../../../services/cases/index.ts'
import { listKnownGood, previewKnownGood } from '../../../services/known-good/index.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'
import { analyst, type Desk, NOW_MS, reviewer, testDesk } from '../cases/desk.ts'

const TODAY = dayOf(NOW_MS) - MONDAY
const BODY: KnownGoodBody = {
  customerId: 'C1',
  signature: 'induction-furnace',
  owner: '区经信委 陈工',
  reason: 'licensed trial melts',
  document: '渝经信函〔2024〕12号',
  until: '2024-12-01',
}
const refusedFor = (code: string) => expect.objectContaining({ refused: expect.objectContaining({ code }) })

const propose = (desk: Desk, change: Partial<KnownGoodBody> = {}, actor = analyst) =>
  desk.gives({ name: 'propose-known-good', body: { ...BODY, ...change }, actor })
const decide = (
  desk: Desk,
  id: string,
  action: 'release' | 'refuse' = 'release',
  actor = reviewer,
  reason = '',
) => desk.gives({ name: 'decide-known-good', body: { id, action, reason }, actor })
const end = (desk: Desk, id: string, actor = analyst, reason = 'no longer so') =>
  desk.gives({ name: 'end-known-good', body: { id, reason }, actor })

/** An entry in force; answers its id. */
const answered = async (desk: Desk, change: Partial<KnownGoodBody> = {}): Promise<string> => {
  const proposed = await propose(desk, change)
  if ('refused' in proposed) throw new Error(proposed.refused.detail)
  await decide(desk, proposed.knownGood.id)
  await desk.settle()
  return proposed.knownGood.id
}

const heldReasons = async (desk: Desk) =>
  (
    await desk.store.db.selectFrom('held').select(['finding_id', 'reason']).orderBy('finding_id').execute()
  ).map(({ reason }) => reason)

const states = async (desk: Desk) => (await desk.cases()).map(({ state }) => state).sort()

describe('an entry of the known-good list', () => {
  it('is proposed by one person and released by another', async () => {
    const desk = await testDesk()
    expect(await propose(desk)).toMatchObject({
      knownGood: { id: 'known-good-000001', state: 'proposed', proposedBy: 'Li', until: '2024-12-01' },
    })
    const id = 'known-good-000001'
    expect(await decide(desk, id, 'release', analyst)).toEqual(refusedFor('forbidden'))
    expect(await decide(desk, id, 'release', person('Li', 'reviewer'))).toEqual(refusedFor('same-person'))
    expect(await decide(desk, id)).toMatchObject({ knownGood: { state: 'active', decidedBy: 'Wang' } })
    expect(await decide(desk, id)).toEqual(refusedFor('wrong-state'))
    expect(await end(desk, id, analyst, ' ')).toEqual(refusedFor('bad-request'))
    expect(await end(desk, id)).toMatchObject({ knownGood: { state: 'ended', endReason: 'no longer so' } })
    expect(await end(desk, id)).toEqual(refusedFor('wrong-state'))
    const { entries } = await readChain(desk.store.db, 'desk', undefined)
    expect(entries.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      ...['propose Li', 'refused Li', 'refused Li', 'release Wang', 'refused Wang', 'refused Li'],
      ...['end Li', 'refused Li'],
    ])
  })

  it('may be refused, with a reason, by another person', async () => {
    const desk = await testDesk()
    await propose(desk)
    const id = 'known-good-000001'
    expect(await decide(desk, id, 'refuse')).toEqual(refusedFor('bad-request'))
    expect(await decide(desk, id, 'refuse', person('Li', 'reviewer'), 'no')).toEqual(
      refusedFor('same-person'),
    )
    expect(await decide(desk, id, 'refuse', reviewer, 'no document')).toMatchObject({
      knownGood: { state: 'refused' },
    })
    await desk.suspect([{ score: 0.95 }])
    expect(await states(desk)).toEqual(['to-check'])
  })

  it.each([
    ['2024-05-31', 'bad-request'],
    ['2025-06-02', 'bad-request'],
  ] as const)('up to %s is refused', async (until, code) => {
    expect(await propose(await testDesk(), { until })).toEqual(refusedFor(code))
  })

  it('is of a customer there is, and of one that is seen', async () => {
    const desk = await testDesk([
      meter({ meterId: 'M1', customerId: 'C1', supplyUnit: 'east' }),
      meter({ meterId: 'M2', customerId: 'C2', supplyUnit: 'west' }),
    ])
    const west = person('Zhao', 'analyst', { supplyUnits: ['west'] })
    const westReviewer = person('Qian', 'reviewer', { supplyUnits: ['west'] })
    expect(await propose(desk, { customerId: 'C9' })).toEqual(refusedFor('not-found'))
    expect(await propose(desk, {}, west)).toEqual(refusedFor('not-found'))
    await propose(desk)
    await propose(desk, { customerId: 'C2' }, west)
    expect(await decide(desk, 'known-good-000001', 'release', westReviewer)).toEqual(refusedFor('not-found'))
    expect(await end(desk, 'known-good-000001', west)).toEqual(refusedFor('not-found'))
    const list = async (who: typeof west) =>
      (await listKnownGood(desk.store.db, who, { limit: 9 }, NOW_MS)).map(({ customerId }) => customerId)
    expect(await list(west)).toEqual(['C2'])
    expect(await list(reviewer)).toEqual(['C1', 'C2'])
    expect(await list(person('Op', 'operator'))).toEqual([])
    // It moved: who sees it now is the unit it has now.
    await desk.register([
      meter({ meterId: 'M2', customerId: 'C2', supplyUnit: 'east', validFrom: '2024-05-20' }),
    ])
    expect(await list(west)).toEqual([])
  })
})

describe('while somebody answers for a customer', () => {
  it('its findings of that signature open no case, and say why', async () => {
    const desk = await testDesk()
    await answered(desk)
    await desk.suspect([{ score: 0.95 }, { score: 0.8, dayOffset: 1 }])
    expect(await desk.cases()).toEqual([])
    expect(await heldReasons(desk)).toEqual(['known-good', 'known-good'])
    await desk.suspect([{ score: 0.95 }], 'C2')
    expect((await desk.cases()).map(({ customerId }) => customerId)).toEqual(['C2'])
  })

  it('another signature opens a case, which tells of what is hidden', async () => {
    const desk = await testDesk()
    const id = await answered(desk)
    await desk.suspect([{ score: 0.95 }, { score: 0.9, signature: 'crypto-mining' }])
    const found = await desk.theCase()
    expect(found.charges.map(({ signature }) => signature)).toEqual(['crypto-mining'])
    expect((await showCase(desk.store.db, found.id, reviewer, NOW_MS))!.knownGood).toEqual([
      { id, signature: 'induction-furnace', owner: BODY.owner, until: BODY.until, hides: 1 },
    ])
  })

  it('no charge is added where every signature is answered for, and an open case goes on', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.75 }])
    await answered(desk, { signature: null })
    await desk.suspect([
      { score: 0.95, dayOffset: 1 },
      { score: 0.95, dayOffset: 1, signature: 'crypto-mining' },
    ])
    expect((await desk.theCase()).charges).toMatchObject([
      { signature: 'induction-furnace', level: 'red', unsupported: false },
    ])
    expect(await heldReasons(desk)).toEqual(['known-good'])
    await desk.bringTo('closed')
    await desk.suspect([{ score: 0.95, dayOffset: TODAY + 40 }])
    expect(await states(desk)).toEqual(['closed'])
  })

  it('what it hid comes up when the entry is ended, without another finding', async () => {
    const desk = await testDesk()
    const id = await answered(desk)
    await desk.suspect([{ score: 0.95 }])
    await end(desk, id)
    expect(await states(desk)).toEqual([])
    await desk.settle()
    expect(await states(desk)).toEqual(['to-check'])
    expect(await heldReasons(desk)).toEqual([])
  })

  it('what it hid comes up when its last day has gone by, by the clock', async () => {
    const desk = await testDesk()
    await answered(desk, { until: '2024-06-03' })
    await desk.suspect([{ score: 0.95 }])
    const { db } = desk.store
    const lastMoment = Date.parse('2024-06-03T23:59:59+08:00')
    expect(await hasRunOut(db, lastMoment)).toBe(false)
    expect(await hasRunOut(db, lastMoment + 1_000)).toBe(true)
    await desk.store.transact(trx => followHolds(trx, lastMoment + 1_000))
    await desk.settle(lastMoment + 1_000)
    expect(await states(desk)).toEqual(['to-check'])
    expect(await hasRunOut(db, lastMoment + MS_PER_DAY)).toBe(false)
    const list = (state: 'active' | 'over', nowMs: number) =>
      listKnownGood(db, reviewer, { state, limit: 9 }, nowMs)
    expect(await list('active', lastMoment)).toHaveLength(1)
    expect(await list('over', lastMoment)).toHaveLength(0)
    expect(await list('active', lastMoment + 1_000)).toHaveLength(0)
    expect(await list('over', lastMoment + 1_000)).toMatchObject([{ state: 'over' }])
  })
})

describe('the preview of an entry', () => {
  it('tells what it would hide of the last 90 days, and what stands open', async () => {
    const desk = await testDesk()
    const at = TODAY - 89
    await desk.suspect([
      { score: 0.8, dayOffset: at },
      { score: 0.95, dayOffset: at + 1 },
      { score: 0.99, dayOffset: at - 1 },
      { score: 0.5, dayOffset: at + 2 },
      { score: 0.9, dayOffset: at + 3, signature: 'crypto-mining' },
    ])
    const { number } = await desk.theCase()
    const preview = (change: Partial<KnownGoodBody>, who = analyst) =>
      previewKnownGood(desk.store.db, { ...BODY, ...change }, who, NOW_MS)
    const furnace = {
      signature: 'induction-furnace',
      count: 2,
      firstDay: '2024-03-04',
      lastDay: '2024-03-05',
      highestScore: 0.95,
    }
    expect(await preview({})).toEqual({
      from: '2024-03-04',
      to: '2024-06-01',
      findings: [furnace],
      cases: [{ number, state: 'to-check', signature: 'induction-furnace', level: 'red' }],
    })
    expect(await preview({ signature: null })).toMatchObject({
      findings: [furnace, { signature: 'crypto-mining', count: 1 }],
      cases: [{ signature: 'crypto-mining' }, { signature: 'induction-furnace' }],
    })
    expect(await preview({}, person('Zhao', 'analyst', { supplyUnits: ['west'] }))).toBeUndefined()
  })
})
