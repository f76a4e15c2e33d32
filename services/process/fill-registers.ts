import type { EpochDay } from '../../schemas/day.ts'
import type { StoredRegister, WriteMark, WrittenRegister } from '../adapters/history/index.ts'
import type { RegisterBatch } from '../adapters/log/index.ts'
import { displacedRegister, rawRegister } from './displaced.ts'
import {
  count,
  displaceUnplaced,
  type Entry,
  type Filled,
  type Lateness,
  markOf,
  type Recall,
  type Resolve,
} from './filled.ts'
import { hasCurve, isTooLate, leadBy, type PointState } from './point.ts'
import { energyOfDay, type RegisterEnergy } from './register-energy.ts'

const QUANTITIES = ['total', 'sharp', 'peak', 'flat', 'valley', 'maxKw', 'maxAtMs'] as const
/** What a product may be off in f64, relative */
const ROUNDING = 1e-15

/** Puts register rows to their points and days by the slot rule: the higher revision, else the later, holds. */
export const fillRegisters = async (
  filled: Filled,
  entry: Entry & { readonly batch: RegisterBatch },
  resolve: Resolve,
  history: Recall,
): Promise<void> => {
  const { batch } = entry
  for (let row = 0; row < batch.meter.length; row++) {
    const meterId = batch.meterIds[batch.meter[row]!]!
    const day = batch.day[row]!
    const place = resolve(meterId, day)
    if (typeof place === 'string') {
      displaceUnplaced(filled, place, meterId, rawRegister(batch, row))
      continue
    }
    const { pointId } = place.point
    const multiplier = batch.side === 'secondary' ? place.meter.multiplier : null
    const given = registerOf(batch, row, pointId, { meterId, multiplier })
    const around = rowsAround(filled, await history.registers(pointId, day - 1, day + 1), given)
    const held = around.find(one => one.day === day && one.source.meterId === meterId)
    if (takeRegister(filled, held, given, markOf(entry, row)))
      noteRegister(filled, place.point, [...around.filter(one => one !== held), given], given, entry.late)
  }
}

/** The rows of a point at a midnight and the two next to it, as they are with what this batch changed. */
const rowsAround = (
  filled: Filled,
  stored: readonly StoredRegister[],
  { pointId, day }: StoredRegister,
): StoredRegister[] => {
  const fresh = [day - 1, day, day + 1].flatMap(d => [
    ...(filled.registers.get(placeKey(pointId, d))?.values() ?? []),
  ])
  const isFresh = (row: StoredRegister): boolean =>
    filled.registers.get(placeKey(pointId, row.day))?.has(row.source.meterId) === true
  return [...stored.filter(row => !isFresh(row)), ...fresh]
}

const placeKey = (pointId: string, day: EpochDay): string => `${day} ${pointId}`

/**
 * A changed row changes the day it ends and the one it begins. A day leads its point, as a curve's does, once both its
 * midnights are known; a curve of the same day wins.
 */
const noteRegister = (
  filled: Filled,
  point: PointState,
  rows: readonly StoredRegister[],
  { day }: StoredRegister,
  late: Lateness,
): void => {
  for (const ended of [day, day + 1]) {
    if (hasCurve(point, ended)) continue
    const energy = energyOfDay(rows, ended)
    const isLate = isTooLate(point, ended)
    if (Number.isNaN(energy.kwh) || isLate) {
      const isAsked = isLate ? late === 'judge' && !Number.isNaN(energy.kwh) : isJudged(filled, point, ended)
      if (isAsked) filled.askedDays.push({ pointId: point.pointId, day: ended })
      if (!isLate) filled.registerDays.get(point)?.delete(ended)
      continue
    }
    const days = filled.registerDays.get(point) ?? new Map<EpochDay, RegisterEnergy>()
    filled.registerDays.set(point, days)
    days.set(ended, energy)
    leadBy(point, ended)
  }
}

/** Whether a day that is not known any more is, or will be, among the judged ones. */
const isJudged = (filled: Filled, point: PointState, day: EpochDay): boolean =>
  point.features.has(day) || filled.registerDays.get(point)?.has(day) === true

const registerOf = (
  batch: RegisterBatch,
  row: number,
  pointId: string,
  source: StoredRegister['source'],
): StoredRegister => ({
  pointId,
  day: batch.day[row]!,
  source,
  total: batch.total[row]!,
  sharp: batch.sharp[row]!,
  peak: batch.peak[row]!,
  flat: batch.flat[row]!,
  valley: batch.valley[row]!,
  maxKw: batch.maxKw[row]!,
  maxAtMs: batch.maxAtMs[row]!,
  revision: batch.revision[row]!,
})

/** Answers whether the point's registers are other than before. */
const takeRegister = (
  filled: Filled,
  held: StoredRegister | undefined,
  given: StoredRegister,
  mark: WriteMark | undefined,
): boolean => {
  const key = placeKey(given.pointId, given.day)
  const keep = (row: StoredRegister): void => {
    const rows = filled.registers.get(key) ?? new Map<string, WrittenRegister>()
    filled.registers.set(key, rows)
    rows.set(row.source.meterId, mark ? { ...row, ...versionAfter(held), mark } : row)
  }
  if (!held) {
    count(filled, 'accepted')
    keep(given)
    return true
  }
  const isHigher = given.revision > held.revision
  if (isSameRegister(held, given)) {
    count(filled, 'duplicate')
    if (isHigher) keep({ ...held, revision: given.revision })
    return false
  }
  const wins = given.revision >= held.revision
  const outcome = wins ? 'corrected' : 'superseded'
  count(filled, outcome)
  if (wins) keep(given)
  filled.displaced.push(displacedRegister(outcome, wins ? held : given))
  return wins
}

const versionAfter = (held: StoredRegister | undefined): Pick<WrittenRegister, 'version'> =>
  // Where none is known yet the history finds out which is next.
  held?.version === undefined ? {} : { version: held.version + 1 }

/** Whether two rows tell the same registers, primary side. */
export const isSameRegister = (a: StoredRegister, b: StoredRegister): boolean => {
  const [own, other] = [a.source.multiplier ?? 1, b.source.multiplier ?? 1]
  return QUANTITIES.every(name => {
    const [one, two] = name === 'maxAtMs' ? [a[name], b[name]] : [a[name] * own, b[name] * other]
    return Object.is(one, two) || Math.abs(one - two) <= ROUNDING * one
  })
}
