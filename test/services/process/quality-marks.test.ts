import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText } from '../../../schemas/day.ts'
import type { Meter } from '../../../schemas/meter.ts'
import { type QualityMark, unpackMarks } from '../../../schemas/quality.ts'
import { createRandom } from '../../detectors/support/random.ts'
import { furnaceSamples, shopSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { daySamples, MONDAY, type Sample, sample, slotEndMs } from '../../support/readings.ts'
import { cutAt, deliver } from '../../support/shuffle.ts'
import { type Station, testStation, withStation } from '../../support/station.ts'

type Days = Record<number, QualityMark[]>

/** The marks of the days that have any, counted from the first Monday. */
const marksIn = async ({ ports }: Station): Promise<Days> => {
  const rows = await ports.store.db
    .selectFrom('feature')
    .select(['day', 'marks'])
    .where('marks', '<>', 0)
    .orderBy('day')
    .execute()
  return Object.fromEntries(rows.map(({ day, marks }) => [day - MONDAY, unpackMarks(marks)]))
}

const marksAfter = (samples: readonly Sample[], meters: readonly Meter[] = [meter()]): Promise<Days> =>
  withStation({ meters }, async station => {
    await station.take(samples)
    return marksIn(station)
  })

const noisy = (kw: number, seed = 1) => {
  const random = createRandom(seed)
  return () => kw * random.between(0.95, 1.05)
}

/** Days of a load each at so many times its usual power. */
const scaled = (factors: readonly number[]): Sample[] =>
  factors.flatMap((factor, i) => daySamples(MONDAY + i, noisy(50 * factor, i + 1)))

const usual = (count: number): number[] => Array.from({ length: count }, () => 1)

describe('gap', () => {
  it('marks a day of which a reading is missing, and no other', async () => {
    const next = daySamples(MONDAY + 1, noisy(50))
    expect(await marksAfter([...daySamples(MONDAY, noisy(50), { to: 95 }), ...next])).toEqual({ 0: ['gap'] })
    expect(await marksAfter(next)).toEqual({})
  })

  it('goes when the reading comes', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take([...daySamples(MONDAY, noisy(50), { to: 95 }), ...daySamples(MONDAY + 1, noisy(50))])
    await station.take([sample(MONDAY, 95, 50)])
    expect(await marksIn(station)).toEqual({})
  })
})

describe('stuck', () => {
  const withRun = (kw: number, slots: number) => {
    const load = noisy(50)
    return daySamples(MONDAY, slot => (slot >= 30 && slot < 30 + slots ? kw : load()))
  }

  it('marks the very same value above zero for six hours', async () => {
    expect(await marksAfter(withRun(37.5, 24))).toEqual({ 0: ['stuck'] })
    expect(await marksAfter(withRun(37.5, 23))).toEqual({})
  })

  it('counts hours, not readings', async () => {
    const hourly = (slots: number) =>
      Array.from({ length: 24 }, (_, slot) =>
        sample(MONDAY, 0, slot < slots ? 37.5 : slot, {
          atMs: slotEndMs(MONDAY, slot, 60),
          intervalMinutes: 60,
        }),
      )
    const meters = [meter({ intervalMinutes: 60 })]
    expect(await marksAfter(hourly(6), meters)).toEqual({ 0: ['stuck'] })
    expect(await marksAfter(hourly(5), meters)).toEqual({})
  })

  it('is no word for a load that is off, nor for a mine that runs flat', async () => {
    expect(await marksAfter(withRun(0, 96))).toEqual({})
    const random = createRandom(3)
    expect(await marksAfter(daySamples(MONDAY, () => 800 + random.between(-1, 1)))).toEqual({})
  })

  it('is not found across readings that are missing', async () => {
    const gone = withRun(37.5, 30).filter(({ atMs }) => atMs !== slotEndMs(MONDAY, 45))
    expect(await marksAfter([...gone, ...daySamples(MONDAY + 1, noisy(50))])).toEqual({ 0: ['gap'] })
  })
})

