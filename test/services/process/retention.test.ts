import { describe, expect, it } from 'vitest'
import type { StoredRegister } from '../../../services/adapters/history/index.ts'
import { listCases } from '../../../services/cases/index.ts'
import { furnaceSamples, shopSamples } from '../../support/furnace.ts'
import { judgedDays } from '../../support/judged-days.ts'
import { meter } from '../../support/meters.ts'
import { MARK, MONDAY } from '../../support/readings.ts'
import { registerRow } from '../../support/registers.ts'
import { type Station, testStation } from '../../support/station.ts'

const stored = async ({ ports }: Station, point: string): Promise<number[]> =>
  (await ports.history.window(point, 0, 100_000)).map(({ day }) => day - MONDAY)

const days = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

const register = (pointId: string, day: number): StoredRegister =>
  registerRow({ pointId, day: MONDAY + day, source: { meterId: pointId, multiplier: null }, total: day })

describe('what is older than it is to be kept', () => {
  it('goes, readings and features each in their time, but for what a case rests on', async () => {
    const station = await testStation({
      meters: [
        meter({ customerId: 'suspect' }),
        meter({ meterId: 'M2', customerId: 'suspect' }),
        meter({ meterId: 'M3' }),
      ],
    })
    await station.take([
      ...furnaceSamples('M1', MONDAY, 10),
      ...shopSamples('M2', MONDAY, 10),
      ...shopSamples('M3', MONDAY, 10),
    ])
    const [before] = await listCases(station.ports.store.db, { limit: 9 })
    const keep = { readingsFrom: MONDAY + 6, featuresFrom: MONDAY + 3 }
    expect(await station.engine.letGoOld(keep)).toBe(6)
    expect(await stored(station, 'M3')).toEqual(days(6, 10))
    expect(await judgedDays(station, 'M3')).toEqual(days(3, 10))
    for (const point of ['M1', 'M2']) {
      expect(await stored(station, point)).toEqual(days(0, 10))
      expect(await judgedDays(station, point)).toEqual(days(0, 10))
    }
    expect(await listCases(station.ports.store.db, { limit: 9 })).toEqual([before])
    expect(await station.engine.letGoOld(keep)).toBe(0)
  })

  it('goes with its registers', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.ports.history.writeRegisters(
      days(0, 9).map(day => register('M1', day)),
      MARK,
    )
    expect(await station.engine.letGoOld({ readingsFrom: MONDAY + 4, featuresFrom: MONDAY })).toBe(4)
    expect((await station.ports.history.registers('M1', 0, 100_000)).map(({ day }) => day - MONDAY)).toEqual(
      days(4, 9),
    )
  })

  it('goes in steps of bounded length', async () => {
    const station = await testStation({ meters: [meter()] })
    const day = {
      intervalMinutes: 60,
      kw: new Float32Array(24),
      kvar: null,
      revision: null,
      sources: [{ meterId: 'M1', multiplier: null }],
      source: null,
      clashed: null,
    }
    await station.ports.history.write(
      days(0, 900).map(i => ({ pointId: 'M1', day: MONDAY + i, ...day })),
      MARK,
    )
    const keep = { readingsFrom: MONDAY + 890, featuresFrom: MONDAY }
    const steps: (number | null)[] = []
    for (let i = 0; i < 4; i++) steps.push(await station.engine.letGoOld(keep))
    expect(steps).toEqual([400, 400, 90, 0])
    expect(await stored(station, 'M1')).toEqual(days(890, 900))
  })

  it('goes at points where no meter stands any more', async () => {
    const station = await testStation({ meters: [meter({ pointId: 'P7' })] })
    await station.take(shopSamples('M1', MONDAY, 10))
    await station.ports.store.db.updateTable('meter').set({ point_id: 'M1' }).execute()
    expect(await station.engine.letGoOld({ readingsFrom: MONDAY + 6, featuresFrom: MONDAY + 3 })).toBe(6)
    expect(await stored(station, 'P7')).toEqual(days(6, 10))
  })
})

describe('a correction of days whose readings went', () => {
  it('has them scored from their features, and takes nothing back for want of readings', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take(shopSamples('M1', MONDAY, 10))
    await station.engine.letGoOld({ readingsFrom: MONDAY + 6, featuresFrom: MONDAY + 2 })
    await station.engine.importRegistry([meter({ customerId: 'C9' })], { replace: true }, 'test')
    await station.engine.settle()
    expect(await judgedDays(station, 'M1')).toEqual(days(2, 10))
    const rows = await station.ports.store.db.selectFrom('feature').select('customer_id').distinct().execute()
    expect(rows).toEqual([{ customer_id: 'C9' }])
  })
})
