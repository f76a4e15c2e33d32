import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayStartMs, MS_PER_MINUTE } from '../../../schemas/day.ts'
import { INTERVAL_MINUTES } from '../../../schemas/reading.ts'
import {
  emptyDay,
  type FillingDay,
  placeOf,
  putReading,
  type Value,
} from '../../../services/process/slot-rule.ts'
import { MONDAY, slotEndMs } from '../../support/readings.ts'

type Given = Omit<Value, 'source'>

const source = { meterId: 'M1', multiplier: null }

const power = fc.float({ min: 0, max: 5_000, noNaN: true })
const value: fc.Arbitrary<Given> = fc.record({
  kw: fc.oneof(fc.constantFrom(10, 20), power),
  kvar: fc.oneof(fc.constant(Number.NaN), fc.constantFrom(1, 2), power),
  revision: fc.constantFrom(0, 1, 2, 65_535),
})

const fill = (values: readonly Given[], slot = 5): FillingDay => {
  const day = emptyDay('P1', MONDAY, 15)
  for (const one of values) putReading(day, slot, { ...one, source })
  return day
}

const put = (day: FillingDay, kw: number, kvar: number, revision: number): string =>
  putReading(day, 0, { kw, kvar, revision, source })

const held = (day: FillingDay, slot = 5) => ({
  kw: day.kw[slot],
  kvar: day.kvar?.[slot] ?? Number.NaN,
  revision: day.revision?.[slot] ?? 0,
})

describe('putReading', () => {
  it('lets equal values commute, whatever their revisions', () => {
    fc.assert(
      fc.property(value, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (one, revisions) => {
        const day = fill(revisions.map(revision => ({ ...one, revision })))
        expect(held(day)).toEqual({ ...one, revision: 3 })
        expect(day.filled).toBe(1)
      }),
    )
  })

  it('lets the highest revision win in any order', () => {
    const distinct = fc.uniqueArray(value, {
      minLength: 2,
      maxLength: 4,
      selector: ({ revision }) => revision,
    })
    fc.assert(
      fc.property(distinct, fc.infiniteStream(fc.nat()), (values, keys) => {
        const shuffled = values.map(one => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key)
        const winner = values.reduce((a, b) => (b.revision > a.revision ? b : a))
        expect(held(fill(shuffled.map(({ one }) => one)))).toEqual(winner)
      }),
    )
  })

  it('lets the later one win at equal revision', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const later = { ...other, revision: one.revision }
        expect(held(fill([one, later]))).toEqual(later)
      }),
    )
  })

  it('names what became of a value', () => {
    const day = emptyDay('P1', MONDAY, 15)
    expect(put(day, 10, Number.NaN, 1)).toBe('accepted')
    expect(put(day, 10, Number.NaN, 0)).toBe('duplicate')
    expect(put(day, 20, Number.NaN, 0)).toBe('superseded')
    expect(put(day, 20, Number.NaN, 1)).toBe('corrected')
    expect(put(day, 20, 3, 2)).toBe('corrected')
    expect(held(day, 0)).toEqual({ kw: 20, kvar: 3, revision: 2 })
  })

  it('keeps every other slot as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(95), value), { maxLength: 200 }), puts => {
        const day = emptyDay('P1', MONDAY, 15)
        for (const [slot, one] of puts) putReading(day, slot, { ...one, source })
        const filled = new Set(puts.map(([slot]) => slot))
        expect(day.filled).toBe(filled.size)
        for (let slot = 0; slot < 96; slot++) {
          const own = puts.filter(([at]) => at === slot).map(([, one]) => one)
          expect(held(day, slot)).toEqual(held(fill(own, slot), slot))
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('placeOf', () => {
  it('puts midnight in the last slot of the day that it closes', () => {
    for (const minutes of INTERVAL_MINUTES) {
      const slots = 1_440 / minutes
      expect(placeOf(dayStartMs(MONDAY), minutes)).toEqual({ day: MONDAY - 1, slot: slots - 1 })
      expect(placeOf(dayStartMs(MONDAY) + minutes * MS_PER_MINUTE, minutes)).toEqual({ day: MONDAY, slot: 0 })
    }
  })

  it('finds the slot again from an end that strays by up to a tenth of an interval', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...INTERVAL_MINUTES),
        fc.nat(1_439),
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        (minutes, seed, stray) => {
          const slot = seed % (1_440 / minutes)
          const atMs = slotEndMs(MONDAY, slot, minutes) + Math.trunc(stray * minutes * MS_PER_MINUTE)
          expect(placeOf(atMs, minutes)).toEqual({ day: MONDAY, slot })
        },
      ),
    )
  })
})

describe('the versions of a slot', () => {
  it('are none while values only come', () => {
    const day = fill([{ kw: 10, kvar: 1, revision: 3 }])
    expect(day.versions).toBeNull()
  })

  it('rise with each value that takes its place and each higher revision, and with nothing else', () => {
    const day = fill([
      { kw: 10, kvar: 1, revision: 0 },
      { kw: 20, kvar: 1, revision: 0 },
      { kw: 20, kvar: 1, revision: 0 },
      { kw: 20, kvar: 1, revision: 2 },
      { kw: 30, kvar: 1, revision: 1 },
    ])
    expect(day.versions![5]).toBe(2)
    expect(day.versions!.filter(version => version > 0)).toHaveLength(1)
  })

  it('go on where a value was taken away', () => {
    const day = emptyDay('P1', MONDAY, 15)
    day.versions = new Uint16Array(96)
    day.versions[5] = 3
    putReading(day, 5, { kw: 1, kvar: Number.NaN, revision: 0, source })
    expect(day.versions[5]).toBe(3)
    putReading(day, 5, { kw: 2, kvar: Number.NaN, revision: 0, source })
    expect(day.versions[5]).toBe(4)
  })

  it('do not depend on where the log is cut', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), fc.nat(12), (values, cut) => {
        const whole = fill(values)
        const later = fill(values.slice(0, cut))
        for (const one of values.slice(cut)) putReading(later, 5, { ...one, source })
        expect(later.versions).toEqual(whole.versions)
      }),
    )
  })
})
