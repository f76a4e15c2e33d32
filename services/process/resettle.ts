import type { EpochDay } from '../../schemas/day.ts'
import type { History, Source } from '../adapters/history/index.ts'
import type { RegistryView } from '../registry/index.ts'
import { emptyDay, type FillingDay, fillingDay, heldIn, partSlots, putReading } from './slot-rule.ts'

export interface ResettleDeps {
  readonly history: History
  readonly registry: Pick<RegistryView, 'find'>
}

/**
 * Brings the stored days of a point in line with the registry as it is now: values of the secondary side get the
 * multiplier of their day, and values of a meter that stood elsewhere go there by the slot rule. What is stored
 * for a day nobody stands in for stays where it is. Answers the points that values went to, and the days that hold
 * nothing any more.
 */
export const resettle = async (
  pointId: string,
  from: EpochDay,
  to: EpochDay,
  { history, registry }: ResettleDeps,
): Promise<{ moved: ReadonlySet<string>; emptied: ReadonlySet<EpochDay> }> => {
  const moved = new Set<string>()
  const emptied = new Set<EpochDay>()
  for (const stored of await history.window(pointId, from, to)) {
    const day = fillingDay(stored)
    const sources = day.sources.map(source => settled(source, day.day, registry))
    const places = sources.map(({ place }) => place ?? pointId)
    day.sources = sources.map(({ source }) => source)
    for (const place of new Set(places.filter(id => id !== pointId))) {
      const goes = (slot: number): boolean => places[day.source?.[slot] ?? 0] === place
      await history.write([await moveSlots(day, place, goes, history)])
      moved.add(place)
    }
    if (day.filled === 0) {
      await history.remove(pointId, day.day)
      emptied.add(day.day)
    } else if (places.some(id => id !== pointId) || !sameSources(stored.sources, day.sources)) {
      await history.write([day])
    }
  }
  await resettleRegisters(pointId, from, to, history, registry, moved)
  return { moved, emptied }
}

/** A source with the multiplier of the day, and the point its meter stands at. */
const settled = (
  { meterId, multiplier }: Source,
  day: EpochDay,
  registry: ResettleDeps['registry'],
): { source: Source; place: string | undefined } => {
  const meter = registry.find(meterId, day)
  const now = multiplier === null || !meter ? multiplier : meter.multiplier
  return { source: { meterId, multiplier: now }, place: meter?.pointId }
}

const sameSources = (a: readonly Source[], b: readonly Source[]): boolean =>
  a.every(({ multiplier }, i) => multiplier === b[i]!.multiplier)

/** Takes slots out of a day and puts them into the same day of another point. */
const moveSlots = async (
  day: FillingDay,
  place: string,
  goes: (slot: number) => boolean,
  history: History,
): Promise<FillingDay> => {
  const stored = await history.read(place, day.day)
  const there = stored ? fillingDay(stored) : emptyDay(place, day.day, day.intervalMinutes)
  partSlots(there, day.intervalMinutes)
  const parts = day.intervalMinutes / there.intervalMinutes
  for (let slot = 0; slot < day.kw.length; slot++) {
    if (Number.isNaN(day.kw[slot]!) || !goes(slot)) continue
    const value = heldIn(day, slot)
    for (let part = 0; part < parts; part++) putReading(there, slot * parts + part, value)
    day.kw[slot] = Number.NaN
    if (day.kvar) day.kvar[slot] = Number.NaN
    day.filled--
  }
  return there
}

const resettleRegisters = async (
  pointId: string,
  from: EpochDay,
  to: EpochDay,
  history: History,
  registry: ResettleDeps['registry'],
  moved: Set<string>,
): Promise<void> => {
  for (const row of await history.registers(pointId, from, to)) {
    const { source, place = pointId } = settled(row.source, row.day, registry)
    if (place === pointId && source.multiplier === row.source.multiplier) continue
    await history.writeRegisters([{ ...row, source, pointId: place }])
    if (place === pointId) continue
    await history.removeRegister(row)
    moved.add(place)
  }
}
