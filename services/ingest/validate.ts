import {
  dayOf,
  dayStartMs,
  type EpochDay,
  MS_PER_DAY,
  MS_PER_MINUTE,
  shanghaiText,
} from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { ImportProfile } from '../../schemas/profile.ts'
import { type Fault, fault } from './fault.ts'

/** 2005-01-01 in the plant's zone: no smart meter is older; clocks fall back to 1970 or 2000. */
const EARLIEST_MS = Date.parse('2005-01-01T00:00:00+08:00')
const AHEAD_AT_MOST_MS = MS_PER_DAY
const MOST_KW = 1_000_000
const MOST_TIMES_CONTRACT = 20
/** A clock may stray by a tenth of an interval and its reading still names its slot. */
const GRID_TOLERANCE = 0.1

/** What the registry says of meters; an entry holds from one plant day to another. */
export interface MeterFinder {
  /** The entry that holds on a day */
  find(meterId: string, day: EpochDay): Meter | undefined
  /** Whether the registry holds the meter on any day */
  knows(meterId: string): boolean
}

/** Why no entry was found for what a meter measured until `atMs`. */
export const faultOfMissing = (meters: MeterFinder, meterId: string, atMs: number, nowMs: number): Fault => {
  const id = meterId.slice(0, 64)
  if (!meters.knows(meterId)) {
    return fault('unknown-meter', `No meter ${id} in the registry: import the registry first.`)
  }
  return (
    faultOfTime(atMs, nowMs) ??
    fault(
      'no-entry-that-day',
      `The registry holds meter ${id}, but not at ${shanghaiText(atMs)}: import its entry of that time.`,
    )
  )
}

/** What is wrong with an instant, UTC ms; undefined when nothing is. */
export const faultOfTime = (atMs: number, nowMs: number): Fault | undefined => {
  if (atMs < EARLIEST_MS) {
    return fault('time-before-2005', `${shanghaiText(atMs)} is before 2005: the meter's clock was reset.`)
  }
  if (atMs > nowMs + AHEAD_AT_MOST_MS) {
    return fault('time-in-future', `${shanghaiText(atMs)} is more than a day ahead of the clock here.`)
  }
  return undefined
}

/** Whether an instant is near the end of an interval of its meter. */
export const faultOfGrid = (atMs: number, { intervalMinutes }: Meter): Fault | undefined => {
  const intervalMs = intervalMinutes * MS_PER_MINUTE
  const off = Math.abs(atMs - nearestEndMs(atMs, intervalMs))
  return off > intervalMs * GRID_TOLERANCE
    ? fault('off-grid', `${shanghaiText(atMs)} ends no ${intervalMinutes}-minute interval.`)
    : undefined
}

const nearestEndMs = (atMs: number, intervalMs: number): number => {
  const startMs = dayStartMs(dayOf(atMs))
  return startMs + Math.round((atMs - startMs) / intervalMs) * intervalMs
}

/** What is wrong with a power that a meter is said to have measured on a side, kW and kvar (NaN: absent). */
export const faultOfPower = (
  kw: number,
  kvar: number,
  { contractKva, multiplier }: Meter,
  side: ImportProfile['side'],
): Fault | undefined => {
  const most = contractKva > 0 ? Math.min(MOST_KW, contractKva * MOST_TIMES_CONTRACT) : MOST_KW
  const times = side === 'secondary' ? multiplier : 1
  if (kw >= 0 && kw * times <= most && !(Math.abs(kvar) * times > most)) return undefined
  if (!Number.isFinite(kw)) return fault('not-a-number', 'kw must be a finite number.')
  if (kw < 0) return fault('negative-power', `${kw} kW: forward active power cannot be below zero.`)
  const tooMuch = times * Math.max(kw, Number.isNaN(kvar) ? 0 : Math.abs(kvar))
  return fault(
    'implausible-power',
    `${tooMuch} kW or kvar is over ${most}, 20 times the contract of ${contractKva} kVA: is the unit W?`,
  )
}
