import { parse } from 'csv-parse/sync'

/**
 * The cells of one CSV line, RFC 4180 quoting included. A line whose quotes do not close has none, so that it
 * fits no header.
 */
export const csvCells = (line: string, delimiter: string): string[] => {
  if (!line.includes('"')) return line.split(delimiter)
  return plainlyQuoted(line, delimiter) ?? parsed(line, delimiter)
}

/** Programs that quote put quotes around every cell, and hardly ever within: that is split a hundred times faster. */
const plainlyQuoted = (line: string, delimiter: string): string[] | undefined => {
  if (line.length < 2 || !line.startsWith('"') || !line.endsWith('"')) return undefined
  const cells = line.slice(1, -1).split(`"${delimiter}"`)
  return cells.some(cell => cell.includes('"')) ? undefined : cells
}

const parsed = (line: string, delimiter: string): string[] => {
  try {
    const options = { delimiter, relax_column_count: true, relax_quotes: true }
    return (parse(line, options) as string[][])[0] ?? []
  } catch {
    return []
  }
}
