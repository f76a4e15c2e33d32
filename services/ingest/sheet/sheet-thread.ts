import { parentPort, workerData } from 'node:worker_threads'
import { inflateRawSync } from 'node:zlib'
import readWorkbook from 'read-excel-file/universal'
import { faultOfPlaces } from '../text/sheet-places.ts'
import { type ZipEntry, zipEntries } from '../text/zip-directory.ts'
import type { SheetCell } from './sheet.ts'
import { marksOf } from './sheet-marks.ts'

/** The thread that reads the first filled sheet of an XLSX workbook, posts its rows in blocks and its marks, and ends. */

export interface SheetData {
  readonly packed: ArrayBuffer
}

const ROWS_PER_BLOCK = 1_000

/** The XML of a workbook's sheet: which file it is stands in the workbook and its relations. */
const xmlOf = (entries: readonly ZipEntry[], sheetNumber: number): string => {
  const named = tagsOf(textIn(entries, 'xl/workbook.xml'), 'sheet')[sheetNumber]
  const id = named && /\s\w+:id=["']([^"']*)["']/.exec(named)?.[1]
  const relation = tagsOf(textIn(entries, 'xl/_rels/workbook.xml.rels'), 'Relationship').find(
    tag => /\sId=["']([^"']*)["']/.exec(tag)?.[1] === id,
  )
  const target = relation && /\sTarget=["']([^"']*)["']/.exec(relation)?.[1]
  if (target === undefined) throw new Error('it does not say where its sheet is')
  return textIn(entries, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
}

const tagsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*)>`, 'g'))].map(([, attributes]) => attributes!)

/** A file of the archive as latin1, in which all of XML's own signs are themselves. */
const textIn = (entries: readonly ZipEntry[], name: string): string => {
  const entry = entries.find(one => one.name === name)
  if (!entry) throw new Error(`it holds no ${name}`)
  if (entry.size === 0) return ''
  const { packed, size, isDeflated } = entry
  return (isDeflated ? inflateRawSync(packed, { maxOutputLength: size }) : packed).toString('latin1')
}

const { packed } = workerData as SheetData
const entries = zipEntries(Buffer.from(packed)) ?? []
const fault = faultOfPlaces(entries)
if (fault) throw new Error(fault)
const sheets = await readWorkbook(packed)
const filled = sheets.flatMap(({ sheet, data }, number) => (data.length > 0 ? [{ sheet, data, number }] : []))
const [table, ...others] = filled
const rows = (table?.data ?? []) as SheetCell[][]
for (let start = 0; start < rows.length; start += ROWS_PER_BLOCK) {
  parentPort!.postMessage({ rows: rows.slice(start, start + ROWS_PER_BLOCK) })
}
const marks = table ? marksOf(xmlOf(entries, table.number)) : { odd: [], merged: [] }
parentPort!.postMessage({ ...marks, others: others.map(({ sheet }) => sheet) })
