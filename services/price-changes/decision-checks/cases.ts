import { type EntryCheck, fault } from './check.ts'

/** A case that is not there, or that no government was told of: it proposes nothing yet. */
export const checkCase: EntryCheck = ({ caseNumber }, { toldCases }) =>
  caseNumber === null || toldCases.has(caseNumber)
    ? []
    : [fault('caseNumber', `There is no case ${caseNumber} that a district was told of: correct its number.`)]
