import type { Decision } from '../../schemas/decision.ts'
import type { PriceFault } from '../../schemas/price-change.ts'
import type { Db } from '../adapters/store/index.ts'
import { unknownCustomers } from './known-customers.ts'

/** Why a decision cannot be: all reasons at once, none of one that can. */
export const faultsOfDecision = (db: Db, { entries }: Decision): Promise<PriceFault[]> =>
  unknownCustomers(db, entries)
