import { describe, expect, it } from 'vitest'
import {
  extractDayFeatures,
  measurePeerDay,
  movedWithPeers,
  movesBehind,
  type OwnDay,
  type PeerMeasure,
  type PeerSpreads,
} from '../../detectors/index.ts'
import type { Signature } from '../../schemas/finding.ts'
import { createRandom } from './support/random.ts'

const TOU = { valley: [[0, 8]], peak: [[11, 17], [20, 22]] } as Parameters<typeof extractDayFeatures>[1]['tou'] // biome-ignore format: hours
const isPeak = (slot: number): boolean => (slot >= 44 && slot < 68) || (slot >= 80 && slot < 88)
const isNight = (slot: number): boolean => slot < 24
const isWork = (slot: number): boolean => slot >= 32 && slot < 72
const DAYS = 34
/** The day on which things change, unless told */
const EVENT = 22

type Curve = (day: number, slot: number) => number

/** The days of a point as they are compared with its peers. */
const pointOf = (curve: Curve, days = DAYS): OwnDay[] => {
  const random = createRandom(5)
  const features = Array.from({ length: days }, (_, day) => {
    const kw = Float32Array.from({ length: 96 }, (_, slot) => curve(day, slot) * random.between(0.98, 1.02))
    return extractDayFeatures(
      { day, intervalMinutes: 15, kw, kvar: null },
      { kind: day % 7 < 5 ? 'working' : 'weekend', tou: TOU },
    )
  })
  return features.flatMap(({ day }, i) => {
    const measures = measurePeerDay(features.slice(0, i + 1), day, 500)
    return measures ? [{ day, measures }] : []
  })
}

/** A group whose middle customer moved by `ratio` from the day of the event on. */
const groupMoved =
  (measure: PeerMeasure, ratio: number, { from = EVENT, to = DAYS, mad = 0.05 } = {}) =>
  (day: number): PeerSpreads[] => [
    { [measure]: { count: 20, median: day >= from && day < to ? Math.log(ratio) : 0.01, mad } },
  ]

const isExplained = (
  curve: Curve,
  peersOn: (day: number) => readonly PeerSpreads[],
  { signature = 'crypto-mining', score = 0.85, days = DAYS }: { signature?: Signature; score?: number; days?: number } = {}, // biome-ignore format: one line
): boolean => movedWithPeers(movesBehind(signature, score, pointOf(curve, days)), peersOn)

const flat: Curve = () => 300
const dipFrom =
  (start: number, left: number, end = DAYS): Curve =>
  (day, slot) =>
    day >= start && day < end && isPeak(slot) ? 300 * left : 300

describe('a dip at peak hours', () => {
  const curtailed = groupMoved('peakShift', 0.5)

  it('is explained when the peers had one on the same days', () => {
    expect(isExplained(dipFrom(EVENT, 0.45), curtailed)).toBe(true)
  })

  it.each([
    ['nobody else had one', dipFrom(EVENT, 0.45), groupMoved('peakShift', 1)],
    ['there is nobody to compare with', dipFrom(EVENT, 0.45), () => []],
    ['the peers only use less', dipFrom(EVENT, 0.45), groupMoved('energyShift', 0.5)],
    ['it is much deeper', dipFrom(EVENT, 0.05), curtailed],
    ['it began a week and a half before', dipFrom(EVENT - 11, 0.45), curtailed],
    ['it has ended', dipFrom(EVENT, 0.45, EVENT + 4), curtailed],
    ['it was always there', dipFrom(0, 0.45), curtailed],
    ['there is none', flat, curtailed],
  ])('is not when %s', (_, curve, peersOn) => {
    expect(isExplained(curve, peersOn)).toBe(false)
  })

  it('stays explained after the usual days have become those with the dip', () => {
    const long = { days: 60 }
    expect(isExplained(dipFrom(EVENT, 0.45, 60), groupMoved('peakShift', 0.5, { to: 60 }), long)).toBe(true)
  })

  it('does not hide a load that came meanwhile', () => {
    const withMine: Curve = (day, slot) => (day >= EVENT ? 400 : 0) + dipFrom(EVENT, 0.45)(day, slot)
    expect(isExplained(withMine, curtailed)).toBe(false)
  })

  it('is explained by the one of two groups that moved', () => {
    const both = (day: number) => [...groupMoved('peakShift', 1)(day), ...curtailed(day)]
    expect(isExplained(dipFrom(EVENT, 0.45), both)).toBe(true)
  })
})

describe('a load that went to the night', () => {
  const shifted: Curve = (day, slot) => {
    if (day < EVENT) return isWork(slot) ? 200 : isNight(slot) ? 60 : 80
    return isNight(slot) ? 260 : isWork(slot) ? 70 : 80
  }
  const tariffChanged = groupMoved('nightShift', 8)
  const furnace = { signature: 'induction-furnace' } as const

  it('is explained when everybody went there on the same day', () => {
    expect(isExplained(shifted, tariffChanged, furnace)).toBe(true)
  })

  it('is not when it went alone', () => {
    expect(isExplained(shifted, groupMoved('nightShift', 1), furnace)).toBe(false)
  })

  it('is not when its nights show heats', () => {
    expect(isExplained(shifted, tariffChanged, { ...furnace, score: 0.93 })).toBe(false)
  })

  it('is not when the nights came on top', () => {
    const onTop: Curve = (day, slot) => shifted(0, slot) + (day >= EVENT && isNight(slot) ? 400 : 0)
    expect(isExplained(onTop, tariffChanged, furnace)).toBe(false)
  })
})

describe('the measures of a day', () => {
  const at = (curve: Curve, day: number) => pointOf(curve)[day]!.measures

  it('are unknown as long as fewer than three days of the kind came before', () => {
    const shifts = pointOf(flat).map(({ measures }) => Number.isFinite(measures[6]))
    expect(shifts.slice(0, 8)).toEqual([false, false, false, true, true, false, false, true])
  })

  it('are bounded where nothing was used before', () => {
    const restarted: Curve = day => (day < EVENT ? 0 : 300)
    expect(at(restarted, EVENT)[6]).toBeCloseTo(Math.log(50), 5)
    expect(at(restarted, EVENT - 1)[6]).toBe(0)
  })

  it('are none of a day that is not there', () => {
    expect(measurePeerDay([], 3, 0)).toBeNull()
  })
})
