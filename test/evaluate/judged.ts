import type { Signature } from '../../schemas/finding.ts'
import type { Member } from './population/population.ts'

/** What one detector, or a rule beside it, said of one meter over the whole period. */
export interface Verdict {
  /** Highest score of any judged day */
  readonly score: number
  /** Day of the period whose end opened a case; null when none was opened */
  readonly openedDay: number | null
}

/** A meter without its readings, with what was said of it. */
export interface Judged {
  readonly member: Omit<Member, 'kw' | 'kvar'>
  readonly verdicts: Readonly<Partial<Record<Signature, Verdict>>>
}

const NOTHING: Verdict = { score: 0, openedDay: null }

export const verdictOf = ({ verdicts }: Judged, signature: Signature): Verdict =>
  verdicts[signature] ?? NOTHING
