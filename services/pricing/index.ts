export {
  type Choice,
  type Considered,
  chooseRule,
  type RuleAsked,
  VERDICTS,
  type Verdict,
} from './choose-rule.ts'
export { collide, holdsOn, type StandingEntry, standingEntries } from './entries-on.ts'
export { estimateSurcharge } from './estimate-surcharge.ts'
export { assessmentFor, type KnownAt, loadAssessments, loadEntries, loadRules } from './load.ts'
export { kwhOf, kwhText, sumYuan, wattHoursOf, yuanFor } from './money.ts'
export { proposeTier, proposeTier, signaturesPricedBy } from './propose-tier.ts'
export { RATE_GAPS, type Rate, type RateGap, type RateGround, rateOf } from './rate.ts'
export {
  createRuleBookView,
  type RuleBook,
  readRuleBook,
  releaseKnownAt,
} from './rule-book.ts'
export { loadTariffRules } from './tariff-rules.ts'
