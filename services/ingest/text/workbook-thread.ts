import { parentPort, workerData } from 'node:worker_threads'
import { stringify } from 'csv-stringify/sync'
import readWorkbook from 'read-excel-file/universal'
import { MS_PER_DAY } from '../../../schemas/day.ts'
import { faultOfPlaces } from './sheet-places.ts'
import type { Line } from './split-lines.ts'
import { zipEntries } from './zip-directory.ts'

/** The thread that reads one XLSX workbook, posts its lines in blocks, and ends. */

export interface WorkbookData {
  readonly packed: ArrayBuffer
  readonly delimiter: string
}

const ROWS_PER_BLOCK = 1_000
/** The day before that of the serial number 1: a cell that holds a time alone stands on it. */
const TIME_ALONE_MS = Date.UTC(1899, 11, 30)

type Cell = string | number | boolean | Date | null

const textOf = (cell: Cell): string => {
  if (cell === null) return ''
  if (cell instanceof Date) return wallClock(Math.round(cell.getTime() / 1000) * 1000)
  return String(cell).replace(/[\r\n]+/g, ' ')
}

/** A sheet knows no zone: what it shows is told as it is. */
const wallClock = (atMs: number): string => {
  const [date, time] = new Date(atMs).toISOString().slice(0, 19).split('T') as [string, string]
  if (atMs < TIME_ALONE_MS + MS_PER_DAY) return time
  if (atMs === TIME_ALONE_MS + MS_PER_DAY) return '24:00:00'
  return time === '00:00:00' ? date : `${date} ${time}`
}

const { packed, delimiter } = workerData as WorkbookData
const fault = faultOfPlaces(zipEntries(Buffer.from(packed)) ?? [])
if (fault) throw new Error(fault)
const sheets = await readWorkbook(packed)
const rows = (sheets.find(({ data }) => data.length > 0)?.data ?? []) as Cell[][]
for (let start = 0; start < rows.length; start += ROWS_PER_BLOCK) {
  const filled = rows
    .slice(start, start + ROWS_PER_BLOCK)
    .map((cells, i) => ({ number: start + i + 1, cells: cells.map(textOf) }))
    .filter(({ cells }) => cells.some(text => text !== ''))
  const texts = stringify(
    filled.map(({ cells }) => cells),
    { delimiter },
  ).split('\n')
  parentPort!.postMessage(filled.map(({ number }, i): Line => ({ number, text: texts[i]! })))
}
