import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packMarks, type QualityMark } from '../../../schemas/quality.ts'
import { leftOutDays } from '../../../services/process/left-out-days.ts'
import { emptyCurve } from '../../detectors/support/curve.ts'
import { createRandom } from '../../detectors/support/random.ts'
import { FIRST_DAY, featuresOf } from '../../detectors/support/windows.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY, type Sample } from '../../support/readings.ts'
import { resultOf } from '../../support/result.ts'
import { testStation } from '../../support/station.ts'

const SLOTS = 96

/** Days of a works of some noise, changed slot by slot. */
const daysOf = (count: number, change: (kw: number, day: number, slot: number) => number) => {
  const curve = emptyCurve(count)
  const random = createRandom(5)
  for (let i = 0; i < curve.kw.length; i++) {
    const slot = i % SLOTS
    const kw = (slot >= 32 && slot < 72 ? 100 : 20) * random.between(0.9, 1.1)
    curve.kw[i] = change(kw, Math.floor(i / SLOTS), slot)
  }
  return featuresOf(curve)
}

const same = (kw: number): number => kw

/** Days left out, counted from the first, with their reasons. */
const leftOut = (days: ReturnType<typeof daysOf>, marks: Record<number, QualityMark[]> = {}) =>
  Object.fromEntries(
    leftOutDays({ days, marks: days.map((_, i) => packMarks(marks[i] ?? [])) }).map(({ day, reason }) => [
      day - FIRST_DAY,
      reason,
    ]),
  )

describe('a day is left out', () => {
  it('when more than a quarter of it is missing, not less', () => {
    const days = daysOf(4, (kw, day, slot) =>
      (day === 1 && slot < 25) || (day === 2 && slot < 24) ? Number.NaN : kw,
    )
    expect(leftOut(days)).toEqual({ 1: 'gap' })
  })

  it.each(['repeated-register', 'rollover', 'clock-jump'] as const)('when it is marked %s', mark => {
    expect(leftOut(daysOf(4, same), { 2: ['gap', mark] })).toEqual({ 2: mark })
  })

  it('not for another meter at the point', () => {
    expect(leftOut(daysOf(4, same), { 2: ['exchange'] })).toEqual({})
  })
})

describe('a tenfold day', () => {
  const onDays = (count: number, factors: Record<number, number>) =>
    leftOut(daysOf(count, (kw, day) => kw * (factors[day] ?? 1)))

  it('is left out among others, and one of a tenth', () => {
    expect(onDays(9, { 4: 10, 7: 0.1 })).toEqual({ 4: 'times-ten', 7: 'times-ten' })
  })

  it('is left out at both ends of the window', () => {
    expect(onDays(9, { 0: 10, 8: 10 })).toEqual({ 0: 'times-ten', 8: 'times-ten' })
  })

  it('is none when the next day is the same: the load has grown', () => {
    expect(onDays(9, { 7: 10, 8: 10 })).toEqual({})
  })

  it('cannot be told among fewer than three others', () => {
    expect(onDays(3, { 2: 10 })).toEqual({})
  })
})

describe('a stuck meter', () => {
  const stuck = (count: number, isStuckAt: (day: number, slot: number) => boolean, held = 70) =>
    daysOf(count, (kw, day, slot) => (isStuckAt(day, slot) ? held : kw))
  const marked = (from: number, to: number) =>
    Object.fromEntries(Array.from({ length: to - from }, (_, i) => [from + i, ['stuck' as const]]))

  it('is left out where its other days move', () => {
    const days = stuck(8, (day, slot) => day === 3 && slot >= 20 && slot < 60)
    expect(leftOut(days, marked(3, 4))).toEqual({ 3: 'stuck' })
  })

  it('is left out for as long as it stands, be it most of the window', () => {
    const days = stuck(8, day => day >= 2)
    expect(leftOut(days, marked(2, 8))).toEqual(
      Object.fromEntries([2, 3, 4, 5, 6, 7].map(day => [day, 'stuck'])),
    )
  })

  it('is not meant by a meter that reads in coarse steps every day', () => {
    const coarse = daysOf(8, kw => Math.round(kw / 20) * 20)
    expect(coarse[0]!.stuckShare).toBeGreaterThan(0.5)
    expect(leftOut(coarse, marked(0, 8))).toEqual({})
  })

  it('is not meant by a site that stands by', () => {
    const days = stuck(8, day => day < 3, 2)
    expect(leftOut(days, marked(0, 3))).toEqual({})
  })
})

it('never leaves out a day of a clean window, nor answers by what comes later', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 0, max: 11 }), (count, tenfold) => {
      expect(leftOut(daysOf(count, same))).toEqual({})
      const days = daysOf(count, (kw, day) => (day === tenfold ? 10 * kw : kw))
      const marks = days.map(() => 0)
      const upTo = (end: number) => leftOutDays({ days: days.slice(0, end), marks: marks.slice(0, end) })
      // Days with neighbours on both sides are told the same in every later window.
      for (let end = 6; end < count; end++)
        expect(upTo(end + 1).filter(({ day }) => day < FIRST_DAY + end - 1)).toEqual(
          upTo(end).filter(({ day }) => day < FIRST_DAY + end - 1),
        )
    }),
    { numRuns: 25 },
  )
})

describe('a finding', () => {
  const tenfoldOn = (day: number) => (one: Sample, i: number) =>
    Math.floor(i / SLOTS) === day ? { ...one, kw: one.kw * 10, kvar: one.kvar! * 10 } : one

  it('says which days were left out and why, with no weight', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take(furnaceSamples('M1', MONDAY, 12).map(tenfoldOn(6)))
    const { body } = await station.ports.store.db
      .selectFrom('finding')
      .select('body')
      .where('signature', '=', 'induction-furnace')
      .where('current', '=', 1)
      .orderBy('day', 'desc')
      .executeTakeFirstOrThrow()
    const fact = JSON.parse(body).evidence.find(({ name }: { name: string }) => name === 'days-left-out')
    expect(fact).toMatchObject({ value: 1, unit: 'days', weight: 0 })
    expect(fact.zh).toContain('2024-05-12')
    expect(fact.en).toContain('2024-05-12 values tenfold')
  })
})

it('judges by days that are no longer at hand when a reading comes late', async () => {
  const days = 46
  const samples = furnaceSamples('M1', MONDAY, days, { seed: 3 })
  const late = samples.filter((_, i) => Math.floor(i / SLOTS) === days - 7 && i % 8 === 0)
  const inOrder = await testStation({ meters: [meter()] })
  await inOrder.take(samples)
  const afterwards = await testStation({ meters: [meter()] })
  await afterwards.take(samples.filter(one => !late.includes(one)))
  await afterwards.restart()
  await afterwards.take(late)
  expect(await resultOf(afterwards)).toEqual(await resultOf(inOrder))
})
