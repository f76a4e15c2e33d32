import { z } from 'zod'
import { CaseState, Level } from './case.ts'
import { Signature } from './finding.ts'

/** What somebody answers for: that a customer's load is known and lawful. */
export const KnownGoodBody = z
  .object({
    customerId: z.string().min(1).max(64).describe('户号'),
    signature: Signature.nullable().default(null).describe('null: every one'),
    owner: z.string().trim().min(1).max(200).describe('Who answers for it'),
    reason: z.string().trim().min(1).max(2_000),
    document: z.string().trim().min(1).max(400).describe('Number and title of what it rests on'),
    until: z.iso.date().describe('Last plant day it holds, at most 12 months from today'),
  })
  .meta({
    id: 'KnownGoodBody',
    examples: [
      {
        customerId: '9900000001',
        owner: '演示·长寿供电 客户服务部',
        reason: '经备案的数据中心',
        document: '渝发改备〔2026〕112号',
        until: '2027-05-26',
      },
    ],
  })
export type KnownGoodBody = z.infer<typeof KnownGoodBody>

/** over: its last day has gone by */
export const KnownGoodState = z
  .enum(['proposed', 'active', 'refused', 'ended', 'over'])
  .meta({ id: 'KnownGoodState' })
export type KnownGoodState = z.infer<typeof KnownGoodState>

export const KnownGood = KnownGoodBody.extend({
  id: z.string(),
  state: KnownGoodState,
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  endedBy: z.string().nullable(),
  endedAt: z.iso.datetime().nullable(),
  endReason: z.string(),
}).meta({ id: 'KnownGood' })
export type KnownGood = z.infer<typeof KnownGood>

export const KnownGoodId = z.object({ id: z.string().min(1).max(100) })
export const KnownGoodAnswer = z.object({ knownGood: KnownGood }).meta({ id: 'KnownGoodAnswer' })
export const KnownGoodQuery = z.object({
  state: KnownGoodState.optional(),
  customer: z.string().optional().describe('户号'),
  after: z.string().optional().describe('"next" of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const KnownGoodPage = z
  .object({ knownGood: z.array(KnownGood), next: z.string().nullable() })
  .meta({ id: 'KnownGoodPage' })

/** What an entry would hide, had it held over a past period. */
export const KnownGoodPreview = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    findings: z
      .array(
        z.object({
          signature: Signature,
          count: z.int().positive(),
          firstDay: z.iso.date(),
          lastDay: z.iso.date(),
          highestScore: z.number(),
        }),
      )
      .describe('Current findings at or above the lowest threshold'),
    cases: z
      .array(z.object({ number: z.string(), state: CaseState, signature: Signature, level: Level }))
      .describe('Open charges: an entry leaves them as they are'),
  })
  .meta({ id: 'KnownGoodPreview' })
export type KnownGoodPreview = z.infer<typeof KnownGoodPreview>

/** An entry in force, as a case of its customer shows it. */
export const KnownGoodNote = KnownGood.pick({ id: true, signature: true, owner: true, until: true })
  .extend({ hides: z.int().min(0).describe('Current findings that open no case because of it') })
  .meta({ id: 'KnownGoodNote' })
export type KnownGoodNote = z.infer<typeof KnownGoodNote>
