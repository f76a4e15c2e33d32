import { dayOf, dayStartMs, MS_PER_MINUTE } from '../../../../schemas/day.ts'
import { type RowReader, readTables } from './csv.ts'
import { decodeId } from './ids.ts'
import { createInstantReader } from './instant.ts'
import { emptySlots, type HeldDay, MINUTES_PER_DAY, type Slots, takeVersion } from './slots.ts'

/** Whether a value from a place in the log counts. */
export type IsCommitted = (partition: number, offset: number) => boolean

/** Makes days of the rows of a `fieldsQuery`, of the versions that count. */
export const readDays = (csv: string, isCommitted: IsCommitted): HeldDay[] => {
  const days = new Map<string, HeldDay>()
  readTables(csv, columns => rowReader(columns, isCommitted, days))
  return [...days.values()]
}

const rowReader = (
  columns: readonly string[],
  isCommitted: IsCommitted,
  days: Map<string, HeldDay>,
): RowReader => {
  const place = placesOf(columns)
  const instant = createInstantReader()
  let table: string | undefined
  let pointId = ''
  let intervalMinutes = 0
  let partition = 0
  let last: { readonly day: number; readonly slots: Slots } | undefined
  return cells => {
    if (cells[place.table] !== table) {
      table = cells[place.table]
      pointId = decodeId(cells[place.point] ?? '')
      intervalMinutes = Number(cells[place.interval])
      partition = Number(cells[place.log])
      last = undefined
    }
    const offset = Number(cells[place.at])
    if (!isSlotted(intervalMinutes) || !isCommitted(partition, offset)) return
    const isGone = cells[place.gone] === 'true'
    const kw = cells[place.kw] ?? ''
    if (kw === '' && !isGone) return
    const ms = instant(cells[place.time]!)
    const day = dayOf(ms)
    const slotMs = intervalMinutes * MS_PER_MINUTE
    const inDayMs = ms - dayStartMs(day)
    const slot = Math.floor(inDayMs / slotMs)
    if (last?.day !== day) last = { day, slots: slotsOf(days, pointId, day, intervalMinutes) }
    takeVersion(last.slots, slot, {
      version: inDayMs - slot * slotMs,
      kw: isGone ? Number.NaN : Number(kw),
      kvar: numberOf(cells[place.kvar]) ?? Number.NaN,
      revision: numberOf(cells[place.revision]) ?? 0,
      clashed: cells[place.clashed] === 'true',
      meterId: cells[place.meter] ? decodeId(cells[place.meter]!) : pointId,
      multiplier: numberOf(cells[place.multiplier]),
      partition,
      offset,
    })
  }
}

/** Where each column stands; -1, where there is never a cell, when it is absent. */
const placesOf = (columns: readonly string[]) => {
  const at = (name: string): number => columns.indexOf(name)
  return {
    table: at('table'),
    time: at('_time'),
    point: at('point'),
    interval: at('interval'),
    log: at('log'),
    at: at('at'),
    kw: at('kw'),
    kvar: at('kvar'),
    revision: at('revision'),
    clashed: at('clashed'),
    meter: at('meter'),
    multiplier: at('multiplier'),
    gone: at('gone'),
  }
}

const isSlotted = (intervalMinutes: number): boolean => MINUTES_PER_DAY % intervalMinutes === 0

export const numberOf = (cell: string | undefined): number | null =>
  cell === undefined || cell === '' ? null : Number(cell)

const slotsOf = (
  days: Map<string, HeldDay>,
  pointId: string,
  day: number,
  intervalMinutes: number,
): Slots => {
  const key = `${day} ${pointId}`
  let held = days.get(key)
  if (!held) {
    held = { pointId, day, series: new Map() }
    days.set(key, held)
  }
  let slots = held.series.get(intervalMinutes)
  if (!slots) {
    slots = emptySlots(intervalMinutes)
    held.series.set(intervalMinutes, slots)
  }
  return slots
}
