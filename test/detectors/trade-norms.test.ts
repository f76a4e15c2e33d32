import { describe, expect, it } from 'vitest'
import { type DayContext, extractDayFeatures, WINDOW_DAYS } from '../../detectors/index.ts'
import { TRADE_NORMS } from '../../detectors/trade-norms.ts'
import { type Usage, usageOf } from '../../detectors/usage.ts'
import { loadRecording, type RecordingName } from '../../services/simulator/index.ts'

const CONTEXT: DayContext = { kind: 'working', tou: { valley: [], peak: [] } }

/** The usage of each whole window of a recording. */
const usages = (name: string): Usage[] => {
  const { firstDay, days, intervalMinutes, kw } = loadRecording(name as RecordingName)
  const slots = 1440 / intervalMinutes
  const features = Array.from({ length: days }, (_, i) => {
    const day = {
      day: firstDay + i,
      intervalMinutes,
      kw: kw.subarray(i * slots, (i + 1) * slots),
      kvar: null,
    }
    return extractDayFeatures(day, CONTEXT)
  })
  return Array.from({ length: Math.floor(days / WINDOW_DAYS) }, (_, i) =>
    usageOf(features.slice(i * WINDOW_DAYS, (i + 1) * WINDOW_DAYS)),
  )
}

/** Least and most in whole percent, rounded outward. */
const rangeOf = (shares: readonly number[]): [number, number] => [
  Math.floor(100 * Math.min(...shares)),
  Math.ceil(100 * Math.max(...shares)),
]

describe.each(TRADE_NORMS)('the norm of $en', norm => {
  it('is what the shipped recordings measure', () => {
    const measured = norm.recordings.flatMap(usages)
    expect({
      windows: measured.length,
      nightShare: rangeOf(measured.map(({ nightShare }) => nightShare)),
      loadFactor: rangeOf(measured.map(({ loadFactor }) => loadFactor)),
    }).toEqual({ windows: norm.windows, nightShare: norm.nightShare, loadFactor: norm.loadFactor })
  })
})
