import type { Meter } from '../../schemas/meter.ts'
import { changesBetween, type EntryChange, speakerChanges } from './changes.ts'
import { type Entry, speakingLast, timelineOf } from './entry.ts'

type Entries = ReadonlyMap<string, readonly Meter[]>

/**
 * What is otherwise now, in what is judged: of meters that were known, and of points that were known for which
 * another meter speaks now. `changed` holds what is known now of the meters that an import changed.
 */
export const correctionsOf = (known: Entries, changed: Entries): EntryChange[] => {
  const own = [...changed].flatMap(([meterId, after]) => {
    const before = known.get(meterId)
    return before ? changesBetween(before, after) : []
  })
  const covered = Map.groupBy(
    own.flatMap(change => pointsOf(change).map(pointId => ({ pointId, change }))),
    ({ pointId }) => pointId,
  )
  const touched = new Set([...changed].flatMap(([id, after]) => [...(known.get(id) ?? []), ...after]).map(at))
  const was = entriesAt(known, touched)
  const is = entriesAt(new Map([...known, ...changed]), touched)
  const spoken = [...was].flatMap(([pointId, entries]) =>
    speakerChanges(entries, is.get(pointId) ?? []).filter(
      ({ from, to }) => !covered.get(pointId)?.some(({ change }) => change.from <= from && to <= change.to),
    ),
  )
  return [...own, ...spoken]
}

const at = ({ pointId }: Meter): string => pointId

const pointsOf = ({ before, after }: EntryChange): string[] => [
  ...new Set([before, after].flatMap(meter => meter?.pointId ?? [])),
]

/** The entries of some points, who speaks last. */
const entriesAt = (meters: Entries, points: ReadonlySet<string>): Map<string, Entry[]> => {
  const standing = [...meters.values()].filter(entries => entries.some(entry => points.has(at(entry))))
  const entries = standing.flatMap(timelineOf).filter(({ meter }) => points.has(at(meter)))
  return Map.groupBy(entries.sort(speakingLast), ({ meter }) => at(meter))
}
