import { z } from 'zod'

/** Why a reading was turned away. A closed list: each word is counted and shown to people. */
export const RejectReason = z
  .enum([
    'malformed', // not readable as a reading at all: broken JSON, wrong number of columns
    'missing-field', // a field every reading needs is absent or empty
    'bad-time', // no ISO 8601 instant with an offset
    'time-before-2005', // a clock that fell back to 1970 or 2000; smart metering began later
    'time-in-future', // more than a day ahead of the service's clock
    'off-grid', // not near the end of any interval of its meter
    'not-a-number', // NaN, infinity, or text where a number belongs (a decimal comma among them)
    'negative-power', // forward active power cannot be below zero
    'implausible-power', // over 20 times the contract capacity, or over a million kW: wrong unit
    'unknown-meter', // the registry holds no such meter
    'no-entry-that-day', // the registry holds the meter, but not on that day
    'negative-register', // a cumulative register cannot be below zero
  ])
  .meta({ id: 'RejectReason' })
export type RejectReason = z.infer<typeof RejectReason>

/** What became of a reading that was taken. */
export const StoredOutcome = z
  .enum([
    'accepted', // a new value in its slot
    'duplicate', // equal to what its slot already held
    'corrected', // another value for a filled slot, and this one won
    'superseded', // another value for a filled slot, and the one already there won
    'too-late', // stored, but more than 7 days behind its point: the day is not judged again
  ])
  .meta({ id: 'StoredOutcome' })
export type StoredOutcome = z.infer<typeof StoredOutcome>

export type Outcome = RejectReason | StoredOutcome

/** A reading that was turned away, with what arrived. */
export const Reject = z
  .object({
    reason: RejectReason,
    detail: z.string().describe('One sentence for a person: what is wrong and what would be right'),
    line: z.int().positive().optional().describe('Line of the input it stood on, counted from 1'),
    raw: z.string().describe('What arrived, cut to 1,000 characters'),
  })
  .meta({ id: 'Reject' })
export type Reject = z.infer<typeof Reject>
