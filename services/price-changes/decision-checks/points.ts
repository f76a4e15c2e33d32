import { dayText } from '../../../schemas/day.ts'
import { type EntryCheck, fault } from './check.ts'
import { daysOf } from './ground.ts'

/** Points that are not the customer's on a day of the line; of one without an end its first day counts. */
export const checkPoints: EntryCheck = ({ action, customerId, pointIds, ...entry }, { holders }) => {
  if (action === 'end') return []
  const { first, last } = daysOf(entry)
  return pointIds
    .flatMap(pointId => {
      const day = holders.strangeDay(pointId, customerId, first, last ?? first)
      const reason = `The point ${pointId} is not one of customer ${customerId} on ${day === undefined ? '' : dayText(day)}: the registry says otherwise.`
      return day === undefined ? [] : [fault('pointIds', reason)]
    })
    .slice(0, 1)
}
