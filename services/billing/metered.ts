import type { EpochDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'

/** What holds for a metering point on a plant's day. */
type AtPoint = (pointId: string, day: EpochDay) => Meter | undefined

/** Which points customers had and what hangs behind which, on any day. */
export interface MeteringTree {
  /** Every point a customer ever had */
  pointsOf(customerId: string): ReadonlySet<string>
  /** Every point that ever hung behind another */
  behind(pointId: string): ReadonlySet<string>
  readonly atPoint: AtPoint
}

/** `entries` is the whole registry. */
export const meteringTree = (
  entries: readonly { readonly meter: Meter }[],
  atPoint: AtPoint,
): MeteringTree => {
  const byCustomer = new Map<string, Set<string>>()
  const byParent = new Map<string, Set<string>>()
  for (const { meter } of entries) {
    add(byCustomer, meter.customerId, meter.pointId)
    if (meter.parentPointId !== '') add(byParent, meter.parentPointId, meter.pointId)
  }
  return {
    pointsOf: id => byCustomer.get(id) ?? NONE,
    behind: id => byParent.get(id) ?? NONE,
    atPoint,
  }
}

const NONE: ReadonlySet<string> = new Set()

const add = (sets: Map<string, Set<string>>, key: string, value: string): void => {
  const set = sets.get(key)
  if (set) set.add(value)
  else sets.set(key, new Set([value]))
}

/** Whose energy is asked for. */
export interface MeteredPart {
  readonly customerId: string
  /** Empty: all energy of the customer */
  readonly pointIds: readonly string[]
  /** Points that another line of a decision is levied on, that day */
  readonly elsewhere: ReadonlySet<string>
}

/** A point whose energy is added, or taken off. */
export interface Share {
  readonly pointId: string
  readonly sign: 1 | -1
}

/**
 * Which points make up a customer's energy, or its metered part, on a day. What a meter behind another one measures is
 * in that one already: it is not added once more, and it is taken off where it is another customer's (转供) or of another
 * line. So of any parent with all behind it each kWh is somebody's once. Feeds (主供, 备用) with points of their own are
 * added up. An account that is closed has no energy.
 */
export const sharesOn = (tree: MeteringTree, part: MeteredPart, day: EpochDay): Share[] => {
  const named = new Set(part.pointIds)
  const isOwn = (pointId: string): boolean => {
    const meter = tree.atPoint(pointId, day)
    if (meter?.customerId !== part.customerId || meter.status === 'account-closed') return false
    return named.size === 0 ? !part.elsewhere.has(pointId) : named.has(pointId)
  }
  const roots = [...tree.pointsOf(part.customerId)].filter(isOwn)
  const shares = new Map<string, Share>()
  const seen = new Set<string>()
  const visit = (pointId: string, aboveIsOurs: boolean): void => {
    if (seen.has(pointId)) return
    seen.add(pointId)
    const meter = tree.atPoint(pointId, day)
    const isInside = aboveIsOurs && meter?.customerId === part.customerId && !part.elsewhere.has(pointId)
    // Behind a closed account nothing is measured that could be taken off.
    const isOurs = meter?.status === 'account-closed' ? aboveIsOurs : isOwn(pointId) || isInside
    if (isOurs !== aboveIsOurs) shares.set(pointId, { pointId, sign: isOurs ? 1 : -1 })
    for (const child of tree.behind(pointId)) {
      if (tree.atPoint(child, day)?.parentPointId === pointId) visit(child, isOurs)
    }
  }
  // From the topmost of ours downwards: what lies above belongs to others.
  for (const root of roots) {
    if (!liesBehind(tree, root, roots, day)) visit(root, false)
  }
  // Points that are said to hang behind each other have none.
  for (const root of roots) visit(root, false)
  return [...shares.values()]
}

/** Whether another of the points stands above one. */
const liesBehind = (
  { atPoint }: MeteringTree,
  pointId: string,
  points: readonly string[],
  day: EpochDay,
): boolean => {
  const seen = new Set([pointId])
  let above = atPoint(pointId, day)?.parentPointId ?? ''
  while (above !== '' && !seen.has(above)) {
    if (points.includes(above)) return true
    seen.add(above)
    above = atPoint(above, day)?.parentPointId ?? ''
  }
  return false
}
