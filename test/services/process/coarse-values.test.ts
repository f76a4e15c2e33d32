import { describe, expect, it } from 'vitest'
import { outcomeCounts } from '../../../services/ingest/index.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY, sample, slotEndMs } from '../../support/readings.ts'
import { type Station, testStation } from '../../support/station.ts'

const hour = (kw: number, revision = 0) => ({
  ...sample(MONDAY, 0, kw, { revision }),
  atMs: slotEndMs(MONDAY, 0, 60),
  intervalMinutes: 60,
})

const stored = async ({ ports: { history } }: Station) => {
  const day = await history.read('M1', MONDAY)
  return day && [...day.kw.slice(0, 5)]
}

describe('a value of an hour that comes to a day of quarters', () => {
  it('fills the quarters that are empty, though the last of them holds the same already', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take([sample(MONDAY, 3, 0)])
    await station.take([hour(0)])
    expect(await stored(station)).toEqual([0, 0, 0, 0, Number.NaN])
    await station.restart()
    expect(await stored(station)).toEqual([0, 0, 0, 0, Number.NaN])
    expect(await outcomeCounts(station.ports.store.db)).toEqual({ accepted: 2 })
  })

  it('leaves quarters of a higher revision as they are, and fills the others', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take([0, 1, 2].map(slot => sample(MONDAY, slot, 7, { revision: 1 })))
    await station.take([hour(2)])
    expect(await stored(station)).toEqual([7, 7, 7, 2, Number.NaN])
    expect((await station.ports.history.read('M1', MONDAY))?.revision?.slice(0, 4)).toEqual(
      Uint16Array.of(1, 1, 1, 0),
    )
    expect(await outcomeCounts(station.ports.store.db)).toEqual({ accepted: 4 })
  })

  it('is a duplicate only where every quarter holds it', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take([0, 1, 2, 3].map(slot => sample(MONDAY, slot, 7)))
    await station.take([hour(7)])
    expect(await outcomeCounts(station.ports.store.db)).toEqual({ accepted: 4, duplicate: 1 })
  })
})
