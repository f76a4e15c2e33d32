import type { History, StoredRegister } from '../adapters/history/index.ts'
import type { RegisterBatch } from '../adapters/log/index.ts'
import { rawRegister } from './displaced.ts'
import { count, displaceUnplaced, type Filled, type Resolve } from './filled.ts'

const QUANTITIES = ['total', 'sharp', 'peak', 'flat', 'valley', 'maxKw', 'maxAtMs'] as const

/** Puts register rows to their points and days by the slot rule: the higher revision, else the later, holds. */
export const fillRegisters = async (
  filled: Filled,
  batch: RegisterBatch,
  resolve: Resolve,
  history: History,
): Promise<void> => {
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
    const key = `${pointId} ${day} ${meterId}`
    const stored = (await history.registers(pointId, day, day)).find(
      ({ source }) => source.meterId === meterId,
    )
    takeRegister(filled, key, filled.registers.get(key) ?? stored, given)
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
): void => {
  if (!held) {
    count(filled, 'accepted')
    filled.registers.set(key, given)
    return
  }
  const isSame = QUANTITIES.every(name => Object.is(held[name], given[name]))
  const wins = given.revision >= held.revision
  const outcome = isSame ? 'duplicate' : wins ? 'corrected' : 'superseded'
  count(filled, outcome)
  if (outcome !== 'superseded' && wins) filled.registers.set(key, given)
  if (outcome === 'duplicate') return
  const lost = outcome === 'corrected' ? held : given
  filled.displaced.push({
    reason: outcome,
    detail: 'Another row holds the registers of this day.',
    ...rawRegister(batchOf(lost), 0),
  })
}

/** A stored row as the batch it came in. */
const batchOf = (row: StoredRegister): RegisterBatch => ({
  kind: 'registers',
  side: row.source.multiplier === null ? 'primary' : 'secondary',
  meterIds: [row.source.meterId],
  meter: Uint32Array.of(0),
  day: Int32Array.of(row.day),
  total: Float64Array.of(row.total),
  sharp: Float64Array.of(row.sharp),
  peak: Float64Array.of(row.peak),
  flat: Float64Array.of(row.flat),
  valley: Float64Array.of(row.valley),
  maxKw: Float64Array.of(row.maxKw),
  maxAtMs: Float64Array.of(row.maxAtMs),
  revision: Uint16Array.of(row.revision),
})
