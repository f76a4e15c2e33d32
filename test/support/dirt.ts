import { MS_PER_HOUR, MS_PER_MINUTE } from '../../schemas/day.ts'
import type { Curve } from '../detectors/support/curve.ts'
import { MONDAY, type Sample, sample } from './readings.ts'

/** What goes wrong with readings in the field. */
export const DIRT = [
  'gap', // some slots never come
  'no-day',
  'spike', // single slots tenfold or thousandfold
  'times-ten', // a whole day
  'tenth',
  'stuck', // one value for hours, a day or more
  'zeros',
  'repeated-register', // nothing, then double
  'clock', // the clock is hours off for the day
  'resent', // the same slots again with other values
  'doubled',
] as const

/** One thing that goes wrong from a slot of a day on; `amount` 0..1 tells how badly. */
export interface Dirt {
  readonly kind: (typeof DIRT)[number]
  readonly day: number
  readonly slot: number
  readonly amount: number
}

const SLOTS = 96
/** The clock may be so many hours off, either way. */
const MOST_HOURS_OFF = 10

/** A curve of quarter hours as samples from the first Monday on. */
export const samplesOf = (curve: Curve, meterId: string, withKvar = true): Sample[] =>
  Array.from(curve.kw, (kw, i) =>
    sample(MONDAY + Math.floor(i / SLOTS), i % SLOTS, kw, {
      meterId,
      ...(withKvar ? { kvar: curve.kvar[i]! } : {}),
    }),
  )

/** Samples as they come when these things go wrong, one after the other. */
export const soil = (samples: readonly Sample[], dirt: readonly Dirt[]): Sample[] =>
  dirt.reduce<Sample[]>((list, one) => SPOIL[one.kind](list, one), [...samples])

const placeOf = ({ atMs }: Sample): number => Math.round(atMs / (15 * MS_PER_MINUTE))
const FIRST = placeOf(sample(MONDAY, 0, 0))

/** Changes samples from the slot of the dirt on, for so many slots; `change` answers what comes instead. */
const during = (
  list: readonly Sample[],
  { day, slot }: Dirt,
  slots: number,
  change: (one: Sample, i: number) => readonly Sample[],
): Sample[] => {
  const from = FIRST + day * SLOTS + slot
  return list.flatMap(one => {
    const i = placeOf(one) - from
    return i >= 0 && i < slots ? change(one, i) : [one]
  })
}

const times = (one: Sample, factor: number): Sample => ({
  ...one,
  kw: one.kw * factor,
  ...(one.kvar === undefined ? {} : { kvar: one.kvar * factor }),
})

const wholeDay = (dirt: Dirt): Dirt => ({ ...dirt, slot: 0 })

type Spoil = (list: readonly Sample[], dirt: Dirt) => Sample[]

const SPOIL: Record<Dirt['kind'], Spoil> = {
  gap: (list, dirt) => during(list, dirt, 1 + 60 * dirt.amount, () => []),
  'no-day': (list, dirt) => during(list, wholeDay(dirt), SLOTS * Math.ceil(3 * dirt.amount), () => []),
  spike: (list, dirt) =>
    during(list, dirt, 1 + 2 * dirt.amount, one => [times(one, dirt.amount > 0.5 ? 10 : 1_000)]),
  'times-ten': (list, dirt) => during(list, wholeDay(dirt), SLOTS, one => [times(one, 10)]),
  tenth: (list, dirt) => during(list, wholeDay(dirt), SLOTS, one => [times(one, 0.1)]),
  stuck: (list, dirt) => {
    const from = FIRST + dirt.day * SLOTS + dirt.slot
    const first = list.find(one => placeOf(one) === from)
    return during(list, dirt, 24 + 120 * dirt.amount, one => (first ? [{ ...first, atMs: one.atMs }] : [one]))
  },
  zeros: (list, dirt) => during(list, dirt, 4 + 80 * dirt.amount, one => [times(one, 0)]),
  'repeated-register': (list, dirt) =>
    during(list, dirt, 2 * (1 + Math.floor(6 * dirt.amount)), (one, i) => [times(one, i % 2 === 0 ? 0 : 2)]),
  clock: (list, dirt) =>
    during(list, wholeDay(dirt), SLOTS, one => [
      { ...one, atMs: one.atMs + Math.round(MOST_HOURS_OFF * (2 * dirt.amount - 1)) * MS_PER_HOUR },
    ]),
  resent: (list, dirt) =>
    during(list, dirt, 1 + 90 * dirt.amount, one => [one, times(one, 0.5 + dirt.amount)]),
  doubled: (list, dirt) => during(list, dirt, 1 + 90 * dirt.amount, one => [one, one]),
}
