import { basename } from 'node:path'
import type { ImportPreview } from '../../schemas/import.ts'

type Found = Pick<ImportPreview, 'form' | 'encoding' | 'packed'>
type Row = ImportPreview['rows'][number]

const FORMS = {
  readings: 'readings',
  'day-rows': 'day rows',
  registers: 'daily registers',
  registry: 'registry',
} as const

/** What a file was found to be, in one sentence. */
export const foundText = (path: string, { form, encoding, packed }: Found): string =>
  `${basename(path)}: ${[FORMS[form], encoding.toUpperCase(), ...(packed ? [packed] : [])].join(', ')}.`

/** The first rows of a file as they would be understood, as a table. */
export const previewLines = (path: string, preview: ImportPreview): string[] => {
  const heads = ['line', 'meter', 'from', 'to', ...VALUES[preview.form].heads]
  const table = [heads, ...preview.rows.map(row => cellsOf(row, preview.form))]
  const widths = heads.map((_, i) => Math.max(...table.map(cells => (cells[i] ?? '').length)))
  return [
    foundText(path, preview),
    ...columnLines(preview),
    ...table.map(cells => `  ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd()),
  ]
}

/** What a form's rows show beside meter and time. */
const VALUES: Record<
  ImportPreview['form'],
  { heads: string[]; of(row: NonNullable<Row['understood']>): (string | number)[] }
> = {
  readings: { heads: ['kW'], of: ({ kw }) => [kw.join(' ')] },
  'day-rows': {
    heads: ['points', 'kW'],
    of: ({ points, kw }) => [points, `${kw.join(' ')}${points > kw.length ? ' …' : ''}`],
  },
  registers: {
    heads: ['kWh', 'highest kW'],
    of: ({ registers = {}, kw }) => [
      Object.entries(registers)
        .map(([name, value]) => `${name} ${value}`)
        .join(' '),
      kw.join(' '),
    ],
  },
  registry: {
    heads: ['customer', 'name', 'kVA', 'minutes', 'multiplier'],
    of: ({ meter }) =>
      meter
        ? [meter.customerId, meter.customerName, meter.contractKva, meter.intervalMinutes, meter.multiplier]
        : [],
  },
}

const cellsOf = ({ line, understood, fault }: Row, form: ImportPreview['form']): string[] => {
  const { meterId = '', from = null, to = null } = understood ?? {}
  const place = [line, meterId, timeOf(from), timeOf(to)]
  const values = understood ? VALUES[form].of(understood) : VALUES[form].heads.map(() => '')
  return [...place, ...values, ...(fault ? [`${fault.reason}: ${fault.detail}`] : [])].map(String)
}

const timeOf = (at: string | null): string => (at === null ? '' : at.slice(0, 16).replace('T', ' '))

/** How columns are understood that do not bear our names. */
const columnLines = ({ columns }: ImportPreview): string[] => {
  const renamed = columns.filter(({ name, meaning }) => meaning !== null && name.toLowerCase() !== meaning)
  const ignored = columns.filter(({ meaning }) => meaning === null)
  return [
    ...(renamed.length > 0
      ? [`  columns: ${renamed.map(({ name, meaning }) => `${name} as ${meaning}`).join(', ')}`]
      : []),
    ...(ignored.length > 0 ? [`  ignored: ${ignored.map(({ name }) => name).join(', ')}`] : []),
  ]
}
