import { LicensedProcess, type Meter } from '../../schemas/meter.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { chunks } from './reject-book.ts'
import type { FindMeter } from './validate.ts'

const ROWS_PER_INSERT = 500

/** What an import did to the registry. */
export interface RegistryChange {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** Adds and changes meters; a meter that an import does not name stays as it is. */
export const importRegistry = async (
  trx: Db,
  meters: readonly Meter[],
  nowMs: number,
): Promise<RegistryChange> => {
  const before = await readMeters(trx)
  const fresh = meters.filter(meter => JSON.stringify(before.get(meter.meterId)) !== JSON.stringify(meter))
  for (const chunk of chunks(fresh, ROWS_PER_INSERT)) {
    await trx
      .replaceInto('meter')
      .values(chunk.map(meter => toRow(meter, nowMs)))
      .execute()
  }
  const added = fresh.filter(meter => !before.has(meter.meterId)).length
  return { added, changed: fresh.length - added, unchanged: meters.length - fresh.length }
}

/** The registry in memory, for the many questions of one reading after another. */
export interface RegistryView {
  readonly find: FindMeter
  /** The meter that stands at a metering point */
  atPoint(pointId: string): Meter | undefined
  /** Reads anew, from inside a transaction when one is given */
  refresh(trx?: Db): Promise<void>
}

/** Call `refresh` once before use and after each import. */
export const createRegistryView = (db: Db): RegistryView => {
  let meters = new Map<string, Meter>()
  let points = new Map<string, Meter>()
  return {
    find: meterId => meters.get(meterId),
    atPoint: pointId => points.get(pointId),
    async refresh(trx = db) {
      meters = await readMeters(trx)
      points = new Map([...meters.values()].map(meter => [meter.pointId, meter]))
    },
  }
}

export interface MeterQuery {
  readonly customer?: string | undefined
  /** Id of the last meter of the page before */
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of the registry in the order of meter ids. */
export const listMeters = async (db: Db, { customer, after, limit }: MeterQuery): Promise<Meter[]> => {
  let query = db.selectFrom('meter').selectAll().orderBy('meter_id').limit(limit)
  if (customer !== undefined) query = query.where('customer_id', '=', customer)
  if (after !== undefined) query = query.where('meter_id', '>', after)
  return (await query.execute()).map(toMeter)
}

const readMeters = async (db: Db): Promise<Map<string, Meter>> =>
  new Map(
    (await db.selectFrom('meter').selectAll().orderBy('meter_id').execute()).map(row => [
      row.meter_id,
      toMeter(row),
    ]),
  )

const toRow = (meter: Meter, nowMs: number): Tables['meter'] => ({
  meter_id: meter.meterId,
  point_id: meter.pointId,
  customer_id: meter.customerId,
  customer_name: meter.customerName,
  district_code: meter.districtCode,
  industry_code: meter.industryCode,
  industry_edition: meter.industryEdition,
  contract_kva: meter.contractKva,
  voltage_kv: meter.voltageKv,
  interval_minutes: meter.intervalMinutes,
  licensed_processes: meter.licensedProcesses.join(';'),
  supply_unit: meter.supplyUnit,
  status: meter.status,
  updated_at: nowMs,
})

const toMeter = (row: Tables['meter']): Meter => ({
  meterId: row.meter_id,
  pointId: row.point_id,
  customerId: row.customer_id,
  customerName: row.customer_name,
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
})
