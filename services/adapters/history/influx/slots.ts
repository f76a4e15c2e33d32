import type { EpochDay } from '../../../../schemas/day.ts'
import type { Source } from '../port.ts'

export const MINUTES_PER_DAY = 1_440

/** The newest version of each slot of a point's day at one interval. */
export interface Slots {
  readonly intervalMinutes: number
  /** -1: there never was a value */
  readonly version: Int32Array<ArrayBuffer>
  /** NaN: the newest version says that there is none any more */
  readonly kw: Float32Array<ArrayBuffer>
  readonly kvar: Float32Array<ArrayBuffer>
  readonly revision: Uint16Array<ArrayBuffer>
  readonly clashed: Uint8Array<ArrayBuffer>
  /** Place in `sources` */
  readonly source: Uint8Array<ArrayBuffer>
  readonly sources: Source[]
  readonly partition: Int32Array
  readonly offset: Float64Array
}

/** All that is held of a point's day, by interval. */
export interface HeldDay {
  readonly pointId: string
  readonly day: EpochDay
  readonly series: Map<number, Slots>
}

/** A version of a slot's value. */
export interface Version {
  readonly version: number
  /** NaN: there is no value any more */
  readonly kw: number
  readonly kvar: number
  readonly revision: number
  readonly clashed: boolean
  readonly meterId: string
  readonly multiplier: number | null
  readonly partition: number
  readonly offset: number
}

export const emptySlots = (intervalMinutes: number): Slots => {
  const length = MINUTES_PER_DAY / intervalMinutes
  return {
    intervalMinutes,
    version: new Int32Array(length).fill(-1),
    kw: new Float32Array(length).fill(Number.NaN),
    kvar: new Float32Array(length).fill(Number.NaN),
    revision: new Uint16Array(length),
    clashed: new Uint8Array(length),
    source: new Uint8Array(length),
    sources: [],
    partition: new Int32Array(length),
    offset: new Float64Array(length),
  }
}

/** Takes a version in when it is newer than what the slot has. */
export const takeVersion = (slots: Slots, slot: number, given: Version): void => {
  if (!isNewer(slots, slot, given)) return
  slots.version[slot] = given.version
  slots.kw[slot] = given.kw
  slots.kvar[slot] = given.kvar
  slots.revision[slot] = given.revision
  slots.clashed[slot] = given.clashed ? 1 : 0
  slots.source[slot] = placeOf(slots.sources, given)
  slots.partition[slot] = given.partition
  slots.offset[slot] = given.offset
}

const isNewer = (slots: Slots, slot: number, given: Version): boolean => {
  const held = slots.version[slot]!
  if (given.version !== held) return given.version > held
  return outranks(given, {
    partition: slots.partition[slot]!,
    revision: slots.revision[slot]!,
    offset: slots.offset[slot]!,
  })
}

/**
 * Which of two versions of one number counts. They come of work that was broken off and done again in another order: a
 * correction saw what there was; of values of the log the higher revision won.
 */
export const outranks = (given: Rank, held: Rank): boolean => {
  const ranks = [
    Number(given.partition < 0) - Number(held.partition < 0),
    given.revision - held.revision,
    given.offset - held.offset,
  ]
  return (ranks.find(rank => rank !== 0) ?? 0) > 0
}

type Rank = Pick<Version, 'partition' | 'revision' | 'offset'>

const placeOf = (sources: Source[], { meterId, multiplier }: Version): number => {
  const found = sources.findIndex(source => source.meterId === meterId && source.multiplier === multiplier)
  return found < 0 ? sources.push({ meterId, multiplier }) - 1 : found
}

/** How many slots hold a reading. */
export const liveSlots = ({ kw }: Slots): number => {
  let live = 0
  for (let i = 0; i < kw.length; i++) if (!Number.isNaN(kw[i]!)) live++
  return live
}

/** The number that the next value of a slot gets. */
export const nextVersion = (slots: Slots | undefined, slot: number): number =>
  (slots?.version[slot] ?? -1) + 1
