const ISO_WITH_OFFSET = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/
const REMEMBERED_AT_MOST = 20_000

/** Date.parse takes 30 February for 2 March. */
const isDate = (text: string): boolean => {
  const date = text.slice(0, 10)
  const startMs = Date.parse(date)
  return !Number.isNaN(startMs) && new Date(startMs).toISOString().startsWith(date)
}

/**
 * Reads ISO 8601 instants with an offset to UTC ms; NaN for anything else. Remembers what it read: a file of
 * many meters names the same instants again and again.
 */
export const createInstantReader = (): ((text: string) => number) => {
  const remembered = new Map<string, number>()
  return text => {
    const known = remembered.get(text)
    if (known !== undefined) return known
    const atMs = ISO_WITH_OFFSET.test(text) && isDate(text) ? Date.parse(text.replace(' ', 'T')) : Number.NaN
    if (Number.isNaN(atMs)) return atMs
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear()
    // A copy: a slice would keep the whole block of the file alive that it was cut from.
    remembered.set(Buffer.from(text).toString(), atMs)
    return atMs
  }
}
