import { describe, expect, it } from 'vitest'
import { listRejects } from '../../../services/ingest/index.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY, type Sample, slotEndMs } from '../../support/readings.ts'
import { testStation } from '../../support/station.ts'

/** Readings of part of a day at an interval; each has a power of its own, so that it can be found again. */
const readings = (intervalMinutes: number, fromHour: number, toHour: number, firstKw: number): Sample[] => {
  const perHour = 60 / intervalMinutes
  return Array.from({ length: (toHour - fromHour) * perHour }, (_, i) => ({
    meterId: 'M1',
    atMs: slotEndMs(MONDAY, fromHour * perHour + i, intervalMinutes),
    kw: firstKw + i,
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
      await station.engine.importRegistry([meter({ intervalMinutes: after })])
      await station.take(rest)
      const { kw } = (await station.ports.history.read('M1', MONDAY))!
      const book = await listRejects(station.ports.store.db, { limit: 500 })
      const kept = new Set([...kw, ...book.map(({ raw }) => (JSON.parse(raw) as { kw?: number }).kw)])
      expect(rest.filter(one => !kept.has(one.kw))).toEqual([])
      expect(morning.filter(one => !kw.includes(one.kw))).toEqual([])
    },
  )
})
