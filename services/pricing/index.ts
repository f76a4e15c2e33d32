export {
  type Choice,
  chooseRule,
  EVERY_INDUSTRY,
  isForIndustry,
  isInForce,
  type RuleAsked,
} from './choose-rule.ts'
export { collide, holdsOn, type StandingEntry, standingEntries } from './entries-on.ts'
export { estimateSurcharge } from './estimate-surcharge.ts'
export { industriesOf } from './industries.ts'
export {
  assessmentFor,
  loadAssessments,
  loadEntries,
  loadNotices,
  loadRules,
  loadRuleVersions,
} from './load.ts'
export { loadHolding, loadHoldingCustomers } from './load-holding.ts'
export { loadRecords } from './load-records.ts'
export { kwhOf, kwhText, sumYuan, wattHoursOf, yuanFor } from './money.ts'
export { askedOf, type EntryGround, priceEntry } from './price-entry.ts'
export { groundOf, proposeTier, signaturesPricedBy } from './propose-tier.ts'
export { type Rate, rateOf } from './rate.ts'
export { documentOf, isDecided, type KnownAt, lineOf, noticeOf } from './released.ts'
export { createRuleBookView, type RuleBook, readRuleBook, releaseKnownAt } from './rule-book.ts'
export { createRuleShelf, type RuleShelf, type Rules, rulesOf } from './rule-shelf.ts'
export { labelOf, sayGap, sayVerdict } from './say.ts'
export { sayFormula } from './say-formula.ts'
export { sayVerification } from './say-verification.ts'
export { loadTariffRules } from './tariff-rules.ts'
export { turnsOfRules } from './turns-of-rules.ts'
