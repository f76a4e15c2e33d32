import { dayStartMs, MS_PER_MINUTE, shanghaiText } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { Outcome } from '../../schemas/outcome.ts'
import { shortest } from '../../schemas/single.ts'
import type { History } from '../adapters/history/index.ts'
import type { LogEntry, ReadingBatch } from '../adapters/log/index.ts'
import { isTooLate, type PointState, takeReading } from './point.ts'
import { emptyDay, type FillingDay, fillingDay, partSlots, placeOf, type SlotOutcome } from './slot-rule.ts'

/** What a checkpoint's readings changed. */
export interface Filled {
  /** Days that hold other values than before */
  readonly changed: Map<PointState, Map<FillingDay, Change>>
  readonly outcomes: Map<Outcome, number>
  /** Values that lost their slot, and readings whose meter the registry does not know */
  readonly displaced: Displaced[]
}

/** How a day changed within a checkpoint. */
export interface Change {
  /** Whether every change came too late to be judged */
  late: boolean
  /** The day without what came too late for it, once something did: this is what is judged */
  inTime?: FillingDay
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

/** A reading of the batch with the place it goes to. */
interface Arrival {
  readonly meter: Meter
  readonly point: PointState
  readonly intervalMinutes: number
  readonly slot: number
  readonly kw: number
  readonly kvar: number
  readonly revision: number
}

const fill = (
  filled: Filled,
  { meter, point }: { meter: Meter; point: PointState },
  batch: ReadingBatch,
  i: number,
  history: History,
): Promise<void> | undefined => {
  const intervalMinutes = batch.intervalMinutes[batch.meter[i]!]!
  const { day, slot } = placeOf(batch.atMs[i]!, intervalMinutes)
  const kw = batch.kw[i]!
  const kvar = batch.kvar[i]!
  const revision = batch.revision[i]!
  const arrival = { meter, point, intervalMinutes, slot, kw, kvar, revision }
  const filling = point.filling.get(day)
  if (filling) return put(filled, filling, arrival)
  // Only the first reading of a day waits for the history.
  return firstOfDay(point, day, intervalMinutes, history).then(made => put(filled, made, arrival))
}

const firstOfDay = async (
  point: PointState,
  day: number,
  intervalMinutes: number,
  history: History,
): Promise<FillingDay> => {
  const mayBeStored = day <= point.solidDay || point.features.has(day)
  const stored = mayBeStored ? await history.read(point.pointId, day) : undefined
  const filling = stored ? fillingDay(stored) : emptyDay(point.pointId, day, intervalMinutes)
  point.filling.set(day, filling)
  return filling
}

const put = (filled: Filled, day: FillingDay, arrival: Arrival): undefined => {
  const { point, intervalMinutes } = arrival
  partSlots(day, intervalMinutes)
  // A meter that records coarser than its day does fills several slots with its mean.
  const slots = intervalMinutes / day.intervalMinutes
  const late = isTooLate(point, day.day)
  const first = arrival.slot * slots
  const held = {
    kw: day.kw[first]!,
    kvar: day.kvar?.[first] ?? Number.NaN,
    revision: day.revision?.[first] ?? 0,
  }
  const endMs = dayStartMs(day.day) + (arrival.slot + 1) * intervalMinutes * MS_PER_MINUTE
  const inTime = late ? keepInTime(filled, point, day) : undefined
  let outcome: SlotOutcome = 'duplicate'
  for (let slot = first; slot < first + slots; slot++) outcome = takeReading(point, day, slot, endMs, arrival)
  count(filled, late && outcome === 'accepted' ? 'too-late' : outcome)
  if (outcome === 'corrected') displace(filled, outcome, arrival, endMs, held, arrival)
  if (outcome === 'superseded') displace(filled, outcome, arrival, endMs, arrival, held)
  if (outcome === 'accepted' || outcome === 'corrected') noteChange(filled, point, day, late, inTime)
  else if ((day.revision?.[first] ?? 0) > held.revision) noteChange(filled, point, day, true, inTime)
}

/** A copy of a day that is still to be judged, before something that came too late goes into it. */
const keepInTime = (filled: Filled, point: PointState, day: FillingDay): FillingDay | undefined => {
  const change = filled.changed.get(point)?.get(day)
  if (change ? change.late || change.inTime : !point.open.has(day.day)) return change?.inTime
  return structuredClone(day)
}

const displace = (
  filled: Filled,
  reason: 'corrected' | 'superseded',
  { meter }: Arrival,
  endMs: number,
  lost: { kw: number; kvar: number; revision: number },
  won: { kw: number },
): void => {
  filled.displaced.push({
    reason,
    detail: `Another value holds this interval: ${shortest(won.kw)} kW.`,
    raw: rawReading(meter.meterId, endMs, lost),
  })
}

const noteChange = (
  filled: Filled,
  point: PointState,
  day: FillingDay,
  late: boolean,
  inTime: FillingDay | undefined,
): void => {
  const days = filled.changed.get(point) ?? new Map<FillingDay, Change>()
  filled.changed.set(point, days)
  const change = days.get(day) ?? { late }
  days.set(day, change)
  if (!late) change.late = false
  if (inTime) change.inTime ??= inTime
}

const displaceUnknown = (filled: Filled, batch: ReadingBatch, i: number): void => {
  const meterId = batch.meterIds[batch.meter[i]!]!
  count(filled, 'unknown-meter')
  filled.displaced.push({
    reason: 'unknown-meter',
    detail: `No meter ${meterId} in the registry.`,
    raw: rawReading(meterId, batch.atMs[i]!, {
      kw: batch.kw[i]!,
      kvar: batch.kvar[i]!,
      revision: batch.revision[i]!,
    }),
  })
}

const count = (filled: Filled, outcome: Outcome): void => {
  filled.outcomes.set(outcome, (filled.outcomes.get(outcome) ?? 0) + 1)
}

/** A reading as it could be sent again. */
const rawReading = (
  meterId: string,
  atMs: number,
  { kw, kvar, revision }: { kw: number; kvar: number; revision: number },
): string =>
  JSON.stringify({
    meterId,
    at: shanghaiText(atMs),
    kw: shortest(kw),
    ...(Number.isNaN(kvar) ? {} : { kvar: shortest(kvar) }),
    ...(revision > 0 ? { revision } : {}),
  })
