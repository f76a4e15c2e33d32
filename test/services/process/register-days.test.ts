import { describe, expect, it } from 'vitest'
import { unpackFeatures } from '../../../detectors/index.ts'
import { dayText } from '../../../schemas/day.ts'
import { unpackMarks } from '../../../schemas/quality.ts'
import type { DailyRegister } from '../../../schemas/register.ts'
import { judgedDays } from '../../support/judged-days.ts'
import { meter } from '../../support/meters.ts'
import { daySamples, MONDAY } from '../../support/readings.ts'
import { registerBatch } from '../../support/registers.ts'
import { type Station, testStation } from '../../support/station.ts'
import { chargesOf, scoreOn } from '../watch/site.ts'

const date = (day: number): string => dayText(MONDAY + day)

/** Registers at the midnight before the first day and at the end of each, by the kWh of each; a half at valley. */
const registersOf = (kwh: readonly number[], meterId = 'M1', start = 5_000): DailyRegister[] => {
  let total = start
  return [0, ...kwh].map((used, i) => {
    total += used
    return {
      meterId,
      date: date(i - 1),
      total,
      valley: total / 2,
      peak: total / 4,
      sharp: total / 8,
      flat: total / 8,
      maxKw: used / 12,
    }
  })
}

const take = async (station: Station, rows: readonly DailyRegister[], lane: 'live' | 'backfill' = 'live') => {
  await station.engine.append(registerBatch(rows), [], 'test', lane)
  await station.engine.settle()
}

const featuresOn = async ({ ports }: Station, day: number) => {
  const row = await ports.store.db
    .selectFrom('feature')
    .select(['features', 'marks'])
    .where('point_id', '=', 'M1')
    .where('day', '=', MONDAY + day)
    .executeTakeFirst()
  if (!row) return undefined
  const { kwh, meanKw, valleyKw, flatKw, peakKw, maxKw, intervalMinutes, coverage, p95Kw, heats } =
    unpackFeatures(new Float32Array(new Uint8Array(row.features).buffer))
  const measured = { kwh, meanKw, valleyKw, flatKw, peakKw, maxKw, intervalMinutes, coverage, p95Kw, heats }
  return { ...measured, marks: unpackMarks(row.marks) }
}

const currentFindings = async ({ ports }: Station): Promise<string[]> =>
  (
    await ports.store.db.selectFrom('finding').select('id').where('current', '=', 1).orderBy('id').execute()
  ).map(({ id }) => id)

