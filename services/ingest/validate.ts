import { dayOf, dayStartMs, MS_PER_DAY, MS_PER_MINUTE, shanghaiText } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import { type Fault, fault, type RawReading } from './raw-reading.ts'

/** 2005-01-01 in the plant's zone: no smart meter is older; clocks fall back to 1970 or 2000. */
const EARLIEST_MS = Date.parse('2005-01-01T00:00:00+08:00')
const AHEAD_AT_MOST_MS = MS_PER_DAY
const MOST_KW = 1_000_000
const MOST_TIMES_CONTRACT = 20
/** A clock may stray by a tenth of an interval and its reading still names its slot. */
const GRID_TOLERANCE = 0.1

/** Finds what the registry says of a meter. */
export type FindMeter = (meterId: string) => Meter | undefined

/** The one check every reading passes, with its meter, before it is acknowledged: undefined when it is good. */
export const faultOfReading = (
  reading: RawReading,
  meter: Meter | undefined,
  nowMs: number,
): Fault | undefined => {
  if (!meter) {
    return fault(
      'unknown-meter',
      `No meter ${reading.meterId.slice(0, 64)} in the registry: import the registry first.`,
    )
  }
  return faultOfTime(reading.atMs, meter, nowMs) ?? faultOfPower(reading, meter)
}

const faultOfTime = (atMs: number, meter: Meter, nowMs: number): Fault | undefined => {
  if (atMs < EARLIEST_MS) {
    return fault('time-before-2005', `${shanghaiText(atMs)} is before 2005: the meter's clock was reset.`)
  }
  if (atMs > nowMs + AHEAD_AT_MOST_MS) {
    return fault('time-in-future', `${shanghaiText(atMs)} is more than a day ahead of the clock here.`)
  }
  const intervalMs = meter.intervalMinutes * MS_PER_MINUTE
  const off = Math.abs(atMs - nearestEndMs(atMs, intervalMs))
  if (off > intervalMs * GRID_TOLERANCE) {
    return fault('off-grid', `${shanghaiText(atMs)} ends no ${meter.intervalMinutes}-minute interval.`)
  }
  return undefined
}

const nearestEndMs = (atMs: number, intervalMs: number): number => {
  const startMs = dayStartMs(dayOf(atMs))
  return startMs + Math.round((atMs - startMs) / intervalMs) * intervalMs
}

const faultOfPower = ({ kw, kvar }: RawReading, { contractKva }: Meter): Fault | undefined => {
  if (!Number.isFinite(kw)) return fault('not-a-number', 'kw must be a finite number.')
  if (kw < 0) return fault('negative-power', `${kw} kW: forward active power cannot be below zero.`)
  const most = contractKva > 0 ? Math.min(MOST_KW, contractKva * MOST_TIMES_CONTRACT) : MOST_KW
  const tooMuch = Math.max(kw, Number.isNaN(kvar) ? 0 : Math.abs(kvar))
  if (tooMuch > most) {
    return fault(
      'implausible-power',
      `${tooMuch} kW or kvar is over ${most}, 20 times the contract of ${contractKva} kVA: is the unit W?`,
    )
  }
  return undefined
}
