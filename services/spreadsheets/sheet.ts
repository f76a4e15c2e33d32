import type { Cell } from './column.ts'

// ECMA-376 part 1, SpreadsheetML. Texts stand in their cells, so that no table of them has to be kept to the end.

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What Excel takes in one cell. */
const LETTERS_PER_CELL = 32_767
const BOLD = ' s="1"'

/** The beginning of a sheet whose first row stays in sight. */
export const SHEET_BEGINS = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
export const SHEET_ENDS = '</sheetData></worksheet>'

/** A row of a sheet, counted from 1. */
export const rowXml = (cells: readonly Cell[], row: number, isHeading = false): string => {
  let xml = `<row r="${row}">`
  for (const [i, cell] of cells.entries()) xml += cellXml(cell, `${columnName(i)}${row}`, isHeading)
  return `${xml}</row>`
}

const cellXml = (cell: Cell, place: string, isHeading: boolean): string => {
  if (cell === null || cell === '') return ''
  const style = isHeading ? BOLD : ''
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${place}"${style}><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${place}"${style} t="b"><v>${cell ? 1 : 0}</v></c>`
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${textXml(String(cell))}</t></is></c>`
}

/** A, B … Z, AA … of the columns from 0 on. */
const columnName = (i: number): string =>
  (i < 26 ? '' : columnName(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26))

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** XML 1.0 holds no control characters but tab and the ends of lines, and no half of a surrogate pair. */
const textXml = (text: string): string =>
  text
    .slice(0, LETTERS_PER_CELL)
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is dropped
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll(/[&<>\r]/g, letter => ENTITIES[letter]!)

/** The parts of a workbook beside its sheets, by their names in the archive. */
export const partsOf = (sheets: number): readonly (readonly [string, string])[] => {
  const each = (part: (n: number) => string): string =>
    Array.from({ length: sheets }, (_, i) => part(i + 1)).join('')
  return [
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(n => `<sheet name="Sheet${n}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each(n => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${each(n => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)}</Types>`,
    ],
  ]
}
