import writeExcelFile from 'write-excel-file/node'
import { unzip, zip } from './zip.ts'

/** A cell of a workbook: dates as spreadsheets keep them, numbers as numbers. */
export type SheetValue = string | number | boolean | Date | null

/** An XLSX workbook of one sheet of typed cells. */
export const typedWorkbook = (rows: readonly (readonly SheetValue[])[]): Promise<Buffer> =>
  writeExcelFile(rows.map(row => row.map(cellOf))).toBuffer()

const cellOf = (value: SheetValue) => {
  if (value === null) return null
  if (value instanceof Date) return { type: Date, value, format: 'yyyy-mm-dd' }
  return { type: value.constructor as never, value: value as never }
}

/** The same workbook with the XML of its sheet changed. */
export const withSheetXml = (workbook: Buffer, change: (xml: string) => string): Buffer => {
  const files = unzip(workbook)
  const name = [...files.keys()].find(one => /worksheets\/[^/]*\.xml$/.test(one))!
  const xml = files.get(name)!.toString('utf8')
  return zip(new Map(files).set(name, Buffer.from(change(xml))))
}

/** The same workbook with cells merged, as B1:C1. */
export const withMerged = (workbook: Buffer, ...ranges: string[]): Buffer =>
  withSheetXml(workbook, xml =>
    xml.replace(
      '</sheetData>',
      `</sheetData><mergeCells count="${ranges.length}">${ranges.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
    ),
  )
