import type { EpochDay } from '../../schemas/day.ts'
import { type DayEnergy, sumOfPoints } from './energy.ts'
import { type MeteredPart, type MeteringTree, type Share, sharesOn } from './metered.ts'

/** Energy of a point by days, while a customer had it. */
export type EnergyAt = (pointId: string, customerId: string) => Promise<ReadonlyMap<EpochDay, DayEnergy>>

export interface LeviedDay {
  /** null: of one of the points it is not known */
  readonly energy: DayEnergy | null
  /** Whether something was taken off that hangs behind */
  readonly isNet: boolean
}

/**
 * What the points of a customer, or its metered part, drew by days. Without a point it is not known, not 0.
 * `elsewhere` names, of a day, the points that other lines are levied on.
 */
export const leviedEnergy = async (
  tree: MeteringTree,
  part: Pick<MeteredPart, 'customerId' | 'pointIds'>,
  elsewhere: (day: EpochDay) => ReadonlySet<string>,
  days: readonly EpochDay[],
  energyAt: EnergyAt,
): Promise<Map<EpochDay, LeviedDay>> => {
  const levied = new Map<EpochDay, LeviedDay>()
  // By holder and point, so that no day waits for what is known already.
  const known = new Map<string, Map<string, ReadonlyMap<EpochDay, DayEnergy>>>()
  const energiesOf = async (holder: string, pointId: string) => {
    const energies = await energyAt(pointId, holder)
    const points = known.get(holder) ?? new Map<string, ReadonlyMap<EpochDay, DayEnergy>>()
    known.set(holder, points.set(pointId, energies))
    return energies
  }
  for (const day of days) {
    const shares = sharesOn(tree, { ...part, elsewhere: elsewhere(day) }, day)
    const parts: { sign: Share['sign']; energy: DayEnergy | undefined }[] = []
    for (const { pointId, sign } of shares) {
      const holder = tree.atPoint(pointId, day)!.customerId
      const energies = known.get(holder)?.get(pointId) ?? (await energiesOf(holder, pointId))
      parts.push({ sign, energy: energies.get(day) })
    }
    const isKnown = shares.length > 0 || isClosed(tree, part.customerId, day)
    levied.set(day, {
      energy: isKnown ? sumOfPoints(day, parts) : null,
      isNet: shares.some(({ sign }) => sign < 0),
    })
  }
  return levied
}

const isClosed = ({ pointsOf, atPoint }: MeteringTree, customerId: string, day: EpochDay): boolean =>
  [...pointsOf(customerId)].some(pointId => {
    const meter = atPoint(pointId, day)
    return meter?.customerId === customerId && meter.status === 'account-closed'
  })
