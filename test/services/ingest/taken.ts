import { dayText, parseDay, shanghaiText } from '../../../schemas/day.ts'
import type { Meter } from '../../../schemas/meter.ts'
import { ImportProfile } from '../../../schemas/profile.ts'
import { shortest } from '../../../schemas/single.ts'
import type { Batch, DayBatch, ReadingBatch, RegisterBatch } from '../../../services/adapters/log/index.ts'
import {
  type BookedReject,
  type IntakeOptions,
  type IntakeResult,
  type MeterFinder,
  takeIn,
} from '../../../services/ingest/index.ts'
import { meter } from '../../support/meters.ts'

/** What the clock shows in these tests. */
export const NOW_MS = Date.parse('2026-12-01T00:00:00+08:00')

export const profileOf = (change: Partial<ImportProfile>): ImportProfile => ImportProfile.parse(change)

/** The registry of these tests: entries hold from their first to their last day. */
export const finderOf = (meters: readonly Meter[]): MeterFinder => ({
  find: (meterId, day) =>
    meters.find(
      entry =>
        entry.meterId === meterId &&
        parseDay(entry.validFrom ?? '0001-01-01') <= day &&
        day <= parseDay(entry.validTo ?? '9999-12-31'),
    ),
  knows: meterId => meters.some(entry => entry.meterId === meterId),
})

export const METERS = [meter(), meter({ meterId: 'M2', contractKva: 100, multiplier: 50 })]

export async function* blocksOf(...blocks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const block of blocks) yield Buffer.from(block as string)
}

export interface Taken {
  readonly result: IntakeResult
  readonly batches: readonly Batch[]
  readonly rejects: readonly BookedReject[]
  readonly reasons: readonly string[]
  readonly readings: readonly Record<string, unknown>[]
  readonly days: readonly Record<string, unknown>[]
  readonly registers: readonly Record<string, unknown>[]
}

/** Takes an input in and answers what came of it; `undefined` values are those that are absent. */
export const taken = async (
  input: string | Uint8Array | AsyncIterable<Uint8Array>,
  { meters = METERS, ...options }: IntakeOptions & { meters?: readonly Meter[] } = {},
): Promise<Taken> => {
  const batches: Batch[] = []
  const rejects: BookedReject[] = []
  const append = async (batch: Batch | null, turnedAway: readonly BookedReject[]) => {
    if (batch) batches.push(batch)
    rejects.push(...turnedAway)
  }
  const bytes = typeof input === 'string' || input instanceof Uint8Array ? blocksOf(input) : input
  const result = await takeIn(bytes, options, { meters: finderOf(meters), append, nowMs: () => NOW_MS })
  const ofKind = <Kind extends Batch['kind']>(kind: Kind) =>
    batches.filter((batch): batch is Batch & { kind: Kind } => batch.kind === kind)
  return {
    result,
    batches,
    rejects,
    reasons: rejects.map(({ reason }) => reason),
    readings: ofKind('readings').flatMap(readingsOf),
    days: ofKind('days').flatMap(daysOf),
    registers: ofKind('registers').flatMap(registersOf),
  }
}

const told = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value)
const single = (value: number): number | undefined => (Number.isNaN(value) ? undefined : shortest(value))

const readingsOf = (batch: ReadingBatch) =>
  Array.from(batch.meter, (place, i) => ({
    meterId: batch.meterIds[place],
    at: shanghaiText(batch.atMs[i]!),
    kw: single(batch.kw[i]!),
    kvar: single(batch.kvar[i]!),
    revision: batch.revision[i],
  }))

const daysOf = (batch: DayBatch) =>
  Array.from(batch.meter, (place, i) => {
    const row = (column: Float32Array) =>
      Array.from(column.subarray(i * batch.points, (i + 1) * batch.points), single)
    return {
      meterId: batch.meterIds[place],
      date: dayText(batch.day[i]!),
      kw: row(batch.kw),
      kvar: batch.kvar && row(batch.kvar),
      revision: batch.revision[i],
    }
  })

const registersOf = (batch: RegisterBatch) =>
  Array.from(batch.meter, (place, i) => ({
    meterId: batch.meterIds[place],
    date: dayText(batch.day[i]!),
    total: told(batch.total[i]!),
    sharp: told(batch.sharp[i]!),
    peak: told(batch.peak[i]!),
    flat: told(batch.flat[i]!),
    valley: told(batch.valley[i]!),
    maxKw: told(batch.maxKw[i]!),
    maxKwAt: Number.isNaN(batch.maxAtMs[i]!) ? undefined : shanghaiText(batch.maxAtMs[i]!),
    revision: batch.revision[i],
  }))
