import type { MergedCells, OddCell, SheetPlace } from './sheet.ts'

const TAG = /<(?:\w+:)?(row|c|f|mergeCell)\b([^>]*)>/g
const PLACE = /^([A-Z]{1,3})(\d{1,7})$/

/** What of a sheet's XML does not show in its values: formulas, errors and merged cells. */
export const marksOf = (xml: string): { odd: OddCell[]; merged: MergedCells[] } => {
  const odd: OddCell[] = []
  const merged: MergedCells[] = []
  let cell: SheetPlace = { row: 0, column: 0 }
  for (const [, tag, attributes] of xml.matchAll(TAG)) {
    if (tag === 'row') {
      cell = { row: Number(attributeOf(attributes!, 'r') ?? cell.row + 1), column: 0 }
    } else if (tag === 'c') {
      cell = placeOf(attributeOf(attributes!, 'r') ?? '') ?? { row: cell.row, column: cell.column + 1 }
      if (attributeOf(attributes!, 't') === 'e') odd.push({ ...cell, kind: 'error' })
    } else if (tag === 'f') {
      const isError = odd.at(-1)?.row === cell.row && odd.at(-1)?.column === cell.column
      if (!isError) odd.push({ ...cell, kind: 'formula' })
    } else {
      const [first, last] = (attributeOf(attributes!, 'ref') ?? '').split(':').map(placeOf)
      if (first && last) merged.push({ first, last })
    }
  }
  return { odd, merged }
}

const attributeOf = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}=["']([^"']*)["']`).exec(attributes)?.[1]

const placeOf = (text: string): SheetPlace | undefined => {
  const [, letters, digits] = PLACE.exec(text) ?? []
  if (letters === undefined) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits), column }
}
