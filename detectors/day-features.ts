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
  /** Hours above half way from p05 to the ceiling */
  readonly onHours: number
  /** The same with pauses of up to an hour filled */
  readonly blockHours: number
  /** Mean power above and below half way */
  readonly onKw: number
  readonly offKw: number
  /** Share of the hours on that stand within 6 % of the swing under the ceiling */
  readonly ceilingShare: number
  /** Share of the hours well above the floor that stand between 15 and 85 % of the swing: charging and climbing */
  readonly partialShare: number
  /** Share of the steps inside the block that are under 1.5 % of the ceiling */
  readonly stillShare: number
  /** Mean step inside the block over the ceiling */
  readonly roughness: number
  /** Hour and height (over the swing) of the sharpest half-hour rise and fall */
  readonly riseHour: number
  readonly riseSharpness: number
  readonly fallHour: number
  readonly fallSharpness: number
  /** Heats: swings of a quarter of floor-to-ceiling and more; count, minutes from one to the next, depth and spread over the ceiling */
  readonly heats: number
  readonly heatMinutes: number
  readonly heatDepth: number
  readonly heatSpread: number
  /** The same with swings from 5 % of the ceiling on: two crucibles on one supply leave only these */
  readonly ripples: number
  readonly rippleMinutes: number
  readonly rippleDepth: number
  /** Power factor: all day, at the ceiling, at 15-55 % of the swing, in the lowest quarter */
  readonly pfMean: number
  readonly pfHigh: number
  readonly pfPartial: number
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