describe('a day that registers alone tell', () => {
  it('is judged once both its midnights are known, on what they tell', async () => {
    const station = await testStation({ meters: [meter()] })
    const rows = registersOf([240, 480])
    await take(station, rows.slice(0, 1))
    expect(await judgedDays(station)).toEqual([])
    await take(station, rows.slice(2))
    expect(await judgedDays(station)).toEqual([])
    await take(station, rows.slice(1, 2))
    expect(await judgedDays(station)).toEqual([0, 1])
    expect(await featuresOn(station, 0)).toEqual({
      kwh: 240,
      meanKw: 10,
      valleyKw: 15,
      flatKw: 3.75,
      peakKw: 11.25,
      maxKw: 20,
      intervalMinutes: 1_440,
      coverage: 1,
      p95Kw: Number.NaN,
      heats: Number.NaN,
      marks: [],
    })
    expect(await scoreOn(station, 'M1', 'induction-furnace', MONDAY)).toBe(0)
  })

  it('is marked by the days around it, and counted', async () => {
    const station = await testStation({ meters: [meter()] })
    await take(station, registersOf([100, 100, 0, 200, 100, 100, 1_000, 100]))
    expect((await featuresOn(station, 2))!.marks).toEqual(['repeated-register'])
    expect((await featuresOn(station, 6))!.marks).toEqual(['times-ten'])
    expect((await featuresOn(station, 1))!.marks).toEqual([])
  })

  it('gives way to a curve of that day, whichever came first', async () => {
    const [before, after] = [
      await testStation({ meters: [meter()] }),
      await testStation({ meters: [meter()] }),
    ]
    const curve = daySamples(MONDAY + 1, slot => 20 + slot)
    const rows = registersOf([240, 480, 300])
    await take(before, rows)
    await before.take(curve)
    await after.take(curve)
    await take(after, rows)
    expect((await featuresOn(before, 1))!.intervalMinutes).toBe(15)
    for (const day of [0, 1, 2]) expect(await featuresOn(after, day)).toEqual(await featuresOn(before, day))
  })

  it('follows a corrected register, also back to what is not known', async () => {
    const station = await testStation({ meters: [meter()] })
    const rows = registersOf([240, 480, 300])
    await take(station, rows)
    await take(station, [{ ...rows[2]!, total: rows[2]!.total + 60, revision: 1 }])
    expect([(await featuresOn(station, 1))!.kwh, (await featuresOn(station, 2))!.kwh]).toEqual([540, 240])
    await take(station, [{ ...rows[2]!, total: 4_000, revision: 2 }])
    expect(await judgedDays(station)).toEqual([0, 2])
  })

  it('more than 7 days behind its point is judged only as a backfill', async () => {
    const rows = registersOf(Array.from({ length: 12 }, () => 100))
    for (const [lane, days] of [
      ['live', [3, 4, 5, 6, 7, 8, 9, 10, 11]],
      ['backfill', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    ] as const) {
      const station = await testStation({ meters: [meter()] })
      await take(station, rows.slice(3))
      await take(station, rows.slice(0, 3), lane)
      expect(await judgedDays(station)).toEqual(days)
    }
  })

  it('goes with its meter when the registry is corrected', async () => {
    const station = await testStation({ meters: [meter({ pointId: 'P7' })] })
    await take(station, registersOf([240, 480, 300]))
    expect(await judgedDays(station, 'P7')).toEqual([0, 1, 2])
    await station.engine.importRegistry([meter()], { replace: true }, 'test')
    await station.engine.settle()
    expect(await judgedDays(station, 'P7')).toEqual([])
    expect(await judgedDays(station)).toEqual([0, 1, 2])
  })

  it('is remembered over a restart', async () => {
    const station = await testStation({ meters: [meter()] })
    const rows = registersOf([240, 480, 300, 200])
    await take(station, rows.slice(0, 3))
    await station.restart()
    await take(station, rows.slice(3))
    expect(await judgedDays(station)).toEqual([0, 1, 2, 3])
  })
})

describe('of registers alone', () => {
  const usual = Array.from({ length: 21 }, (_, i) => (i % 7 > 4 ? 150 : 400 + 10 * (i % 3)))

  it('a surge is a lead and opens nothing', async () => {
    const station = await testStation({ meters: [meter()] })
    await take(station, registersOf([...usual, ...Array.from({ length: 7 }, () => 2_400)]))
    expect(await scoreOn(station, 'M1', 'surge', MONDAY + 27)).toBeGreaterThan(0.5)
    expect(await currentFindings(station)).not.toEqual([])
    expect(await chargesOf(station)).toEqual({})
  })

  it('a stopped site that runs again opens a case', async () => {
    const works = { contractKva: 200 }
    const meters = [meter(works), meter({ ...works, status: 'exited', validFrom: date(10) })]
    const station = await testStation({ meters })
    const [ran, still, runs] = [1_500, 40, 1_400].map(kwh =>
      Array.from({ length: 10 }, (_, i) => kwh + 7 * (i % 4)),
    )
    await take(station, registersOf([...ran!, ...still!]))
    expect(await chargesOf(station)).toEqual({})
    await take(station, registersOf([...ran!, ...still!, ...runs!.slice(0, 6)]).slice(21))
    expect((await chargesOf(station))['C-M1']).toContain('restart')
  })
})
