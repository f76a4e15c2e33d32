import type { ReplayAnswer } from '../../schemas/api.ts'
import type { Db } from '../adapters/store/index.ts'
import {
  type BookedReject,
  type Layout,
  lastReject,
  listReplayable,
  type MeterFinder,
  type Replayable,
  type ReplayFilter,
  readLayout,
  takeIn,
} from '../ingest/index.ts'
import type { Lane } from '../work/index.ts'
import type { TakeFileDeps } from './take-file.ts'

const ENTRIES_PER_PAGE = 500

/** Without it the bytes could be taken for another encoding or for a packed file. */
const BYTE_ORDER_MARK = '\uFEFF'

export interface ReplayDeps {
  readonly db: Db
  readonly engine: TakeFileDeps['engine'] & { noteReplayed(sequences: readonly number[]): Promise<void> }
  readonly meters: MeterFinder
  readonly nowMs: () => number
}

/**
 * Takes entries of the reject book in again, as when the registry was mended: what is good now is taken and noted as
 * replayed, what is not stays where it is. Both count as readings that came in.
 */
export const replayRejects = async (
  deps: ReplayDeps,
  filter: ReplayFilter,
  lane: Lane,
): Promise<ReplayAnswer> => {
  const { db, engine } = deps
  const answer: ReplayAnswer = { looked: 0, accepted: 0, rejected: 0, byReason: {} }
  const upTo = await lastReject(db)
  for (let { after } = filter; ; ) {
    const page = await listReplayable(db, { ...filter, after }, { upTo, limit: ENTRIES_PER_PAGE })
    const alike = Map.groupBy(page, ({ layoutId, source }) => `${layoutId} ${source}`)
    for (const entries of alike.values()) {
      const still = await takeAgain(deps, entries, lane)
      const taken = entries.filter(({ sequence }) => !still.has(sequence))
      if (taken.length > 0) await engine.noteReplayed(taken.map(({ sequence }) => sequence))
      answer.looked += entries.length
      answer.accepted += taken.length
      answer.rejected += still.size
      for (const reason of still.values()) answer.byReason[reason] = (answer.byReason[reason] ?? 0) + 1
    }
    if (page.length < ENTRIES_PER_PAGE) return answer
    after = page.at(-1)!.sequence
  }
}

/** Takes in entries of one layout and source; answers those that were turned away again, with the reason. */
const takeAgain = async (
  { db, engine, meters, nowMs }: ReplayDeps,
  entries: readonly Replayable[],
  lane: Lane,
): Promise<Map<number, BookedReject['reason']>> => {
  const { layoutId, source } = entries[0]!
  const { header, profile } = await readLayout(db, layoutId)
  const still = new Map<number, BookedReject['reason']>()
  const firstLine = header === null ? 1 : 2
  await takeIn(
    bytesOf(header, entries),
    { form: header === null ? 'ndjson' : 'csv', profile },
    {
      meters,
      nowMs,
      append: (batch, rejects) => {
        for (const { line, raw, reason } of rejects) {
          const entry = entries[line! - firstLine]
          // A point of a day row that is turned away has an entry of its own.
          if (entry && entry.raw.trimEnd() === raw.trimEnd()) still.set(entry.sequence, reason)
        }
        return engine.append(batch, rejects, source, lane)
      },
    },
  )
  return still
}

async function* bytesOf(
  header: Layout['header'],
  entries: readonly Replayable[],
): AsyncGenerator<Uint8Array> {
  const lines = entries.map(({ raw }) => raw)
  yield Buffer.from(BYTE_ORDER_MARK + (header === null ? lines : [header, ...lines]).join('\n'))
}
