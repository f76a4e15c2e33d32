import { type EntryCheck, fault } from './check.ts'

/** Dates the wrong way round, and a last day of what is no stretch of days. */
export const checkDates: EntryCheck = ({ action, from, to }) => {
  if (to === null) return []
  if (action === 'end') {
    return [
      fault('to', 'An end has no last day: from its first day on the line holds no more. Leave it empty.'),
    ]
  }
  return from <= to
    ? []
    : [fault('to', `The last day ${to} is before the first, ${from}: correct one of them.`)]
}
