import { z } from 'zod'
import { Assessment } from './assessment.ts'
import { Decision, SurchargeNotice } from './decision.ts'
import { TariffRule } from './tariff.ts'

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
  .meta({ id: 'PriceChangeBody' })
export type PriceChangeBody = z.infer<typeof PriceChangeBody>

/** One reason why a change cannot be: all of them are told at once, and nothing of it is taken in. */
export const PriceFault = z
  .object({
    row: z.int().min(0).describe('1 for the first row below the heading; 0: the whole'),
    column: z.string().describe('Heading or field; empty: the whole row'),
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
