import { dayOf, type EpochDay, parseDay } from '../../schemas/day.ts'
import type { WatchEntry, WatchReason } from '../../schemas/watch.ts'
import { NO_WALL, type Wall } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import type { RegistryView } from '../registry/index.ts'
import { addressKey } from './address.ts'
import { derivedWatches } from './derive.ts'
import { entryOfDerived, entryOfRow } from './rows.ts'
import { placesSeen } from './seen.ts'

export interface WatchQuery {
  /** Only entries of whom or what is seen from behind it; all unless told */
  readonly wall?: Wall | undefined
  readonly reason?: WatchReason | undefined
  readonly customer?: string | undefined
  readonly point?: string | undefined
  readonly transformer?: string | undefined
  readonly address?: string | undefined
  /** Whether it holds still */
  readonly active?: boolean | undefined
  /** Id of the last entry of the page before */
  readonly after?: string | undefined
  readonly limit: number
}

/** Whether a watch that somebody put in is seen from behind a wall. */
export const seesWatch = async (
  db: Db,
  registry: Pick<RegistryView, 'entries'>,
  wall: Wall,
  id: string,
): Promise<boolean> => {
  const row = await db.selectFrom('watch').selectAll().where('id', '=', id).executeTakeFirst()
  return row !== undefined && placesSeen(wall, registry).shows(entryOfRow(row))
}

/** A page of the watch, what people put in and what the registry's status tells, by id. */
export const listWatches = async (
  db: Db,
  registry: Pick<RegistryView, 'entries'>,
  query: WatchQuery,
  nowMs: number,
): Promise<{ entries: WatchEntry[]; next: string | null }> => {
  const rows = await db.selectFrom('watch').selectAll().execute()
  const all = [...rows.map(entryOfRow), ...derivedWatches(registry.entries()).map(entryOfDerived)]
  const isAsked = filterOf(query, dayOf(nowMs))
  const seen = placesSeen(query.wall ?? NO_WALL, registry)
  const found = all
    .filter(entry => isAsked(entry) && seen.shows(entry))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const entries = found.slice(0, query.limit)
  return { entries, next: found.length > entries.length ? entries.at(-1)!.id : null }
}

const filterOf = (query: WatchQuery, today: EpochDay): ((entry: WatchEntry) => boolean) => {
  const { reason, customer, point, transformer, active, after = '' } = query
  const address = query.address === undefined ? undefined : addressKey(query.address)
  const isAs = <T>(wanted: T | undefined, given: T): boolean => wanted === undefined || wanted === given
  return entry =>
    entry.id > after &&
    isAs(reason, entry.reason) &&
    isAs(customer, entry.customerId) &&
    isAs(point, entry.pointId) &&
    isAs(transformer, entry.transformerId) &&
    (address === undefined || (address !== '' && addressKey(entry.address) === address)) &&
    isAs(active, entry.until === null || parseDay(entry.until) > today)
}
