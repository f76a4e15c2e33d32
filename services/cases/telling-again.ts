import type { Alert, AlertOf } from '../../schemas/alert.ts'
import type { Case } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'
import type { Telling } from '../alerts/index.ts'
import { tellingOfProposal } from './alert-proposals.ts'
import { finalOutcomes } from './close-case.ts'
import { outcomesOf } from './outcomes.ts'
import { closedTelling } from './tell-closing.ts'
import { tellingOfEntry } from './tell-decision.ts'

/**
 * What was told under an alert of a case, from what is on record: outcomes, the proposal two people released, the line
 * of a decision. Undefined when nothing on record is the ground of it.
 */
export const tellingAgain = async (
  db: Db,
  held: Case,
  alertId: string,
  told: Exclude<Alert, AlertOf<'endpoint.test'>>,
): Promise<Telling | undefined> => {
  switch (told.type) {
    case 'case.reported':
      return { type: told.type }
    case 'case.closed':
      return closedTelling(held, finalOutcomes(await outcomesOf(db, held.id)))
    case 'tier.decided':
      return tellingOfEntry(db, told.data.entry.id)
    default:
      return tellingOfProposal(db, held.id, alertId)
  }
}
