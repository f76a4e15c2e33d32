import type { Signature } from '../../schemas/finding.ts'
import type { Difference, Verdict, VerificationCheck } from '../../schemas/verification.ts'

/** A check by its differences: none, and it is identical. */
export const checked = (
  name: VerificationCheck['name'],
  signature: Signature | null,
  zh: string,
  en: string,
  differences: readonly Difference[],
): VerificationCheck => ({
  name,
  signature,
  verdict: differences.length === 0 ? 'identical' : 'different',
  sentence: { zh, en },
  differences: [...differences],
})

/** A check that cannot be done, with the reason in a sentence. */
export const cannot = (
  name: VerificationCheck['name'],
  signature: Signature | null,
  zh: string,
  en: string,
): VerificationCheck => ({ name, signature, verdict: 'cannot', sentence: { zh, en }, differences: [] })

/** A difference weighs more than what could not be done. */
export const verdictOf = (checks: readonly VerificationCheck[]): Verdict => {
  const has = (verdict: Verdict): boolean => checks.some(check => check.verdict === verdict)
  if (has('different')) return 'different'
  return has('cannot') ? 'cannot' : 'identical'
}
