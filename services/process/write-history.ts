import type { History } from '../adapters/history/index.ts'
import { chunks } from '../adapters/store/index.ts'
import type { Filled } from './filled.ts'
import type { Slice } from './slices.ts'

const DAYS_PER_WRITE = 500

/** Writes what changed, in portions; `stay` is called before each. */
export const writeHistory = async (
  history: History,
  filled: Filled,
  { partition, offset }: Slice,
  stay: () => Promise<void>,
): Promise<void> => {
  const mark = { partition, offset }
  const days = [...filled.changed.values()].flatMap(changes =>
    [...changes].map(([day, { fresh }]) => ({ ...day, fresh: day.parted ? undefined : fresh })),
  )
  for (const portion of chunks(days, DAYS_PER_WRITE)) {
    await stay()
    await history.write(portion, mark)
  }
  if (filled.registers.size === 0) return
  await stay()
  await history.writeRegisters(
    [...filled.registers.values()].flatMap(rows => [...rows.values()]),
    mark,
  )
}
