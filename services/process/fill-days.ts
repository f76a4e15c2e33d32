import { dayStartMs, MS_PER_MINUTE, shanghaiText } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { Outcome } from '../../schemas/outcome.ts'
import type { History } from '../adapters/history/index.ts'
import type { LogEntry, ReadingBatch } from '../adapters/log/index.ts'
import { isTooLate, type PointState, takeReading } from './point.ts'
import { emptyDay, type FillingDay, fillingDay, placeOf } from './slot-rule.ts'

/** What a checkpoint's readings changed. */
export interface Filled {
  /** Days that hold other values than before, and whether every one of these came too late to be judged */
  readonly changed: Map<PointState, Map<FillingDay, { late: boolean }>>
  readonly outcomes: Map<Outcome, number>
  /** Values that lost their slot, and readings whose meter the registry does not know */
  readonly displaced: Displaced[]
}

export interface Displaced {
  readonly reason: 'corrected' | 'superseded' | 'unknown-meter'
  readonly detail: string
  readonly raw: string
}

/** Finds the point of a meter; undefined when the registry does not know the meter. */
export type Resolve = (meterId: string) => { meter: Meter; point: PointState } | undefined

/** Resolves each reading to its metering point and puts it into its day. Pure but for reading stored days. */
export const fillDays = async (
  entries: readonly LogEntry[],
  resolve: Resolve,
  history: History,
): Promise<Filled> => {
  const filled: Filled = { changed: new Map(), outcomes: new Map(), displaced: [] }
  for (const { batch } of entries) {
    const places = batch.meterIds.map(resolve)
    for (let i = 0; i < batch.atMs.length; i++) {
      const place = places[batch.meter[i]!]
      if (!place) {
        displaceUnknown(filled, batch, i)
        continue
      }
      const pending = fill(filled, place, batch, i, history)
      if (pending) await pending
    }
  }
  return filled
}

const fill = (
  filled: Filled,
  { meter, point }: { meter: Meter; point: PointState },
  batch: ReadingBatch,
  i: number,
  history: History,
): Promise<void> | undefined => {
  const { day, slot } = placeOf(batch.atMs[i]!, meter.intervalMinutes)
  const filling = point.filling.get(day)
  if (filling) return put(filled, meter, point, filling, slot, batch, i)
  // Only the first reading of a day waits for the history.
  return firstOfDay(point, day, meter, history).then(made => put(filled, meter, point, made, slot, batch, i))
}

const firstOfDay = async (
  point: PointState,
  day: number,
  meter: Meter,
  history: History,
): Promise<FillingDay> => {
  const mayBeStored = day <= point.solidDay || point.features.has(day)
  const stored = mayBeStored ? await history.read(point.pointId, day) : undefined
  const filling = stored ? fillingDay(stored) : emptyDay(point.pointId, day, meter.intervalMinutes)
  point.filling.set(day, filling)
  return filling
}

const put = (
  filled: Filled,
  meter: Meter,
  point: PointState,
  day: FillingDay,
  slot: number,
  batch: ReadingBatch,
  i: number,
): undefined => {
  const kw = batch.kw[i]!
  const kvar = batch.kvar[i]!
  const heldKw = day.kw[slot]!
  const heldKvar = day.kvar?.[slot] ?? Number.NaN
  const endMs = dayStartMs(day.day) + (slot + 1) * day.intervalMinutes * MS_PER_MINUTE
  const late = isTooLate(point, day.day)
  const outcome = takeReading(point, day, slot, endMs, { kw, kvar, revision: batch.revision[i]! })
  count(filled, late && outcome === 'accepted' ? 'too-late' : outcome)
  if (outcome === 'corrected' || outcome === 'superseded') {
    const [lostKw, lostKvar] = outcome === 'corrected' ? [heldKw, heldKvar] : [kw, kvar]
    filled.displaced.push({
      reason: outcome,
      detail: `Another value holds this interval: ${outcome === 'corrected' ? kw : heldKw} kW.`,
      raw: rawReading(meter.meterId, endMs, lostKw, lostKvar),
    })
  }
  if (outcome !== 'duplicate' && outcome !== 'superseded') noteChange(filled, point, day, late)
}

const noteChange = (filled: Filled, point: PointState, day: FillingDay, late: boolean): void => {
  const days = filled.changed.get(point) ?? new Map<FillingDay, { late: boolean }>()
  filled.changed.set(point, days)
  const change = days.get(day)
  if (!change) days.set(day, { late })
  else if (!late) change.late = false
}

const displaceUnknown = (filled: Filled, batch: ReadingBatch, i: number): void => {
  const meterId = batch.meterIds[batch.meter[i]!]!
  count(filled, 'unknown-meter')
  filled.displaced.push({
    reason: 'unknown-meter',
    detail: `No meter ${meterId} in the registry.`,
    raw: rawReading(meterId, batch.atMs[i]!, batch.kw[i]!, batch.kvar[i]!),
  })
}

const count = (filled: Filled, outcome: Outcome): void => {
  filled.outcomes.set(outcome, (filled.outcomes.get(outcome) ?? 0) + 1)
}

const rawReading = (meterId: string, atMs: number, kw: number, kvar: number): string =>
  JSON.stringify({ meterId, at: shanghaiText(atMs), kw, ...(Number.isNaN(kvar) ? {} : { kvar }) })
