import { dayStartMs, MS_PER_MINUTE } from '../../../../schemas/day.ts'
import type { WriteMark, WrittenDay } from '../port.ts'
import { encodeId } from './ids.ts'
import { versionText } from './instant.ts'
import { singleText } from './single-text.ts'
import { MINUTES_PER_DAY } from './slots.ts'

/** A series' readings: their lines begin alike. */
interface Series {
  readonly pointId: string
  readonly day: number
  readonly intervalMinutes: number
}

/** Where a version is put: the mark it is written with, and what keeps it apart from another attempt. */
export interface Placing {
  readonly version: number
  readonly mark: WriteMark
  readonly salt?: number
}

/** The lines of the slots that a day says are fresh: as the process numbered them, with their own places in the log. */
export function* freshLines(day: WrittenDay, fresh: ReadonlyMap<number, WriteMark>): Generator<string> {
  const { versions } = day
  const line = lineWriter(day)
  for (const [slot, mark] of fresh) yield line(slot, { version: versions?.[slot] ?? 0, mark })
}

/** Writes the lines of a day's slots. A slot without a value is told to have none any more. */
export const lineWriter = (day: WrittenDay): ((slot: number, placing: Placing) => string) => {
  const prefix = prefixWriter(day)
  const sources = day.sources.map(source => sourceText(day.pointId, source))
  const { kw, kvar, revision, source, clashed } = day
  return (slot, { version, mark, salt }) => {
    const power = kw[slot]!
    const end = endText(day, slot, version, salt)
    const at = `at=${mark.offset}i`
    if (Number.isNaN(power)) return `${prefix(mark)}gone=true,${at}${end}`
    const reactive = kvar?.[slot] ?? Number.NaN
    const kvarText = Number.isNaN(reactive) ? '' : `,kvar=${singleText(reactive)}`
    const revisionText = revision?.[slot] ? `,revision=${revision[slot]}i` : ''
    const rest = `${revisionText}${sources[source?.[slot] ?? 0] ?? ''}${clashed?.[slot] ? ',clashed=true' : ''}`
    return `${prefix(mark)}kw=${singleText(power)}${kvarText},${at}${rest}${end}`
  }
}

/** The line that says that a slot has no value any more. */
export const goneLine = (series: Series, slot: number, { version, mark, salt }: Placing): string =>
  `${prefixWriter(series)(mark)}gone=true,at=${mark.offset}i${endText(series, slot, version, salt)}`

const prefixWriter = ({ pointId, intervalMinutes }: Series): ((mark: WriteMark) => string) => {
  const start = `reading,interval=${intervalMinutes},`
  const end = `,point=${encodeId(pointId)} `
  let last = Number.NaN
  let text = ''
  return ({ partition }) => {
    if (partition !== last) text = `${start}log=${partition}${end}`
    last = partition
    return text
  }
}

const sourceText = (pointId: string, { meterId, multiplier }: WrittenDay['sources'][number]): string =>
  (meterId === pointId ? '' : `,meter="${encodeId(meterId)}"`) +
  (multiplier === null ? '' : `,multiplier=${multiplier}`)

const DAYS_REMEMBERED = 64
const ends = new Map<number, string[]>()

/** The time of a first version is the same text for each point of a day. */
const endText = ({ day, intervalMinutes }: Series, slot: number, version: number, salt = 0): string => {
  const startMs = dayStartMs(day) + slot * intervalMinutes * MS_PER_MINUTE
  if (version > 0 || salt > 0) return ` ${versionText(startMs, version, salt)}\n`
  const key = day * MINUTES_PER_DAY + intervalMinutes
  let texts = ends.get(key)
  if (!texts) {
    if (ends.size >= DAYS_REMEMBERED) ends.clear()
    texts = []
    ends.set(key, texts)
  }
  texts[slot] ??= ` ${versionText(startMs, 0)}\n`
  return texts[slot]
}
