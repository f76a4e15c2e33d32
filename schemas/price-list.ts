import { z } from 'zod'
import { ReleasedAssessment } from './assessment.ts'
import { ReleasedEntry, SurchargeNotice } from './decision.ts'
import { BothLanguages } from './finding.ts'
import { SourceStatus, TariffCategory, VerificationWords } from './tariff.ts'
import { CustomerPlace, Moment, Sureness } from './tier.ts'

const Words = z.string().trim().min(1).max(100)

const Page = {
  after: z.string().max(500).optional().describe('"next" of the page before, asked with the same filters'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
}

const Next = z.string().nullable().describe('Give it as "after" for the next page; null: this is the last')

export const RuleListFilter = z.object({
  ...Moment,
  district: Words.optional().describe('Rules that hold there that day, those of the country with them'),
  industry: Words.optional()
    .describe('In the words of the rules')
    .meta({ examples: ['钢铁'] }),
  category: TariffCategory.optional(),
  status: SourceStatus.optional().describe('How surely the rule is known'),
  text: Words.optional().describe('Part of its id, document or words; A–Z in either case'),
})
export type RuleListFilter = z.infer<typeof RuleListFilter>

export const RuleListQuery = RuleListFilter.extend(Page)

/** A rule in force on the day: a row of the tariff list. */
export const RuleRow = z
  .object({
    ruleId: z.string(),
    version: z.int().positive(),
    jurisdiction: z.string(),
    jurisdictionName: z.string(),
    industries: z.array(z.string()),
    category: TariffCategory,
    yuanPerKwh: z.string().nullable().describe('Exact decimal of a flat amount; null: see amount'),
    amount: BothLanguages.describe('What is added that day, in words'),
    floats: z.boolean().describe('Whether it floats with the time of use'),
    appliesTo: z.string().nullable(),
    documentNo: z.string().nullable(),
    documentTitle: z.string().nullable(),
    effectiveFrom: z.iso.date().nullable(),
    effectiveTo: z.iso.date().nullable(),
    planYear: z.int().nullable(),
    sourceStatus: SourceStatus,
    label: z.string(),
    verification: z.string(),
    verified: VerificationWords,
    changeId: z.string(),
    releasedAt: z.iso.datetime(),
  })
  .meta({ id: 'RuleRow' })
export type RuleRow = z.infer<typeof RuleRow>

export const RuleListPage = z
  .object({ day: z.iso.date(), rules: z.array(RuleRow), next: Next })
  .meta({ id: 'RuleListPage' })
export type RuleListPage = z.infer<typeof RuleListPage>

export const RuleHistoryParams = z.object({ id: z.string().min(1).max(64).describe('Id of the rule') })

export const RuleHistoryQuery = z.object({ knownAt: Moment.knownAt })
export type RuleHistoryQuery = z.infer<typeof RuleHistoryQuery>

/** Days in a row on which a rule adds the same. */
const RuleStretch = z.object({
  from: z.iso.date(),
  to: z.iso.date().nullable().describe('Last day; null: until further notice'),
  amount: BothLanguages,
})
export type RuleStretch = z.infer<typeof RuleStretch>

/** What became of a rule: a correction is its next version, and the last one counts for every day. */
export const RuleHistory = z
  .object({
    ruleId: z.string(),
    versions: z
      .array(
        RuleRow.extend({
          source: z.string(),
          note: z.string(),
          gapReason: z.string().describe('Why days lie between the rule before it and this one'),
          enabled: z.boolean().describe('May be proposed'),
        }),
      )
      .describe('In the order of their release'),
    stretches: z.array(RuleStretch).describe('Of the version that counts; none: in force on no day'),
  })
  .meta({ id: 'RuleHistory' })
export type RuleHistory = z.infer<typeof RuleHistory>

export const CustomerListFilter = z.object({
  ...Moment,
  district: Words.optional().describe('Code of the district that the customer lies in that day'),
  industry: Words.optional()
    .describe('In the words of the decision')
    .meta({ examples: ['钢铁'] }),
  category: TariffCategory.optional(),
  status: z
    .enum(['in-force', 'proposed'])
    .optional()
    .describe('proposed: by an open case only; both unless told'),
  text: Words.optional().describe('Part of the 户号, name or document; A–Z in either case'),
})
export type CustomerListFilter = z.infer<typeof CustomerListFilter>

export const CustomerListQuery = CustomerListFilter.extend(Page)

/** Who is on the list on the day, by which decision; or who is only proposed for it. */
export const CustomerRow = z
  .object({
    customerId: z.string(),
    customerName: z.string(),
    districtCode: z.string().nullable(),
    districtName: z.string().nullable(),
    supplyUnit: z.string(),
    status: z.enum(['in-force', 'proposed']),
    industry: z.string(),
    category: z.string(),
    step: z.int().nullable(),
    line: z.string(),
    pointIds: z.array(z.string()).describe('None: all energy of the customer'),
    from: z.iso.date().nullable().describe('Since when; null: only proposed'),
    until: z.iso.date().nullable().describe('Last day; null: until further notice'),
    yuanPerKwh: z.string().nullable().describe('Exact decimal of that day; null: see toEnter'),
    toEnter: BothLanguages.nullable().describe('Why the amount is not known, and what to enter'),
    documentNo: z.string().nullable().describe('Of the decision; null: only proposed'),
    documentTitle: z.string().nullable(),
    issuer: z.string().nullable(),
    issuedOn: z.iso.date().nullable(),
    ruleId: z.string().nullable(),
    ruleVersion: z.int().nullable(),
    ruleDocumentNo: z.string().nullable(),
    sourceStatus: Sureness,
    label: z.string(),
    entryId: z.string().nullable(),
    caseNumber: z.string().nullable(),
  })
  .meta({ id: 'CustomerRow' })
export type CustomerRow = z.infer<typeof CustomerRow>

export const CustomerListPage = z
  .object({ day: z.iso.date(), customers: z.array(CustomerRow), next: Next })
  .meta({ id: 'CustomerListPage' })
export type CustomerListPage = z.infer<typeof CustomerListPage>

export const DifferenceFilter = z.object({
  list: z.enum(['rules', 'customers']),
  from: z.iso
    .date()
    .describe('Plant day')
    .meta({ examples: ['2025-12-31'] }),
  to: z.iso
    .date()
    .describe('Plant day')
    .meta({ examples: ['2026-01-01'] }),
  fromKnownAt: Moment.knownAt.describe('What was known of `from` at this instant; all unless told'),
  knownAt: Moment.knownAt.describe('What was known of `to` at this instant; all unless told'),
})
export type DifferenceFilter = z.infer<typeof DifferenceFilter>

export const DifferenceQuery = DifferenceFilter.extend(Page)

/** A line of a list that is on one of two days only, or says something else on each. */
export const ListDifference = z
  .object({
    key: z.string().describe('The rule; or the 户号 with industry, line and points'),
    change: z.enum(['came', 'went', 'changed']),
    fields: z.array(z.string()).describe('What changed'),
    before: z.union([RuleRow, CustomerRow]).nullable(),
    after: z.union([RuleRow, CustomerRow]).nullable(),
  })
  .meta({ id: 'ListDifference' })
export type ListDifference = z.infer<typeof ListDifference>

export const DifferencePage = z
  .object({ from: z.iso.date(), to: z.iso.date(), differences: z.array(ListDifference), next: Next })
  .meta({ id: 'DifferencePage' })
export type DifferencePage = z.infer<typeof DifferencePage>

export const HistoryParams = z.object({ id: z.string().min(1).max(64).describe('户号') })

export const HistoryQuery = z.object({
  to: Moment.day.describe('Last plant day of the time line; today unless told'),
  knownAt: Moment.knownAt,
})
export type HistoryQuery = z.infer<typeof HistoryQuery>

/** Something on record of a customer, in the order of its release. */
export const PriceRecord = z
  .object({
    kind: z.enum(['entry', 'correction', 'exit', 'assessment', 'notice']),
    id: z.string(),
    changeId: z.string(),
    enteredBy: z.string(),
    releasedBy: z.string(),
    releasedAt: z.iso.datetime(),
    entry: ReleasedEntry.nullable(),
    assessment: ReleasedAssessment.nullable(),
    notice: SurchargeNotice.nullable(),
  })
  .meta({ id: 'PriceRecord' })
export type PriceRecord = z.infer<typeof PriceRecord>

/** Days in a row on which the same holds. */
export const TierStretch = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    districtCode: z.string().nullable(),
    tiers: z
      .array(
        z.object({
          entryId: z.string(),
          industry: z.string(),
          category: TariffCategory,
          step: z.int().nullable(),
          line: z.string(),
          pointIds: z.array(z.string()),
          documentNo: z.string(),
          yuanPerKwh: z.string().nullable(),
          toEnter: BothLanguages.nullable(),
          ruleId: z.string().nullable(),
          ruleVersion: z.int().nullable(),
          sourceStatus: Sureness,
          label: z.string(),
        }),
      )
      .describe('None: on no list'),
  })
  .meta({ id: 'TierStretch' })
export type TierStretch = z.infer<typeof TierStretch>

export const PriceHistory = z
  .object({
    customerId: z.string(),
    place: CustomerPlace.nullable(),
    records: z.array(PriceRecord),
    stretches: z.array(TierStretch).describe('From the first day of a decision to `to`'),
  })
  .meta({ id: 'PriceHistory' })
export type PriceHistory = z.infer<typeof PriceHistory>
