import { z } from 'zod'
import { ExportOptions } from './export.ts'
import { Flag } from './import.ts'
import {
  PriceChange,
  PriceChangeContent,
  PriceChangeEffect,
  PriceChangeKind,
  PriceFault,
} from './price-change.ts'

const beside = (most: number, what: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .optional()
    .describe(`Of a decision: ${what}, where no column of the table tells it`)

/** How a table is to be understood; what of the document a decision's table does not tell. */
export const PriceTableQuery = z.object({
  kind: PriceChangeKind,
  dryRun: Flag.optional().describe('Only tell the faults, and what would be put up'),
  reason: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .optional()
    .describe('Why it is put up; not needed of a dry run'),
  documentNo: beside(100, 'the number (文号)'),
  title: beside(400, 'the title'),
  issuer: beside(200, 'who issued it (发文机关)'),
  issuedOn: z.iso
    .date()
    .optional()
    .describe('Of a decision: when it was issued')
    .meta({ examples: ['2026-11-20'] }),
  restsOn: beside(2_000, 'what it rests on'),
})

export const PriceTemplateQuery = ExportOptions.extend({ kind: PriceChangeKind })

export const PriceTableOptions = ExportOptions

/** What is in a table of a change, and what became of it. Rows are counted as the sheet shows them: the heading is row 1. */
export const PriceTableAnswer = z
  .object({
    change: PriceChange.nullable().describe('null of a dry run: nothing is written'),
    rows: z.int().min(0).describe('Below the heading'),
    faults: z
      .array(PriceFault)
      .describe('Of a dry run, 10,000 at most; a table with faults is refused, and nothing of it taken in'),
    faultCount: z.int().min(0),
    warnings: z.array(PriceFault).describe('What may be so, and somebody should look at; 10,000 at most'),
    effect: PriceChangeEffect.nullable().describe('null while there are faults'),
    understood: PriceChangeContent.nullable().describe('The first 20 rows that were understood'),
  })
  .meta({ id: 'PriceTableAnswer' })
export type PriceTableAnswer = z.infer<typeof PriceTableAnswer>
