import { describe, expect, it } from 'vitest'
import type { Detector } from '../../../detectors/index.ts'
import type { Account } from '../../../schemas/account.ts'
import { dayOf, dayStartMs, dayText } from '../../../schemas/day.ts'
import { listVersions, previewVersion, versionNotices } from '../../../services/versions/index.ts'
import { LI, WANG } from '../../support/criteria.ts'
import { shopSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'
import { resultOf } from '../../support/result.ts'
import { createClock, type Station, testStation } from '../../support/station.ts'
import { fakeFurnace } from './fake-detector.ts'

const OLD = fakeFurnace('1', 0.75)
const NEW = fakeFurnace('2', 0.2)
const PERIOD = { from: MONDAY, to: MONDAY + 60 }
const ZHAO: Account = person('Zhao', 'reviewer')

/** A station that is closed in time with its own data: each take ends on the morning after its last day. */
const open = (detectors: readonly Detector[]) =>
  testStation({ meters: [meter()], clock: createClock(dayStartMs(MONDAY)), detectors })

const run = async (station: Station, fromDay: number, days: number): Promise<void> => {
  station.clock.set(dayStartMs(MONDAY + fromDay + days) + 3_600_000)
  await station.take(shopSamples('M1', MONDAY + fromDay, days))
}

const decide = (station: Station, action: 'propose' | 'release' | 'refuse', actor: Account) =>
  station.engine.decideVersion({
    signature: 'induction-furnace',
    version: '2',
    action,
    actor,
    reason: 'better',
  })

const versionsOf = async ({ ports }: Station, program: readonly Detector[]) =>
  (await listVersions(ports.store.db, program)).map(({ version, state, since, shadowDays }) => ({
    version,
    state,
    since,
    shadowDays,
  }))

const findingsOf = async ({ ports }: Station) =>
  (
    await ports.store.db
      .selectFrom('finding')
      .select(['day', 'body'])
      .where('current', '=', 1)
      .orderBy('day')
      .execute()
  ).map(({ day, body }) => [day - MONDAY, (JSON.parse(body) as { detectorVersion: string }).detectorVersion])

describe('the first start', () => {
  it('makes the versions of the program active', async () => {
    const station = await open([OLD])
    const [row] = await listVersions(station.ports.store.db, [OLD])
    expect(row).toMatchObject({ version: '1', state: 'active', releasedBy: 'built-in', auditWhole: true })
    await station.restart()
    expect(await listVersions(station.ports.store.db, [OLD])).toEqual([row])
  })
})

describe('a version that comes later', () => {
  it('runs in shadow: it scores, and finds, opens and changes nothing', async () => {
    const [alone, beside] = [await open([OLD]), await open([OLD])]
    const loud = fakeFurnace('2', 0.99)
    await beside.restart([OLD, loud])
    for (const station of [alone, beside]) await run(station, 0, 5)
    expect(await resultOf(beside)).toEqual(await resultOf(alone))
    expect(await versionsOf(beside, [OLD, loud])).toEqual([
      { version: '1', state: 'active', since: null, shadowDays: 0 },
      { version: '2', state: 'shadow', since: null, shadowDays: 5 },
    ])
    const scores = await beside.ports.store.db.selectFrom('shadow_score').select(['day', 'score']).execute()
    expect(scores.map(({ day, score }) => [day - MONDAY, score])).toEqual([0, 1, 2, 3, 4].map(d => [d, 0.99]))
  })

  it('is not proposed before 14 distinct days of data, however often they are judged', async () => {
    const station = await open([OLD])
    await station.restart([OLD, NEW])
    await run(station, 0, 13)
    await station.take(shopSamples('M1', MONDAY + 6, 7, 9).map(one => ({ ...one, revision: 1 })))
    expect(await decide(station, 'propose', LI)).toMatchObject({ refused: { code: 'wrong-state' } })
    await run(station, 13, 1)
    expect(await decide(station, 'propose', LI)).toEqual({ done: true })
  })

  it('is released by another person, and judges the days after its release alone', async () => {
    const station = await open([OLD])
    const program = [OLD, NEW]
    await station.restart(program)
    await run(station, 0, 14)
    expect(await decide(station, 'release', WANG)).toMatchObject({ refused: { code: 'wrong-state' } })
    await decide(station, 'propose', WANG)
    expect(await decide(station, 'release', WANG)).toMatchObject({ refused: { code: 'same-person' } })
    expect(await decide(station, 'release', LI)).toMatchObject({ refused: { code: 'forbidden' } })
    expect(await decide(station, 'release', ZHAO)).toEqual({ done: true })
    const today = dayOf(station.clock.now())
    expect(await versionsOf(station, program)).toEqual([
      { version: '1', state: 'retired', since: null, shadowDays: 0 },
      { version: '2', state: 'active', since: dayText(today + 1), shadowDays: 14 },
    ])
    expect((await listVersions(station.ports.store.db, program)).every(one => one.auditWhole)).toBe(true)
    // A late correction of a day before the release is judged as that day was.
    await station.take(shopSamples('M1', MONDAY + 13, 1, 9).map(one => ({ ...one, revision: 1 })))
    await run(station, 14, 4)
    await station.restart(program)
    await run(station, 18, 1)
    const days = Array.from({ length: today + 1 - MONDAY }, (_, day) => day)
    expect(await findingsOf(station)).toEqual(days.map(day => [day, '1']))
    expect((await station.ports.store.db.selectFrom('shadow_score').selectAll().execute()).length).toBe(14)
  })

  it('stays in shadow when it is refused, and may be proposed again', async () => {
    const station = await open([OLD])
    await station.restart([OLD, NEW])
    await run(station, 0, 14)
    await decide(station, 'propose', LI)
    expect(await decide(station, 'refuse', WANG)).toEqual({ done: true })
    expect(await decide(station, 'release', WANG)).toMatchObject({ refused: { code: 'wrong-state' } })
    expect(await decide(station, 'propose', LI)).toEqual({ done: true })
  })

  it('is previewed: what it would open and open no longer, where both have judged', async () => {
    const station = await testStation({
      meters: [meter(), meter({ meterId: 'M2' })],
      clock: createClock(dayStartMs(MONDAY)),
      detectors: [OLD],
    })
    await station.take(shopSamples('M2', MONDAY, 3))
    await station.restart([OLD, NEW])
    await station.take(shopSamples('M1', MONDAY, 3))
    const version = { signature: 'induction-furnace', version: '2' } as const
    const preview = await previewVersion(station.ports.store.db, version, PERIOD)
    expect(preview).toMatchObject({
      opens: 0,
      opensNoLonger: 1,
      before: { yellow: 1 },
      after: { yellow: 0 },
      customers: [{ customerId: 'C-M1', before: 'yellow', after: null }],
    })
  })
})

describe('a program that no longer holds the active version', () => {
  it('says so, and finds nothing of the signature until two people release its own', async () => {
    const station = await open([OLD])
    await run(station, 0, 2)
    await station.restart([NEW])
    expect(await versionNotices(station.ports.store.db, [OLD])).toEqual([])
    const notices = await versionNotices(station.ports.store.db, [NEW])
    expect(notices.map(({ en }) => en)).toEqual([expect.stringContaining('version 1 of induction-furnace')])
    await run(station, 2, 14)
    expect((await findingsOf(station)).map(([day]) => day)).toEqual([0, 1])
    await decide(station, 'propose', LI)
    expect(await decide(station, 'release', WANG)).toEqual({ done: true })
    expect(await versionNotices(station.ports.store.db, [NEW])).toEqual([])
  })

  it('makes its own active at once where nothing was found yet', async () => {
    const station = await open([OLD])
    await station.restart([NEW])
    expect(await versionsOf(station, [NEW])).toMatchObject([
      { version: '1', state: 'retired' },
      { version: '2', state: 'active', since: null },
    ])
    await station.restart([OLD])
    expect(await versionsOf(station, [OLD])).toMatchObject([{ state: 'active' }, { state: 'retired' }])
  })

  it('runs in shadow again when the older program comes back, as nobody judges any more', async () => {
    const station = await open([OLD])
    await station.restart([OLD, NEW])
    await run(station, 0, 14)
    await decide(station, 'propose', LI)
    await decide(station, 'release', WANG)
    await station.restart([OLD])
    expect(await versionsOf(station, [OLD])).toMatchObject([{ state: 'shadow' }, { state: 'active' }])
    expect(await versionNotices(station.ports.store.db, [OLD])).toHaveLength(1)
    await run(station, 15, 2)
    expect((await findingsOf(station)).map(([day]) => day)).toEqual(Array.from({ length: 14 }, (_, i) => i))
  })
})
