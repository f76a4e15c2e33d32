import { dayText, parseDay } from '../../../schemas/day.ts'
import type { DecisionEntry, ReleasedEntry } from '../../../schemas/decision.ts'
import { type EntryCheck, fault } from './check.ts'
import type { DecisionGround } from './ground.ts'

/** A line that is to be corrected or ended must be there, of the same customer, and still stand. */
export const checkReference: EntryCheck = (entry, ground) => {
  const { action, entryId } = entry
  if (action === 'apply') {
    return entryId === null
      ? []
      : [
          fault(
            'entryId',
            'A new line names no earlier one: leave it empty, or make it a correction or an end.',
          ),
        ]
  }
  if (entryId === null) {
    return [fault('entryId', `Name the line that is ${action === 'end' ? 'ended' : 'corrected'}.`)]
  }
  const target = ground.releasedById.get(entryId)
  const reason = target ? whyNot(entry, target, ground) : `There is no released line ${entryId}.`
  return reason === undefined ? [] : [fault('entryId', reason)]
}

const whyNot = (
  { action, customerId, from }: DecisionEntry,
  target: ReleasedEntry,
  { released }: DecisionGround,
): string | undefined => {
  const { id } = target
  if (target.customerId !== customerId) return `The line ${id} is of another customer.`
  if (target.action === 'end')
    return `The line ${id} is an end itself: name the line that put the customer on.`
  const later = released.get(customerId)!.filter(({ entryId }) => entryId === id)
  const correction = later.find(one => one.action === 'correct')
  if (correction) return `The line ${id} was corrected by ${correction.id} already: name that one.`
  if (action === 'correct') return undefined
  const end = later.find(one => one.action === 'end')
  if (end) return `The line ${id} was ended by ${end.id} already: to move its end correct the line.`
  if (from < target.from)
    return `The line ${id} begins on ${target.from}, after this end: correct it instead.`
  return target.to !== null && from > dayText(parseDay(target.to) + 1)
    ? `The line ${id} ends on ${target.to} by itself.`
    : undefined
}
