import { dayStartMs, dayText, MS_PER_DAY, shanghaiText } from '../../schemas/day.ts'
import type { DayBatch, ReadingBatch, RegisterBatch } from '../../services/adapters/log/index.ts'
import type { BookedReject } from '../../services/ingest/index.ts'

/** Rows of batches as the expectations write them, without their line. */

export const readingTexts = ({ meterIds, meter, atMs, kw, kvar, revision }: ReadingBatch): string[] =>
  [...meter].map((m, i) =>
    cells(meterIds[m]!, shanghaiText(atMs[i]!), single(kw[i]!), single(kvar[i]!), revision[i]!),
  )

export const registerTexts = (batch: RegisterBatch): string[] =>
  [...batch.meter].map((m, i) =>
    cells(
      batch.meterIds[m]!,
      dayText(batch.day[i]!),
      ...[batch.total, batch.sharp, batch.peak, batch.flat, batch.valley].map(column => double(column[i]!)),
      double(batch.maxKw[i]!),
      Number.isNaN(batch.maxAtMs[i]!) ? '-' : shanghaiText(batch.maxAtMs[i]!),
      batch.revision[i]!,
    ),
  )

export interface DayTexts {
  readonly row: string
  readonly kw: string
  readonly kvar: string
}

export const dayTexts = (batch: DayBatch): DayTexts[] =>
  [...batch.meter].map((m, i) => {
    const { points, firstAtMidnight, kw, kvar } = batch
    const day = batch.day[i]!
    const values = (column: Float32Array): string =>
      [...column.subarray(i * points, (i + 1) * points)].map(single).join(' ')
    const firstMs = dayStartMs(day) + (firstAtMidnight ? 0 : MS_PER_DAY / points)
    const first = shanghaiText(firstMs).slice(11, 16)
    return {
      row: cells(batch.meterIds[m]!, dayText(day), first, batch.revision[i]!),
      kw: values(kw),
      kvar: kvar ? values(kvar) : NONE.repeat(points).trim(),
    }
  })

/** Of as many points as it is repeated */
const NONE = '- '

const cells = (...values: (string | number)[]): string => values.join(' | ')

/** Six digits are what an f32 surely keeps of a decimal number. */
const single = (value: number): string => (Number.isNaN(value) ? '-' : String(Number(value.toPrecision(6))))

const double = (value: number): string => (Number.isNaN(value) ? '-' : String(value))

/** A point of a day row that was turned away. */
export const pointText = ({ line, reason, raw }: BookedReject): string => {
  const { at, kw, kvar } = readJson(raw)
  return cells(line ?? 0, reason, at ?? '', kw ?? '', ...(kvar === undefined ? [] : [kvar]))
}

const readJson = (raw: string): Record<string, string | number> => {
  try {
    return JSON.parse(raw)
  } catch {
    return {}
  }
}
