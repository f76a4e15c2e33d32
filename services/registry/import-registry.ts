import { parseDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { type EntryChange, isSame } from './changes.ts'
import { correctionsOf } from './corrections.ts'
import { firstDayOf, LAST_DAY } from './entry.ts'
import { readMeters } from './list-meters.ts'
import { normalMeter, toRow } from './rows.ts'

const ROWS_PER_STATEMENT = 500

/** What an import did to the registry, counted in entries. */
export interface RegistryChange {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** How an import is to be taken: `replace` makes the rows of a meter all that is known of it. */
export interface RegistryMode {
  readonly replace: boolean
}

/**
 * Adds and changes entries; a meter that is not named stays as it is. A row with a first day begins an entry, or
 * corrects the one that begins that day; a row without corrects the meter's latest entry (with a last day: the
 * latest that had begun by then), unless the meter stands in several rows: then it says what always held before
 * them. Answers what is otherwise now for meters and points that were known before, and the entries that were
 * written or took the place of others, old and new: whose cases may have to follow. `customers`: of whom anything is
 * said otherwise.
 */
export const importRegistry = async (
  trx: Db,
  meters: readonly Meter[],
  { replace }: RegistryMode,
  nowMs: number,
): Promise<{
  change: RegistryChange
  corrections: EntryChange[]
  renamed: Meter[]
  customers: string[]
}> => {
  const known = await readMeters(trx)
  const byMeter = Map.groupBy(meters.map(normalMeter), ({ meterId }) => meterId)
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const touched = new Map<string, Meter[]>()
  const gone: Meter[] = []
  const fresh: Meter[] = []
  for (const [meterId, rows] of byMeter) {
    const before = known.get(meterId) ?? []
    const after = mergedEntries(before, rows, replace)
    const written = after.filter(entry => !before.some(held => isSame(held, entry)))
    const left = before.filter(held => !after.some(entry => isSame(held, entry)))
    const added = written.filter(entry => !before.some(held => firstDayOf(held) === firstDayOf(entry)))
    counts.added += added.length
    counts.changed += written.length - added.length
    counts.unchanged += rows.length - written.length
    if (written.length + left.length > 0) touched.set(meterId, after)
    fresh.push(...written)
    gone.push(...left)
  }
  await write(trx, gone, fresh, nowMs)
  const renamed = [...gone, ...fresh.filter(({ meterId }) => known.has(meterId))]
  const customers = [...new Set([...gone, ...fresh].map(({ customerId }) => customerId))]
  return { change: counts, corrections: correctionsOf(known, touched), renamed, customers }
}

const mergedEntries = (before: readonly Meter[], rows: readonly Meter[], replace: boolean): Meter[] => {
  const entries = new Map(replace ? [] : before.map(entry => [firstDayOf(entry), entry]))
  for (const row of rows) {
    const corrected = replace || rows.length > 1 || row.validFrom !== null ? undefined : latestOf(before, row)
    const entry = corrected
      ? { ...row, validFrom: corrected.validFrom, validTo: row.validTo ?? corrected.validTo }
      : row
    entries.set(firstDayOf(entry), entry)
  }
  return [...entries.values()].sort((a, b) => firstDayOf(a) - firstDayOf(b))
}

const latestOf = (before: readonly Meter[], { validTo }: Meter): Meter | undefined => {
  const end = validTo === null ? LAST_DAY : parseDay(validTo)
  return before.findLast(entry => firstDayOf(entry) <= end)
}

const write = async (
  trx: Db,
  gone: readonly Meter[],
  fresh: readonly Meter[],
  nowMs: number,
): Promise<void> => {
  const days = Map.groupBy(gone, firstDayOf)
  for (const [day, entries] of days) {
    for (const chunk of chunks(entries, ROWS_PER_STATEMENT)) {
      const ids = chunk.map(({ meterId }) => meterId)
      await trx.deleteFrom('meter').where('valid_from', '=', day).where('meter_id', 'in', ids).execute()
    }
  }
  for (const chunk of chunks(fresh, ROWS_PER_STATEMENT)) {
    await trx
      .insertInto('meter')
      .values(chunk.map(meter => toRow(meter, nowMs)))
      .execute()
  }
}
