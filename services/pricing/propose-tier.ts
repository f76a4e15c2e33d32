import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { ProposedTier, ReleasedRule, TariffCategory, TariffRule } from '../../schemas/tariff.ts'
import { CHONGQING, jurisdictionsOn, NATIONAL } from '../territory/index.ts'
import { chooseRule, isForIndustry } from './choose-rule.ts'

/** The industry and category a signature falls under, in the words of the documents. */
interface Ground {
  readonly industry: string
  readonly category: TariffCategory
  readonly firstMeasure: string | null
}

/** null: no document names a tier for it; what is found on site decides. */
const GROUNDS: Readonly<Record<Signature, Ground | null>> = {
  // Furnace steel (地条钢) is to be closed by law; the surcharge holds only while power is still supplied.
  'induction-furnace': { industry: '钢铁', category: '淘汰类', firstMeasure: '依法取缔' },
  'crypto-mining': { industry: '虚拟货币挖矿', category: '淘汰类', firstMeasure: null },
  restart: null,
  surge: null,
  'licence-excess': null,
}

/** Which industry and category a signature falls under, in the words of the documents; null: none. */
export const groundOf = (signature: Signature): Pick<Ground, 'industry' | 'category'> | null =>
  GROUNDS[signature]

interface FlatFormula {
  readonly formula: { readonly kind: 'flat'; readonly yuanPerKwh: string }
}
type FlatRule = ReleasedRule & FlatFormula

/**
 * The tier that would apply (拟适用) to a signature on a plant's day, or null when no rule was in force or the
 * signature alone falls under none. Only enabled rules of a flat amount count: what depends on an assessment is not for
 * a detection to propose. Where the district is not told the rules of the municipality and the country hold. It
 * proposes; only a government decision puts a customer on the list, and the grid company executes it (电力法 第43条).
 */
export const proposeTier = (
  rules: readonly ReleasedRule[],
  signature: Signature,
  day: EpochDay,
  districtCode?: string,
): ProposedTier | null => {
  const ground = GROUNDS[signature]
  if (ground === null) return null
  const { industry, category } = ground
  const jurisdictions =
    districtCode === undefined ? [CHONGQING, NATIONAL] : jurisdictionsOn(districtCode, day).codes
  const asked = { industry, category, line: '', jurisdictions, day, assessment: () => undefined }
  const { rule } = chooseRule(rules.filter(isProposable), asked)
  return rule && asProposal(rule as FlatRule, ground, dayText(day))
}

/** The signatures in whose tier rules may have a word: all others are priced without them. */
export const signaturesPricedBy = (rules: readonly TariffRule[]): Signature[] => {
  const proposable = rules.filter(isProposable)
  return (Object.keys(GROUNDS) as Signature[]).filter(signature => {
    const ground = GROUNDS[signature]
    return proposable.some(rule => rule.category === ground?.category && isForIndustry(rule, ground.industry))
  })
}

const isProposable = <R extends TariffRule>(rule: R): rule is R & FlatFormula =>
  rule.enabled && rule.formula?.kind === 'flat'

const asProposal = (rule: FlatRule, ground: Ground, asOf: string): ProposedTier => ({
  ruleId: rule.id,
  ruleVersion: rule.version,
  category: rule.category,
  yuanPerKwh: rule.formula.yuanPerKwh,
  documentNo: rule.documentNo,
  documentTitle: rule.documentTitle,
  effectiveFrom: rule.effectiveFrom,
  sourceStatus: rule.sourceStatus,
  verification: rule.verification,
  label: rule.sourceStatus === 'memory' ? '拟适用（标准待核）' : '拟适用',
  appliesTo: rule.appliesTo,
  firstMeasure: ground.firstMeasure,
  asOf,
})
