import type { WatchFacts } from '../../detectors/index.ts'
import type { EpochDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { WatchPlace, WatchReason } from '../../schemas/watch.ts'
import { type Entry, FIRST_DAY } from '../registry/index.ts'
import { addressKey } from './address.ts'
import type { Watched } from './watched.ts'

/** A point that is watched over some days, both included, as long as a customer has it. */
export interface Member {
  readonly watchId: string
  readonly customerId: string
  readonly from: EpochDay
  readonly to: EpochDay
  readonly facts: WatchFacts
}

/** The members of each watched point, the weightiest first. */
export type Members = ReadonlyMap<string, readonly Member[]>

/** An account opened so long before a watch began may have been opened to take over from the watched one. */
const NEWCOMER_MARGIN_DAYS = 90

const REASON_RANK: Readonly<Record<WatchReason, number>> = {
  confirmed: 5,
  'red-card': 4,
  exited: 3,
  'production-stopped': 2,
  'account-closed': 1,
  suspended: 0,
}
const PLACE_RANK: Readonly<Record<WatchPlace, number>> = { customer: 3, point: 2, address: 1, transformer: 0 }

type Place = Pick<Meter, 'customerId' | 'pointId' | 'transformerId' | 'address'>

/** The places that are told of something, each with a key that only it has. */
const placesOf = ({ customerId, pointId, transformerId, address }: Place): [WatchPlace, string][] => {
  const known = {
    customer: customerId,
    point: pointId,
    transformer: transformerId,
    address: addressKey(address),
  }
  return Object.entries(known).flatMap(([place, id]) =>
    id === '' ? [] : [[place as WatchPlace, `${place} ${id}`]],
  )
}

/**
 * Which points are watched, on whose account and by which of their places: those of a watched customer, and those of
 * who came to a watched point, transformer or address since. Who had been there before, with somebody else watched,
 * does not inherit.
 */
export const membersOf = (list: readonly Watched[], entries: readonly Entry[]): Members => {
  const members = new Map<string, Member[]>()
  if (list.length === 0) return members
  const keys = indexOf(list, entries)
  const at = entriesAt(keys, entries)
  for (const [key, watches] of keys) {
    for (const { place, watched } of watches) {
      for (const entry of at.get(key) ?? []) {
        const member = memberOf(entry, place, watched, at.get(key)!)
        if (!member) continue
        const held = members.get(entry.meter.pointId) ?? []
        members.set(entry.meter.pointId, held)
        held.push(member)
      }
    }
  }
  for (const held of members.values()) held.sort(weightiestFirst)
  return members
}

interface Indexed {
  readonly place: WatchPlace
  readonly watched: Watched
}

/** The watched ones by the keys of their places; who is watched by name with the places the registry tells of. */
const indexOf = (list: readonly Watched[], entries: readonly Entry[]): Map<string, Indexed[]> => {
  const named = new Set(list.filter(({ isDerived }) => !isDerived).map(({ customerId }) => customerId))
  const own = Map.groupBy(
    entries.filter(({ meter }) => named.has(meter.customerId)),
    ({ meter }) => meter.customerId,
  )
  const keys = new Map<string, Indexed[]>()
  for (const watched of list) {
    const site = watched.isDerived ? [] : sitesSince(own.get(watched.customerId) ?? [], watched.since)
    const places = new Map([watched, ...site].flatMap(placesOf).map(([place, key]) => [key, place]))
    for (const [key, place] of places) {
      const held = keys.get(key) ?? []
      keys.set(key, held)
      held.push({ place, watched })
    }
  }
  return keys
}

const sitesSince = (entries: readonly Entry[], since: EpochDay): Meter[] => {
  const standing = entries.filter(({ to }) => to >= since)
  return (standing.length > 0 ? standing : entries).map(({ meter }) => meter)
}

/** The entries that have each of the places. */
const entriesAt = (keys: ReadonlyMap<string, unknown>, entries: readonly Entry[]): Map<string, Entry[]> => {
  const at = new Map<string, Entry[]>()
  const hasAddresses = [...keys.keys()].some(key => key.startsWith('address '))
  for (const entry of entries) {
    const { meter } = entry
    for (const [, key] of placesOf(hasAddresses ? meter : { ...meter, address: '' })) {
      if (!keys.has(key)) continue
      const held = at.get(key) ?? []
      at.set(key, held)
      held.push(entry)
    }
  }
  return at
}

const memberOf = (
  { meter, from, to }: Entry,
  place: WatchPlace,
  watched: Watched,
  neighbours: readonly Entry[],
): Member | undefined => {
  const isOwn = watched.customerId === meter.customerId
  // The status of one point says nothing of the others of a customer.
  if (isOwn && watched.isDerived && (place !== 'point' || meter.status === 'in-use')) return undefined
  if (watched.isDerived && place === 'customer') return undefined
  const isNewcomer = isOwn ? false : cameSince(watched, meter, neighbours)
  if (isNewcomer === undefined) return undefined
  const first = Math.max(from, watched.since)
  const last = Math.min(to, watched.until - 1)
  if (first > last) return undefined
  return {
    watchId: watched.id,
    customerId: meter.customerId,
    from: first,
    to: last,
    facts: {
      reason: watched.reason,
      since: watched.since,
      by: isOwn ? 'customer' : place,
      customerId: watched.customerId,
      isNewcomer,
      sharedBy: isOwn ? 1 : customersOn(neighbours, first),
      watchedFor: watched.watchedFor,
      document: watched.document,
    },
  }
}

/** Whether a customer came to a place after it was watched; undefined: was there before, and inherits nothing. */
const cameSince = (
  { since, customerId }: Watched,
  meter: Meter,
  neighbours: readonly Entry[],
): boolean | null | undefined => {
  const begun = Math.min(
    ...neighbours.filter(other => other.meter.customerId === meter.customerId).map(({ from }) => from),
  )
  const isAfter = begun !== FIRST_DAY && begun >= since - NEWCOMER_MARGIN_DAYS
  // A place that is watched by itself is whoever's it is.
  if (customerId === '') return isAfter
  if (begun === FIRST_DAY) return null
  return isAfter ? true : undefined
}

const customersOn = (entries: readonly Entry[], day: EpochDay): number =>
  new Set(entries.filter(({ from, to }) => from <= day && day <= to).map(({ meter }) => meter.customerId))
    .size

const weightiestFirst = (a: Member, b: Member): number =>
  REASON_RANK[b.facts.reason] - REASON_RANK[a.facts.reason] ||
  PLACE_RANK[b.facts.by] - PLACE_RANK[a.facts.by] ||
  b.facts.since - a.facts.since ||
  (a.watchId < b.watchId ? -1 : 1)
