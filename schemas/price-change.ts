import { z } from 'zod'
import { Assessment } from './assessment.ts'
import { Decision, DecisionDocument, DecisionEntry, SurchargeNotice } from './decision.ts'
import { Flag } from './import.ts'
import { TariffRule, VerificationWords } from './tariff.ts'

/** What pricing staff enter. Each waits as one change for a second person. */
export const PriceChangeKind = z
  .enum(['rules', 'assessments', 'decision', 'notices'])
  .meta({ id: 'PriceChangeKind' })
export type PriceChangeKind = z.infer<typeof PriceChangeKind>

export const PriceChangeState = z
  .enum(['proposed', 'released', 'refused', 'withdrawn'])
  .meta({ id: 'PriceChangeState' })
export type PriceChangeState = z.infer<typeof PriceChangeState>

/** The rows of a change, by its kind. */
export const PriceChangeContent = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('rules'), rules: z.array(TariffRule).min(1).max(5_000) }),
    z.object({ kind: z.literal('assessments'), assessments: z.array(Assessment).min(1).max(20_000) }),
    z.object({ kind: z.literal('decision'), decision: Decision }),
    z.object({ kind: z.literal('notices'), notices: z.array(SurchargeNotice).min(1).max(20_000) }),
  ])
  .meta({ id: 'PriceChangeContent' })
export type PriceChangeContent = z.infer<typeof PriceChangeContent>

/** What is put up for release, and why. */
export const PriceChangeBody = z
  .object({ reason: z.string().trim().min(1).max(2_000), content: PriceChangeContent })
  .meta({
    id: 'PriceChangeBody',
    examples: [
      {
        reason: '补录挖矿地方加价标准',
        content: {
          kind: 'rules',
          rules: [
            {
              id: 'CQ-MINING-2026',
              jurisdiction: 'CQ',
              industries: ['虚拟货币挖矿'],
              category: '淘汰类',
              formula: { kind: 'flat', yuanPerKwh: '0.50' },
              appliesTo: '户号全部电量',
              documentNo: '示例〔2026〕1号',
              documentTitle: '示例文件',
              effectiveFrom: '2026-12-01',
              effectiveTo: null,
              sourceStatus: 'original',
              verification: '示例，非真实文件',
              source: '示例',
              note: '',
              enabled: true,
            },
          ],
        },
      },
    ],
  })
export type PriceChangeBody = z.infer<typeof PriceChangeBody>

/** One reason why a change cannot be: all of them are told at once, and nothing of it is taken in. */
export const PriceFault = z
  .object({
    row: z
      .int()
      .min(0)
      .describe(
        'Of a table: as a spreadsheet counts its rows, the heading is row 1. Of a body in JSON: 1 for the first of its rows. 0: the whole',
      ),
    column: z.string().describe('Heading as it stands in the table, or field; empty: the whole row'),
    reason: z.string().describe('One sentence'),
  })
  .meta({ id: 'PriceFault' })
export type PriceFault = z.infer<typeof PriceFault>

/** A change without its rows. */
export const PriceChange = z
  .object({
    id: z.string(),
    kind: PriceChangeKind,
    state: PriceChangeState,
    rows: z.int().min(1),
    reason: z.string(),
    proposedBy: z.string(),
    proposedAt: z.iso.datetime(),
    decidedBy: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    decidedReason: z.string(),
  })
  .meta({ id: 'PriceChange' })
export type PriceChange = z.infer<typeof PriceChange>

/** What a row does to what is released: words of each field that differs. */
export const RowDifference = z
  .object({
    row: z.int().positive(),
    id: z.string().describe('Of the rule'),
    what: z.enum(['new', 'changed', 'unchanged']),
    fields: z
      .record(z.string(), z.object({ before: z.string(), after: z.string() }))
      .describe('What differs; of a new rule nothing'),
  })
  .meta({ id: 'RowDifference' })
export type RowDifference = z.infer<typeof RowDifference>

/** What a change would do, or does, to what is released. */
export const PriceChangeEffect = z
  .object({
    new: z.int().min(0),
    changed: z.int().min(0),
    unchanged: z.int().min(0),
    rules: z.array(RowDifference).describe('Of rules, row by row'),
  })
  .meta({ id: 'PriceChangeEffect' })
export type PriceChangeEffect = z.infer<typeof PriceChangeEffect>

/** What a change would do if it were released now. */
export const PriceChangePreview = z
  .object({
    faults: z.array(PriceFault).describe('Why it cannot be, as things stand'),
    warnings: z.array(PriceFault).describe('What may be so, and somebody should look at'),
    effect: PriceChangeEffect,
  })
  .meta({ id: 'PriceChangePreview' })
export type PriceChangePreview = z.infer<typeof PriceChangePreview>

export const PriceChangeAsked = z.object({
  dryRun: Flag.optional().describe('Only tell the faults, and what it would change'),
})

export const PriceChangeProposal = PriceChangePreview.extend({
  change: PriceChange.nullable().describe('null of a dry run: nothing is written'),
  faults: z.array(PriceFault).describe('Of a dry run; a change with faults is refused'),
}).meta({ id: 'PriceChangeProposal' })

export const PriceChangeId = z.object({ id: z.string().min(1).max(100) })

export const PriceChangeDecided = z
  .object({
    change: PriceChange,
    correctionId: z
      .int()
      .nullable()
      .describe('The correction that shows which open cases it prices anew; null: none'),
  })
  .meta({ id: 'PriceChangeDecided' })
export type PriceChangeDecided = z.infer<typeof PriceChangeDecided>

export const PriceChangeFilters = z.object({
  state: PriceChangeState.optional(),
  kind: PriceChangeKind.optional(),
})
export const PriceChangeQuery = PriceChangeFilters.extend({
  after: z.string().optional().describe('"next" of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const PriceChangePage = z
  .object({ changes: z.array(PriceChange), next: z.string().nullable() })
  .meta({ id: 'PriceChangePage' })

export const PriceRowsQuery = z.object({
  after: z.coerce.number().int().min(0).default(0).describe('"next" of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

/** Rows of a change, in their order: of its own kind, the others empty. */
export const PriceRows = z
  .object({
    rules: z.array(TariffRule.extend({ verified: VerificationWords })),
    assessments: z.array(Assessment),
    document: DecisionDocument.nullable().describe('Of a decision'),
    entries: z.array(DecisionEntry.extend({ id: z.string() })).describe('Lines of a decision'),
    notices: z.array(SurchargeNotice),
  })
  .meta({ id: 'PriceRows' })
export type PriceRows = z.infer<typeof PriceRows>

export const PriceChangeView = z
  .object({
    change: PriceChange,
    rows: PriceRows,
    customerNames: z
      .record(z.string(), z.string())
      .describe('Of the customers of these rows by their numbers, as the registry has them now'),
    preview: PriceChangePreview.nullable().describe('null of a decided change, and after its first page'),
    next: z.int().nullable().describe('Row after which the next page begins; null: no more'),
  })
  .meta({ id: 'PriceChangeView' })
