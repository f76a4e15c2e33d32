import { dayStartMs, MS_PER_MINUTE } from '../../schemas/day.ts'
import type { Source, WriteMark } from '../adapters/history/index.ts'
import type { DayBatch, ReadingBatch } from '../adapters/log/index.ts'
import { displacedReading, rawDayRow, rawReading } from './displaced.ts'
import { fillRegisters } from './fill-registers.ts'
import {
  type Change,
  count,
  displaceUnplaced,
  type Entry,
  type Filled,
  type Lateness,
  markOf,
  nothingFilled,
  type Place,
  type Recall,
  type Resolve,
} from './filled.ts'
import { isTooLate, mayBeStored, noteDay, type PointState, takeReading } from './point.ts'
import {
  emptyDay,
  type FillingDay,
  filledSlots,
  fillingDay,
  heldIn,
  MINUTES_PER_DAY,
  partSlots,
  placeOf,
  type SlotOutcome,
  type Value,
} from './slot-rule.ts'

/** Resolves each reading to its metering point and puts it into its day. Pure but for reading stored days. */
export const fillDays = async (
  entries: readonly Entry[],
  resolve: Resolve,
  history: Recall,
): Promise<Filled> => {
  const filled = nothingFilled()
  for (const entry of entries) {
    const { batch } = entry
    if (batch.kind === 'readings') await fillReadings(filled, { ...entry, batch }, resolve, history)
    else if (batch.kind === 'days') await fillRows(filled, { ...entry, batch }, resolve, history)
    else await fillRegisters(filled, { ...entry, batch }, resolve, history)
  }
  return filled
}

type ReadingEntry = Entry & { readonly batch: ReadingBatch }
type DayEntry = Entry & { readonly batch: DayBatch }

/** Who delivered a value; of a batch of the secondary side with the multiplier of the day. */
const sourceFor = (side: 'primary' | 'secondary', { meter }: Place): Source => ({
  meterId: meter.meterId,
  multiplier: side === 'secondary' ? meter.multiplier : null,
})

/** Remembers the last day of each meter: readings of one mostly follow each other. */
const rememberPlaces = (batch: ReadingBatch | DayBatch, resolve: Resolve) => {
  const days = new Int32Array(batch.meterIds.length).fill(-1)
  const places: (ReturnType<Resolve> | undefined)[] = []
  const sources: (Source | undefined)[] = []
  return (meter: number, day: number): { place: ReturnType<Resolve>; source: Source | undefined } => {
    if (days[meter] !== day) {
      const place = resolve(batch.meterIds[meter]!, day)
      days[meter] = day
      places[meter] = place
      sources[meter] = typeof place === 'string' ? undefined : sourceFor(batch.side, place)
    }
    return { place: places[meter]!, source: sources[meter] }
  }
}

const fillReadings = async (
  filled: Filled,
  entry: ReadingEntry,
  resolve: Resolve,
  history: Recall,
): Promise<void> => {
  const { batch, late } = entry
  const placeFor = rememberPlaces(batch, resolve)
  for (let i = 0; i < batch.atMs.length; i++) {
    const meter = batch.meter[i]!
    const intervalMinutes = batch.intervalMinutes[meter]!
    const { day, slot } = placeOf(batch.atMs[i]!, intervalMinutes)
    const { place, source } = placeFor(meter, day)
    const [kw, kvar, revision] = [batch.kw[i]!, batch.kvar[i]!, batch.revision[i]!]
    if (typeof place === 'string') {
      const meterId = batch.meterIds[meter]!
      const given = { kw, kvar, revision }
      displaceUnplaced(filled, place, meterId, rawReading(meterId, batch.atMs[i]!, given, batch.side))
      continue
    }
    const value = { kw, kvar, revision, source: source! }
    const known = place.point.filling.get(day)
    // Only the first reading of a day waits for the history.
    const filling = known ?? (await firstOfDay(place.point, day, intervalMinutes, history))
    put(filled, filling, { point: place.point, intervalMinutes, slot, value, late, mark: markOf(entry, i) })
  }
}

