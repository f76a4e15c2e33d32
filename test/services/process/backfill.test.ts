import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { listCorrections } from '../../../services/corrections/index.ts'
import { outcomeCounts } from '../../../services/ingest/index.ts'
import { LANES, type Lane } from '../../../services/work/index.ts'
import { createRandom } from '../../detectors/support/random.ts'
import { furnaceSamples, shopSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { batchOf, MONDAY, type Sample, slotEndMs } from '../../support/readings.ts'
import { cutAt } from '../../support/shuffle.ts'
import { type Station, testStation, withStation } from '../../support/station.ts'
import { standOf } from '../corrections/stand.ts'

/** When all days are over. */
const END_MS = slotEndMs(MONDAY + 100, 0)
const meters = [meter(), meter({ meterId: 'M2' })]
const stand = (station: Station) => standOf(station, ['M1', 'M2'])

const append = (station: Station, samples: readonly Sample[], lane: Lane) =>
  station.engine.append(batchOf(samples), [], 'test', lane)

/** A furnace and a shop. */
const readings = (days: number): Sample[] =>
  [...furnaceSamples('M1', MONDAY, days), ...shopSamples('M2', MONDAY, days)].sort((a, b) => a.atMs - b.atMs)

const dayOf = ({ atMs }: Sample) => Math.floor((atMs - 1 + 8 * 3_600_000) / 86_400_000) - MONDAY

const inOrder = (samples: readonly Sample[]) =>
  withStation({ meters }, async station => {
    await station.take(samples)
    await station.engine.closeByClock(END_MS)
    return stand(station)
  })

describe('old readings that come in the lane of backfills', () => {
  it('are judged, and the days after them again, as if all had come in order', async () => {
    const random = createRandom(5)
    const whole = readings(40)
    const holed = whole.filter(() => !random.chance(0.15))
    const expected = new Map([
      [whole, await inOrder(whole)],
      [holed, await inOrder(holed)],
    ])
    const way = fc.record({
      all: fc.constantFrom(whole, holed),
      start: fc.integer({ min: 1, max: 39 }),
      cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }),
      keys: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      byMeter: fc.boolean(),
      waits: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      restart: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(way, async ({ all, start, cuts, keys, byMeter, waits, restart }) => {
        const old = all.filter(one => dayOf(one) < start)
        const filed = byMeter
          ? old.toSorted((a, b) => (a.meterId < b.meterId ? -1 : a.meterId > b.meterId ? 1 : 0))
          : old
        const pieces = cutAt(filed, cuts)
          .map((piece, i) => ({ piece, key: keys[i]! }))
          .sort((a, b) => a.key - b.key)
        await withStation({ meters }, async station => {
          await station.take(all.filter(one => dayOf(one) >= start))
          for (const [i, { piece }] of pieces.entries()) {
            await append(station, piece, 'backfill')
            if (waits[i]) await station.engine.settle()
          }
          if (restart) await station.restart()
          await station.engine.settle()
          await station.engine.closeByClock(END_MS)
          expect(await stand(station)).toEqual(expected.get(all))
        })
      }),
      { numRuns: 25 },
    )
  }, 180_000)

  it('are one entry in the list of corrections', async () => {
    const all = readings(20)
    const station = await testStation({ meters })
    await station.take(all.filter(one => dayOf(one) >= 15))
    const old = all.filter(one => dayOf(one) < 6)
    await append(station, old.slice(0, 300), 'backfill')
    await append(station, old.slice(300), 'backfill')
    await station.engine.settle()
    const [one, ...more] = await listCorrections(station.ports.store.db, { limit: 9 })
    expect(more).toEqual([])
    expect(one).toMatchObject({ kind: 'backfill', actor: 'system', points: 2, waiting: 0, changes: [] })
    expect(one!.judgedDays).toBe(22)
  })

  it('that are not late are judged at once, without a correction', async () => {
    const all = readings(10)
    const station = await testStation({ meters })
    await append(station, all, 'backfill')
    await station.engine.settle()
    expect(await listCorrections(station.ports.store.db, { limit: 9 })).toEqual([])
    expect(await stand(station)).toEqual(await inOrder(all))
  })
})

describe.each(['bulk', 'live'] as const)('old readings that come in the %s lane', lane => {
  it('are stored, and not judged', async () => {
    const all = readings(20)
    const fresh = all.filter(one => dayOf(one) >= 15)
    const station = await testStation({ meters })
    await station.take(fresh)
    const before = await station.ports.store.db.selectFrom('feature').selectAll().execute()
    const old = all.filter(one => dayOf(one) < 6)
    await append(station, old, lane)
    await station.engine.settle()
    expect(await station.ports.store.db.selectFrom('feature').selectAll().execute()).toEqual(before)
    expect(await station.ports.history.window('M1', MONDAY, MONDAY + 5)).toHaveLength(6)
    expect(await outcomeCounts(station.ports.store.db)).toEqual({
      accepted: fresh.length,
      'too-late': old.length,
    })
    expect(await listCorrections(station.ports.store.db, { limit: 9 })).toEqual([])
  })
})

describe('live readings', () => {
  it('are judged before a backfill that came earlier is', async () => {
    const station = await testStation({ meters })
    const { store, log } = station.ports
    await sql`create table worked_off (lane integer)`.execute(store.db)
    await sql`create trigger worked_off after delete on batch_log
      begin insert into worked_off values (old.partition); end`.execute(store.db)
    const all = readings(12)
    await store.transact(async () => {
      for (const piece of cutAt(all, [0.3, 0.6])) await log.append(LANES.backfill, batchOf(piece))
    })
    await append(station, furnaceSamples('M1', MONDAY + 30, 1), 'live')
    await station.engine.settle()
    const { rows } = await sql<{ lane: number }>`select lane from worked_off`.execute(store.db)
    expect(rows.map(({ lane }) => lane)).toEqual([LANES.live, LANES.backfill, LANES.backfill, LANES.backfill])
  })
})
