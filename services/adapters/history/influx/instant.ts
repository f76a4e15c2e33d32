/** Within the millisecond of a version, what tells writes apart that are not of the log itself */
const SALTS = 1_000_000
/** A version is told by a millisecond of its slot, and the shortest slot has a minute of them. */
const MOST_VERSIONS = 59_999

/**
 * The time of a version, in ns, as text (it has more digits than a number holds): the start of its slot and a
 * millisecond for each version. Of a value that is not of the log itself `salt` (the mark it is written with) keeps
 * apart what two attempts wrote, so that a late one never mixes with the one that committed.
 */
export const versionText = (startMs: number, version: number, salt = 0): string =>
  `${startMs + Math.min(version, MOST_VERSIONS)}${String(salt % SALTS).padStart(6, '0')}`

const CODE_0 = 48
const two = (text: string, at: number): number =>
  (text.charCodeAt(at) - CODE_0) * 10 + text.charCodeAt(at + 1) - CODE_0

/** Reads times as InfluxDB tells them (`2026-11-01T16:00:00.001Z`, UTC), to the millisecond. Remembers the last date. */
export const createInstantReader = (): ((text: string) => number) => {
  let date = '-'
  let dateMs = 0
  return text => {
    if (!text.startsWith(date)) {
      date = text.slice(0, 11)
      dateMs = Date.parse(`${date}00:00:00Z`)
    }
    const seconds = two(text, 11) * 3_600 + two(text, 14) * 60 + two(text, 17)
    const fraction = text.length > 20 ? Number(text.slice(20, 23).replace('Z', '').padEnd(3, '0')) : 0
    return dateMs + seconds * 1_000 + fraction
  }
}