const fillRows = async (
  filled: Filled,
  entry: DayEntry,
  resolve: Resolve,
  history: Recall,
): Promise<void> => {
  const { batch, late } = entry
  const placeFor = rememberPlaces(batch, resolve)
  const intervalMinutes = MINUTES_PER_DAY / batch.points
  const first = batch.firstAtMidnight ? 1 : 0
  for (let row = 0; row < batch.meter.length; row++) {
    const meter = batch.meter[row]!
    const day = batch.day[row]!
    if (batch.firstAtMidnight)
      await fillOne(filled, entry, row, 0, day - 1, batch.points - 1, placeFor, history)
    const { place, source } = placeFor(meter, day)
    if (typeof place === 'string') {
      const kw = batch.kw.subarray(row * batch.points + first, (row + 1) * batch.points)
      displaceUnplaced(filled, place, batch.meterIds[meter]!, rawDayRow(batch, row), filledSlots(kw))
      continue
    }
    const { point } = place
    const known = point.filling.get(day) ?? (await recalled(point, day, history))
    if (!known && !batch.firstAtMidnight && adoptRow(filled, point, entry, row, source!)) continue
    const filling = known ?? begin(point, emptyDay(point.pointId, day, intervalMinutes))
    const mark = markOf(entry, row)
    for (let i = first; i < batch.points; i++) {
      const value = valueAt(batch, row, i, source!)
      if (Number.isNaN(value.kw)) continue
      put(filled, filling, { point, intervalMinutes, slot: i - first, value, late, mark })
    }
  }
}

/** One point of a row whose place is in another day than the rest. */
const fillOne = async (
  filled: Filled,
  entry: DayEntry,
  row: number,
  i: number,
  day: number,
  slot: number,
  placeFor: ReturnType<typeof rememberPlaces>,
  history: Recall,
): Promise<void> => {
  const { batch, late } = entry
  const intervalMinutes = MINUTES_PER_DAY / batch.points
  const meter = batch.meter[row]!
  const { place, source } = placeFor(meter, day)
  const given = valueAt(batch, row, i, source!)
  if (Number.isNaN(given.kw)) return
  if (typeof place === 'string') {
    const meterId = batch.meterIds[meter]!
    displaceUnplaced(filled, place, meterId, rawReading(meterId, dayStartMs(day + 1), given, batch.side))
    return
  }
  const { point } = place
  const filling = point.filling.get(day) ?? (await firstOfDay(point, day, intervalMinutes, history))
  put(filled, filling, { point, intervalMinutes, slot, value: given, late, mark: markOf(entry, row) })
}

const valueAt = (batch: DayBatch, row: number, i: number, source: Source): Value => {
  const at = row * batch.points + i
  return { kw: batch.kw[at]!, kvar: batch.kvar?.[at] ?? Number.NaN, revision: batch.revision[row]!, source }
}

/** A full row for a day that holds nothing yet is the day: the same as putting its values one by one. */
const adoptRow = (
  filled: Filled,
  point: PointState,
  entry: DayEntry,
  row: number,
  source: Source,
): boolean => {
  const { batch } = entry
  const [from, to] = [row * batch.points, (row + 1) * batch.points]
  const kw = batch.kw.slice(from, to)
  if (isTooLate(point, batch.day[row]!) || filledSlots(kw) < batch.points) return false
  const kvar = batch.kvar?.slice(from, to)
  const revision = batch.revision[row]!
  const day = begin(point, {
    pointId: point.pointId,
    day: batch.day[row]!,
    intervalMinutes: MINUTES_PER_DAY / batch.points,
    kw,
    kvar: kvar && filledSlots(kvar) > 0 ? kvar : null,
    revision: revision > 0 ? new Uint16Array(kw.length).fill(revision) : null,
    sources: [source],
    source: null,
    clashed: null,
    versions: null,
    filled: kw.length,
    open: false,
  })
  point.newestMs = Math.max(point.newestMs, dayStartMs(day.day + 1))
  noteDay(point, day)
  count(filled, 'accepted', kw.length)
  const change = noteChange(filled, point, day, false, undefined)
  const mark = markOf(entry, row)
  if (mark) change.fresh = new Map(Array.from(kw, (_, slot) => [slot, mark]))
  return true
}

