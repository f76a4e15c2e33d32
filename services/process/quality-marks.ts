import type { DayFeatures } from '../../detectors/index.ts'
import { type EpochDay, MS_PER_HOUR, MS_PER_MINUTE } from '../../schemas/day.ts'
import { packMarks, type QualityMark } from '../../schemas/quality.ts'
import type { Power } from '../adapters/history/index.ts'
import type { FillingDay } from './slot-rule.ts'

/** No real load repeats its mean to the last bit for so long. */
const STUCK_MS = 6 * MS_PER_HOUR
/** More of a day than this in two versions is a day sent again; a clock is off by half a day at most. */
const MOST_CLASHED_SHARE = 0.6
/** How far a doubled interval may be from the sum of the two around it, and these from each other, of that sum. */
const DOUBLE_WITHIN = 0.2
/** Ten times, give or take a quarter. */
const TEN = { from: 8, to: 12.5 }
const DAYS_BEFORE = 14
const DAYS_BEFORE_AT_LEAST = 3
const DAYS_AFTER = 3

export const TIMES_TEN = packMarks(['times-ten'])

/** What is odd about a day by itself. `power` is its primary power; `exchanged` tells whether another meter came. */
export const marksOfDay = (day: FillingDay, { kw }: Power, exchanged: boolean): number => {
  const marks: QualityMark[] = []
  if (day.filled < kw.length) marks.push('gap')
  if (longestRepeat(kw) * day.intervalMinutes * MS_PER_MINUTE >= STUCK_MS) marks.push('stuck')
  if (exchanged || hasTwoMeters(day)) marks.push('exchange')
  if (repeatsRegister(kw)) marks.push('repeated-register')
  if (day.clashed && wasSetBack(day.clashed)) marks.push('clock-jump')
  return packMarks(marks)
}

const hasTwoMeters = ({ kw, source, sources }: FillingDay): boolean => {
  if (!source) return false
  const meters = new Set<string>()
  for (let i = 0; i < kw.length; i++) if (!Number.isNaN(kw[i]!)) meters.add(sources[source[i]!]!.meterId)
  return meters.size > 1
}

/** The most slots in a row with one and the same value above zero. */
const longestRepeat = (kw: Float32Array): number => {
  let longest = 0
  let run = 0
  for (let i = 0; i < kw.length; i++) {
    run = kw[i]! > 0 && kw[i] === kw[i - 1] ? run + 1 : kw[i]! > 0 ? 1 : 0
    if (run > longest) longest = run
  }
  return longest
}

/**
 * Nothing in one interval and the energy of two in the next, in the midst of four alike: the register was not read.
 * A load that pauses does not stand as still on both sides.
 */
const repeatsRegister = (kw: Float32Array): boolean => {
  for (let i = 1; i < kw.length - 2; i++) {
    if (kw[i] !== 0) continue
    const [before, double, after] = [kw[i - 1]!, kw[i + 1]!, kw[i + 2]!]
    const still =
      isAlike(before, after) && isAlike(kw[i - 2] ?? before, before) && isAlike(after, kw[i + 3] ?? after)
    if (still && Math.abs(double - before - after) <= DOUBLE_WITHIN * (before + after)) return true
  }
  return false
}

const isAlike = (a: number, b: number): boolean =>
  a > 0 && b > 0 && Math.abs(a - b) <= DOUBLE_WITHIN * (a + b)

const wasSetBack = (clashed: Uint8Array): boolean => {
  let count = 0
  let neighbours = false
  for (let i = 0; i < clashed.length; i++) {
    count += clashed[i]!
    neighbours ||= clashed[i] === 1 && clashed[i - 1] === 1
  }
  return neighbours && count <= clashed.length * MOST_CLASHED_SHARE
}

/** A judged day by its number, as far as it is known. */
interface KnownDays {
  features(day: EpochDay): DayFeatures | undefined
}

/**
 * Whether a day stands at ten times another in its night, its mean and its top. Not in the median: of a load that is on
 * for half the day it leaps.
 */
export const isTimesTenOf = (large: DayFeatures, small: DayFeatures): boolean =>
  large.ceilingKw > 0 &&
  isTenfold(large.ceilingKw, small.ceilingKw) &&
  isTenfold(large.meanKw, small.meanKw) &&
  isTenfold(large.p05Kw, small.p05Kw)

/**
 * Whether a day alone stands at ten times, or a tenth of, the days before and the day after it, in its night as in
 * its top: a multiplier or a unit was wrong for a day. A day of rest has the nights of the others.
 */
export const isTimesTen = (known: KnownDays, day: EpochDay): boolean => {
  const own = known.features(day)
  const after = nextDay(known, day)
  const before = daysBefore(known, day)
  const last = before[0]
  if (!own || !after || !last || before.length < DAYS_BEFORE_AT_LEAST) return false
  for (const up of [true, false]) {
    const differs = (other: DayFeatures): boolean =>
      up ? isTimesTenOf(own, other) : isTimesTenOf(other, own)
    if (differs(after) && differs(last) && before.filter(differs).length * 2 > before.length) return true
  }
  return false
}

/** What stands still at zero by night does so on a tenfold day as well. */
const isTenfold = (large: number, small: number): boolean =>
  (large === 0 && small === 0) || (large >= TEN.from * small && large <= TEN.to * small && large > 0)

const nextDay = (known: KnownDays, day: EpochDay): DayFeatures | undefined => {
  for (let d = day + 1; d <= day + DAYS_AFTER; d++) {
    const features = known.features(d)
    if (features) return features
  }
  return undefined
}

/** The newest first. */
const daysBefore = (known: KnownDays, day: EpochDay): DayFeatures[] => {
  const days: DayFeatures[] = []
  for (let d = day - 1; d >= day - DAYS_BEFORE; d--) {
    const features = known.features(d)
    if (features) days.push(features)
  }
  return days
}

/** How many days before and after a changed day may be marked otherwise because of it. */
export const MARKS_REACH = { before: DAYS_AFTER, after: DAYS_BEFORE }
