import { parse } from 'csv-parse/sync'

/**
 * The cells of one CSV line, RFC 4180 quoting included. A line whose quotes do not close has none, so that it
 * fits no header.
 */
export const csvCells = (line: string): string[] => {
  if (!line.includes('"')) return line.split(',')
  try {
    return (parse(line, { relax_column_count: true, relax_quotes: true }) as string[][])[0] ?? []
  } catch {
    return []
  }
}
