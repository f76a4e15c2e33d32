import type { EpochDay } from '../schemas/day.ts'

/** What is kept of a day: numbers only, each an f32 value. Not measurable is NaN. Shares are 0..1. */
export interface DayFeatures {
  readonly day: EpochDay
  readonly intervalMinutes: number
  /** 0 working day, 1 weekend, 2 holiday */
  readonly dayKind: number
  /** Share of slots with a reading */
  readonly coverage: number
  /** Energy of the readings there are, kWh */
  readonly kwh: number
  readonly meanKw: number
  readonly p05Kw: number
  readonly medianKw: number
  readonly p95Kw: number
  /** The 97 % quantile: the usual top, free of single spikes */
  readonly ceilingKw: number
  readonly maxKw: number
  /** Mean of the lowest quarter of slots */
  readonly floorKw: number
  /** Means by tariff period; flat is every hour that is neither */
  readonly valleyKw: number
  readonly flatKw: number
  readonly peakKw: number
  /** Mean of 00-06 */
  readonly nightKw: number
  /** Mean of 08-18 */
  readonly workKw: number
  /** Median step from slot to slot over the median level */
  readonly stepNoise: number
  /** The same among slots under the median, over the floor */
  readonly floorNoise: number
  /** Share of steps that are exactly 0 */
  readonly stuckShare: number
  /** Where the day shows heats best, be it as a whole, in its working block or at night: floor and ceiling (5 and 97 % quantiles), and the level of the host under the heats, kW */
  readonly heatFloorKw: number
  readonly heatTopKw: number
  readonly heatHostKw: number
  /** Energy above the host inside the working block, kWh */
  readonly heatKwh: number
  /** Swings of a quarter of floor-to-ceiling and more: count, minutes from one to the next and their mean deviation over that, depth, and how far the peaks stay under the ceiling, as shares of the swing */
  readonly heats: number
  readonly heatMinutes: number
  readonly heatJitter: number
  readonly heatDepth: number
  readonly heatSpread: number
  /** Share of the time above half way that stands at the ceiling */
  readonly ceilingShare: number
  /** Share of the time well above the floor that stands between 15 and 85 % of the swing: charging and climbing */
  readonly partialShare: number
  /** Minutes of a heat spent climbing, less those spent falling */
  readonly climbMinutes: number
  /** -1..1: above 0 falls are steeper than rises */
  readonly heatSkew: number
  /** Sharpest half-hour rise and fall of the working block, as shares of the load above the host */
  readonly heatRise: number
  readonly heatFall: number
  /** The working block: the day without its longest pause, plant hours; an end before its begin lies after midnight */
  readonly blockFromHour: number
  readonly blockToHour: number
  /** Power factor of what the heats add to their host, at the top */
  readonly heatPf: number
  /** Whether the day has what melting must have, 0..1, and the log-odds of its signs (`furnace-signs.ts`) */
  readonly meltGate: number
  readonly meltOdds: number
  /** Power factor: all day, and in the lowest quarter */
  readonly pfMean: number
  readonly pfFloor: number
  /** Mean of each three hours, kW */
  readonly from00Kw: number
  readonly from03Kw: number
  readonly from06Kw: number
  readonly from09Kw: number
  readonly from12Kw: number
  readonly from15Kw: number
  readonly from18Kw: number
  readonly from21Kw: number
  /** The line of kvar over kW: its slope, its height at 0 kW, the share of the variance it explains */
  readonly kvarSlope: number
  readonly zeroKvar: number
  readonly kvarFit: number
  /** By how much the load stands lower inside the peak hours than just outside them */
  readonly peakDropKw: number
  readonly peakDropKvar: number
}
