import { type LogEntry, type ReadingLog, readingsIn } from '../adapters/log/index.ts'
import { type TurnedAway, takeMessages } from '../ingest/index.ts'
import type { RegistryView } from '../registry/index.ts'
import type { Entry, Lateness } from './filled.ts'

/** What waited in a partition of the log, checked. */
export interface Slice {
  readonly partition: number
  /** The checkpoint it begins at, and the one it ends at */
  readonly offset: number
  readonly next: number
  readonly entries: readonly Entry[]
  readonly turnedAway: readonly TurnedAway[]
}

export interface SliceDeps {
  readonly registry: RegistryView
  readonly nowMs: () => number
  /** Of batches; messages tell it themselves */
  readonly late: Lateness
}

/** Reads what waits in partitions from their checkpoints on, `atMost` readings or little more, and checks it. */
export const readSlices = async (
  log: ReadingLog,
  partitions: readonly number[],
  checkpoints: ReadonlyMap<number, number>,
  atMost: number,
  deps: SliceDeps,
): Promise<Slice[]> => {
  const slices: Slice[] = []
  let room = atMost
  for (const partition of partitions) {
    if (room <= 0) break
    const offset = checkpoints.get(partition) ?? 0
    const read = await log.read(partition, offset, room)
    if (read.length === 0) continue
    const slice = sliceOf(partition, offset, read, deps)
    room -= sizeOf(slice)
    slices.push(slice)
  }
  return slices
}

const sliceOf = (partition: number, offset: number, read: readonly LogEntry[], deps: SliceDeps): Slice => {
  const entries: Entry[] = []
  const turnedAway: TurnedAway[] = []
  const check = { meters: deps.registry, nowMs: deps.nowMs() }
  for (const entry of read) {
    if ('batch' in entry) {
      entries.push({ batch: entry.batch, late: deps.late, places: null })
      continue
    }
    for (const checked of takeMessages(entry.messages, check)) {
      turnedAway.push(...checked.turnedAway)
      for (const { batch, offsets } of checked.batches)
        entries.push({ batch, late: checked.late, places: { partition, offsets } })
    }
  }
  return { partition, offset, next: read.at(-1)!.offset + 1, entries, turnedAway }
}

/** Readings, with messages that were turned away. */
const sizeOf = ({ entries, turnedAway }: Slice): number =>
  entries.reduce((sum, { batch }) => sum + readingsIn(batch), turnedAway.length)

/** The meters that readings of a slice came from. */
export const metersIn = ({ entries }: Slice): Set<string> =>
  new Set(entries.flatMap(({ batch }) => batch.meterIds))
