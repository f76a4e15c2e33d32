import type { EpochDay } from '../schemas/day.ts'
import type { Score, Signature } from '../schemas/finding.ts'
import type { LicensedProcess } from '../schemas/meter.ts'
import type { DayFeatures } from './day-features.ts'

/** What the registry says of a metering point, as of the judged day. Evidence, never proof. */
export interface RegistryFacts {
  readonly industryCode: string
  readonly industryEdition: '2011' | '2017'
  /** kVA; 0 when not known */
  readonly contractKva: number
  readonly voltageKv: number
  readonly intervalMinutes: number
  readonly licensedProcesses: readonly LicensedProcess[]
}

/** What a detector sees: the judged day, the days up to it, and the registry. */
export interface DetectorWindow {
  readonly day: EpochDay
  /** At most `WINDOW_DAYS`, ascending, up to `day`; days without readings, and days of faulty data, are absent. */
  readonly days: readonly DayFeatures[]
  readonly registry: RegistryFacts
}

/** Days a window reaches back, the judged day included. */
export const WINDOW_DAYS = 35

/**
 * A detector scores a window. It is pure: no I/O, no clock, no randomness, the input is not changed,
 * and the same window always gives the same score.
 */
export interface Detector {
  readonly signature: Signature
  /** Grows with every change of the mathematics. */
  readonly version: string
  /** Every threshold used, by name with its unit in the name; hashed into each finding. */
  readonly parameters: Readonly<Record<string, number>>
  /** The score alone: the fast path for every closed day. Equals `explain(window).score`. */
  score(window: DetectorWindow): number
  /** Score with evidence, innocent explanations, sentences and attributable power. */
  explain(window: DetectorWindow): Score
}
