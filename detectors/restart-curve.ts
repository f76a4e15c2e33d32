import { median } from 'simple-statistics'
import type { EpochDay } from '../schemas/day.ts'
import type { DayFeatures } from './day-features.ts'
import type { DetectorWindow, WatchFacts } from './detector.ts'
import { medianOverDays } from './judgement.ts'
import { knownDays, reachedBy } from './known-days.ts'
import { finite, ramp, rampOr } from './statistics.ts'

/** Thresholds on the curve. `…From` is where a sign begins to count, `…Full` where it counts fully. */
export const CURVE = {
  recentDays: 7,
  runningDaysLeast: 3,
  runningDaysFull: 6,
  fewDaysWeight: 0.8,
  guardShare: 0.03,
  guardLeastKw: 5,
  guardMostKw: 120,
  runsShare: 0.1,
  runsLeastKw: 20,
  runsMostKw: 400,
  contractOverBefore: 1.5,
  quietDays: 5,
  riseFrom: 1.6,
  riseFull: 3,
  graceDays: 7,
  returnedShare: 0.8,
  returnedWeight: 0.3,
  stopUnseenWeight: 0.8,
  stopUnseenUndatedWeight: 0.6,
  hostUnseenWeight: 0.6,
  nightFrom: 0.5,
  nightFull: 0.95,
  nightUnknown: 0.5,
  dayShiftWeight: 0.75,
  dayShiftNewcomerWeight: 0.6,
} as const

/** What a watched point did before and after the watch began. Powers are means of days, kW; NaN when not seen. */
export interface RestartCurve {
  readonly judgedDays: number
  /** Before the watch began, of working days and others */
  readonly beforeKw: number
  /** The level it did not pass for five days in a row since */
  readonly quietKw: number
  /** The level of at least three of the last seven days */
  readonly levelKw: number
  /** Guard and lighting stay under it */
  readonly guardKw: number
  /** Days since the watch began that run, the latest last */
  readonly running: readonly DayFeatures[]
  /** Mean of 00-08 over the day's mean, of running days */
  readonly nightRatio: number
  /** 0..1 */
  readonly strength: number
}

const meanOf = (day: DayFeatures): number => day.meanKw

/** Reads what a watched point did. Without a watch there is nothing to read. */
export const readRestartCurve = ({ days, registry, watch }: DetectorWindow): RestartCurve | undefined => {
  if (!watch) return undefined
  const known = knownDays(days)
  const after = known.filter(({ day }) => day >= watch.since)
  const beforeKw = medianOverDays(
    known.filter(({ day }) => day < watch.since),
    meanOf,
  )
  const { guardKw, runsKw } = guardOf(registry.contractKva, beforeKw)
  const levelKw = reachedBy(after.slice(-CURVE.recentDays).map(meanOf), CURVE.runningDaysLeast)
  const running = after.filter(({ meanKw }) => meanKw > guardKw && meanKw >= levelKw / 2)
  const quiet = quietOf(after)
  const quietKw = quiet.kw
  const nightRatio = medianOverDays(running, ({ valleyKw, meanKw }) => valleyKw / meanKw)
  const runs = ramp(levelKw, guardKw, runsKw)
  const change = changeOf(watch, after, quiet, levelKw)
  const strength = runs * daysWeight(running.length) * change * shapeOf(watch, nightRatio)
  return { judgedDays: known.length, beforeKw, quietKw, levelKw, guardKw, running, nightRatio, strength }
}

/** What guards and lights of a closed works draw at most, and from where on it surely produces, kW. */
const guardOf = (contractKva: number, beforeKw: number): { guardKw: number; runsKw: number } => {
  const size = contractKva > 0 ? contractKva : beforeKw > 0 ? CURVE.contractOverBefore * beforeKw : 0
  return {
    guardKw: Math.min(CURVE.guardMostKw, Math.max(CURVE.guardLeastKw, CURVE.guardShare * size)),
    runsKw: Math.min(CURVE.runsMostKw, Math.max(CURVE.runsLeastKw, CURVE.runsShare * size)),
  }
}

const daysWeight = (running: number): number => {
  if (running < CURVE.runningDaysLeast) return 0
  const many = ramp(running, CURVE.runningDaysLeast, CURVE.runningDaysFull)
  return CURVE.fewDaysWeight + (1 - CURVE.fewDaysWeight) * many
}

/** Five days in a row, from `from` on, whose level the point did not pass. */
interface Quiet {
  readonly kw: number
  readonly from: EpochDay
}

/** The lowest of them; NaN where there are none. Holidays are no sign of a stop, so they are passed over. */
const quietOf = (after: readonly DayFeatures[]): Quiet => {
  const days = after.filter(({ dayKind }) => dayKind !== 2)
  let quiet = { kw: Number.NaN, from: Number.NaN }
  for (let end = CURVE.quietDays; end <= days.length; end++) {
    const row = days.slice(end - CURVE.quietDays, end)
    const kw = Math.max(...row.map(meanOf))
    if (!(quiet.kw <= kw)) quiet = { kw, from: row[0]!.day }
  }
  return quiet
}

/** How surely it stood still and runs again: what it did before it stood still says whether the stop was one. */
const changeOf = (
  watch: WatchFacts,
  after: readonly DayFeatures[],
  quiet: Quiet,
  levelKw: number,
): number => {
  if (watch.isNewcomer) return 1
  const seen = ramp(levelKw / quiet.kw, CURVE.riseFrom, CURVE.riseFull)
  if (!hasHost(watch)) return Math.max(seen, stopUnseen(watch))
  if (seen === 0) return CURVE.hostUnseenWeight
  return seen * (ranBefore(after, quiet, watch.since, levelKw) ? CURVE.returnedWeight : 1)
}

/** What was found may have gone while the rest of the works runs on lawfully; a works that stopped is still as a whole. */
const hasHost = ({ reason }: WatchFacts): boolean => reason === 'confirmed' || reason === 'red-card'

const stopUnseen = ({ since, isNewcomer }: WatchFacts): number =>
  since > 0 && isNewcomer === false ? CURVE.stopUnseenWeight : CURVE.stopUnseenUndatedWeight

/** Whether it had the level of now before it stood still, the watch long begun: then that is its lawful host's. */
const ranBefore = (after: readonly DayFeatures[], quiet: Quiet, since: EpochDay, levelKw: number): boolean =>
  after.filter(
    ({ day, meanKw }) =>
      day >= since + CURVE.graceDays && day < quiet.from && meanKw >= CURVE.returnedShare * levelKw,
  ).length >= CURVE.runningDaysLeast

/** Melting, mining and night shifts load the night; a day shift alone weighs less, of a new account still less. */
const shapeOf = ({ isNewcomer }: WatchFacts, nightRatio: number): number => {
  const least = isNewcomer === false ? CURVE.dayShiftWeight : CURVE.dayShiftNewcomerWeight
  return least + (1 - least) * rampOr(CURVE.nightUnknown, nightRatio, CURVE.nightFrom, CURVE.nightFull)
}

/** Power above guard and lighting (kW, median of running days) and its energy (kWh). */
export const restartedEnergy = ({ running, quietKw, guardKw }: RestartCurve) => {
  const stillKw = Math.min(Number.isNaN(quietKw) ? guardKw : quietKw, guardKw)
  const above = running.map(({ meanKw }) => Math.max(0, meanKw - stillKw))
  return {
    attributableKw: above.length === 0 ? 0 : finite(median(above)),
    attributableKwh: finite(24 * above.reduce((sum, kw) => sum + kw, 0)),
  }
}
