import type { Assessment } from '../../schemas/assessment.ts'
import type { PriceFault } from '../../schemas/price-change.ts'
import type { Db } from '../adapters/store/index.ts'
import { unknownCustomers } from './known-customers.ts'

/** Why assessments cannot be: all reasons at once, none of one that can. */
export const faultsOfAssessments = (db: Db, assessments: readonly Assessment[]): Promise<PriceFault[]> =>
  unknownCustomers(db, assessments)
