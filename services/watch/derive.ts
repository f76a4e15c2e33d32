import { createHash } from 'node:crypto'
import type { CustomerStatus, Meter } from '../../schemas/meter.ts'
import type { WatchReason } from '../../schemas/watch.ts'
import { type Entry, LAST_DAY } from '../registry/index.ts'
import type { Watched } from './watched.ts'

/** A stop runs on after the entry that tells of it, until the registry says 在用 of the customer at the point again. */
const NEVER = LAST_DAY + 1

const isStop = (status: CustomerStatus): status is Exclude<CustomerStatus, 'in-use'> => status !== 'in-use'

/** Who is on the watch by the registry's status alone: 停产, 暂停, 销户, 已退出. */
export const derivedWatches = (entries: readonly Entry[]): Watched[] => {
  const stopped = new Set(entries.filter(({ meter }) => isStop(meter.status)).map(siteOf))
  const sites = Map.groupBy(
    stopped.size === 0 ? [] : entries.filter(entry => stopped.has(siteOf(entry))),
    siteOf,
  )
  return [...sites.values()].flatMap(site => stopsOf(site.toSorted((a, b) => a.from - b.from)))
}

const siteOf = ({ meter }: Pick<Entry, 'meter'>): string => JSON.stringify([meter.customerId, meter.pointId])

const stopsOf = (site: readonly Entry[]): Watched[] => {
  const stops: Watched[] = []
  for (const { meter, from } of site) {
    const last = stops.at(-1)
    if (isStop(meter.status) && last?.reason === meter.status && last.until === NEVER) continue
    if (last?.until === NEVER) stops[stops.length - 1] = { ...last, until: from }
    if (isStop(meter.status)) stops.push(stopOf(meter, meter.status, from))
  }
  return stops
}

const stopOf = (meter: Meter, reason: WatchReason, since: number): Watched => {
  const { customerId, pointId, transformerId, address } = meter
  const digest = createHash('sha256').update(JSON.stringify([customerId, pointId, reason, since]))
  return {
    id: `registry-${digest.digest('hex').slice(0, 20)}`,
    reason,
    isDerived: true,
    customerId,
    pointId,
    transformerId,
    address,
    watchedFor: null,
    since,
    until: NEVER,
    document: '',
  }
}
