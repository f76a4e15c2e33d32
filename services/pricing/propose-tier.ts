import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { ProposedTier, TariffRule } from '../../schemas/tariff.ts'

/** The industry and category a signature falls under, in the words of the documents. */
interface Ground {
  readonly industry: string
  readonly category: string
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

type PricedRule = TariffRule & { readonly yuanPerKwh: string; readonly effectiveFrom: string }

/**
 * The tier that would apply (拟适用) to a signature on a plant's day, or null when no rule was in force or the
 * signature alone falls under none.
 * Only enabled rules with an amount and a known start count, and never one that was not found. A Chongqing
 * rule goes before a national one, a later one before an earlier. It proposes; only a government decision
 * puts a customer on the list, and the grid company executes it (电力法 第43条).
 */
export const proposeTier = (
  rules: readonly TariffRule[],
  signature: Signature,
  day: EpochDay,
): ProposedTier | null => {
  const ground = GROUNDS[signature]
  if (ground === null) return null
  const date = dayText(day)
  const rule = rules
    .filter(isPriced)
    .filter(rule => isOnGround(rule, ground) && isInForce(rule, date))
    .sort(byPrecedence)[0]
  return rule ? asProposal(rule, ground, date) : null
}

const isPriced = (rule: TariffRule): rule is PricedRule =>
  rule.enabled && rule.sourceStatus !== 'not-found' && rule.yuanPerKwh !== null && rule.effectiveFrom !== null

const isOnGround = (rule: TariffRule, ground: Ground): boolean =>
  rule.industries.includes(ground.industry) && rule.category === ground.category

// ISO dates of one length sort as text; the last day of force still counts.
const isInForce = (rule: PricedRule, date: string): boolean =>
  rule.effectiveFrom <= date && (rule.effectiveTo === null || date <= rule.effectiveTo)

const locality = (rule: TariffRule): number => (rule.jurisdiction === 'CN' ? 0 : 1)

const byPrecedence = (a: PricedRule, b: PricedRule): number =>
  locality(b) - locality(a) || compare(b.effectiveFrom, a.effectiveFrom) || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const asProposal = (rule: PricedRule, ground: Ground, asOf: string): ProposedTier => ({
  ruleId: rule.id,
  category: rule.category,
  yuanPerKwh: rule.yuanPerKwh,
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
