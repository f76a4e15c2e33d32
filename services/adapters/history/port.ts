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
  /**
   * How often each slot changed after its first value (of an empty slot: the number its next value gets); null or
   * absent while none did. Kept by histories whose writes are outside the transaction.
   */
  readonly versions?: Uint16Array<ArrayBuffer> | null
}

/** A day to be written. */
export interface WrittenDay extends StoredDay {
  /** The slots that changed since the day was read, with their places in the log; absent: any may have */
  readonly fresh?: ReadonlyMap<number, WriteMark> | undefined
}

/**
 * What of the log (or which correction) a value comes from. A history whose writes are outside the transaction keeps
 * it beside the value, and does not show a process values from beyond its checkpoint: they are written again, the same.
 */
export interface WriteMark {
  readonly partition: number
  readonly offset: number
}

/** A point's day. */
export interface PointDay {
  readonly pointId: string
  readonly day: EpochDay
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
  /** How often the row changed after it first came; as `versions` of a day */
  readonly version?: number
}

/** A register row to be written, with its own place in the log where it has one. */
export interface WrittenRegister extends StoredRegister {
  readonly mark?: WriteMark | undefined
}

/**
 * The reading history: what every metering point drew, by day. Writing the same day again changes nothing. A `mark`
 * tells what a write belongs to; embedded, where writes are part of the transaction, it is not looked at.
 */
export interface History {
  /** Stores days whole; confirmed when it resolves (embedded: when the surrounding transaction commits). */
  write(days: readonly WrittenDay[], mark: WriteMark): Promise<void>
  read(pointId: string, day: EpochDay): Promise<StoredDay | undefined>
  /**
   * The days of many points in as few questions as can be, in no order. Days without readings are absent, but for those
   * whose readings all went: they may be answered for their `versions`, as by `read`.
   */
  readMany(wanted: readonly PointDay[]): Promise<StoredDay[]>
  /** The days from `from` to `to`, both included, ascending; days without readings are absent. */
  window(pointId: string, from: EpochDay, to: EpochDay): Promise<StoredDay[]>
  writeRegisters(rows: readonly WrittenRegister[], mark: WriteMark): Promise<void>
  /** Registers of the days from `from` to `to`, both included, ascending; of each meter that stood there. */
  registers(pointId: string, from: EpochDay, to: EpochDay): Promise<StoredRegister[]>
  /** Registers of many points' days, in no order. */
  registersOf(wanted: readonly PointDay[]): Promise<StoredRegister[]>
  /** Removes a day of a point: its values stand at another point now. */
  remove(pointId: string, day: EpochDay, mark: WriteMark): Promise<void>
  /** Removes the registers of one meter's day at a point: they stand at another point now. */
  removeRegister(row: StoredRegister, mark: WriteMark): Promise<void>
  /** Lets go up to `atMost` days of a point that are older than `day`; answers how many. */
  letGo(pointId: string, day: EpochDay, atMost: number): Promise<number>
}
