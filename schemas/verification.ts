import { z } from 'zod'
import { BothLanguages, Signature } from './finding.ts'

/** Whether what is stored comes out again when it is made anew. */
export const Verdict = z.enum(['identical', 'different', 'cannot']).meta({ id: 'Verdict' })
export type Verdict = z.infer<typeof Verdict>

/** One place where what is stored is not what comes out when it is made anew. */
export const Difference = z
  .object({
    at: z.string().describe('Path of the value, such as evidence.2.value or 2026-11-03.meanKw'),
    stored: z.string(),
    rebuilt: z.string(),
  })
  .meta({ id: 'Difference' })
export type Difference = z.infer<typeof Difference>

/** One step of a verification. */
export const VerificationCheck = z
  .object({
    name: z.enum(['readings', 'finding', 'charge', 'tier', 'estimate', 'case', 'audit', 'alert']),
    signature: Signature.nullable().describe('The charge it is of; null for the whole case'),
    verdict: Verdict,
    sentence: BothLanguages.describe('What was made anew of what, or why it cannot be'),
    differences: z.array(Difference),
  })
  .meta({ id: 'VerificationCheck' })
export type VerificationCheck = z.infer<typeof VerificationCheck>

/** A whole accusation made anew from stored readings, registry, rules and detector version. */
export const Verification = z
  .object({
    caseId: z.string(),
    caseNumber: z.string(),
    caseVersion: z.int().positive(),
    verdict: Verdict.describe('different where one check is; else cannot where one cannot be done'),
    checks: z.array(VerificationCheck),
  })
  .meta({ id: 'Verification' })
export type Verification = z.infer<typeof Verification>
