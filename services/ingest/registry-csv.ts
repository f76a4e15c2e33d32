import { type CustomerStatus, LicensedProcess, Meter } from '../../schemas/meter.ts'
import { ProblemError } from '../../schemas/problem.ts'
import { csvCells } from './csv-cells.ts'

const REQUIRED = [
  'meter_id',
  'customer_id',
  'customer_name',
  'district_code',
  'industry_code',
  'contract_kva',
  'voltage_kv',
  'interval_minutes',
  'licensed_processes',
] as const
const OPTIONAL = ['point_id', 'industry_edition', 'supply_unit', 'status'] as const

const STATUS_ZH: Record<string, CustomerStatus> = {
  在用: 'in-use',
  停产: 'production-stopped',
  暂停: 'suspended',
  销户: 'account-closed',
  已退出: 'exited',
}

/** A registry row that cannot be used, and why. */
export interface RegistryFault {
  readonly line: number
  readonly detail: string
}

export interface RegistryRows {
  readonly meters: Meter[]
  readonly faults: RegistryFault[]
}

type Row = Partial<Record<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number], string>>

/**
 * Reads a registry CSV (columns in any order; others are ignored). Good rows are returned beside the faults.
 * Throws ProblemError `bad-columns` when a column is missing.
 */
export const readRegistryCsv = (text: string): RegistryRows => {
  const rows = records(text)
  const missing = REQUIRED.filter(name => !rows.names.includes(name))
  if (missing.length > 0) {
    throw new ProblemError(
      'bad-columns',
      `The registry's first line must name ${REQUIRED.join(',')}: ${missing.join(', ')} missing.`,
    )
  }
  const meters = new Map<string, Meter>()
  const faults: RegistryFault[] = []
  for (const { line, cells } of rows.rows) {
    if (cells.length !== rows.names.length) {
      faults.push({
        line,
        detail: `${cells.length} values where the header names ${rows.names.length} columns.`,
      })
      continue
    }
    const row: Row = Object.fromEntries(rows.names.map((name, i) => [name, cells[i]]))
    const result = Meter.safeParse(candidate(row))
    if (!result.success) faults.push({ line, detail: sentenceOf(result.error.issues[0]!) })
    else if (meters.has(result.data.meterId))
      faults.push({ line, detail: `${result.data.meterId} stands there twice.` })
    else meters.set(result.data.meterId, result.data)
  }
  return { meters: [...meters.values()], faults }
}

/** A row is a line, so that a bad one cannot swallow those after it. */
const records = (text: string): { names: string[]; rows: { line: number; cells: string[] }[] } => {
  const [header, ...rows] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, i) => ({ line: i + 1, cells: csvCells(line).map(cell => cell.trim()) }))
    .filter(({ cells }) => cells.some(cell => cell !== '') || cells.length === 0)
  return { names: (header?.cells ?? []).map(name => name.toLowerCase()), rows }
}

const candidate = (row: Row): unknown => ({
  meterId: row.meter_id ?? '',
  pointId: row.point_id || row.meter_id,
  customerId: row.customer_id ?? '',
  customerName: row.customer_name ?? '',
  districtCode: row.district_code ?? '',
  industryCode: row.industry_code ?? '',
  industryEdition: row.industry_edition || '2017',
  contractKva: numberOf(row.contract_kva),
  voltageKv: numberOf(row.voltage_kv),
  intervalMinutes: row.interval_minutes ? Number(row.interval_minutes) : 15,
  licensedProcesses: licences(row.licensed_processes ?? ''),
  supplyUnit: row.supply_unit ?? '',
  status: STATUS_ZH[row.status ?? ''] ?? (row.status || 'in-use'),
})

/** An empty cell is "not known", which the contract writes as 0. */
const numberOf = (text: string | undefined): number => (text === undefined || text === '' ? 0 : Number(text))

/** An unknown word counts as no licence. */
const licences = (list: string): LicensedProcess[] =>
  list
    .split(';')
    .map(word => LicensedProcess.safeParse(word.trim()))
    .flatMap(result => (result.success ? [result.data] : []))

const sentenceOf = (issue: { path: PropertyKey[]; message: string }): string =>
  `${issue.path.join('.')}: ${issue.message}`
