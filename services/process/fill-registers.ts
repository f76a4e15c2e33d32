import type { StoredRegister, WriteMark, WrittenRegister } from '../adapters/history/index.ts'
import type { RegisterBatch } from '../adapters/log/index.ts'
import { displacedRegister, rawRegister } from './displaced.ts'
import {
  count,
  displaceUnplaced,
  type Entry,
  type Filled,
  markOf,
  type Recall,
  type Resolve,
} from './filled.ts'

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
    const key = JSON.stringify([pointId, day, meterId])
    const stored = (await history.registers(pointId, day, day)).find(
      ({ source }) => source.meterId === meterId,
    )
    takeRegister(filled, key, filled.registers.get(key) ?? stored, given, markOf(entry, row))
  }
}

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

const takeRegister = (
  filled: Filled,
  key: string,
  held: StoredRegister | undefined,
  given: StoredRegister,
  mark: WriteMark | undefined,
): void => {
  const keep = (row: StoredRegister): void => {
    filled.registers.set(key, mark ? { ...row, ...versionAfter(held), mark } : row)
  }
  if (!held) {
    count(filled, 'accepted')
    keep(given)
    return
  }
  const isHigher = given.revision > held.revision
  if (isSameRegister(held, given)) {
    count(filled, 'duplicate')
    if (isHigher) keep({ ...held, revision: given.revision })
    return
  }
  const wins = given.revision >= held.revision
  const outcome = wins ? 'corrected' : 'superseded'
  count(filled, outcome)
  if (wins) keep(given)
  filled.displaced.push(displacedRegister(outcome, wins ? held : given))
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
