import { dayStartMs, type EpochDay, MS_PER_MINUTE, parseDay } from '../../schemas/day.ts'
import type { ReadingBatch } from '../../services/adapters/log/index.ts'

/** 2024-05-06, a Monday without a holiday near it. */
export const MONDAY = parseDay('2024-05-06')

/** What a test's writes of the history are marked with; embedded it is not looked at. */
export const MARK = { partition: 0, offset: 0 }

/** One reading as a test writes it; kvar absent and revision 0 unless told. */
export interface Sample {
  readonly meterId: string
  /** UTC ms, END of the interval */
  readonly atMs: number
  readonly kw: number
  readonly kvar?: number
  readonly revision?: number
  /** What its meter records at; 15 unless told */
  readonly intervalMinutes?: number
}

/** The end of a slot of a day, UTC ms. */
export const slotEndMs = (day: EpochDay, slot: number, intervalMinutes = 15): number =>
  dayStartMs(day) + (slot + 1) * intervalMinutes * MS_PER_MINUTE

export const sample = (day: EpochDay, slot: number, kw: number, change: Partial<Sample> = {}): Sample => ({
  meterId: 'M1',
  atMs: slotEndMs(day, slot),
  kw,
  ...change,
})

/** A day of 15-minute samples, or the slots of it from `from` up to, without, `to`. */
export const daySamples = (
  day: EpochDay,
  kwAt: (slot: number) => number,
  { from = 0, to = 96, meterId = 'M1' }: { from?: number; to?: number; meterId?: string } = {},
): Sample[] => Array.from({ length: to - from }, (_, i) => sample(day, from + i, kwAt(from + i), { meterId }))

/** Samples in the columns of the log, in the order given. */
export const batchOf = (samples: readonly Sample[], side: ReadingBatch['side'] = 'primary'): ReadingBatch => {
  const meterIds = [...new Set(samples.map(({ meterId }) => meterId))]
  return {
    kind: 'readings',
    side,
    meterIds,
    intervalMinutes: meterIds.map(id => samples.find(({ meterId }) => meterId === id)?.intervalMinutes ?? 15),
    meter: Uint32Array.from(samples, ({ meterId }) => meterIds.indexOf(meterId)),
    atMs: Float64Array.from(samples, ({ atMs }) => atMs),
    kw: Float32Array.from(samples, ({ kw }) => kw),
    kvar: Float32Array.from(samples, ({ kvar }) => kvar ?? Number.NaN),
    revision: Uint16Array.from(samples, ({ revision }) => revision ?? 0),
  }
}
