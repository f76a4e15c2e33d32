import { dayText, type EpochDay, parseDay } from '../../schemas/day.ts'
import { LicensedProcess, type Meter } from '../../schemas/meter.ts'
import type { Tables } from '../adapters/store/index.ts'
import { FIRST_DAY, firstDayOf } from './entry.ts'

export const toRow = (meter: Meter, nowMs: number): Tables['meter'] => ({
  meter_id: meter.meterId,
  valid_from: firstDayOf(meter),
  valid_to: meter.validTo === null ? null : parseDay(meter.validTo),
  point_id: meter.pointId,
  customer_id: meter.customerId,
  customer_name: meter.customerName,
  credit_code: meter.creditCode,
  district_code: meter.districtCode,
  industry_code: meter.industryCode,
  industry_edition: meter.industryEdition,
  contract_kva: meter.contractKva,
  voltage_kv: meter.voltageKv,
  interval_minutes: meter.intervalMinutes,
  licensed_processes: [...new Set(meter.licensedProcesses)].sort().join(';'),
  supply_unit: meter.supplyUnit,
  status: meter.status,
  multiplier: meter.multiplier,
  feed: meter.feed,
  parent_point_id: meter.parentPointId,
  address: meter.address,
  transformer_id: meter.transformerId,
  licensed_tonnes_per_year: meter.licensedTonnesPerYear,
  updated_at: nowMs,
})

export const toMeter = (row: Tables['meter']): Meter => ({
  meterId: row.meter_id,
  pointId: row.point_id,
  customerId: row.customer_id,
  customerName: row.customer_name,
  creditCode: row.credit_code,
  districtCode: row.district_code,
  industryCode: row.industry_code,
  industryEdition: row.industry_edition,
  contractKva: row.contract_kva,
  voltageKv: row.voltage_kv,
  intervalMinutes: row.interval_minutes as Meter['intervalMinutes'],
  licensedProcesses: row.licensed_processes.split(';').flatMap(word => {
    const licence = LicensedProcess.safeParse(word)
    return licence.success ? [licence.data] : []
  }),
  supplyUnit: row.supply_unit,
  status: row.status,
  multiplier: row.multiplier,
  feed: row.feed,
  parentPointId: row.parent_point_id,
  address: row.address,
  transformerId: row.transformer_id,
  licensedTonnesPerYear: row.licensed_tonnes_per_year,
  validFrom: dateOf(row.valid_from),
  validTo: row.valid_to === null ? null : dayText(row.valid_to),
})

/** An entry as the store gives it back: equal entries are equal word for word. */
export const normalMeter = (meter: Meter): Meter => toMeter(toRow(meter, 0))

const dateOf = (day: EpochDay): string | null => (day === FIRST_DAY ? null : dayText(day))
