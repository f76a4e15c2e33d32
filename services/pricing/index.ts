export {
  type Choice,
  type Considered,
  chooseRule,
  EVERY_INDUSTRY,
  isInForce,
  type RuleAsked,
  VERDICTS,
  type Verdict,
} from './choose-rule.ts'
export { collide, holdsOn, type StandingEntry, standingEntries } from './entries-on.ts'
export { estimateSurcharge } from './estimate-surcharge.ts'
export { type IndustryCode, industriesOf } from './industries.ts'
export { assessmentFor, loadAssessments, loadEntries, loadRules } from './load.ts'
export { loadHolding, loadHoldingCustomers } from './load-holding.ts'
export { loadRecords } from './load-records.ts'
export { askedOf, type EntryGround, priceEntry } from './price-entry.ts'
export { groundOf, proposeTier } from './propose-tier.ts'
export { RATE_GAPS, type Rate, type RateGround, rateOf } from './rate.ts'
export type { KnownAt } from './released.ts'
export { createRuleBook, type RuleBook, type Rules, rulesOf } from './rule-book.ts'
export { labelOf, sayGap, sayVerdict } from './say.ts'
export { sayFormula } from './say-formula.ts'
export { loadTariffRules } from './tariff-rules.ts'
