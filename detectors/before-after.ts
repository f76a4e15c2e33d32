import type { EpochDay } from '../schemas/day.ts'
import type { DayFeatures } from './day-features.ts'
import { medianOverDays } from './judgement.ts'

/** Energy before a day, and from it on. */
export interface BeforeAfter {
  /** First day of the later part */
  readonly from: EpochDay
  readonly daysBefore: number
  readonly daysAfter: number
  /** Median energy of a day, kWh */
  readonly beforeKwh: number
  readonly afterKwh: number
}

/** So few days on either side are chance */
const DAYS_LEAST = 5
/** A change smaller than this share of the level before is none */
const CHANGE_LEAST = 0.2
/** A step must explain this share of the spread: what days off and weather do is no step */
const EXPLAINED_LEAST = 0.3

const energyOf = (days: readonly DayFeatures[]): number => medianOverDays(days, day => day.kwh / day.coverage)

const partAt = (days: readonly DayFeatures[], at: number): BeforeAfter => ({
  from: days[at]!.day,
  daysBefore: at,
  daysAfter: days.length - at,
  beforeKwh: energyOf(days.slice(0, at)),
  afterKwh: energyOf(days.slice(at)),
})

/** Before and from a known first day on; undefined when there are too few days before it. */
export const aroundDay = (days: readonly DayFeatures[], first: EpochDay): BeforeAfter | undefined => {
  const at = days.findIndex(({ day }) => day >= first)
  return at < DAYS_LEAST ? undefined : partAt(days, at)
}

/**
 * Around the one step that explains the daily energies best: the split into two levels with the least sum of absolute
 * distances from their medians. Undefined when no step is worth the name.
 */
export const aroundStep = (days: readonly DayFeatures[]): BeforeAfter | undefined => {
  const spread = spreadOf(days)
  let best: BeforeAfter | undefined
  let least = spread * (1 - EXPLAINED_LEAST)
  for (let at = DAYS_LEAST; at + DAYS_LEAST <= days.length; at++) {
    const left = spreadOf(days.slice(0, at)) + spreadOf(days.slice(at))
    if (left >= least) continue
    least = left
    best = partAt(days, at)
  }
  return best && Math.abs(best.afterKwh - best.beforeKwh) >= CHANGE_LEAST * best.beforeKwh ? best : undefined
}

/** Σ |energy - median|, kWh */
const spreadOf = (days: readonly DayFeatures[]): number => {
  const middle = energyOf(days)
  return days.reduce((sum, day) => sum + Math.abs(day.kwh / day.coverage - middle), 0)
}

export const BEFORE_AFTER = {
  beforeAfterDaysLeast: DAYS_LEAST,
  beforeAfterChangeLeast: CHANGE_LEAST,
  beforeAfterExplainedLeast: EXPLAINED_LEAST,
} as const
