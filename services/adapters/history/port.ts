import type { EpochDay } from '../../../schemas/day.ts'

/**
 * One day of one metering point: slot i is the mean over [i, i+1) intervals of the plant's day.
 * NaN = no reading. `revision` is null while every value has revision 0.
 */
export interface StoredDay {
  readonly pointId: string
  readonly day: EpochDay
  readonly intervalMinutes: number
  readonly kw: Float32Array<ArrayBuffer>
  readonly kvar: Float32Array<ArrayBuffer> | null
  readonly revision: Uint16Array<ArrayBuffer> | null
}

/** The reading history: what every metering point drew, by day. Writing the same day again changes nothing. */
export interface History {
  /** Stores days whole; confirmed when it resolves (embedded: when the surrounding transaction commits). */
  write(days: readonly StoredDay[]): Promise<void>
  read(pointId: string, day: EpochDay): Promise<StoredDay | undefined>
  /** The days from `from` to `to`, both included, ascending; days without readings are absent. */
  window(pointId: string, from: EpochDay, to: EpochDay): Promise<StoredDay[]>
}
