import type { EpochDay } from '../../schemas/day.ts'
import type { History } from '../adapters/history/index.ts'
import { energyOfDays, type RegisterEnergy } from './register-energy.ts'

/** The days from `from` to `to`, both included, that registers tell and no curve does. `curves`: days that have one. */
export const registerDays = async (
  history: History,
  pointId: string,
  from: EpochDay,
  to: EpochDay,
  curves: readonly { readonly day: EpochDay }[],
): Promise<RegisterEnergy[]> => {
  const told = new Set(curves.map(({ day }) => day))
  const rows = await history.registers(pointId, from - 1, to)
  return energyOfDays(rows, from).filter(({ day, kwh }) => !Number.isNaN(kwh) && !told.has(day))
}