describe('exchange', () => {
  const dated = [
    meter({ pointId: 'P', validTo: dayText(MONDAY + 1) }),
    meter({ meterId: 'M2', pointId: 'P', validFrom: dayText(MONDAY + 2) }),
  ]

  it('marks the first day of another meter at the point', async () => {
    const samples = [0, 1, 2, 3].flatMap(i =>
      daySamples(MONDAY + i, noisy(50, i), { meterId: i < 2 ? 'M1' : 'M2' }),
    )
    expect(await marksAfter(samples, dated)).toEqual({ 2: ['exchange'] })
  })

  it('marks a day that two meters share', async () => {
    const both = [meter({ pointId: 'P', validTo: dayText(MONDAY + 2) }), dated[1]!]
    const samples = [
      ...daySamples(MONDAY + 2, noisy(50), { to: 40 }),
      ...daySamples(MONDAY + 2, noisy(50), { from: 40, meterId: 'M2' }),
    ]
    expect(await marksAfter(samples, both)).toEqual({ 2: ['exchange'] })
  })

  it('does not mark another owner of the same meter', async () => {
    const owners = [meter(), meter({ customerId: 'C2', validFrom: dayText(MONDAY + 1) })]
    expect(await marksAfter(scaled(usual(3)), owners)).toEqual({})
  })
})

describe('times-ten', () => {
  it('marks a day that alone stands at ten times, or a tenth of, the days around it', async () => {
    expect(await marksAfter(scaled([...usual(5), 10, 1, 1]))).toEqual({ 5: ['times-ten'] })
    expect(await marksAfter(scaled([...usual(5), 0.1, 1, 1]))).toEqual({ 5: ['times-ten'] })
  })

  it('waits for the day after', async () => {
    const station = await testStation({ meters: [meter()] })
    const days = scaled([...usual(5), 10, 1])
    await station.take(days.slice(0, 6 * 96))
    expect(await marksIn(station)).toEqual({})
    await station.take(days.slice(6 * 96))
    expect(await marksIn(station)).toEqual({ 5: ['times-ten'] })
  })

  it('marks a day of before when the days that show it come late', async () => {
    const isOf =
      (day: number) =>
      ({ atMs }: Sample) =>
        atMs > slotEndMs(MONDAY + day - 1, 95) && atMs <= slotEndMs(MONDAY + day, 95)
    for (const before of [3, 5]) {
      const days = scaled([...usual(before), 10, 1, 1])
      for (const late of [0, before - 1, before, before + 1]) {
        const station = await testStation({ meters: [meter()] })
        await station.take(days.filter(one => !isOf(late)(one)))
        await station.take(days.filter(isOf(late)))
        expect(await marksIn(station)).toEqual({ [before]: ['times-ten'] })
      }
    }
  })

  it('goes when the day is corrected', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take(scaled([...usual(5), 10, 1, 1]))
    await station.take(daySamples(MONDAY + 5, noisy(50)).map(one => ({ ...one, revision: 1 })))
    expect(await marksIn(station)).toEqual({})
  })

  it.each([
    ['a load that steps up ten times and stays', [...usual(5), 10, 10, 10, 10]],
    ['the last day there is', [...usual(5), 10]],
    ['two days at ten times', [...usual(5), 10, 10, 1, 1]],
    ['a load that ends', [10, 10, 10, 10, 1, 1, 1]],
    ['five times', [...usual(5), 5, 1, 1]],
    ['a load with two days before it', [1, 1, 10, 1, 1]],
    ['a load that is off', [0, 0, 0, 0, 0, 0, 0]],
    ['a day of nothing', [...usual(5), 0, 1, 1]],
  ])('does not mark %s', async (_, factors) => {
    const marks = await marksAfter(scaled(factors))
    expect(
      Object.values(marks)
        .flat()
        .filter(mark => mark === 'times-ten'),
    ).toEqual([])
  })

  it('does not mark days of rest, nor nights of a furnace that does not run every night', async () => {
    const works = Array.from({ length: 21 }, (_, i) => {
      const load = noisy(20, i)
      return daySamples(MONDAY + i, slot => (i % 7 < 5 && slot > 32 && slot < 68 ? 12 : 1) * load())
    }).flat()
    expect(await marksAfter(works)).toEqual({})
    expect(await marksAfter(furnaceSamples('M1', MONDAY, 21))).toEqual({})
  })
})

