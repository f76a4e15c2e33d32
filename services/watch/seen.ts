import type { Meter } from '../../schemas/meter.ts'
import type { Wall } from '../access/index.ts'
import type { Entry, RegistryView } from '../registry/index.ts'
import { addressKey } from './address.ts'

/** By what somebody or some place is watched. Empty texts: not told. */
type Places = Pick<Meter, 'customerId' | 'pointId' | 'transformerId' | 'address'>

/** Which places are seen. */
export interface PlacesSeen {
  /** Whether an entry is shown: by its customer, else its point, else by whose place it is */
  shows(entry: Places): boolean
  /** Whether every place that is named is seen, so that it may be watched */
  holds(named: Places): boolean
}

const EVERYTHING: PlacesSeen = { shows: () => true, holds: () => true }

/**
 * The places that are seen from behind a wall: from supply units a point by its newest entry in the registry, and a
 * customer, transformer or address by the newest entry of somebody there.
 */
export const placesSeen = (wall: Wall, registry: Pick<RegistryView, 'entries'>): PlacesSeen => {
  if (wall.kind === 'none') return EVERYTHING
  const units = wall.kind === 'supply-units' ? wall.units : []
  const own = ({ supplyUnit }: Meter): boolean => units.includes(supplyUnit)
  const entries = registry.entries()
  const points = newest(entries, ({ pointId }) => pointId).filter(own)
  const sites = newest(entries, ({ customerId, pointId }) => JSON.stringify([customerId, pointId])).filter(
    own,
  )
  const setOf = (list: readonly Meter[], key: (meter: Meter) => string) => new Set(list.map(key))
  const seen = {
    customerId: setOf(sites, ({ customerId }) => customerId),
    pointId: setOf(points, ({ pointId }) => pointId),
    transformerId: setOf(sites, ({ transformerId }) => transformerId),
    address: setOf(sites, ({ address }) => addressKey(address)),
  }
  const given = (places: Places): boolean[] =>
    (['customerId', 'pointId', 'transformerId', 'address'] as const).flatMap(name => {
      if (places[name] === '') return []
      const key = name === 'address' ? addressKey(places.address) : places[name]
      return [key !== '' && seen[name].has(key)]
    })
  return {
    shows: entry => given(entry)[0] ?? false,
    holds: named => given(named).every(isSeen => isSeen),
  }
}

/** The entries that began last, of each; of several all. */
const newest = (entries: readonly Entry[], keyOf: (meter: Meter) => string): Meter[] =>
  [...Map.groupBy(entries, ({ meter }) => keyOf(meter)).values()].flatMap(own => {
    const last = Math.max(...own.map(({ from }) => from))
    return own.filter(({ from }) => from === last).map(({ meter }) => meter)
  })
