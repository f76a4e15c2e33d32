/** A line of a text stream, without its end, counted from 1. */
export interface Line {
  readonly number: number
  readonly text: string
}

/** Letters; what is longer is no reading and is cut, so that memory stays bounded. */
const LONGEST_LINE = 4_096

/**
 * Splits a stream of UTF-8 bytes into blocks of lines. Blank lines are dropped, a byte order mark too. When the
 * stream fails, a last line without an end is not handed on: it may be cut.
 */
export async function* splitLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder()
  let rest = ''
  let number = 0
  for await (const chunk of bytes) {
    const text = rest + decoder.decode(chunk, { stream: true })
    const end = text.lastIndexOf('\n')
    if (end < 0) {
      rest = text.slice(0, LONGEST_LINE)
      continue
    }
    rest = text.slice(end + 1, end + 1 + LONGEST_LINE)
    const lines: Line[] = []
    for (const line of text.slice(0, end).split('\n')) keep(lines, ++number, line)
    if (lines.length > 0) yield lines
  }
  const last: Line[] = []
  keep(last, ++number, rest + decoder.decode())
  if (last.length > 0) yield last
}

const keep = (lines: Line[], number: number, line: string): void => {
  const text = (line.endsWith('\r') ? line.slice(0, -1) : line).slice(0, LONGEST_LINE)
  if (text.trim() !== '') lines.push({ number, text })
}
