import { fault, type RuleCheck } from './check.ts'

/** What a rule must show for how surely it says it is known. */
export const checkSource: RuleCheck = ({ sourceStatus, documentNo, documentTitle, formula }) => {
  const faults = []
  if (sourceStatus === 'original' && isBlank(documentNo)) {
    faults.push(
      fault('documentNo', 'A rule whose original was read names the number of its document (文号).'),
    )
  }
  if (sourceStatus === 'original' && isBlank(documentTitle)) {
    faults.push(fault('documentTitle', 'A rule whose original was read names the title of its document.'))
  }
  if (sourceStatus === 'not-found' && formula !== null) {
    faults.push(
      fault('formula', 'A rule that was not found has no amount: leave it out, or say how it is known.'),
    )
  }
  if (sourceStatus !== 'not-found' && formula === null) {
    faults.push(fault('formula', 'Give the amount, or say that the rule was not found.'))
  }
  return faults
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''
