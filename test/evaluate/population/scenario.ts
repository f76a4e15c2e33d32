import type { LicensedProcess } from '../../../schemas/meter.ts'
import type { Curve } from './curve.ts'
import type { Site } from './world.ts'

export type Truth = 'legal' | 'induction-furnace' | 'crypto-mining'

/** What the registry says of the trade. */
export interface Trade {
  readonly industryCode: string
  readonly licences: readonly LicensedProcess[]
}

/** One meter's load as it is built, with what only its builder knows. */
export interface Built extends Trade {
  readonly curve: Curve
  /** Day of the period on which the suspect use begins; null for a legal load */
  readonly onsetDay: number | null
  /** Energy of the suspect part, kWh */
  readonly suspectKwh: number
  /** Contract capacity over the highest power; a usual one is drawn when this is not told */
  readonly contractFactor?: number
}

/** A kind of consumer that the population holds. */
export interface Scenario {
  readonly name: string
  /** Scenarios of one family are left out together */
  readonly family: string
  readonly truth: Truth
  /** How often among those of the same truth */
  readonly weight: number
  readonly build: (site: Site) => Built
}

export const legal = (curve: Curve, { industryCode, licences }: Trade): Built => ({
  curve,
  industryCode,
  licences,
  onsetDay: null,
  suspectKwh: 0,
})