describe('repeated-register', () => {
  const withValues = (...values: number[]) => {
    const load = noisy(50)
    return daySamples(MONDAY, slot => values[slot - 40] ?? load())
  }

  it('marks nothing and then double, in the midst of a steady load', async () => {
    expect(await marksAfter(withValues(0, 100))).toEqual({ 0: ['repeated-register'] })
    expect(await marksAfter(withValues(0, 92))).toEqual({ 0: ['repeated-register'] })
  })

  it('does not mark a pause, a catching up, a machine that pulses, or a load that begins', async () => {
    expect(await marksAfter(withValues(0, 50))).toEqual({})
    expect(await marksAfter(withValues(0, 160))).toEqual({})
    expect(await marksAfter(withValues(0, 0, 50, 0, 100, 50))).toEqual({})
    expect(await marksAfter(withValues(0, 100, 50, 0, 0))).toEqual({})
    expect(
      await marksAfter(daySamples(MONDAY, slot => [600, 0, 1200][slot % 3]! + (slot % 3 === 1 ? 0 : slot))),
    ).toEqual({})
    expect(await marksAfter(daySamples(MONDAY, slot => (slot < 40 ? 0 : 100 + slot)))).toEqual({})
  })

  it('does not mark the pauses of furnaces', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const heats = furnaceSamples('M1', MONDAY, 5, { seed }).map(one => ({
        ...one,
        kw: one.kw < 300 ? 0 : one.kw,
      }))
      expect(Object.values(await marksAfter(heats)).flat()).toEqual([])
    }
  })
})

describe('clock-jump', () => {
  const load = daySamples(MONDAY, noisy(50))
  const again = (slots: readonly number[]) => slots.map(slot => sample(MONDAY, slot, 70 + slot))

  it('marks neighbouring intervals with two values each', async () => {
    expect(await marksAfter([...load, ...again([40, 41, 42, 43])])).toEqual({ 0: ['clock-jump'] })
    const halfADay = Array.from({ length: 48 }, (_, slot) => slot)
    expect(await marksAfter([...load, ...again(halfADay)])).toEqual({ 0: ['clock-jump'] })
  })

  it('does not mark single corrections, those under a higher revision, or a day sent again', async () => {
    expect(await marksAfter([...load, ...again([40, 44, 60])])).toEqual({})
    const revised = again([40, 41, 42]).map(one => ({ ...one, revision: 1 }))
    expect(await marksAfter([...load, ...revised])).toEqual({})
    expect(await marksAfter([...load, ...again(load.map((_, slot) => slot))])).toEqual({})
    expect(await marksAfter([...load, ...load])).toEqual({})
  })
})

describe('the marks of all days', () => {
  const days = 14
  const odd = (seed: number): Sample[] => {
    const random = createRandom(seed)
    return [
      ...shopSamples('M1', MONDAY, days, seed)
        .filter(() => !random.chance(0.003))
        .map(one => {
          const day = Math.floor((one.atMs - slotEndMs(MONDAY, -1) - 1) / 86_400_000)
          if (day === 5) return { ...one, kw: one.kw * 10 }
          if (day === 9) return { ...one, kw: one.kw / 10 }
          return day === 7 ? { ...one, kw: 33 } : one
        }),
      ...[30, 31, 32].flatMap(slot => [
        sample(MONDAY + 3, slot, 90, { revision: 2 }),
        sample(MONDAY + 3, slot, 91, { revision: 1 }),
      ]),
    ]
  }

  const marksOnceOver = async (station: Station, pieces: readonly Sample[][]): Promise<Days> => {
    for (const piece of pieces) if (piece.length > 0) await station.take(piece)
    await station.engine.closeByClock(slotEndMs(MONDAY + days + 3, 0))
    return marksIn(station)
  }

  it('are the same in whatever order readings arrive within 7 days', async () => {
    const way = fc.record({
      seed: fc.integer({ min: 1, max: 1_000 }),
      lateDays: fc.constantFrom(0, 1, 7),
      together: fc.boolean(),
      cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
    })
    await fc.assert(
      fc.asyncProperty(way, async ({ seed, cuts, ...delivery }) => {
        const samples = odd(seed)
        const inOrder = samples.toSorted((a, b) => a.atMs - b.atMs)
        const expected = await withStation({ meters: [meter()] }, station =>
          marksOnceOver(station, [inOrder]),
        )
        expect(expected[5]).toContain('times-ten')
        const arriving = deliver(samples, { seed, doubled: 0.1, ...delivery })
        const marks = await withStation({ meters: [meter()] }, station =>
          marksOnceOver(station, cutAt(arriving, cuts)),
        )
        expect(marks).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })
})
