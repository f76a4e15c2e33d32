import { describe, expect, it } from 'vitest'
import { dayText } from '../../../schemas/day.ts'
import { primaryPower } from '../../../services/adapters/history/index.ts'
import { listRejects, outcomeCounts } from '../../../services/ingest/index.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { batchOf, daySamples, MONDAY, type Sample, sample } from '../../support/readings.ts'
import { resultOf } from '../../support/result.ts'
import { type Station, testStation } from '../../support/station.ts'

const takeSecondary = async (station: Station, samples: readonly Sample[]) => {
  await station.engine.append(batchOf(samples, 'secondary'), [], 'test')
  await station.engine.settle()
}
const outcomes = ({ ports }: Station) => outcomeCounts(ports.store.db)

describe('readings of the secondary side', () => {
  it('are kept as delivered and judged as primary power', async () => {
    const station = await testStation({ meters: [meter({ multiplier: 600 })] })
    await takeSecondary(
      station,
      daySamples(MONDAY, slot => 0.5 + slot / 100).map(one => ({ ...one, kvar: 0.125 })),
    )
    const day = (await station.ports.history.read('M1', MONDAY))!
    expect(day.kw[0]).toBe(0.5)
    expect(primaryPower(day).kw[0]).toBe(300)
    expect(primaryPower(day).kvar![0]).toBe(75)
    const [row] = await station.ports.store.db.selectFrom('feature').select('kwh').execute()
    expect(row!.kwh).toBeCloseTo((0.5 + 0.475) * 600 * 24, 1)
  })

  it('end in the same as the same readings of the primary side', async () => {
    const furnace = furnaceSamples('M1', MONDAY, 8)
    const [primary, secondary] = [
      await testStation({ meters: [meter()] }),
      await testStation({ meters: [meter({ multiplier: 64 })] }),
    ]
    await primary.take(furnace)
    // A power of two divides without rounding.
    await takeSecondary(
      secondary,
      furnace.map(one => ({ ...one, kw: one.kw / 64, kvar: one.kvar! / 64 })),
    )
    expect(await resultOf(secondary)).toEqual(await resultOf(primary))
    expect((await resultOf(primary)).charges).toHaveLength(1)
  })

  it('take the multiplier of their own day', async () => {
    const station = await testStation({
      meters: [meter({ multiplier: 100 }), meter({ multiplier: 200, validFrom: dayText(MONDAY + 1) })],
    })
    await takeSecondary(station, [...daySamples(MONDAY, () => 1), ...daySamples(MONDAY + 1, () => 1)])
    const rows = await station.ports.store.db.selectFrom('feature').select('kwh').orderBy('day').execute()
    expect(rows.map(({ kwh }) => kwh)).toEqual([2400, 4800])
  })

  it('are the same as primary ones that tell the same power, whichever come first', async () => {
    const station = await testStation({ meters: [meter({ multiplier: 40 })] })
    const primary = daySamples(MONDAY, slot => (slot + 1) * 10, { to: 4 })
    const secondary = primary.map(one => ({ ...one, kw: one.kw / 40 }))
    await takeSecondary(station, secondary)
    await station.take(primary)
    await takeSecondary(station, secondary)
    expect(await outcomes(station)).toEqual({ accepted: 4, duplicate: 8 })
  })

  it('are kept as delivered when they lose their slot', async () => {
    const station = await testStation({ meters: [meter({ multiplier: 40 })] })
    await takeSecondary(station, [sample(MONDAY, 0, 2.5)])
    await station.take([sample(MONDAY, 0, 90)])
    await takeSecondary(station, [sample(MONDAY, 0, 3)])
    const rejects = await listRejects(station.ports.store.db, { limit: 9 })
    expect(rejects.map(({ reason, raw, detail }) => [reason, JSON.parse(raw).kw, detail])).toEqual([
      ['corrected', 2.5, 'Another value holds this interval: 90 kW.'],
      ['corrected', 90, 'Another value holds this interval: 120 kW.'],
    ])
  })
})
