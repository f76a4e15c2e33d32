import { ProblemError } from '../../../schemas/problem.ts'
import type { ImportForm, ImportProfile } from '../../../schemas/profile.ts'
import { csvCells } from '../text/csv-cells.ts'
import { COLUMNS, isOurs } from './columns.ts'
import { meaningsOf } from './meanings.ts'
import { countPoints, faultsOfPoints, isPoint } from './points.ts'

export interface Column {
  /** As it stands there */
  readonly name: string
  /** Ours; null: nothing is made of it */
  readonly meaning: string | null
}

/** The line that names the columns, understood. */
export interface Header {
  /** As it stands there */
  readonly line: string
  readonly form: ImportForm
  readonly columns: readonly Column[]
  /** Place of our column, -1 when there is none */
  place(meaning: string): number
  /** Points of a day row, 0 in other forms */
  readonly points: number
}

export interface HeaderOptions {
  readonly profile: ImportProfile
  /** Whether columns that are not known are ignored instead of refused */
  readonly isLenient: boolean
  /** What it must be; found out when not told */
  readonly expected?: ImportForm | undefined
}

/**
 * Finds out what an input holds, and where. Columns have our names or those the profile maps to ours, in any order,
 * letters large or small. Unknown ones are refused, since they may tell of a file that is misread, but ignored in a
 * registry. Throws ProblemError `bad-columns` with one sentence.
 */
export const readHeader = (line: string, { profile, isLenient, expected }: HeaderOptions): Header => {
  const names = csvCells(line, profile.delimiter).map(name => name.trim())
  const meanings = meaningsOf(names, profile)
  const form = expected ?? formOf(meanings)
  const columns = names.map((name, i) => ({ name, meaning: usedBy(form, meanings[i]!) }))
  const found = columns.flatMap(({ meaning }) => meaning ?? [])
  const { required, unused } = COLUMNS[form]
  const unknown = columns
    .filter(({ meaning }, i) => meaning === null && !unused.includes(meanings[i] ?? ''))
    .map(({ name }) => name)
  const faults = [
    ...list(
      Object.keys(profile.columns)
        .filter(name => !isOurs(name.toLowerCase()))
        .map(quoted),
      'of the profile is no column of ours',
    ),
    ...list(
      required.filter(name => !found.includes(name)).map(name => asMapped(name, profile)),
      'missing',
    ),
    ...(isLenient || form === 'registry' ? [] : list(unknown.map(quoted), 'not known')),
    ...list([...new Set(found.filter((name, i) => found.indexOf(name) !== i))], 'named twice'),
    ...(form === 'day-rows' ? faultsOfPoints(found, profile) : []),
  ]
  if (faults.length > 0)
    throw new ProblemError('bad-columns', `${askFor(form, profile)}; ${faults.join('; ')}.`)
  return {
    line,
    form,
    columns,
    place: meaning => columns.findIndex(column => column.meaning === meaning),
    points: form === 'day-rows' ? countPoints(found, 'p') : 0,
  }
}

const formOf = (meanings: readonly (string | null)[]): ImportForm => {
  if (meanings.includes('ts') && meanings.includes('kw')) return 'readings'
  if (meanings.some(name => isPoint(name))) return 'day-rows'
  if (meanings.some(name => name?.startsWith('reg_'))) return 'registers'
  return meanings.includes('customer_id') ? 'registry' : 'readings'
}

const usedBy = (form: ImportForm, meaning: string | null): string | null => {
  if (meaning === null) return null
  const { required, optional } = COLUMNS[form]
  const isUsed = [...required, ...optional].includes(meaning) || (form === 'day-rows' && isPoint(meaning))
  return isUsed ? meaning : null
}

const NAMES_TOLD = 12

const list = (names: readonly string[], complaint: string): string[] => {
  if (names.length === 0) return []
  const more = names.length > NAMES_TOLD ? ` and ${names.length - NAMES_TOLD} more` : ''
  return [`${names.slice(0, NAMES_TOLD).join(', ')}${more} ${complaint}`]
}

const quoted = (name: string): string => `"${name.slice(0, 40)}"`

const asMapped = (name: string, { columns }: ImportProfile): string => {
  const theirs = columns[name]
  return theirs === undefined ? name : `${name} (${quoted(theirs)} here)`
}

const askFor = (form: ImportForm, { points, reactivePoints }: ImportProfile): string => {
  const { required, optional } = COLUMNS[form]
  if (form === 'day-rows') {
    return `The first line must name the columns ${required} and ${points}1 to ${points}96, ${points}48 or ${points}24, and may name ${reactivePoints}1 and on and ${optional}`
  }
  const start = form === 'registry' ? "The registry's first line" : 'The first line'
  return `${start} must name the columns ${required} and may name ${optional}`
}
