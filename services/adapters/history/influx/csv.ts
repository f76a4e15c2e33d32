/** Takes the cells of a row. */
export type RowReader = (cells: readonly string[]) => void

/**
 * Walks through the tables of an answer. `open` is asked with the column names of each, for what is to be done with its
 * rows. No cell holds a quote, a comma or a line end: ids are encoded. Throws what InfluxDB found out while answering.
 */
export const readTables = (csv: string, open: (columns: readonly string[]) => RowReader): void => {
  let read: RowReader | undefined
  for (let start = 0; start < csv.length; ) {
    const found = csv.indexOf('\n', start)
    const end = found < 0 ? csv.length : found
    const line = csv.slice(start, csv.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end)
    start = end + 1
    if (line === '') read = undefined
    else if (read) read(line.split(','))
    else read = openTable(line.split(','), open)
  }
}

const CARRIAGE_RETURN = 13

const openTable = (
  columns: readonly string[],
  open: (columns: readonly string[]) => RowReader,
): RowReader => {
  if (!columns.includes('error')) return open(columns)
  return cells => {
    throw new Error(`InfluxDB broke off its answer: ${cells.join(',')}`)
  }
}
