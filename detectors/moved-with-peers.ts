import type { EpochDay } from '../schemas/day.ts'
import type { Signature } from '../schemas/finding.ts'
import { type PeerMeasure, peerValue } from './peer-day.ts'
import { median } from './statistics.ts'

/** Thresholds, shifts as ln of a ratio. */
export const MOVED = {
  /** From 10 % on a shift is a movement */
  shiftLeast: Math.log(1.1),
  /** From 15 % on a rise in energy is a load of its own */
  energyLeast: Math.log(1.15),
  /** Days without a movement that end a run of them: a long weekend */
  gapDays: 4,
  /** Share of the run's days, of those with enough peers, on which these moved too */
  sharedLeast: 2 / 3,
  /** A movement still holds while half of it is left */
  inForceLeast: 0.5,
  daysBefore: 35,
  daysNow: 5,
  madsMost: 2,
  /** From this score on the nights themselves show heats: no tariff explains them */
  furnaceAlone: 0.9,
} as const

/** σ of a normal distribution over its median absolute deviation */
export const SIGMA_PER_MAD = 1.4826

/** A judged day of the point in question. */
export interface OwnDay {
  readonly day: EpochDay
  readonly measures: Float32Array
}

/** Where the middle peer stands, and how far a peer usually stands from there. */
export interface Spread {
  /** Customers that could be measured */
  readonly count: number
  readonly median: number
  /** Median absolute deviation */
  readonly mad: number
}

/** What is published of a group of customers of one day. */
export type PeerSpreads = Partial<Record<PeerMeasure, Spread>>

interface Sign {
  readonly shift: PeerMeasure
  readonly level: PeerMeasure
  readonly direction: 1 | -1
  readonly least: number
  /** Whether peers that move alike explain the finding; else a movement of its own only speaks against that */
  readonly explains: boolean
}

const peakDip: Sign = {
  shift: 'peakShift',
  level: 'peakOverRest',
  direction: -1,
  least: MOVED.shiftLeast,
  explains: true,
}
const evening: Sign = {
  shift: 'loadShift',
  level: 'loadFactor',
  direction: 1,
  least: MOVED.shiftLeast,
  explains: true,
}
const toTheNight: Sign = {
  shift: 'nightShift',
  level: 'nightOverWork',
  direction: 1,
  least: MOVED.shiftLeast,
  explains: true,
}
const rise: Sign = {
  shift: 'energyShift',
  level: 'energyKwh',
  direction: 1,
  least: MOVED.energyLeast,
  explains: false,
}

/** What may make a signature's score strong without being the point's own doing. */
const signsOf = (signature: Signature): readonly Sign[] => {
  if (signature === 'crypto-mining') return [peakDip, evening, rise]
  if (signature === 'induction-furnace') return [toTheNight, rise]
  return [{ ...rise, explains: true }]
}

/** Days on which a point left its usual level in the direction of a sign, and has not come back since. */
export interface Move {
  readonly sign: Sign
  readonly days: readonly OwnDay[]
}

const medianOf = (days: readonly OwnDay[], measure: PeerMeasure): number => {
  const values = Float64Array.from(days, ({ measures }) => peerValue(measures, measure)).filter(
    Number.isFinite,
  )
  return median(values, values.length)
}

/** The latest days with a movement, up to the first gap between them. `days` ascend. */
const lastRun = (days: readonly OwnDay[], { shift, direction, least }: Sign): OwnDay[] => {
  const run: OwnDay[] = []
  for (let i = days.length - 1; i >= 0; i--) {
    const own = days[i]!
    const next = run.at(-1)
    if (next && next.day - own.day > MOVED.gapDays) break
    if (peerValue(own.measures, shift) * direction >= least) run.push(own)
  }
  return run.reverse()
}

/** Whether the level is still away from what it was before the run, on days of the same kind. */
const isInForce = (
  days: readonly OwnDay[],
  run: readonly OwnDay[],
  { shift, level, direction }: Sign,
): boolean => {
  const [first, last] = [run[0]!, run.at(-1)!]
  const kind = peerValue(last.measures, 'dayKind')
  const alike = days.filter(({ measures }) => peerValue(measures, 'dayKind') === kind)
  const usual = medianOf(
    alike.filter(({ day }) => day < first.day && day >= first.day - MOVED.daysBefore),
    level,
  )
  const now = medianOf(alike.filter(({ day }) => day >= first.day).slice(-MOVED.daysNow), level)
  const left = Math.log(now / usual) * direction
  return !(left < MOVED.inForceLeast * direction * medianOf(run, shift))
}

/**
 * The movements of a point that may have made a finding of its last day, newest judged day last. Empty when none of
 * them could be explained by peers.
 */
export const movesBehind = (signature: Signature, score: number, days: readonly OwnDay[]): Move[] => {
  if (signature === 'induction-furnace' && score >= MOVED.furnaceAlone) return []
  const moves = signsOf(signature).flatMap(sign => {
    const run = lastRun(days, sign)
    return run.length > 0 && isInForce(days, run, sign) ? [{ sign, days: run }] : []
  })
  return moves.some(({ sign }) => sign.explains) ? moves : []
}

/** The peers moved the same way, and the point not much further than they did. */
const isAlike = (shift: number, spread: Spread | undefined, { direction, least }: Sign): boolean => {
  const middle = (spread?.median ?? 0) * direction
  if (!spread || middle < least) return false
  const room = Math.max(middle / 2, MOVED.madsMost * SIGMA_PER_MAD * spread.mad)
  return shift * direction <= middle + Math.min(middle, room)
}

const isShared = ({ sign, days }: Move, peersOn: (day: EpochDay) => readonly PeerSpreads[]): boolean => {
  let known = 0
  let shared = 0
  for (const { day, measures } of days) {
    const groups = peersOn(day)
    if (groups.length === 0) continue
    known++
    const shift = peerValue(measures, sign.shift)
    if (groups.some(group => isAlike(shift, group[sign.shift], sign))) shared++
  }
  return known > 0 && shared >= known * MOVED.sharedLeast
}

/**
 * Whether a finding is explained by what its peers did on the same days: at least one of its movements was theirs too,
 * and none was the point's own. Other levels than those of the neighbours explain nothing, only movements do.
 * `peersOn`: the groups with enough customers on a day, none when there is no such.
 */
export const movedWithPeers = (
  moves: readonly Move[],
  peersOn: (day: EpochDay) => readonly PeerSpreads[],
): boolean => {
  const shared = moves.filter(move => isShared(move, peersOn))
  return shared.length === moves.length && shared.some(({ sign }) => sign.explains)
}
