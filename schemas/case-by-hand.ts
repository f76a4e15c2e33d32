import { z } from 'zod'
import { Case, CaseSource, Level } from './case.ts'
import { Signature } from './finding.ts'

/** What somebody was told or saw of a customer: by a tip (举报), a survey (摸排) or an inspection (检查). */
export const CaseByHand = z
  .object({
    customerId: z.string().min(1).max(64).describe('户号, which the registry must hold'),
    signature: Signature,
    source: CaseSource.exclude(['finding']),
    level: Level.default('yellow'),
    note: z.string().trim().min(1).max(2_000).describe('What was said or seen; name no tipster'),
    pointId: z
      .string()
      .min(1)
      .max(64)
      .optional()
      .describe('Metering point it is about; the first of the customer unless told'),
  })
  .meta({
    id: 'CaseByHand',
    examples: [
      {
        customerId: '9900000001',
        signature: 'crypto-mining',
        source: 'tip',
        note: '群众举报：夜间风机噪声大',
      },
    ],
  })
export type CaseByHand = z.infer<typeof CaseByHand>

export const CaseAnswer = z.object({ case: Case }).meta({ id: 'CaseAnswer' })

const Reason = z.string().trim().min(1).max(2_000)
const CaseName = z.string().min(1).max(100).describe('Number or id of a case')

/** The case with the oldest number leads; the others become its members. */
export const MergeBody = z
  .object({ with: z.array(CaseName).min(1).max(50), reason: Reason })
  .meta({ id: 'MergeBody', examples: [{ with: ['2026-00006'], reason: '同一厂区，并案' }] })

export const SplitBody = z
  .object({ member: CaseName, reason: Reason })
  .meta({ id: 'SplitBody', examples: [{ member: '2026-00006', reason: '分属两户' }] })
