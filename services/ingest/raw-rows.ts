import type { EpochDay } from '../../schemas/day.ts'
import type { Fault } from './fault.ts'

/** A reading as it was read, before anything is known of its meter; kW and kvar on the side it was measured on. */
export interface RawReading {
  kind: 'reading'
  meterId: string
  /** UTC ms, END of the interval */
  atMs: number
  kw: number
  /** NaN when absent */
  kvar: number
  revision: number
}

/** A point of a day row that cannot be right: what stood there, in kW and kvar where it is a number, and why. */
export interface BadPoint {
  readonly point: number
  readonly kw: number | string
  readonly kvar: number | string
  readonly fault: Fault
}

/** A day row as it was read. `kw` has 96, 48 or 24 points, NaN = no reading; those that are bad stand aside. */
export interface RawDay {
  kind: 'day'
  meterId: string
  day: EpochDay
  kw: Float64Array
  /** As many as kw; null when there is none */
  kvar: Float64Array | null
  readonly bad: BadPoint[]
  revision: number
}

/** Registers as they were read, kWh, at the midnight that ends `day`. NaN = not told. */
export interface RawRegister {
  kind: 'register'
  meterId: string
  day: EpochDay
  total: number
  sharp: number
  peak: number
  flat: number
  valley: number
  /** kW */
  maxKw: number
  /** UTC ms */
  maxAtMs: number
  revision: number
}

export type RawRow = RawReading | RawDay | RawRegister

/** Reads a line of an input. */
export type LineReader = (line: string) => RawRow | Fault

/** How many readings a good row holds. */
export const readingsOf = (row: RawRow): number => {
  if (row.kind !== 'day') return 1
  let filled = 0
  for (const value of row.kw) if (!Number.isNaN(value)) filled++
  return filled
}
