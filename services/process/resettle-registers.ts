import type { EpochDay } from '../../schemas/day.ts'
import type { History, PointDay, WriteMark } from '../adapters/history/index.ts'
import type { RegistryView } from '../registry/index.ts'
import { type Displaced, displacedRegister } from './displaced.ts'
import { isSameRegister } from './fill-registers.ts'

export interface ResettleDeps {
  readonly history: History
  readonly registry: Pick<RegistryView, 'find'>
  readonly mark: () => Promise<WriteMark>
}

/**
 * Brings stored register rows of a point in line with the registry as it is now, as `resettle` does with its days.
 * Answers the rows that lost their place where they went, and the points' days that rows went to.
 */
export const resettleRegisters = async (
  pointId: string,
  from: EpochDay,
  to: EpochDay,
  { history, registry, mark }: ResettleDeps,
): Promise<{ displaced: Displaced[]; taken: PointDay[] }> => {
  const displaced: Displaced[] = []
  const taken: PointDay[] = []
  for (const row of await history.registers(pointId, from, to)) {
    const meter = registry.find(row.source.meterId, row.day)
    if (!meter) continue
    const { meterId } = meter
    const multiplier = row.source.multiplier === null ? null : meter.multiplier
    if (meter.pointId === pointId) {
      if (multiplier !== row.source.multiplier) {
        await history.writeRegisters([{ ...row, source: { meterId, multiplier } }], await mark())
      }
      continue
    }
    const moved = { ...row, pointId: meter.pointId, source: { meterId, multiplier } }
    const there = await history.registers(moved.pointId, row.day, row.day)
    const held = there.find(({ source }) => source.meterId === meterId)
    // What a meter sent to where it stands came after what it had sent elsewhere.
    const wins = !held || moved.revision > held.revision
    if (wins) await history.writeRegisters([moved], await mark())
    await history.removeRegister(row, await mark())
    taken.push({ pointId: moved.pointId, day: row.day })
    if (held && !isSameRegister(held, moved)) {
      displaced.push(wins ? displacedRegister('superseded', held) : displacedRegister('corrected', moved))
    }
  }
  return { displaced, taken }
}
