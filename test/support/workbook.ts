import writeExcelFile from 'write-excel-file/node'

/** An XLSX workbook of one sheet of texts. */
export const workbook = (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeExcelFile(rows.map(row => row.map(value => ({ type: String, value })))).toBuffer()
