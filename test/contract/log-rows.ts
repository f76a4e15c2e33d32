import { parseDay } from '../../schemas/day.ts'
import { DayRow } from '../../schemas/day-row.ts'
import { Reading } from '../../schemas/reading.ts'
import { DailyRegister } from '../../schemas/register.ts'
import { MessageHeaders } from '../../schemas/topic.ts'
import type { Batch, LogEntry, RawMessage } from '../../services/adapters/log/index.ts'

/** A reading, day row or register row, however its log keeps it. NaN = not told. */
export type LogRow = ReturnType<typeof rowOfBatch>

/** The rows of entries, in order. */
export const rowsIn = (entries: readonly LogEntry[]): LogRow[] =>
  entries.flatMap(entry => ('batch' in entry ? rowsOf(entry.batch) : entry.messages.map(rowOfMessage)))

export const rowsOf = (batch: Batch): LogRow[] => Array.from(batch.meter, (_, row) => rowOfBatch(batch, row))

/** The offset of each row: what to read from so that it comes first. */
export const offsetsIn = (entries: readonly LogEntry[]): number[] =>
  entries.flatMap(entry =>
    'batch' in entry
      ? Array.from(entry.batch.meter, () => entry.offset)
      : entry.messages.map(({ offset }) => offset),
  )

const rowOfBatch = (batch: Batch, row: number) => ({
  meterId: batch.meterIds[batch.meter[row]!]!,
  revision: batch.revision[row]!,
  side: batch.side,
  values: valuesOf(batch, row),
})

const valuesOf = (batch: Batch, row: number): Record<string, unknown> => {
  if (batch.kind === 'readings') {
    return { atMs: batch.atMs[row], kw: batch.kw[row], kvar: batch.kvar[row] }
  }
  if (batch.kind === 'days') {
    const { points, day, kw, kvar, firstAtMidnight } = batch
    const list = (values: Float32Array): number[] => [...values.subarray(row * points, (row + 1) * points)]
    return { day: day[row], firstAtMidnight, kw: list(kw), kvar: kvar && list(kvar) }
  }
  const { day, total, sharp, peak, flat, valley, maxKw, maxAtMs } = batch
  const columns = Object.entries({ day, total, sharp, peak, flat, valley, maxKw, maxAtMs })
  return Object.fromEntries(columns.map(([name, values]) => [name, values[row]]))
}

const rowOfMessage = ({ value, headers }: RawMessage): LogRow => {
  const json = JSON.parse(Buffer.from(value!).toString()) as Record<string, unknown>
  const told = MessageHeaders.parse(headers)
  const { meterId, revision } = Reading.pick({ meterId: true, revision: true }).parse(json)
  return {
    meterId,
    revision: revision ?? 0,
    side: told.side ?? 'primary',
    values: valuesIn(json, told['first-point'] === '00:00'),
  }
}

const valuesIn = (json: Record<string, unknown>, firstAtMidnight: boolean): Record<string, unknown> => {
  if (Array.isArray(json.kw)) {
    const { date, kw, kvar } = DayRow.parse(json)
    return { day: parseDay(date), firstAtMidnight, kw: kw.map(single), kvar: kvar ? kvar.map(single) : null }
  }
  if ('total' in json) {
    const { date, total, sharp, peak, flat, valley, maxKw, maxKwAt } = DailyRegister.parse(json)
    const told = { total, sharp, peak, flat, valley, maxKw }
    const numbers = Object.entries(told).map(([name, value]) => [name, value ?? Number.NaN])
    return {
      day: parseDay(date),
      ...Object.fromEntries(numbers),
      maxAtMs: maxKwAt ? Date.parse(maxKwAt) : Number.NaN,
    }
  }
  const { at, kw, kvar } = Reading.parse(json)
  return { atMs: Date.parse(at), kw: single(kw), kvar: single(kvar ?? null) }
}

const single = (value: number | null): number => (value === null ? Number.NaN : Math.fround(value))
