import { MS_PER_HOUR, MS_PER_MINUTE } from '../../../schemas/day.ts'
import { dateMs } from './dates.ts'

const ISO_WITH_OFFSET = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/
const REMEMBERED_AT_MOST = 20_000

/**
 * Reads instants to UTC ms; NaN for what is none: ISO 8601 with an offset, and, when the `zone` of times without one
 * is told (+08:00), 2026-11-01 00:15[:00], 2026/11/1 0:15, 20261101001500 and a date alone for its first midnight;
 * 24:00 is the midnight that ends a day. Remembers what it read: a file of many meters names the same instants again
 * and again.
 */
export const createInstantReader = (zone?: string): ((text: string) => number) => {
  const remembered = new Map<string, number>()
  const offsetMs = zone === undefined ? Number.NaN : offsetOf(zone)
  return text => {
    const known = remembered.get(text)
    if (known !== undefined) return known
    const atMs = ISO_WITH_OFFSET.test(text) ? isoMs(text) : wallClockMs(text) - offsetMs
    if (Number.isNaN(atMs)) return atMs
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear()
    // A copy: a slice would keep the whole block of the file alive that it was cut from.
    remembered.set(Buffer.from(text).toString(), atMs)
    return atMs
  }
}

/** Date.parse takes 30 February for 2 March. */
const isoMs = (text: string): number => {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number]
  return Number.isNaN(dateMs(year, month, day)) ? Number.NaN : Date.parse(text.replace(' ', 'T'))
}

const offsetOf = (zone: string): number => {
  const [hours, minutes] = zone.slice(1).split(':').map(Number) as [number, number]
  return (zone.startsWith('-') ? -1 : 1) * (hours * MS_PER_HOUR + minutes * MS_PER_MINUTE)
}

const WALL_CLOCK = [
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/,
  /^(\d{4})\/(\d\d?)\/(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/,
  /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/,
]

/** What a clock shows, as if it stood in UTC. */
const wallClockMs = (text: string): number => {
  for (const form of WALL_CLOCK) {
    const found = form.exec(text)
    if (!found) continue
    const [year, month, day, hour, minute, second] = found.slice(1).map(part => Number(part ?? 0)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    const isEnd = hour === 24 && minute === 0 && second === 0
    if ((hour > 23 && !isEnd) || minute > 59 || second > 59) return Number.NaN
    return dateMs(year, month, day) + hour * MS_PER_HOUR + minute * MS_PER_MINUTE + second * 1000
  }
  return Number.NaN
}
