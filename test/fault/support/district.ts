import { dayStartMs, MS_PER_MINUTE, parseDay } from '../../../schemas/day.ts'
import { type Sample, sample } from '../../support/readings.ts'

export const SLOTS_PER_DAY = 96
export const FIRST_DAY = parseDay('2026-01-05')
export const FIRST_READING_MS = dayStartMs(FIRST_DAY) + 15 * MS_PER_MINUTE

/** What is sent: whole days of some meters, M0, M1 …; each interval of them is a cell with a number. */
export interface District {
  readonly meters: number
  readonly days: number
}

export const cellsOf = ({ meters, days }: District): number => meters * days * SLOTS_PER_DAY

/** A value that names its own cell, exact in f32. */
export const kwOf = ({ days }: District, cell: number): number => {
  const slots = days * SLOTS_PER_DAY
  return Math.floor(cell / slots) * 10_000 + (cell % slots)
}

/** Every other meter tells kvar. */
export const kvarOf = ({ days }: District, cell: number): number =>
  Math.floor(cell / (days * SLOTS_PER_DAY)) % 2 === 0 ? Number.NaN : -1 - (cell % 10_000)

export const registryOf = ({ meters }: District): string =>
  [
    'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes',
    ...Array.from({ length: meters }, (_, m) => `M${m},C${m},Invented,500107,5990,0,10,15,`),
  ].join('\n')

/** The reading of a cell. */
export const sampleOf = (district: District, cell: number): Sample => {
  const slots = district.days * SLOTS_PER_DAY
  const slot = cell % slots
  return sample(FIRST_DAY + Math.floor(slot / SLOTS_PER_DAY), slot % SLOTS_PER_DAY, kwOf(district, cell), {
    meterId: `M${Math.floor(cell / slots)}`,
    kvar: kvarOf(district, cell),
  })
}

export const cellOf = ({ days }: District, { meterId, atMs }: Sample): number =>
  Number(meterId.slice(1)) * days * SLOTS_PER_DAY + (atMs - FIRST_READING_MS) / (15 * MS_PER_MINUTE)
