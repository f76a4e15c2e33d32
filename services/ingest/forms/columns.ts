import type { ImportForm } from '../../../schemas/profile.ts'

/** Our names of the columns of a form. */
export interface FormColumns {
  readonly required: readonly string[]
  readonly optional: readonly string[]
  /** Known, but nothing is made of them */
  readonly unused: readonly string[]
}

export const COLUMNS: Record<ImportForm, FormColumns> = {
  readings: {
    required: ['meter_id', 'ts', 'kw'],
    optional: ['kvar', 'pf', 'revision'],
    unused: ['kwh', 'ia', 'ib', 'ic', 'ua', 'ub', 'uc', 'quality'],
  },
  // Besides, the points p1, p2 … and q1, q2 …
  'day-rows': { required: ['meter_id', 'date'], optional: ['revision'], unused: [] },
  registers: {
    required: ['meter_id', 'date', 'reg_total'],
    optional: ['reg_sharp', 'reg_peak', 'reg_flat', 'reg_valley', 'max_kw', 'max_kw_at', 'revision'],
    unused: [],
  },
  registry: {
    required: [
      'meter_id',
      'customer_id',
      'customer_name',
      'district_code',
      'industry_code',
      'contract_kva',
      'voltage_kv',
      'interval_minutes',
      'licensed_processes',
    ],
    optional: [
      'point_id',
      'credit_code',
      'industry_edition',
      'supply_unit',
      'status',
      'multiplier',
      'feed',
      'parent_point_id',
      'address',
      'transformer_id',
      'licensed_tonnes_per_year',
      'valid_from',
      'valid_to',
    ],
    unused: [],
  },
}

const NAMES = new Set(
  Object.values(COLUMNS).flatMap(({ required, optional, unused }) => [...required, ...optional, ...unused]),
)
const POINT = /^[pq]\d+$/

/** Whether a name, in small letters, is one of ours in any form. */
export const isOurs = (name: string): boolean => NAMES.has(name) || POINT.test(name)
