import type { EpochDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { Db } from '../adapters/store/index.ts'
import { type Entry, entryOn, speakerOn, speakingLast, timelineOf } from './entry.ts'
import { readMeters } from './list-meters.ts'

/** The registry in memory, for the many questions of one reading after another. */
export interface RegistryView {
  /** What holds for a meter on a plant's day */
  find(meterId: string, day: EpochDay): Meter | undefined
  /** Whether the meter stands in the registry at all */
  knows(meterId: string): boolean
  /** Every point the meter ever stood at */
  pointsOf(meterId: string): readonly string[]
  /** The entry that speaks for a point on a day: of the main feed, of several the one that began last */
  atPoint(pointId: string, day: EpochDay): Meter | undefined
  /** The days on which a point belonged to the customer it has on `day`; undefined when it has none */
  customerDays(pointId: string, day: EpochDay): { holds(day: EpochDay): boolean } | undefined
  /** Every entry there is */
  entries(): readonly Entry[]
  /** Whether anybody ever had the account */
  hasCustomer(customerId: string): boolean
  /** Whether any meter ever stood at the point */
  hasPoint(pointId: string): boolean
  /** Reads anew if another process changed the registry: `version` is the one it has now, to be asked for if absent */
  follow(trx: Db, version?: number): Promise<void>
  /** The entries were changed in this transaction */
  changed(trx: Db): Promise<void>
  /** Reads anew, from inside a transaction when one is given */
  refresh(trx?: Db): Promise<void>
}

const ALWAYS = { holds: () => true }

export interface ViewOptions {
  /** Whether other processes change the registry too: then its version in the store tells */
  readonly isShared?: boolean
  /** What is to be read anew whenever the registry is */
  readonly beside?: (db: Db, entries: readonly Entry[]) => Promise<void>
}

/** Call `refresh` once before use and after each import. */
export const createRegistryView = (db: Db, { isShared = false, beside }: ViewOptions = {}): RegistryView => {
  let version: number | undefined
  let meters = new Map<string, Entry[]>()
  let points = new Map<string, Entry[]>()
  let all: readonly Entry[] = []
  /** What was asked for of each meter */
  const places = new Map<string, string[]>()
  const atPoint = (pointId: string, day: EpochDay): Meter | undefined => {
    const entries = points.get(pointId)
    const only = entries?.[0]
    if (only && entries.length === 1) return only.from <= day && day <= only.to ? only.meter : undefined
    return entries && speakerOn(entries, day)?.meter
  }
  return {
    find(meterId, day) {
      const timeline = meters.get(meterId)
      return timeline && entryOn(timeline, day)?.meter
    },
    knows: meterId => meters.has(meterId),
    pointsOf(meterId) {
      let known = places.get(meterId)
      if (!known) {
        known = [...new Set(meters.get(meterId)?.map(({ meter }) => meter.pointId))]
        places.set(meterId, known)
      }
      return known
    },
    atPoint,
    customerDays(pointId, day) {
      const customerId = atPoint(pointId, day)?.customerId
      if (customerId === undefined) return undefined
      const isAlone = points.get(pointId)!.every(({ meter }) => meter.customerId === customerId)
      return isAlone ? ALWAYS : { holds: other => atPoint(pointId, other)?.customerId === customerId }
    },
    entries: () => all,
    hasCustomer: customerId => all.some(({ meter }) => meter.customerId === customerId),
    hasPoint: pointId => points.has(pointId),
    async follow(trx, current) {
      if ((current ?? (await readVersion(trx))) !== version) await this.refresh(trx)
    },
    async changed(trx) {
      await raiseVersion(trx)
      await this.refresh(trx)
    },
    async refresh(trx = db) {
      // Before the entries: what changes in between is read once more.
      if (isShared) version = await readVersion(trx)
      const rows = await readMeters(trx)
      places.clear()
      meters = new Map([...rows].map(([id, entries]) => [id, timelineOf(entries)]))
      all = [...meters.values()].flat()
      points = Map.groupBy(all.toSorted(speakingLast), ({ meter }) => meter.pointId)
      await beside?.(trx, all)
    },
  }
}

const readVersion = async (db: Db): Promise<number> =>
  (await db.selectFrom('registry_version').select('version').executeTakeFirstOrThrow()).version

/** Lets other processes, and who asked before, know that the registry changed. */
const raiseVersion = async (trx: Db): Promise<void> => {
  await trx
    .updateTable('registry_version')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .execute()
}
