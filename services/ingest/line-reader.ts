import { ProblemError } from '../../schemas/problem.ts'
import { type Fault, fault } from './fault.ts'
import { dayRows } from './forms/day-rows-csv.ts'
import { ndjsonLines } from './forms/ndjson.ts'
import { readingRows } from './forms/readings-csv.ts'
import { registerRows } from './forms/registers-csv.ts'
import type { Opening } from './open-input.ts'
import type { LineReader } from './raw-rows.ts'
import { UNREADABLE } from './text/decode-text.ts'
import type { Source } from './text/source.ts'
import { LONGEST_LINE } from './text/split-lines.ts'

/** The reader of an input's lines. Throws ProblemError when it is a registry. */
export const lineReader = (opening: Opening): LineReader => {
  const read = formReader(opening)
  return line => faultOfLine(line, opening.source) ?? read(line)
}

const formReader = ({ header, profile }: Opening): LineReader => {
  switch (header?.form) {
    case undefined:
      return ndjsonLines(profile)
    case 'readings':
      return readingRows(header!, profile)
    case 'day-rows':
      return dayRows(header!, profile)
    case 'registers':
      return registerRows(header!, profile)
    case 'registry':
      throw new ProblemError(
        'bad-columns',
        'This is a registry, for it names customer_id: import it as the registry (POST /v1/registry), not as readings.',
      )
  }
}

/** What is wrong with a line before it is read. */
export const faultOfLine = (line: string, { encoding }: Pick<Source, 'encoding'>): Fault | undefined => {
  if (line.length > LONGEST_LINE) {
    return fault('malformed', `The line is longer than ${LONGEST_LINE} letters: is its end missing?`)
  }
  if (line.includes(UNREADABLE)) {
    return fault(
      'malformed',
      `The line is no ${encoding.toUpperCase()}, which the input is: save it as UTF-8.`,
    )
  }
  return undefined
}
