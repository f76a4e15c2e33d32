import fc from 'fast-check'
import { median } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import {
  type DayBlock,
  type DayContext,
  type DayFeatures,
  extractDayFeatures,
  FEATURE_NAMES,
  packFeatures,
  unpackFeatures,
} from '../../detectors/index.ts'
import { drawFurnaceSite, furnaceCurve } from './support/furnaces.ts'
import { createRandom } from './support/random.ts'

const CONTEXT: DayContext = {
  kind: 'working',
  tou: {
    valley: [[0, 8]],
    peak: [
      [11, 17],
      [20, 22],
    ],
  },
}

const blockOf = (kw: ArrayLike<number>, kvar: ArrayLike<number> | null = null): DayBlock => ({
  day: 20_000,
  intervalMinutes: 1440 / kw.length,
  kw: Float32Array.from(kw),
  kvar: kvar && Float32Array.from(kvar),
})

const extract = (kw: ArrayLike<number>, kvar: ArrayLike<number> | null = null): DayFeatures =>
  extractDayFeatures(blockOf(kw, kvar), CONTEXT)

const anyKw = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0, max: 5000, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1e30, 3e38) },
)
const anySlots = (values: fc.Arbitrary<number>) =>
  fc
    .constantFrom(1440, 288, 96, 48, 24)
    .chain(count => fc.array(values, { minLength: count, maxLength: count, size: 'max' }))
const anyReading = fc.oneof(
  anyKw,
  fc.constantFrom(0, -0, 250, 250.5),
  fc.double({ min: 249, max: 251, noNaN: true }),
)
const steadyKw = fc.array(fc.double({ min: 1, max: 5000, noNaN: true }), {
  minLength: 96,
  maxLength: 96,
  size: 'max',
})

/** A day of one furnace at full tilt, 15-minute means. */
const furnaceDay = (): DayFeatures => {
  const random = createRandom(11)
  const site = { ...drawFurnaceSite(random, 3), dual: false, activeShare: 1, heatMinutes: 60, gapMinutes: 15 }
  const curve = furnaceCurve(random, { ...site, series: false })
  return extract(curve.kw.subarray(96, 192), curve.kvar.subarray(96, 192))
}

describe('a row', () => {
  test('comes back from packing bit for bit, whatever the readings', () => {
    fc.assert(
      fc.property(anySlots(anyKw), kw => {
        const features = extract(kw)
        const unpacked = unpackFeatures(packFeatures(features))
        expect(FEATURE_NAMES.map(name => [name, unpacked[name]])).toStrictEqual(Object.entries(features))
      }),
      { numRuns: 60 },
    )
  })

  test('holds numbers only, in at most 240 bytes, the day among them', () => {
    const row = packFeatures(extract(new Float32Array(96).fill(5)))
    expect(row.byteLength).toBeLessThanOrEqual(240)
    expect(FEATURE_NAMES).toContain('day')
    expect(unpackFeatures(row).day).toBe(20_000)
    expect(new Set(FEATURE_NAMES).size).toBe(row.length)
  })
})

