/** A line of a text, without its end, counted from 1. */
export interface Line {
  readonly number: number
  readonly text: string
}

/** Letters. What is longer is no reading: it is cut to one letter more, so that memory stays bounded. */
export const LONGEST_LINE = 8_192

/**
 * Splits pieces of text into blocks of lines. Blank lines are dropped, a byte order mark too. When the text breaks
 * off with an error, a last line without an end is not handed on: it may be cut.
 */
export async function* splitLines(texts: AsyncIterable<string>): AsyncGenerator<Line[]> {
  let rest = ''
  let number = 0
  for await (const piece of texts) {
    const text = rest + piece
    const end = text.lastIndexOf('\n')
    if (end < 0) {
      rest = text.slice(0, LONGEST_LINE + 1)
      continue
    }
    rest = text.slice(end + 1, end + 2 + LONGEST_LINE)
    const lines: Line[] = []
    for (const line of text.slice(0, end).split('\n')) keep(lines, ++number, line)
    if (lines.length > 0) yield lines
  }
  const last: Line[] = []
  keep(last, ++number, rest)
  if (last.length > 0) yield last
}

const keep = (lines: Line[], number: number, line: string): void => {
  const whole = line.endsWith('\r') ? line.slice(0, -1) : line
  const text = (number === 1 ? withoutMark(whole) : whole).slice(0, LONGEST_LINE + 1)
  if (text.trim() !== '') lines.push({ number, text })
}

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text)
