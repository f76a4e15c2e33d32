/** What would end or change a tag, a line, the text of a query or a row of CSV. */
const SPECIAL = /[%"$\\,=\s\p{Cc}]/gu
const EMPTY = '%'

/**
 * An id as InfluxDB holds it: as it is, but for the few characters that a tag or a query cannot have as they are.
 * These stand percent-encoded, and an empty id is a single `%`, since an empty tag would be dropped.
 */
export const encodeId = (id: string): string => (id === '' ? EMPTY : id.replace(SPECIAL, encodeURIComponent))

export const decodeId = (text: string): string => {
  if (!text.includes('%')) return text
  return text === EMPTY ? '' : decodeURIComponent(text)
}
