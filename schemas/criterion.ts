import { z } from 'zod'
import { Level } from './case.ts'
import { BothLanguages, Signature } from './finding.ts'

export const CriterionState = z
  .enum(['proposed', 'released', 'refused'])
  .describe('待复核, 已发布, 已驳回')
  .meta({ id: 'CriterionState' })
export type CriterionState = z.infer<typeof CriterionState>

/** Findings below are not kept: what would open a case must not lie under it. */
const Threshold = z.number().min(0.5).max(1)

/** From which scores on a charge opens and rises, and below which it fades (判据). */
export const Thresholds = z
  .object({
    yellowFrom: Threshold.describe('黄: from this score on a charge opens'),
    orangeFrom: Threshold.describe('橙'),
    redFrom: Threshold.describe('红'),
    closeBelow: z.number().min(0).max(1).describe('A charge fades when it stays below (hysteresis)'),
  })
  .meta({ id: 'Thresholds' })
export type Thresholds = z.infer<typeof Thresholds>

/** What is proposed, or only tried. */
export const CriterionTrial = Thresholds.extend({
  signature: Signature,
  closeBelow: Thresholds.shape.closeBelow.optional().describe('yellowFrom − 0.1 when absent'),
}).meta({
  id: 'CriterionTrial',
  examples: [{ signature: 'induction-furnace', yellowFrom: 0.75, orangeFrom: 0.9, redFrom: 0.96 }],
})
export type CriterionTrial = z.infer<typeof CriterionTrial>

export const CriterionProposal = CriterionTrial.extend({
  validFrom: z.iso.date().describe('First plant day it holds for; at the earliest the day after its release'),
  reason: z.string().trim().min(1).max(2_000),
}).meta({
  id: 'CriterionProposal',
  examples: [
    {
      ...{ signature: 'induction-furnace', yellowFrom: 0.75, orangeFrom: 0.9, redFrom: 0.96 },
      validFrom: '2026-12-04',
      reason: '11月查实率高于要求',
    },
  ],
})
export type CriterionProposal = z.infer<typeof CriterionProposal>

/** A dated criterion. Never altered; the one released last of those valid on a finding's day holds for it. */
export const Criterion = Thresholds.extend({
  id: z.string(),
  signature: Signature,
  detectorVersion: z.string().describe('Active when it was proposed; * for the built-in one'),
  validFrom: z.iso.date().nullable().describe('null: from the beginning'),
  reason: z.string(),
  state: CriterionState,
  proposedBy: z.string(),
  proposedAt: z.iso.datetime().nullable(),
  releasedBy: z.string().nullable(),
  releasedAt: z.iso.datetime().nullable(),
  refusedBy: z.string().nullable(),
  refusedAt: z.iso.datetime().nullable(),
}).meta({ id: 'Criterion' })
export type Criterion = z.infer<typeof Criterion>

/** A share with its 95 % bounds (Wilson) and the number behind it. */
export const Precision = z
  .object({
    confirmed: z.int().min(0),
    of: z.int().min(0).describe('Confirmed and dismissed'),
    precision: z.number().nullable(),
    lower: z.number().nullable().describe('95 % Wilson bound'),
    upper: z.number().nullable(),
  })
  .meta({ id: 'Precision' })
export type Precision = z.infer<typeof Precision>

/** What a level may be expected to mean: the share of its charges that a check on site would confirm. */
export const LevelExpectation = z
  .object({
    signature: Signature,
    level: Level,
    precision: z.number().min(0).max(1).nullable().describe('null: not measured'),
    lower: z.number().min(0).max(1).nullable().describe('95 % lower bound; what the level promises'),
    meters: z.int().min(0).nullable().describe('Legal meters behind the number'),
    source: z.string().describe('What it was measured on'),
    sourceZh: z.string().describe('The same in Chinese'),
  })
  .meta({ id: 'LevelExpectation' })
export type LevelExpectation = z.infer<typeof LevelExpectation>

/** A criterion with what each of its levels means: as stated, and as inspections found. */
export const CriterionView = Criterion.extend({
  levels: z.array(
    z.object({
      level: Level,
      from: z.number(),
      expectation: LevelExpectation,
      sentence: BothLanguages,
      measured: Precision.describe('Of outcomes of charges opened by this criterion'),
    }),
  ),
  auditWhole: z.boolean().describe('Whether its audit chain verifies'),
}).meta({ id: 'CriterionView' })
export type CriterionView = z.infer<typeof CriterionView>

const ByLevel = z.object({ red: z.int(), orange: z.int(), yellow: z.int() })

/** What another criterion, or another detector version, would have made of a past period. Nothing is changed. */
export const OpeningPreview = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    signature: Signature,
    before: ByLevel.describe('Customers by the highest level reached in the period, as it is'),
    after: ByLevel.describe('The same as it would be'),
    opens: z.int().describe('Customers that would open and do not'),
    opensNoLonger: z.int(),
    changesLevel: z.int(),
    byDistrict: z.array(
      z.object({
        districtCode: z.string(),
        opens: z.int(),
        opensNoLonger: z.int(),
        changesLevel: z.int(),
      }),
    ),
    customers: z
      .array(
        z.object({
          customerId: z.string(),
          customerName: z.string(),
          districtCode: z.string(),
          before: Level.nullable(),
          after: Level.nullable(),
        }),
      )
      .describe('Those that differ, by id, the first 500'),
  })
  .meta({ id: 'OpeningPreview' })
export type OpeningPreview = z.infer<typeof OpeningPreview>
