import { ProblemError } from '../../schemas/problem.ts'
import { DEFAULT_PROFILE, type ImportForm, type ImportProfile } from '../../schemas/profile.ts'
import { type Header, readHeader } from './forms/header.ts'
import { openText } from './text/open-text.ts'
import type { Source } from './text/source.ts'
import type { Line } from './text/split-lines.ts'

export interface InputOptions {
  /** Found out when not given; a workbook is always CSV */
  readonly form?: 'csv' | 'ndjson' | undefined
  /** How the source's files differ from the contracts; with one, columns that are not known are ignored */
  readonly profile?: ImportProfile | undefined
}

/** What the first line of an input tells. */
export interface Opening {
  readonly profile: ImportProfile
  readonly source: Source
  /** null: NDJSON */
  readonly header: Header | null
}

/** An input whose first line was understood. */
export interface Input<Reader> extends Opening {
  /** Reads one of the lines */
  readonly read: Reader
  /** Blocks of the lines that hold data */
  readonly lines: AsyncIterable<Line[]>
}

/**
 * Opens an input of any packing and encoding as far as its header; `readerOf` chooses what is to read its lines,
 * `expected` says what it must hold.
 * Throws ProblemError with one sentence when it cannot be read at all; an empty one is refused unless it is said to
 * be NDJSON.
 */
export const openInput = async <Reader>(
  bytes: AsyncIterable<Uint8Array>,
  options: InputOptions,
  readerOf: (opening: Opening) => Reader,
  expected?: ImportForm,
): Promise<Input<Reader>> => {
  const profile = options.profile ?? DEFAULT_PROFILE
  const source = await openText(bytes, profile.delimiter)
  const blocks = source.lines[Symbol.asyncIterator]()
  const first: Line[] = (await blocks.next()).value ?? []
  try {
    const isJson = expected === undefined && isNdjson(first[0], source, options.form)
    const header = isJson
      ? null
      : readHeader(firstLine(first[0]), { profile, isLenient: options.profile !== undefined, expected })
    const opening = { profile, source, header }
    const lines = joined(isJson ? first : first.slice(1), blocks)
    return { ...opening, read: readerOf(opening), lines }
  } catch (error) {
    await blocks.return?.()
    throw error
  }
}

const isNdjson = (first: Line | undefined, { packed }: Source, form: InputOptions['form']): boolean => {
  if (packed === 'xlsx') return false
  return form === undefined ? first?.text.trimStart().startsWith('{') === true : form === 'ndjson'
}

const firstLine = (first: Line | undefined): string => {
  if (first) return first.text
  throw new ProblemError('bad-columns', 'The input is empty: its first line must name the columns.')
}

async function* joined(first: Line[], rest: AsyncIterator<Line[]>): AsyncGenerator<Line[]> {
  try {
    if (first.length > 0) yield first
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
