import type { LicensedProcess } from '../../schemas/meter.ts'
import type { Load } from './curve.ts'
import type { Flaw } from './flaws.ts'

/** 两江新区, 九龙坡区 and 长寿区 as of 2026. */
export const DISTRICTS = { liangjiang: '500157', jiulongpo: '500107', changshou: '500115' } as const

/** What an enterprise of the district really does: known here, and to nobody who judges it. */
export type Truth = 'legal' | 'induction-furnace' | 'crypto-mining'

/** Where its curve comes from. */
export type Kind = 'recording' | 'look-alike' | 'constructed suspect'

/** One invented enterprise before it has numbers. */
export interface Plan {
  /** An invented name that says so: 演示 means demonstration */
  readonly name: string
  readonly district: keyof typeof DISTRICTS
  /** GB/T 4754-2017 */
  readonly industryCode: string
  readonly contractKva: number
  readonly voltageKv: number
  readonly licences: readonly LicensedProcess[]
  readonly kind: Kind
  readonly truth: Truth
  /** What the curve is made of, one sentence */
  readonly story: string
  /** What to say where a real recording is shown */
  readonly attribution: string | null
  readonly load: Load
  readonly flaw: Flaw | null
}

type LookAlike = Pick<Plan, 'name' | 'district' | 'industryCode' | 'contractKva' | 'load' | 'story'> &
  Partial<Plan>

/** A legal enterprise, simulated, whose curve resembles a suspect's. On 10 kV unless told. */
export const lookAlike = (plan: LookAlike): Plan => ({
  voltageKv: 10,
  licences: [],
  kind: 'look-alike',
  truth: 'legal',
  attribution: null,
  flaw: null,
  ...plan,
  story: `Simulated. ${plan.story}`,
})
