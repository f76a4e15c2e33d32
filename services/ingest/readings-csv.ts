import { ProblemError } from '../../schemas/problem.ts'
import { csvCells } from './csv-cells.ts'
import { createInstantReader } from './instant.ts'
import { type Fault, fault, type RawReading } from './raw-reading.ts'

const REQUIRED = ['meter_id', 'ts', 'kw'] as const
const OPTIONAL = ['kvar', 'revision'] as const
const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

/** How programs write that a meter has no kvar: a good kW is not lost with it. */
const ABSENT = /^(nan|null|)$/i

/** Reads a data row of a readings file whose header was `header`. */
export type RowReader = (line: string) => RawReading | Fault

/**
 * Reads the header `meter_id,ts,kw[,kvar][,revision]` (any order) and answers a reader of the rows below it.
 * `ts` is the interval's END, ISO 8601 with an offset; kvar may be empty.
 * Throws ProblemError `bad-columns` naming what is missing and what is not known.
 */
export const createRowReader = (header: string): RowReader => {
  const names = csvCells(header.replace(/^\uFEFF/, '')).map(name => name.trim().toLowerCase())
  const missing = REQUIRED.filter(name => !names.includes(name))
  const doubled = names.filter((name, i) => names.indexOf(name) !== i)
  const known: readonly string[] = [...REQUIRED, ...OPTIONAL]
  const unknown = names.filter(name => !known.includes(name))
  if (missing.length > 0 || unknown.length > 0 || doubled.length > 0) {
    throw new ProblemError('bad-columns', columnsSentence(missing, unknown, doubled))
  }
  const [meterId, ts, kw, kvar, revision] = known.map(name => names.indexOf(name)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const instant = createInstantReader()
  return line => {
    const row = csvCells(line)
    if (row.length !== names.length) return wrongWidth(row.length, names.length)
    const id = row[meterId]!.trim()
    if (id === '' || row[ts] === '' || row[kw] === '') {
      return fault('missing-field', 'meter_id, ts and kw must all be given.')
    }
    const atMs = instant(row[ts]!.trim())
    if (Number.isNaN(atMs)) return badTime(row[ts]!)
    const power = numberOf(row[kw]!)
    const reactive = kvar < 0 || ABSENT.test(row[kvar]!.trim()) ? Number.NaN : numberOf(row[kvar]!)
    if (power === undefined) return notANumber('kw', row[kw]!)
    if (reactive === undefined) return notANumber('kvar', row[kvar]!)
    const version = revision < 0 || row[revision]!.trim() === '' ? 0 : Number(row[revision])
    if (!Number.isInteger(version) || version < 0 || version > 65_535)
      return notANumber('revision', row[revision]!)
    return { meterId: id, atMs, kw: power, kvar: reactive, revision: version }
  }
}

const numberOf = (text: string): number | undefined =>
  PLAIN_NUMBER.test(text.trim()) ? Number(text) : undefined

const columnsSentence = (
  missing: readonly string[],
  unknown: readonly string[],
  doubled: readonly string[],
): string =>
  `${[
    'The first line must name the columns meter_id,ts,kw and may name kvar,revision',
    ...(missing.length > 0 ? [`${missing.join(', ')} missing`] : []),
    ...(unknown.length > 0 ? [`${unknown.map(name => `"${name.slice(0, 40)}"`).join(', ')} not known`] : []),
    ...(doubled.length > 0 ? [`${doubled.join(', ')} named twice`] : []),
  ].join('; ')}.`

const wrongWidth = (found: number, expected: number): Fault =>
  fault(
    'malformed',
    `${found} values where the header names ${expected} columns: is the line cut, or is a decimal comma used?`,
  )

const badTime = (text: string): Fault =>
  fault('bad-time', `"${text.slice(0, 40)}" is no instant with an offset, such as 2026-11-01T00:15:00+08:00.`)

const notANumber = (name: string, text: string): Fault =>
  fault(
    'not-a-number',
    `${name} "${text.slice(0, 40)}" is no number; write decimals with a point, such as 412.5.`,
  )
