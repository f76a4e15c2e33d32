import type { Slots } from './day-slots.ts'
import { extremesOf } from './extremes.ts'
import { measureCycles, measureShape, type Stretch } from './heats.ts'
import { ramp } from './statistics.ts'
import { type WorkingBlock, workingBlock } from './working-block.ts'

interface Levels {
  readonly p05Kw: number
  readonly ceilingKw: number
}

/** Where heats are looked for: the whole day, its working block, and the night, where a host by day is quiet. */
export const HEAT_PLACE = { day: 0, block: 1, night: 2 } as const

/** Hours of the night that a host by day leaves quiet. */
const NIGHT = { fromHour: 21, toHour: 7 }
const BLOCK_HOURS = { least: 2.5, most: 21 }
/** A stretch that swings by less than this share of its ceiling has nothing to look at. */
const LEAST_SWING = 0.05
/** Nor does a night that swings by less than this share of the day's ceiling. */
const LEAST_NIGHT_SWING = 0.1
/** How much clearer a part must be than the whole day to be taken instead. */
const PART_WEIGHT = 0.9
/** Heats as clear as this by day need no look at the night. */
const CLEAR_ENOUGH = 0.6

const rotated = new Float32Array(1440)
const nightOnly = new Float32Array(1440)

/** Slots `from` up to `to`, over midnight when `to` is not after `from`; its two ends then belong to two nights. */
const cut = (kw: Float32Array, from: number, to: number): Float32Array => {
  if (from < to) return kw.subarray(from, to)
  rotated.set(kw.subarray(from), 0)
  rotated.set(kw.subarray(0, to), kw.length - from)
  return rotated.subarray(0, kw.length - from + to)
}

/** A stretch between its own floor and ceiling. */
const stretchOf = (kw: Float32Array, minutes: number): Stretch => {
  const { floorKw, ceilingKw } = extremesOf(kw)
  return { kw, minutes, floorKw, ceilingKw }
}

/** Which slots a stretch has: `to` not after `from` runs over midnight. */
interface Cut {
  readonly place: number
  readonly from: number
  readonly to: number
}

const measureStretch = (stretch: Stretch, { place, from, to }: Cut) => {
  const cycles = measureCycles(stretch)
  return {
    place,
    from,
    to,
    floorKw: stretch.floorKw,
    topKw: stretch.ceilingKw,
    cycles,
    clear: clearness(cycles),
  }
}
export type Measured = ReturnType<typeof measureStretch>

/** How well a stretch shows heats; it serves to choose among stretches of one day. */
const clearness = ({ heats, heatMinutes, heatDepth, heatSpread }: ReturnType<typeof measureCycles>): number =>
  ramp(heats, 1.5, 4) *
  ramp(heatMinutes, 20, 40) *
  ramp(heatMinutes, 300, 200) *
  ramp(heatDepth, 0.3, 0.8) *
  ramp(heatSpread, 0.35, 0)

const clearer = (one: Measured, other: Measured | null): Measured =>
  other !== null && PART_WEIGHT * other.clear > one.clear ? other : one

const swings = ({ floorKw, ceilingKw }: Stretch): boolean => ceilingKw - floorKw >= LEAST_SWING * ceilingKw

const partOf = ({ kw, minutes }: Slots, part: Cut): Measured | null => {
  const stretch = stretchOf(cut(kw, part.from, part.to), minutes)
  return swings(stretch) ? measureStretch(stretch, part) : null
}

/** The night's working block: slots by day count as still. */
const nightBlock = ({ kw, minutes }: Slots, thresholdKw: number): WorkingBlock => {
  const [from, to] = nightSlots(minutes)
  const night = nightOnly.subarray(0, kw.length)
  night.set(kw)
  night.fill(Number.NaN, to, from)
  return workingBlock(night, thresholdKw)
}

const nightSlots = (minutes: number): [from: number, to: number] => [
  (NIGHT.fromHour * 60) / minutes,
  (NIGHT.toHour * 60) / minutes,
]

const isByNight = ({ from, to }: WorkingBlock, minutes: number): boolean => {
  const [nightFrom, nightTo] = nightSlots(minutes)
  const isOutside = (slot: number) => slot > nightTo + 60 / minutes && slot < nightFrom - 60 / minutes
  return !isOutside(from) && !isOutside(to)
}

/** The block worked at night, over the night's own levels; of its two outer edges neither is looked at. */
const nightPart = (slots: Slots, dayTopKw: number): { part: Measured | null; block: WorkingBlock } | null => {
  const { kw, minutes } = slots
  const night = stretchOf(cut(kw, ...nightSlots(minutes)), minutes)
  if (!(night.ceilingKw - night.floorKw >= LEAST_NIGHT_SWING * dayTopKw)) return null
  const block = nightBlock(slots, night.floorKw + 0.5 * (night.ceilingKw - night.floorKw))
  if ((block.length * minutes) / 60 < BLOCK_HOURS.least) return null
  return { part: partOf(slots, { place: HEAT_PLACE.night, from: block.from, to: block.to }), block }
}

/** The stretch of the day that shows heats best, and the block the load worked in. */
export const findHeats = (slots: Slots, { p05Kw, ceilingKw }: Levels) => {
  const { kw, minutes } = slots
  const whole = { kw, minutes, floorKw: p05Kw, ceilingKw }
  let best = measureStretch(whole, { place: HEAT_PLACE.day, from: 0, to: kw.length })
  const block = workingBlock(kw, p05Kw + 0.5 * (ceilingKw - p05Kw))
  const blockHours = (block.length * minutes) / 60
  const partial = blockHours >= BLOCK_HOURS.least && blockHours <= BLOCK_HOURS.most
  if (partial)
    best = clearer(best, partOf(slots, { place: HEAT_PLACE.block, from: block.from, to: block.to }))
  if (best.clear >= CLEAR_ENOUGH || (partial && isByNight(block, minutes))) return { best, block }
  const night = nightPart(slots, ceilingKw)
  if (night === null) return { best, block }
  best = clearer(best, night.part)
  return { best, block: best.place === HEAT_PLACE.night ? night.block : block }
}

/** The shape of the heats of the stretch that was found. */
export const shapeOf = ({ kw, minutes }: Slots, { from, to, floorKw, topKw }: Measured) =>
  measureShape({ kw: cut(kw, from, to), minutes, floorKw, ceilingKw: topKw })
