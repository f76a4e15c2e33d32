import { describe, expect, it } from 'vitest'
import { listRejects } from '../../../services/ingest/index.ts'
import { meter } from '../../support/meters.ts'
import { batchOf, MONDAY, type Sample, slotEndMs } from '../../support/readings.ts'
import { testStation } from '../../support/station.ts'

/** Readings of part of a day at an interval; each has a power of its own, so that it can be found again. */
const readings = (intervalMinutes: number, fromHour: number, toHour: number, firstKw: number): Sample[] => {
  const perHour = 60 / intervalMinutes
  return Array.from({ length: (toHour - fromHour) * perHour }, (_, i) => ({
    meterId: 'M1',
    atMs: slotEndMs(MONDAY, fromHour * perHour + i, intervalMinutes),
    kw: firstKw + i,
    intervalMinutes,
  }))
}

describe('a registry that corrects the interval of a meter inside a day', () => {
  it.each([
    [60, 15],
    [15, 60],
  ] as const)(
    'from %i to %i minutes leaves every reading in the history or in the reject book',
    async (before, after) => {
      const station = await testStation({ meters: [meter({ intervalMinutes: before })] })
      const morning = readings(before, 0, 6, 100)
      const rest = readings(after, 6, 24, 1_000)
      await station.take(morning)
      await station.engine.importRegistry([meter({ intervalMinutes: after })], { replace: false }, 'test')
      await station.take(rest)
      const { kw } = (await station.ports.history.read('M1', MONDAY))!
      const book = await listRejects(station.ports.store.db, { limit: 500 })
      const kept = new Set([...kw, ...book.map(({ raw }) => (JSON.parse(raw) as { kw?: number }).kw)])
      expect(rest.filter(one => !kept.has(one.kw))).toEqual([])
      expect(morning.filter(one => !kw.includes(one.kw))).toEqual([])
    },
  )

  it('does not move readings that were taken before and wait to be worked off', async () => {
    const station = await testStation({ meters: [meter({ intervalMinutes: 15 })] })
    const day = readings(15, 0, 24, 100)
    await station.engine.append(batchOf(day), [], 'test')
    await station.engine.importRegistry([meter({ intervalMinutes: 60 })], { replace: false }, 'test')
    await station.engine.settle()
    const { kw } = (await station.ports.history.read('M1', MONDAY))!
    expect([...kw]).toEqual(day.map(one => one.kw))
  })
})
