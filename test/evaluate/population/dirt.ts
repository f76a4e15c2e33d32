import type { Random } from '../../../services/simulator/random.ts'
import { pick, whole } from './draw.ts'
import { SLOTS } from './world.ts'

/** What a meter's readings come to after collection. NaN is missing. */
export interface Columns {
  readonly kw: Float32Array
  readonly kvar: Float32Array | null
}

/** How the days of a meter reach the file: days sent twice, days sent before with other values, in which order. */
export interface Delivery {
  readonly doubled: readonly number[]
  readonly resent: readonly number[]
  readonly swapped: boolean
}

export const IN_ORDER: Delivery = { doubled: [], resent: [], swapped: false }

const both = ({ kw, kvar }: Columns, change: (column: Float32Array) => void): void => {
  change(kw)
  if (kvar) change(kvar)
}

const fill = (columns: Columns, from: number, length: number, value: number): void =>
  both(columns, column => column.fill(value, from, from + length))

const scale = (columns: Columns, from: number, length: number, by: number): void =>
  both(columns, column => {
    for (let i = from; i < Math.min(column.length, from + length); i++) column[i]! *= by
  })

const days = ({ kw }: Columns): number => kw.length / SLOTS
const slotOf = (columns: Columns, random: Random): number => Math.floor(random.next() * columns.kw.length)
const dayOf = (columns: Columns, random: Random): number => whole(random, 0, days(columns) - 1)

type Spoil = (columns: Columns, random: Random) => void

const repeat = (times: number, spoil: () => void): void => {
  for (let i = 0; i < times; i++) spoil()
}

const SPOILS: Readonly<Record<string, Spoil>> = {
  gaps: (columns, random) =>
    repeat(whole(random, 4, 60), () =>
      fill(columns, slotOf(columns, random), whole(random, 1, 12), Number.NaN),
    ),
  'missing-days': (columns, random) =>
    repeat(whole(random, 1, 3), () =>
      fill(columns, dayOf(columns, random) * SLOTS, SLOTS * whole(random, 1, 4), Number.NaN),
    ),
  'sparse-day': (columns, random) =>
    repeat(whole(random, 1, 5), () => {
      const start = dayOf(columns, random) * SLOTS
      for (let i = start; i < start + SLOTS; i++) if (random.chance(0.4)) fill(columns, i, 1, Number.NaN)
    }),
  spikes: (columns, random) =>
    repeat(whole(random, 1, 14), () => scale(columns, slotOf(columns, random), 1, random.between(2.5, 30))),
  'times-ten': (columns, random) =>
    repeat(whole(random, 1, 2), () =>
      scale(columns, dayOf(columns, random) * SLOTS, SLOTS, random.chance(0.75) ? 10 : 0.1),
    ),
  stuck: (columns, random) =>
    repeat(whole(random, 1, 3), () => {
      const start = slotOf(columns, random)
      const length = whole(random, 16, 220)
      both(columns, column => column.fill(column[start]!, start, start + length))
    }),
  zeros: (columns, random) =>
    repeat(whole(random, 1, 4), () => fill(columns, slotOf(columns, random), whole(random, 4, 120), 0)),
  'clock-offset': (columns, random) =>
    repeat(whole(random, 1, 3), () => {
      const start = slotOf(columns, random)
      const length = whole(random, 8, 60)
      const by = whole(random, 1, 8) * (random.chance(0.5) ? 1 : -1)
      both(columns, column => {
        const before = column.slice(start, start + length)
        before.forEach((_, i) => {
          const from = i - by
          column[start + i] = from >= 0 && from < before.length ? before[from]! : Number.NaN
        })
      })
    }),
  'tiny-values': (columns, random) =>
    repeat(whole(random, 1, 4), () =>
      scale(columns, slotOf(columns, random), whole(random, 1, 30), random.between(0.0001, 0.02)),
    ),
}

/** Names of what may be wrong with a meter's values. */
export const DIRT: readonly string[] = Object.keys(SPOILS)

const someDays = (random: Random, count: number, most: number): number[] =>
  Array.from({ length: whole(random, 1, most) }, () => whole(random, 0, count - 1))

const drawDelivery = (random: Random, count: number): Delivery => ({
  doubled: random.chance(0.4) ? someDays(random, count, 6) : [],
  resent: random.chance(0.4) ? someDays(random, count, 6) : [],
  swapped: random.chance(0.4),
})

/** Spoils one to three things in the columns, and how they are delivered. Answers what was done. */
export const spoil = (
  columns: Columns,
  random: Random,
): { readonly dirt: readonly string[]; readonly delivery: Delivery } => {
  const dirt = [...new Set(Array.from({ length: whole(random, 1, 3) }, () => pick(random, DIRT)))]
  for (const name of dirt) SPOILS[name]!(columns, random.fork(name))
  return { dirt, delivery: drawDelivery(random, days(columns)) }
}
