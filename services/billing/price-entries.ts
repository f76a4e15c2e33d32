import { dayOf, type EpochDay, parseDay } from '../../schemas/day.ts'
import type { SurchargeNotice } from '../../schemas/decision.ts'
import { holdsOn, type StandingEntry } from '../pricing/index.ts'
import type { DayEnergy } from './energy.ts'
import { latenessOn } from './late.ts'
import type { PricedDay } from './priced-day.ts'
import { type RateDeps, ratedStretches } from './rated-days.ts'
import { timeOfUseOn } from './time-of-use.ts'

export interface PricingGround extends RateDeps {
  readonly notices: readonly SurchargeNotice[]
  /** Until when it is known whether something was paid, UTC ms */
  readonly asOfMs: number
}

/** The days of a period that a line of a decision holds on, each with its rate and its energy. */
export const pricedDays = (
  entry: StandingEntry,
  period: { readonly from: EpochDay; readonly to: EpochDay },
  ground: PricingGround,
  energyOn: (day: EpochDay) => DayEnergy | null,
): PricedDay[] =>
  ratedStretches(entry, period, ground).flatMap(({ from, to, rule, rate }) =>
    Array.from({ length: to - from + 1 }, (_, i) => {
      const day = from + i
      return {
        ...{ day, rule, rate, energy: energyOn(day) },
        late: latenessOn(rule, ground.notices, day, dayOf(ground.asOfMs)),
        timeOfUse: timeOfUseOn(ground.jurisdictionsOn(day), day),
      }
    }),
  )

/** Points that other lines than one are levied on, on a day: what they draw is theirs. */
export const pointsElsewhere =
  (standing: readonly StandingEntry[], entry: StandingEntry) =>
  (day: EpochDay): ReadonlySet<string> =>
    new Set(
      standing.filter(other => other.id !== entry.id && holdsOn(other, day)).flatMap(other => other.pointIds),
    )

/** Whether a line holds on any day of a period. */
export const holdsWithin = (
  { from, lastDay }: StandingEntry,
  period: { readonly from: EpochDay; readonly to: EpochDay },
): boolean => parseDay(from) <= period.to && (lastDay === null || period.from <= parseDay(lastDay))
