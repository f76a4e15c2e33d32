import type { EpochDay } from '../../../schemas/day.ts'

/** Who delivered values, and what they are multiplied by (CT×PT); null: they came as primary values. */
export interface Source {
  readonly meterId: string
  readonly multiplier: number | null
}

/**
 * One day of one metering point, as it was delivered: slot i is the mean over [i, i+1) intervals of the plant's
 * day. NaN = no reading. `primaryPower` makes primary kW and kvar of it, so that another multiplier changes
 * nothing but the source.
 */
export interface StoredDay {
  readonly pointId: string
  readonly day: EpochDay
  readonly intervalMinutes: number
  readonly kw: Float32Array<ArrayBuffer>
  readonly kvar: Float32Array<ArrayBuffer> | null
  /** null while every value has revision 0 */
  readonly revision: Uint16Array<ArrayBuffer> | null
  readonly sources: readonly Source[]
  /** Place in `sources` of each slot; null while all are of the first */
  readonly source: Uint8Array<ArrayBuffer> | null
  /** 1 where two different values of one revision met; null when nowhere */
  readonly clashed: Uint8Array<ArrayBuffer> | null
}

/** Registers of a point at the midnight that ends a day, as delivered, kWh. NaN = not told. */
export interface StoredRegister {
  readonly pointId: string
  readonly day: EpochDay
  readonly source: Source
  readonly total: number
  readonly sharp: number
  readonly peak: number
  readonly flat: number
  readonly valley: number
  readonly maxKw: number
  /** UTC ms */
  readonly maxAtMs: number
  readonly revision: number
}

/** The reading history: what every metering point drew, by day. Writing the same day again changes nothing. */
export interface History {
  /** Stores days whole; confirmed when it resolves (embedded: when the surrounding transaction commits). */
  write(days: readonly StoredDay[]): Promise<void>
  read(pointId: string, day: EpochDay): Promise<StoredDay | undefined>
  /** The days from `from` to `to`, both included, ascending; days without readings are absent. */
  window(pointId: string, from: EpochDay, to: EpochDay): Promise<StoredDay[]>
  writeRegisters(rows: readonly StoredRegister[]): Promise<void>
  /** Registers of the days from `from` to `to`, both included, ascending; of each meter that stood there. */
  registers(pointId: string, from: EpochDay, to: EpochDay): Promise<StoredRegister[]>
  /** Removes a day of a point: its values stand at another point now. */
  remove(pointId: string, day: EpochDay): Promise<void>
  /** Removes the registers of one meter's day at a point: they stand at another point now. */
  removeRegister(row: StoredRegister): Promise<void>
  /** Lets go up to `atMost` days of a point that are older than `day`; answers how many. */
  letGo(pointId: string, day: EpochDay, atMost: number): Promise<number>
}