const firstOfDay = async (
  point: PointState,
  day: number,
  intervalMinutes: number,
  history: Recall,
): Promise<FillingDay> => {
  return (await recalled(point, day, history)) ?? begin(point, emptyDay(point.pointId, day, intervalMinutes))
}

const begin = (point: PointState, day: FillingDay): FillingDay => {
  point.filling.set(day.day, day)
  return day
}

/** A day as the history holds it, when it can. */
const recalled = async (point: PointState, day: number, history: Recall): Promise<FillingDay | undefined> => {
  if (!mayBeStored(point, day)) return undefined
  const stored = await history.read(point.pointId, day)
  return stored && begin(point, fillingDay(stored))
}

/** A value with the place it goes to. */
interface Arrival {
  readonly point: PointState
  readonly intervalMinutes: number
  readonly slot: number
  readonly value: Value
  readonly late: Lateness
  readonly mark: WriteMark | undefined
}

const put = (filled: Filled, day: FillingDay, arrival: Arrival): void => {
  const { point, intervalMinutes, value } = arrival
  partSlots(day, intervalMinutes)
  // A meter that records coarser than its day does fills several slots with its mean.
  const slots = intervalMinutes / day.intervalMinutes
  const late = isTooLate(point, day.day)
  const first = arrival.slot * slots
  const held = heldIn(day, first)
  const endMs = dayStartMs(day.day) + (arrival.slot + 1) * intervalMinutes * MS_PER_MINUTE
  const inTime = late ? keepInTime(filled, point, day) : undefined
  let outcome: SlotOutcome = 'duplicate'
  let fresh = 0
  for (let slot = first; slot < first + slots; slot++) {
    const revision = day.revision?.[slot] ?? 0
    const became = takeReading(point, day, slot, endMs, value)
    if (WEIGHT[became] > WEIGHT[outcome]) outcome = became
    if (!CHANGES[became] && (day.revision?.[slot] ?? 0) <= revision) continue
    fresh++
    if (arrival.mark) noteFresh(filled, point, day, slot, arrival.mark)
  }
  count(filled, late && outcome === 'accepted' ? 'too-late' : outcome)
  if (outcome === 'corrected') filled.displaced.push(displacedReading(outcome, endMs, held, value))
  if (outcome === 'superseded') filled.displaced.push(displacedReading(outcome, endMs, value, held))
  if (fresh === 0) return
  const changed = CHANGES[outcome]
  // Nothing is judged anew for a higher revision of the same value.
  const change = noteChange(filled, point, day, late || !changed, inTime)
  if (late && changed && arrival.late === 'judge') change.asked = true
}

/** Whether a slot holds another value than before. */
const CHANGES: Record<SlotOutcome, boolean> = {
  accepted: true,
  corrected: true,
  superseded: false,
  duplicate: false,
}

/** A value that came to several slots did what it did most. */
const WEIGHT: Record<SlotOutcome, number> = { duplicate: 0, superseded: 1, accepted: 2, corrected: 3 }

const noteFresh = (
  filled: Filled,
  point: PointState,
  day: FillingDay,
  slot: number,
  mark: WriteMark,
): void => {
  const change = noteChange(filled, point, day, true, undefined)
  change.fresh ??= new Map()
  change.fresh.set(slot, mark)
}

/** A copy of a day that is still to be judged, before something that came too late goes into it. */
const keepInTime = (filled: Filled, point: PointState, day: FillingDay): FillingDay | undefined => {
  const change = filled.changed.get(point)?.get(day)
  if (change ? change.late || change.inTime : !day.open) return change?.inTime
  return structuredClone(day)
}

const noteChange = (
  filled: Filled,
  point: PointState,
  day: FillingDay,
  late: boolean,
  inTime: FillingDay | undefined,
): Change => {
  const days = filled.changed.get(point) ?? new Map<FillingDay, Change>()
  filled.changed.set(point, days)
  const change: Change = days.get(day) ?? { late }
  days.set(day, change)
  if (!late) change.late = false
  if (inTime) change.inTime ??= inTime
  return change
}
