import { strToU8, Zip, ZipDeflate } from 'fflate'
import { type Column, cellsOf, headingsOf, type Language } from './column.ts'
import { partsOf, rowXml, SHEET_BEGINS, SHEET_ENDS } from './sheet.ts'

/** What Excel takes in one sheet, its heading with it. */
const ROWS_PER_SHEET = 1_048_576
const QUICKEST = 1
/** One slice is packed at once, and nothing else is done meanwhile. */
const ROWS_PER_SLICE = 100
/** The same table makes the same bytes. */
const MADE_AT = new Date(2000, 0, 1)

/**
 * A table as an XLSX workbook, page by page, on as many sheets as it needs. write-excel-file would keep every row in
 * memory until the last is there; a ZIP archive can be written as it comes (docs/adr/0016).
 */
export async function* xlsxOf<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  language: Language,
  rowsPerSheet = ROWS_PER_SHEET,
): AsyncGenerator<Uint8Array> {
  const archive = openArchive()
  const heading = rowXml(headingsOf(columns, language), 1, true)
  let sheets = 0
  let filled = rowsPerSheet
  for await (const page of pages) {
    for (let i = 0; i < page.length; ) {
      if (filled === rowsPerSheet) {
        if (sheets > 0) archive.end(SHEET_ENDS)
        archive.begin(sheetName(++sheets), SHEET_BEGINS + heading)
        filled = 1
      }
      const slice = page.slice(i, i + Math.min(ROWS_PER_SLICE, rowsPerSheet - filled))
      archive.write(slice.map((row, j) => rowXml(cellsOf(columns, row), filled + j + 1)).join(''))
      filled += slice.length
      i += slice.length
      yield* archive.take()
    }
  }
  if (sheets === 0) archive.begin(sheetName(++sheets), SHEET_BEGINS + heading)
  archive.end(SHEET_ENDS)
  for (const [name, xml] of partsOf(sheets)) {
    archive.begin(name, '')
    archive.end(xml)
  }
  archive.close()
  yield* archive.take()
}

const sheetName = (n: number): string => `xl/worksheets/sheet${n}.xml`

/** A ZIP archive that is written one file after the other; `take` hands over what is ready. */
const openArchive = () => {
  let ready: Uint8Array[] = []
  let file: ZipDeflate | undefined
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    if (chunk.length > 0) ready.push(chunk)
  })
  const write = (text: string, isLast = false): void => file!.push(strToU8(text), isLast)
  return {
    begin(name: string, text: string): void {
      file = new ZipDeflate(name, { level: QUICKEST })
      file.mtime = MADE_AT
      zip.add(file)
      write(text)
    },
    write,
    end: (text: string): void => write(text, true),
    close: (): void => zip.end(),
    take(): Uint8Array[] {
      const taken = ready
      ready = []
      return taken
    },
  }
}
