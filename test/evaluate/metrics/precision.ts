import type { Signature } from '../../../schemas/finding.ts'
import { type Judged, verdictOf } from '../judged.ts'
import { precisionAt, wilson } from './bounds.ts'

/** Mines among metered enterprises in a public training list (DCIC): 10 of 8,840. */
export const FIELD_PREVALENCE = 0.001

/** What a case of one signature is worth, as seen and as it would be in the field. */
export interface Precision {
  readonly cases: number
  readonly right: number
  readonly precision: number
  /** Lower end of Wilson's 95 % interval */
  readonly precisionLower: number
  /** Legal meters that could have been accused, and how many were */
  readonly legalMeters: number
  readonly legalAccused: number
  /** Upper end of the interval of the share of legal meters accused */
  readonly falseShareUpper: number
  /** Precision where one enterprise in a thousand is a suspect: as seen, and by the worse ends of both intervals */
  readonly inField: number
  readonly inFieldLower: number
}

export const precisionOf = (judged: readonly Judged[], signature: Signature): Precision => {
  const opened = (each: Judged) => verdictOf(each, signature).openedDay !== null
  const suspects = judged.filter(({ member }) => member.truth === signature)
  const legal = judged.filter(({ member }) => member.truth === 'legal')
  const cases = judged.filter(opened).length
  const right = suspects.filter(opened).length
  const legalAccused = legal.filter(opened).length
  const recall = right / suspects.length
  const falseShareUpper = wilson(legalAccused, legal.length)[1]
  return {
    cases,
    right,
    precision: right / cases,
    precisionLower: wilson(right, cases)[0],
    legalMeters: legal.length,
    legalAccused,
    falseShareUpper,
    inField: precisionAt(FIELD_PREVALENCE, recall, legalAccused / legal.length),
    inFieldLower: precisionAt(FIELD_PREVALENCE, wilson(right, suspects.length)[0], falseShareUpper),
  }
}
