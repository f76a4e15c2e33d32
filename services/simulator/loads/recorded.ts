import { weekdayOf } from '../../../schemas/day.ts'
import { type Load, wander } from '../curve.ts'
import { loadRecording, type RecordingName } from '../recordings.ts'

interface Replay {
  /** Factor on the recording's power */
  readonly scale: number
  /** Whole weeks into the recording, so that weekdays stay weekdays; it starts over at its end */
  readonly fromWeek: number
  /** Relative deviation of the noise that makes this copy differ from the recording */
  readonly noise: number
}

/** A real recording replayed: scaled, shifted by whole weeks, with multiplicative noise of its own. */
export const recorded =
  (name: RecordingName, { scale, fromWeek, noise }: Replay): Load =>
  site => {
    const recording = loadRecording(name)
    const perDay = 1_440 / recording.intervalMinutes
    const length = site.days * perDay
    const weeksLength = Math.floor(recording.days / 7) * 7 * perDay
    const firstDay = 7 * fromWeek + ((weekdayOf(site.firstDay) - recording.startWeekday + 7) % 7)
    const slow = wander(site.random, length, 0.8 * noise, perDay / 8)
    const factor = slow.map(value => Math.max(0, scale * value * (1 + site.random.normal(0, 0.6 * noise))))
    const replay = (column: Float32Array) =>
      factor.map((value, i) => value * column[(firstDay * perDay + i) % weeksLength]!)
    return {
      intervalMinutes: recording.intervalMinutes,
      kw: replay(recording.kw),
      kvar: recording.kvar && replay(recording.kvar),
    }
  }
