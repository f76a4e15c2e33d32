import { dayText } from '../../../schemas/day.ts'
import { type CustomerStatus, LicensedProcess, Meter } from '../../../schemas/meter.ts'
import type { ImportProfile } from '../../../schemas/profile.ts'
import { csvCells } from '../text/csv-cells.ts'
import { numberOf, wrongWidth } from './cells.ts'
import { COLUMNS } from './columns.ts'
import { readDate } from './dates.ts'
import type { Header } from './header.ts'

const STATUS_ZH: Record<string, CustomerStatus> = {
  在用: 'in-use',
  停产: 'production-stopped',
  暂停: 'suspended',
  销户: 'account-closed',
  已退出: 'exited',
}
const FEED_ZH: Record<string, Meter['feed']> = { 主供: 'main', 备用: 'backup' }

/** A registry row that cannot be used, and why, in one sentence. */
export interface RowFault {
  readonly detail: string
}

type Row = (name: string) => string

/** Reads rows of a registry to the contract `Meter`. */
export const registryRows = (
  { columns, place }: Header,
  { delimiter }: ImportProfile,
): ((line: string) => Meter | RowFault) => {
  const { required, optional } = COLUMNS.registry
  const places = new Map([...required, ...optional].map(name => [name, place(name)]))
  return line => {
    const cells = csvCells(line, delimiter)
    if (cells.length !== columns.length) return wrongWidth(cells.length, columns.length)
    const result = Meter.safeParse(candidate(name => cells[places.get(name)!]?.trim() ?? ''))
    return result.success ? result.data : { detail: sentenceOf(result.error.issues[0]!) }
  }
}

const candidate = (row: Row): unknown => ({
  meterId: row('meter_id'),
  pointId: row('point_id') || row('meter_id'),
  customerId: row('customer_id'),
  customerName: row('customer_name'),
  creditCode: row('credit_code').toUpperCase(),
  districtCode: row('district_code'),
  industryCode: row('industry_code'),
  industryEdition: row('industry_edition') || '2017',
  contractKva: numberIn(row('contract_kva'), 0),
  voltageKv: numberIn(row('voltage_kv'), 0),
  intervalMinutes: numberIn(row('interval_minutes'), 15),
  licensedProcesses: licences(row('licensed_processes')),
  supplyUnit: row('supply_unit'),
  status: STATUS_ZH[row('status')] ?? (row('status') || 'in-use'),
  multiplier: numberIn(row('multiplier'), 1),
  feed: FEED_ZH[row('feed')] ?? (row('feed') || 'main'),
  parentPointId: row('parent_point_id'),
  address: row('address'),
  transformerId: row('transformer_id'),
  licensedTonnesPerYear: numberIn(row('licensed_tonnes_per_year'), 0),
  validFrom: dateIn(row('valid_from')),
  validTo: dateIn(row('valid_to')),
})

/** `absent`: what an empty cell stands for; the contract writes "not known" as 0. */
const numberIn = (text: string, absent: number): number =>
  text === '' ? absent : (numberOf(text) ?? Number.NaN)

/** A date as the contract writes it; what is none is left for the contract to refuse. */
const dateIn = (text: string): string | null => {
  if (text === '') return null
  const day = readDate(text)
  return Number.isNaN(day) ? text : dayText(day)
}

/** An unknown word counts as no licence. */
const licences = (list: string): LicensedProcess[] =>
  list
    .split(';')
    .map(word => LicensedProcess.safeParse(word.trim()))
    .flatMap(result => (result.success ? [result.data] : []))

const sentenceOf = (issue: { path: PropertyKey[]; message: string }): string =>
  `${issue.path.join('.')}: ${issue.message}`
