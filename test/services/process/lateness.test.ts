import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../schemas/finding.ts'
import { listRejects, outcomeCounts } from '../../../services/ingest/index.ts'
import { furnaceSamples, shopSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { daySamples, MONDAY, type Sample, sample } from '../../support/readings.ts'
import { type Station, testStation } from '../../support/station.ts'

const steady = () => 10

const outcomes = ({ ports }: Station) => outcomeCounts(ports.store.db)

const featureOf = ({ ports }: Station, day: number) =>
  ports.store.db.selectFrom('feature').selectAll().where('day', '=', day).executeTakeFirst()

const findingsOf = async ({ ports }: Station) =>
  (
    await ports.store.db
      .selectFrom('finding')
      .selectAll()
      .where('signature', '=', 'induction-furnace')
      .execute()
  ).map(row => ({ ...row, body: JSON.parse(row.body) as Finding }))

describe('a reading within 7 days of its point', () => {
  it('re-scores its day and supersedes the finding, which stays as it was', async () => {
    const station = await testStation({ meters: [meter()] })
    const furnace = furnaceSamples('M1', MONDAY, 8)
    await station.take(furnace)
    const before = await findingsOf(station)
    const late = { ...furnace[7 * 96 + 50]!, kw: 77, revision: 1 }
    await station.take([late])
    const after = await findingsOf(station)
    const superseding = after.filter(({ body }) => body.supersedes !== null)
    expect(superseding).toHaveLength(1)
    const old = after.find(({ id }) => id === superseding[0]!.supersedes)!
    expect(old.current).toBe(0)
    expect(superseding[0]).toMatchObject({ current: 1, day: MONDAY + 7 })
    expect(old.body).toEqual(before.find(({ id }) => id === old.id)!.body)
  })

  it('re-scores every later day whose window holds its day', async () => {
    const station = await testStation({ meters: [meter()] })
    const furnace = furnaceSamples('M1', MONDAY, 8)
    await station.take(furnace)
    const before = await findingsOf(station)
    await station.take([{ ...furnace[3 * 96 + 50]!, kw: 77, revision: 1 }])
    const after = (await findingsOf(station)).filter(({ current }) => current === 1)
    const changed = after
      .filter(({ id }) => !before.some(old => old.id === id))
      .map(({ day }) => day - MONDAY)
    expect(changed.sort()).toEqual([3, 4, 5, 6, 7])
  })

  it('makes the first finding current again when a day is corrected back', async () => {
    const station = await testStation({ meters: [meter()] })
    const furnace = furnaceSamples('M1', MONDAY, 8)
    await station.take(furnace)
    const first = (await findingsOf(station)).filter(({ current }) => current === 1).map(({ id }) => id)
    const one = furnace[7 * 96 + 50]!
    await station.take([{ ...one, kw: 77, revision: 1 }])
    await station.take([{ ...one, revision: 2 }])
    const last = (await findingsOf(station)).filter(({ current }) => current === 1).map(({ id }) => id)
    expect(last.sort()).toEqual(first.sort())
  })

  it('counts up to the 7th day', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take(daySamples(MONDAY, steady, { to: 48 }))
    await station.take(daySamples(MONDAY + 7, steady))
    await station.take(daySamples(MONDAY, steady, { from: 48 }))
    expect(await outcomes(station)).toEqual({ accepted: 192 })
    expect((await featureOf(station, MONDAY))?.coverage).toBe(1)
  })
})

describe('a reading later than that', () => {
  it('is stored, counted as too late and not judged', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take(daySamples(MONDAY, steady, { to: 48 }))
    await station.take(daySamples(MONDAY + 8, steady))
    await station.take(daySamples(MONDAY, steady, { from: 48, to: 58 }))
    expect(await outcomes(station)).toEqual({ accepted: 144, 'too-late': 10 })
    expect((await featureOf(station, MONDAY))?.coverage).toBe(0.5)
    const stored = await station.ports.history.read('M1', MONDAY)
    expect(stored?.kw.filter(kw => kw === 10)).toHaveLength(58)
  })

  it('is stored beside what was there when nothing of its day was known', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take(daySamples(MONDAY + 20, steady))
    await station.take(daySamples(MONDAY, steady, { to: 10 }))
    await station.restart()
    await station.take(daySamples(MONDAY, steady, { from: 10, to: 20 }))
    const stored = await station.ports.history.read('M1', MONDAY)
    expect(stored?.kw.filter(kw => kw === 10)).toHaveLength(20)
    expect(await featureOf(station, MONDAY)).toBeUndefined()
  })
})

describe('one stray clock months ahead', () => {
  const stray: Sample = sample(MONDAY + 100, 40, 10)

  it('does not make the true days late', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take([stray])
    await station.take(shopSamples('M1', MONDAY, 3))
    expect(await outcomes(station)).toEqual({ accepted: 289 })
    expect((await featureOf(station, MONDAY))?.coverage).toBe(1)
  })

  it('does not do so after a restart or when the clock has closed its day', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take([stray])
    await station.restart()
    await station.engine.closeByClock(stray.atMs + 2 * 86_400_000)
    await station.restart()
    for (let day = 0; day < 3; day++) await station.take(shopSamples('M1', MONDAY + day, 1))
    expect(await outcomes(station)).toEqual({ accepted: 289 })
    for (let day = 0; day < 3; day++) expect((await featureOf(station, MONDAY + day))?.coverage).toBe(1)
  })

  it('leaves the true days as they are without it', async () => {
    const [straight, strayed] = [
      await testStation({ meters: [meter()] }),
      await testStation({ meters: [meter()] }),
    ]
    const furnace = furnaceSamples('M1', MONDAY, 5)
    await straight.take(furnace)
    await strayed.take([stray])
    for (let day = 0; day < 5; day++) await strayed.take(furnace.slice(day * 96, (day + 1) * 96))
    for (let day = 0; day < 5; day++) {
      const { features, scores } = (await featureOf(strayed, MONDAY + day))!
      expect({ features, scores }).toEqual({
        features: (await featureOf(straight, MONDAY + day))!.features,
        scores: (await featureOf(straight, MONDAY + day))!.scores,
      })
    }
  })
})

describe('two values for one slot', () => {
  it.each([
    ['corrected', { kw: 20 }, 10],
    ['superseded', { kw: 20, revision: 0 }, 20],
  ] as const)('a %s one keeps the loser in the reject book', async (outcome, second, lost) => {
    const station = await testStation({ meters: [meter()] })
    const revision = outcome === 'superseded' ? 1 : 0
    await station.take([sample(MONDAY, 0, 10, { revision })])
    await station.take([sample(MONDAY, 0, 20, second)])
    const stored = await station.ports.history.read('M1', MONDAY)
    expect(stored?.kw[0]).toBe(30 - lost)
    const book = await listRejects(station.ports.store.db, { limit: 10 })
    expect(book).toHaveLength(1)
    expect(book[0]?.reason).toBe(outcome)
    expect(JSON.parse(book[0]!.raw)).toMatchObject({
      meterId: 'M1',
      kw: lost,
      at: '2024-05-06T00:15:00+08:00',
    })
    expect(await outcomes(station)).toEqual({ accepted: 1, [outcome]: 1 })
  })
})
