import { type DayFeatures, FEATURE_NAMES } from '../../detectors/index.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import { unpackMarks } from '../../schemas/quality.ts'
import type { Difference, VerificationCheck } from '../../schemas/verification.ts'
import type { DayMade, DayStored, Rebuilt } from '../process/index.ts'
import { cannot, checked } from './check.ts'

/** Day features made anew from stored readings, against the stored rows: bit for bit, with their marks. */
export const checkReadings = (signature: Signature, points: readonly Rebuilt[]): VerificationCheck => {
  const obstacle = points.map(point => obstacleOf(signature, point)).find(check => check !== undefined)
  const differences = points.flatMap(differencesIn)
  if (obstacle && differences.length === 0) return obstacle
  const sum = (count: (point: Rebuilt) => number): number => points.reduce((all, one) => all + count(one), 0)
  const [days, readings] = [sum(({ stored }) => stored.length), sum(one => one.readings)]
  const late = points.flatMap(({ unjudged }) => unjudged)
  return checked(
    'readings',
    signature,
    `由 ${readings} 个存储读数重算 ${points.length} 个计量点 ${days} 天的日特征，与存储值逐位比较${lateNote(late).zh}。`,
    `Features of ${days} days at ${points.length} metering point(s), made anew from ${readings} stored readings and compared bit for bit${lateNote(late).en}.`,
    differences,
  )
}

/** Readings that came too late for their day are stored but never judged; a person who reads of a difference should know. */
const lateNote = (late: readonly EpochDay[]) =>
  late.length === 0
    ? { zh: '', en: '' }
    : {
        zh: `；${late.map(dayText).join('、')} 有读数但未判定（迟到或未结日）`,
        en: `; ${late.map(dayText).join(', ')} hold readings that were not judged (late, or not closed)`,
      }

const obstacleOf = (
  signature: Signature,
  { pointId, withoutReadings, otherEdition }: Rebuilt,
): VerificationCheck | undefined => {
  if (otherEdition.length > 0) {
    const days = listOf(otherEdition)
    return cannot(
      'readings',
      signature,
      `计量点 ${pointId} 的日特征（${days}）由另一版本的程序算出，本版本不能重算。`,
      `The day features of point ${pointId} (${days}) were made by another edition of the program, and this one cannot make them.`,
    )
  }
  if (withoutReadings.length === 0) return undefined
  const days = listOf(withoutReadings)
  return cannot(
    'readings',
    signature,
    `计量点 ${pointId} 在 ${days} 的读数已不再保存，不能重算。`,
    `No readings of point ${pointId} are kept any more of ${days}, so nothing can be made anew of them.`,
  )
}

const listOf = (days: readonly EpochDay[]): string =>
  days.length <= 3 ? days.map(dayText).join(', ') : `${dayText(days[0]!)} … ${dayText(days.at(-1)!)}`

const differencesIn = ({ pointId, stored, made, withoutReadings, otherEdition }: Rebuilt): Difference[] => {
  const passed = new Set([...withoutReadings, ...otherEdition])
  return stored
    .filter(({ day }) => !passed.has(day))
    .flatMap(row => {
      const at = `${pointId} ${dayText(row.day)}`
      const rebuilt = made(row.day)
      return rebuilt ? inDay(at, row, rebuilt) : [noEntry(at)]
    })
}

const noEntry = (at: string): Difference => ({ at, stored: 'judged', rebuilt: 'no registry entry that day' })

const inDay = (at: string, stored: DayStored, rebuilt: DayMade): Difference[] => {
  const differences: Difference[] = []
  const compare = (name: string, before: number | string, now: number | string): void => {
    if (!Object.is(before, now))
      differences.push({ at: `${at} ${name}`, stored: String(before), rebuilt: String(now) })
  }
  for (const [place, name] of FEATURE_NAMES.entries())
    compare(name, stored.features[place]!, rebuilt.features[place]!)
  const column = (name: keyof DayFeatures) => rebuilt.features[FEATURE_NAMES.indexOf(name)]!
  compare('kwh column', stored.kwh, column('kwh'))
  compare('coverage column', stored.coverage, column('coverage'))
  compare('marks', unpackMarks(stored.marks).join(' '), unpackMarks(rebuilt.marks).join(' '))
  return differences
}
