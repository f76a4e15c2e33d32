import type { EpochDay } from '../../../schemas/day.ts'
import type { ImportProfile } from '../../../schemas/profile.ts'
import { type Fault, fault } from '../fault.ts'
import { csvCells } from '../text/csv-cells.ts'
import { badDate, isAbsent, notANumber, revisionIn, wrongWidth } from './cells.ts'
import { readDate } from './dates.ts'
import type { Header } from './header.ts'

/** What every row that speaks of a whole day has. */
export interface DatedRow {
  readonly meterId: string
  readonly day: EpochDay
  readonly revision: number
}

/** Reads what rows of a day have in common, and leaves the rest to `read`. All of `needed` must be given. */
export const datedRows = <T extends object>(
  { columns, place }: Header,
  { delimiter }: ImportProfile,
  needed: readonly string[],
  read: (cells: readonly string[], row: DatedRow) => T | Fault,
): ((line: string) => T | Fault) => {
  const [meterId, date, revision] = [place('meter_id'), place('date'), place('revision')]
  const places = needed.map(place)
  return line => {
    const cells = csvCells(line, delimiter)
    if (cells.length !== columns.length) return wrongWidth(cells.length, columns.length)
    if (places.some(at => isAbsent(cells[at]!))) {
      return fault('missing-field', `${needed.join(' and ')} must be given.`)
    }
    const day = readDate(cells[date]!.trim())
    if (Number.isNaN(day)) return badDate(cells[date]!)
    const version = revisionIn(cells, revision)
    if (version === undefined) return notANumber('revision', cells[revision]!)
    return read(cells, { meterId: cells[meterId]!.trim(), day, revision: version })
  }
}
