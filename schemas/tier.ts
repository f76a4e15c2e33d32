import { z } from 'zod'
import { DecisionDocument, DecisionEntry } from './decision.ts'
import { BothLanguages } from './finding.ts'
import { SourceStatus, TariffCategory, VerificationWords } from './tariff.ts'

/** Why a rule applies, or does not. A closed list; from `elsewhere` on each comes closer than the one before. */
export const RuleVerdict = z
  .enum([
    'applies',
    'other-industry',
    'other-category',
    'elsewhere',
    'no-amount',
    'no-start',
    'not-yet',
    'over',
    'plan-to-come',
    'other-line',
    'commissioning-unknown',
    'commissioned-otherwise',
    'less-local',
    'every-industry',
    'older-plan',
    'earlier-rule',
    'no-decision',
  ])
  .meta({ id: 'RuleVerdict' })
export type RuleVerdict = z.infer<typeof RuleVerdict>

/** Why an amount cannot be told. A closed list; each says what to enter. */
export const RateGap = z
  .enum(['no-rule', 'from-memory', 'no-step', 'unknown-step', 'no-assessment', 'no-limit', 'no-threshold'])
  .meta({ id: 'RateGap' })
export type RateGap = z.infer<typeof RateGap>

/** The plant day of a question, and until when releases count for it. */
const Moment = {
  day: z.iso
    .date()
    .optional()
    .describe('Plant day; today unless told')
    .meta({ examples: ['2024-03-15'] }),
  knownAt: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Only what was released until this instant counts: what was known then')
    .meta({ examples: ['2024-04-01T00:00:00+08:00'] }),
}

export const TierQuery = z.object({
  customer: z
    .string()
    .min(1)
    .max(64)
    .describe('户号')
    .meta({ examples: ['5001234567'] }),
  ...Moment,
})
export type TierQuery = z.infer<typeof TierQuery>

/** How surely an amount is known: by the decision itself, or as its rule is. */
export const Sureness = z.union([z.literal('decision'), SourceStatus]).meta({ id: 'Sureness' })
export type Sureness = z.infer<typeof Sureness>

/** A rule that was looked at, and what became of it. */
export const RuleConsidered = z
  .object({
    ruleId: z.string(),
    version: z.int().positive(),
    jurisdiction: z.string(),
    category: TariffCategory,
    documentNo: z.string().nullable(),
    documentTitle: z.string().nullable(),
    effectiveFrom: z.iso.date().nullable(),
    effectiveTo: z.iso.date().nullable(),
    sourceStatus: SourceStatus,
    label: z.string(),
    verdict: RuleVerdict,
    why: BothLanguages,
  })
  .meta({ id: 'RuleConsidered' })
export type RuleConsidered = z.infer<typeof RuleConsidered>

/** What stands of a line of a decision, as corrections and exits leave it. */
export const StandingLine = DecisionEntry.extend({
  id: z.string(),
  changeId: z.string(),
  document: DecisionDocument,
  enteredBy: z.string(),
  releasedBy: z.string(),
  releasedAt: z.iso.datetime(),
  lastDay: z.iso.date().nullable().describe('Last day it holds; null: until further notice'),
  endedBy: z.string().nullable().describe('The line that ended it early; null: none did'),
}).meta({ id: 'StandingLine' })

/** A tier in force: a line of a decision, with the amount of the day. */
export const TierInForce = z
  .object({
    entry: StandingLine,
    jurisdictions: z.array(z.string()).describe('Whose rules were looked at, the most local first'),
    yuanPerKwh: z.string().nullable().describe('Exact decimal, added to each kWh; null: see gap'),
    working: z.array(BothLanguages).describe('How it was reckoned'),
    gap: RateGap.nullable(),
    toEnter: BothLanguages.nullable().describe('Why the amount is not known, and what to enter'),
    ruleId: z.string().nullable(),
    ruleVersion: z.int().positive().nullable(),
    ruleDocumentNo: z.string().nullable(),
    ruleDocumentTitle: z.string().nullable(),
    sourceStatus: Sureness,
    label: z.string().describe('How surely the amount is known, such as 依据二手来源'),
    verification: z.string().describe('What of the rule was seen where, and what is from memory'),
    verified: VerificationWords,
  })
  .meta({ id: 'TierInForce' })
export type TierInForce = z.infer<typeof TierInForce>

/** What an open case proposes (拟适用). It proposes; only a decision disposes. */
export const TierProposal = z
  .object({
    caseId: z.string(),
    caseNumber: z.string(),
    signature: z.string(),
    industry: z.string(),
    category: z.string(),
    yuanPerKwh: z.string(),
    ruleId: z.string(),
    ruleVersion: z.int().positive(),
    documentNo: z.string().nullable(),
    documentTitle: z.string().nullable(),
    sourceStatus: SourceStatus,
    label: z.string().describe('拟适用, with 标准待核 when the amount is from memory'),
    asOf: z.iso.date(),
  })
  .meta({ id: 'TierProposal' })
export type TierProposal = z.infer<typeof TierProposal>

/** Where the registry has a customer on the day. */
export const CustomerPlace = z
  .object({
    customerName: z.string(),
    districtCode: z.string(),
    districtName: z.string().nullable().describe('null: the code was of no district that day'),
    supplyUnit: z.string(),
    industryCode: z.string(),
    industryEdition: z.enum(['2011', '2017']),
    registry: z
      .enum(['on-day', 'before', 'after'])
      .describe('Whether its entry holds that day, or is the last before or the first after it'),
    jurisdictions: z.array(z.string()),
    withoutDistrict: z
      .enum(['unknown', 'ambiguous'])
      .nullable()
      .describe('Why no district is among them; ambiguous: several took its land over'),
  })
  .meta({ id: 'CustomerPlace' })
export type CustomerPlace = z.infer<typeof CustomerPlace>

/** Which tier holds for a customer on a day, by which document, and why no other does. */
export const TierAnswer = z
  .object({
    customerId: z.string(),
    day: z.iso.date(),
    knownAt: z.iso.datetime({ offset: true }).nullable(),
    place: CustomerPlace.nullable().describe('null: the registry never had it'),
    sentence: BothLanguages,
    inForce: z.array(TierInForce),
    proposed: z.array(TierProposal).describe('By open cases only: nothing is levied on them'),
    industries: z
      .array(
        z.object({ industry: z.string(), by: z.enum(['decision', 'case', 'registry']), why: BothLanguages }),
      )
      .describe('Which industries concern the customer, and by what'),
    considered: z.array(RuleConsidered).describe('Rules of these industries and of every industry'),
    otherRules: z.int().min(0).describe('How many rules of other industries there are'),
  })
  .meta({ id: 'TierAnswer' })
export type TierAnswer = z.infer<typeof TierAnswer>

export { Moment }
