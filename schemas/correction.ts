import { z } from 'zod'
import { Signature } from './finding.ts'
import { ProposedTier } from './tariff.ts'

/**
 * registry: entries were corrected. backfill: readings came for days long past. watch: it began or ended. tariff: rules
 * were released, by which open charges propose another tier.
 */
export const CorrectionKind = z
  .enum(['registry', 'backfill', 'watch', 'tariff'])
  .meta({ id: 'CorrectionKind' })
export type CorrectionKind = z.infer<typeof CorrectionKind>

/** What a correction changed, in words of the registry, or of the rule. */
export const CorrectedEntry = z.object({
  meterId: z.string().nullable().describe('null: of a rule'),
  ruleId: z.string().nullable().default(null),
  from: z.iso.date().nullable().describe('First day concerned; null: from the beginning'),
  to: z.iso.date().nullable().describe('Last day concerned; null: until further notice'),
  fields: z.record(z.string(), z.object({ before: z.string(), after: z.string() })),
})
export type CorrectedEntry = z.infer<typeof CorrectedEntry>

/** A correction, and what judging again made of it. */
export const Correction = z
  .object({
    id: z.int(),
    at: z.iso.datetime(),
    actor: z.string(),
    kind: CorrectionKind,
    changes: z.array(CorrectedEntry).describe('The first 200'),
    points: z.int().describe('Metering points concerned'),
    waiting: z.int().describe('Points that are still to be judged again'),
    judgedDays: z.int().describe('Days judged again so far'),
    effects: z
      .int()
      .describe('Days whose finding came, went or changed; of a tariff: charges of another tier'),
  })
  .meta({ id: 'Correction' })
export type Correction = z.infer<typeof Correction>

/** The difference a correction made to one day and signature; null: no finding. */
export const CorrectionEffect = z
  .object({
    pointId: z.string(),
    customerId: z.string(),
    signature: Signature,
    day: z.iso.date(),
    scoreBefore: z.number().nullable(),
    scoreAfter: z.number().nullable(),
    caseState: z
      .string()
      .nullable()
      .describe("State of the customer's case now; what was released is not changed by a correction"),
  })
  .meta({ id: 'CorrectionEffect' })
export type CorrectionEffect = z.infer<typeof CorrectionEffect>

/** The difference that released rules make to the tier of an open charge; null: none. */
export const TierEffect = z
  .object({
    caseId: z.string(),
    caseNumber: z.string(),
    customerId: z.string(),
    pointId: z.string(),
    signature: Signature,
    before: ProposedTier.nullable().describe('As the charge said when the rules were released'),
    after: ProposedTier.nullable().describe('By the rules as released'),
    follows: z
      .boolean()
      .describe('Whether the charge is priced anew; one that was submitted or released stays as it was'),
    caseState: z.string().describe('State of the case now'),
  })
  .meta({ id: 'TierEffect' })
export type TierEffect = z.infer<typeof TierEffect>
