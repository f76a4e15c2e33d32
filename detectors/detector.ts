import type { EpochDay } from '../schemas/day.ts'
import type { Score, Signature } from '../schemas/finding.ts'
import type { LicensedProcess } from '../schemas/meter.ts'
import type { WatchPlace, WatchReason } from '../schemas/watch.ts'
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
  /** t/a; 0 when not known */
  readonly licensedTonnesPerYear?: number
}

/** Why a point is watched for coming back to life, as of the judged day. */
export interface WatchFacts {
  readonly reason: WatchReason
  /** First day of the watch; 0: the registry tells no day */
  readonly since: EpochDay
  /** Which of the point's places is watched */
  readonly by: WatchPlace
  /** On whose account (户号) it is watched; empty: a place alone */
  readonly customerId: string
  /** Whether the customer came to the place after the watch began; null: the registry tells no day */
  readonly isNewcomer: boolean | null
  /** Customers who have that place on the judged day: many at a public transformer or in a yard */
  readonly sharedBy: number
  /** What was found there; null: not told */
  readonly watchedFor: Signature | null
  readonly document: string
}

/** What a detector sees: the judged day, the days up to it, and the registry. */
export interface DetectorWindow {
  readonly day: EpochDay
  /** At most `WINDOW_DAYS`, ascending; days without readings are absent; the last one is `day`. */
  readonly days: readonly DayFeatures[]
  readonly registry: RegistryFacts
  /** null or absent: nobody watches */
  readonly watch?: WatchFacts | null
}

/** Days a window reaches back, the judged day included. */
export const WINDOW_DAYS = 35

/**
 * A detector scores a window. It is pure: no I/O, no clock, no randomness, the input is not changed,
 * and the same window always gives the same score.
 */
export interface Detector {
  readonly signature: Signature
  /** Whether it looks at the watch: a changed watch then makes other findings */
  readonly seesWatch?: true
  /** Grows with every change of the mathematics. */
  readonly version: string
  /** Every threshold used, by name with its unit in the name; hashed into each finding. */
  readonly parameters: Readonly<Record<string, number>>
  /** The score alone: the fast path for every closed day. Equals `explain(window).score`. */
  score(window: DetectorWindow): number
  /** Score with evidence, innocent explanations, sentences and attributable power. */
  explain(window: DetectorWindow): Score
}
