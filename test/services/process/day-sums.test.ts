import { describe, expect, it } from 'vitest'
import { dayText } from '../../../schemas/day.ts'
import type { StoredRegister } from '../../../services/adapters/history/index.ts'
import { createCalendar } from '../../../services/calendar/index.ts'
import { daySums } from '../../../services/process/index.ts'
import { createRegistryView } from '../../../services/registry/index.ts'
import { meter } from '../../support/meters.ts'
import { batchOf, daySamples, MARK, MONDAY, sample, slotEndMs } from '../../support/readings.ts'
import { registerRow } from '../../support/registers.ts'
import { type Station, testStation } from '../../support/station.ts'

const sums = async ({ ports }: Station, from: number, to: number, context = {}) => {
  const registry = createRegistryView(ports.store.db)
  await registry.refresh()
  const deps = { db: ports.store.db, history: ports.history, registry, calendar: createCalendar(context) }
  return daySums(deps, 'M1', MONDAY + from, MONDAY + to)
}

const row = (day: number, total: number, change: Partial<StoredRegister> = {}): StoredRegister =>
  registerRow({ day: MONDAY + day, total, ...change })

describe('the energy of a curve', () => {
  it('is told by the tariff hours of the district', async () => {
    const station = await testStation({ meters: [meter()] })
    // Valley 00-08, peak 11-17 and 20-22, flat between.
    const kwAt = (slot: number) =>
      slot < 32 ? 1 : (slot >= 44 && slot < 68) || (slot >= 80 && slot < 88) ? 100 : 10
    await station.take(daySamples(MONDAY, kwAt))
    expect(await sums(station, 0, 0)).toEqual([
      {
        day: dayText(MONDAY),
        from: 'curve',
        kwh: 8 + 800 + 80,
        sharpKwh: null,
        peakKwh: 800,
        flatKwh: 80,
        valleyKwh: 8,
        maxKw: 100,
        readings: 96,
        expected: 96,
        marks: ['stuck'],
      },
    ])
    const context = { tou: { '5001': { valley: [[0, 24]] as [number, number][], peak: [] } } }
    expect(await sums(station, 0, 0, context)).toMatchObject([{ valleyKwh: 888, peakKwh: 0, flatKwh: 0 }])
  })

  it('is that of the readings there are, with how many are missing', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take([
      ...daySamples(MONDAY, slot => 10 + slot, { to: 40 }),
      ...daySamples(MONDAY + 1, () => 0),
    ])
    expect(await sums(station, 0, 3)).toMatchObject([
      { kwh: 295, readings: 40, expected: 96, maxKw: 49, marks: ['gap'] },
      { kwh: 0, readings: 96, maxKw: 0, marks: [] },
    ])
  })

  it('is that of the primary side, at any interval', async () => {
    const station = await testStation({ meters: [meter({ intervalMinutes: 60, multiplier: 50 })] })
    const hours = Array.from({ length: 24 }, (_, slot) =>
      sample(MONDAY, 0, slot / 10, { atMs: slotEndMs(MONDAY, slot, 60), intervalMinutes: 60 }),
    )
    await station.engine.append(batchOf(hours, 'secondary'), [], 'test')
    await station.engine.settle()
    expect(await sums(station, 0, 0)).toMatchObject([
      { kwh: 1_380, valleyKwh: 140, maxKw: 115, readings: 24, expected: 24 },
    ])
  })
})

describe('the energy of registers', () => {
  it('stands in for days without a curve, marked by the days around the period', async () => {
    const station = await testStation({ meters: [meter()] })
    const totals = [0, 100, 200, 200, 390, 490]
    await station.ports.history.writeRegisters(
      totals.map((total, day) => row(day, total, { peak: total / 4, maxKw: day })),
      MARK,
    )
    await station.take(daySamples(MONDAY + 4, slot => slot))
    const [rest, curve, last, ...more] = await sums(station, 3, 6)
    expect(rest).toEqual({
      day: dayText(MONDAY + 3),
      from: 'registers',
      kwh: 0,
      sharpKwh: null,
      peakKwh: 0,
      flatKwh: null,
      valleyKwh: null,
      maxKw: 3,
      readings: 1,
      expected: 1,
      marks: ['repeated-register'],
    })
    expect(curve).toMatchObject({ from: 'curve', kwh: 1_140 })
    expect(last).toMatchObject({ from: 'registers', kwh: 100, marks: [] })
    expect(more).toEqual([])
  })
})
