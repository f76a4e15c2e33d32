import type { SurchargeNotice } from '../../schemas/decision.ts'
import type { PriceFault } from '../../schemas/price-change.ts'
import type { Db } from '../adapters/store/index.ts'
import { unknownCustomers } from './known-customers.ts'

/** Why notices cannot be: all reasons at once, none of one that can. */
export const faultsOfNotices = (db: Db, notices: readonly SurchargeNotice[]): Promise<PriceFault[]> =>
  unknownCustomers(db, notices)
