import type { Assessment } from '../../schemas/assessment.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { PriceFault } from '../../schemas/price-change.ts'
import type { Db } from '../adapters/store/index.ts'
import { boundsOf } from './assessment-checks/bounds.ts'
import { unknownCustomers } from './known-customers.ts'
import { repeated } from './repeated.ts'

type Check = (assessed: Assessment, today: string) => readonly Omit<PriceFault, 'row'>[]

/** Why assessments cannot be: all reasons at once, none of one that can. */
export const faultsOfAssessments = async (
  db: Db,
  assessments: readonly Assessment[],
  today: EpochDay,
): Promise<PriceFault[]> => [
  ...(await unknownCustomers(db, assessments)),
  ...assessments.flatMap((assessed, i) =>
    CHECKS.flatMap(check => check(assessed, dayText(today))).map(fault => ({ row: i + 1, ...fault })),
  ),
  ...repeated(assessments, ({ customerId, line, year }) => [customerId, line, year]).map(
    ({ row, first }) => ({
      ...{ row, column: 'line' },
      reason: `Row ${first} assesses the same line of the customer for the same year: leave one of them.`,
    }),
  ),
]

const checkDocument: Check = ({ documentDate }, today) =>
  documentDate <= today
    ? []
    : [{ column: 'documentDate', reason: `The document’s date ${documentDate} is still to come.` }]

/** What was used in a year is known in that year at the earliest. */
const checkYear: Check = ({ year, documentDate }) =>
  year <= Number(documentDate.slice(0, 4))
    ? []
    : [
        {
          column: 'year',
          reason: `The year ${year} lies after the document of ${documentDate}: correct one of them.`,
        },
      ]

const checkUse: Check = ({ line, kwhPerTonne }) => {
  const bounds = boundsOf(line)
  if (!bounds || (bounds.from <= kwhPerTonne && kwhPerTonne <= bounds.to)) return []
  const reason = `${kwhPerTonne} kWh/t is out of all measure for ${line}, ${bounds.from} to ${bounds.to}: is it in another unit?`
  return [{ column: 'kwhPerTonne', reason }]
}

const checkCommissioning: Check = ({ year, commissionedOn }) =>
  commissionedOn === null || Number(commissionedOn.slice(0, 4)) <= year
    ? []
    : [
        {
          column: 'commissionedOn',
          reason: `The line was commissioned on ${commissionedOn}, after the assessed year ${year}: correct one of them.`,
        },
      ]

const CHECKS = [checkDocument, checkYear, checkUse, checkCommissioning]
