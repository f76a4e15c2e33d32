import { inflateRawSync } from 'node:zlib'
import type { ZipEntry } from './zip-directory.ts'

/** What a sheet may hold, ECMA-376 as the makers of spreadsheets keep it. */
const ROWS = 1_048_576
const COLUMNS = 16_384
/** A table is made of every cell up to the last, filled or not. */
const CELLS_AT_MOST = 30_000_000

const SHEET = /worksheets\/[^/]*\.xml$/
const PLACE = /<(?:\w+:)?(?:row|c)\s[^>]*?\br=["']([^"']*)["']/g
const GOOD_PLACE = /^([A-Z]{0,3})(\d{1,7})$/

/**
 * Why the places that rows and cells of a workbook name cannot be; undefined when they can. A few bytes that name
 * a row in the billions would have the table behind it fill the memory of the process. Throws RangeError when a
 * sheet unpacks to more than it says.
 */
export const faultOfPlaces = (entries: readonly ZipEntry[]): string | undefined => {
  for (const { name, packed, size, isDeflated } of entries) {
    if (!SHEET.test(name) || size === 0) continue
    const xml = isDeflated ? inflateRawSync(packed, { maxOutputLength: size }) : packed
    let [rows, columns] = [0, 0]
    for (const [, place] of xml.toString('latin1').matchAll(PLACE)) {
      const [, letters, digits] = GOOD_PLACE.exec(place!) ?? []
      if (digits === undefined) return `a cell stands at "${place!.slice(0, 20)}"`
      rows = Math.max(rows, Number(digits))
      columns = Math.max(columns, columnOf(letters!))
    }
    if (rows > ROWS || columns > COLUMNS || rows * columns > CELLS_AT_MOST) {
      return `it claims ${rows} rows and ${columns} columns`
    }
  }
  return undefined
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
