import type { Decision, ReleasedEntry } from '../../../schemas/decision.ts'
import type { PriceFault } from '../../../schemas/price-change.ts'
import { collide, type StandingEntry, standingEntries } from '../../pricing/index.ts'
import type { DecisionGround } from './ground.ts'

interface Line {
  readonly entry: StandingEntry
  /** From 1, of this change; null: released before */
  readonly row: number | null
}

/**
 * Lines that would ask for the same energy on the same day as another: one fault for each row that does. Only rows that
 * are `sound` are looked at.
 */
export const collisions = (
  { entries, ...document }: Decision,
  { released }: DecisionGround,
  sound: (row: number) => boolean,
): PriceFault[] => {
  const fresh = entries
    .map(
      (entry, i): ReleasedEntry => ({
        ...entry,
        ...{ id: `${NEW} ${i + 1}`, changeId: NEW, document, enteredBy: '', releasedBy: '', releasedAt: '' },
      }),
    )
    .filter(({ id }) => sound(rowOf(id)))
  return [...Map.groupBy(fresh, ({ customerId }) => customerId)].flatMap(([customerId, own]) =>
    collisionsOf(
      standingEntries([...(released.get(customerId) ?? []), ...own]).map(entry => ({
        entry,
        row: entry.changeId === NEW ? rowOf(entry.id) : null,
      })),
    ),
  )
}

/** The id of no change. */
const NEW = 'new'
const rowOf = (id: string): number => Number(id.slice(NEW.length))

/** Lines stand in the order of their release: each is held against those before it. */
const collisionsOf = (lines: readonly Line[]): PriceFault[] =>
  lines.flatMap(({ entry, row }, i) => {
    if (row === null) return []
    const before = lines.slice(0, i).find(other => collide(other.entry, entry))
    return before ? [{ row, column: 'from', reason: reasonOf(before) }] : []
  })

const reasonOf = ({ row, entry: { id, from, lastDay, document } }: Line): string => {
  const days = lastDay === null ? `from ${from} on` : `from ${from} to ${lastDay}`
  return row === null
    ? `The customer is on the list ${days} for the same energy by line ${id} (${document.documentNo}): end or correct that line first.`
    : `It asks for the same energy as row ${row}, which holds ${days}.`
}