describe('levels', () => {
  test('of a flat day are the level itself', () => {
    const day = extract(new Float32Array(96).fill(120))
    for (const name of ['meanKw', 'p05Kw', 'medianKw', 'ceilingKw', 'maxKw', 'floorKw'] as const)
      expect(day[name]).toBe(120)
    for (const name of ['valleyKw', 'flatKw', 'peakKw', 'nightKw', 'workKw'] as const)
      expect(day[name]).toBeCloseTo(120, 3)
    expect(day.kwh).toBeCloseTo(2880, 2)
  })

  test('tell the tariff periods apart', () => {
    const day = extract(
      Float32Array.from({ length: 96 }, (_, i) =>
        i < 32 ? 10 : (i >= 44 && i < 68) || (i >= 80 && i < 88) ? 30 : 20,
      ),
    )
    expect(day.valleyKw).toBeCloseTo(10, 4)
    expect(day.peakKw).toBeCloseTo(30, 4)
    expect(day.flatKw).toBeCloseTo(20, 4)
  })

  test('count what is missing', () => {
    const kw = new Float32Array(96).fill(100)
    kw.fill(Number.NaN, 0, 24)
    const day = extract(kw)
    expect(day.coverage).toBe(0.75)
    expect(day.kwh).toBeCloseTo(1800, 2)
    expect(day.meanKw).toBe(100)
  })

  test('of a day without any reading are unknown, and nothing breaks', () => {
    const day = extract(new Float32Array(96).fill(Number.NaN))
    expect(day.coverage).toBe(0)
    expect(day.meanKw).toBeNaN()
  })

  test('are the readings at their rank, whatever the readings', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { minLength: 96, maxLength: 96, size: 'max' }), kw => {
        const day = extract(kw)
        const known = Float32Array.from(kw.filter(Number.isFinite)).sort()
        const at = (share: number) =>
          known[Math.min(known.length - 1, Math.floor(share * known.length))] ?? Number.NaN
        expect([day.p05Kw, day.medianKw]).toStrictEqual([0.05, 0.5].map(at))
        expect([day.p95Kw, day.ceilingKw, day.maxKw]).toStrictEqual([0.95, 0.97, 1].map(at))
      }),
      { numRuns: 200 },
    )
  })

  test('scale with the load, and shapes do not', () => {
    fc.assert(
      fc.property(steadyKw, fc.constantFrom(0.25, 2, 8), (kw, factor) => {
        const one = extract(kw)
        const other = extract(kw.map(value => value * factor))
        for (const name of FEATURE_NAMES) {
          const scales = name.endsWith('Kw') || name.toLowerCase().endsWith('kwh')
          if (Number.isNaN(one[name])) expect(other[name]).toBeNaN()
          else expect(other[name] / (scales ? factor : 1)).toBeCloseTo(one[name], 2)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('stillness', () => {
  test('is the median step over the median, and that of the steps below it over the floor', () => {
    fc.assert(
      fc.property(steadyKw, readings => {
        const kw = Float32Array.from(readings)
        const day = extract(kw)
        const steps = Array.from(kw.subarray(1), (value, i) => Math.fround(Math.abs(value - kw[i]!)))
        const low = steps.filter((_, i) => kw[i]! <= day.medianKw && kw[i + 1]! <= day.medianKw)
        expect(day.stepNoise).toBe(Math.fround(median(steps) / day.medianKw))
        if (low.length === 0) return
        const floorNoise = median(low) / day.floorKw
        expect(Math.abs(day.floorNoise - floorNoise)).toBeLessThanOrEqual(1e-6 * floorNoise)
      }),
      { numRuns: 100 },
    )
  })
})

describe('heats', () => {
  test('of a single furnace are deep, equal and about an hour and a quarter apart', () => {
    const day = furnaceDay()
    expect(day.heats).toBeGreaterThanOrEqual(4)
    expect(day.heatMinutes).toBeGreaterThanOrEqual(60)
    expect(day.heatMinutes).toBeLessThanOrEqual(105)
    expect(day.heatDepth).toBeGreaterThan(0.5)
    expect(day.heatSpread).toBeLessThan(0.12)
  })

  test('are the same from 1-minute readings as from their quarter hours', () => {
    const quarter = Float32Array.from({ length: 96 }, (_, i) => (i % 6 < 4 ? 400 : 30) + (i % 6))
    const minute = Float32Array.from({ length: 1440 }, (_, i) => quarter[Math.floor(i / 15)]!)
    const strip = ({ intervalMinutes, ...rest }: DayFeatures) => ({
      intervalMinutes: intervalMinutes > 0,
      ...rest,
    })
    expect(strip(extract(minute))).toEqual(strip(extract(quarter)))
  })

  test('cannot be seen at 60 minutes', () => {
    const day = extract(Float32Array.from({ length: 24 }, (_, i) => (i % 2 ? 400 : 30)))
    for (const name of ['heats', 'heatMinutes', 'heatDepth', 'heatKwh'] as const) expect(day[name]).toBeNaN()
  })
})

describe('power factor', () => {
  test('is unknown without kvar', () => {
    const day = extract(new Float32Array(96).fill(100))
    for (const name of ['pfMean', 'pfFloor', 'heatPf'] as const) expect(day[name]).toBeNaN()
  })

  test('is that of the level it belongs to', () => {
    const kw = Float32Array.from({ length: 96 }, (_, i) => (i < 48 ? 100 : 400))
    const day = extract(
      kw,
      kw.map(value => (value === 100 ? 75 : 0)),
    )
    expect(day.pfFloor).toBeCloseTo(0.8, 5)
    expect(day.pfMean).toBeCloseTo(250 / Math.hypot(250, 37.5), 5)
  })
})
