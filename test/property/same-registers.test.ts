import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText, MS_PER_DAY } from '../../schemas/day.ts'
import type { DailyRegister } from '../../schemas/register.ts'
import { createRandom } from '../detectors/support/random.ts'
import { meter } from '../support/meters.ts'
import { batchOf, daySamples, MONDAY, type Sample, slotEndMs } from '../support/readings.ts'
import { registerBatch } from '../support/registers.ts'
import { type Result, resultOf } from '../support/result.ts'
import { cutAt } from '../support/shuffle.ts'
import { type Station, withStation } from '../support/station.ts'

const DAYS = 24
const STOPPED_FROM = 8
const meters = [
  meter({ contractKva: 200 }),
  meter({ contractKva: 200, status: 'exited', validFrom: dayText(MONDAY + STOPPED_FROM) }),
  meter({ meterId: 'M2' }),
]

/** A register row, or the curve of a day, with the day it is of. */
type Piece = { readonly day: number } & ({ readonly row: DailyRegister } | { readonly curve: Sample[] })

/** M1 runs, stands still and runs again; M2 surges, and has a curve on some days. Registers are corrected at times. */
const pieces = (seed: number): Piece[] => {
  const random = createRandom(seed)
  const used = (id: string, day: number): number => {
    const level = id === 'M1' ? (day >= STOPPED_FROM && day < 15 ? 30 : 1_500) : day < 14 ? 300 : 2_000
    return Math.round(level * random.between(0.8, 1.2))
  }
  return ['M1', 'M2'].flatMap(meterId => {
    let total = 10_000
    return Array.from({ length: DAYS }, (_, i) => i - 1).flatMap((day): Piece[] => {
      total += used(meterId, day)
      const row = { meterId, date: dayText(MONDAY + day), total, valley: total / 2 }
      const wrong = random.chance(0.1) ? [{ day, row: { ...row, total: total + 50_000 } }] : []
      const right = { day, row: wrong.length > 0 ? { ...row, revision: 1 } : row }
      const curve = daySamples(MONDAY + day, slot => 10 + slot, { meterId, to: random.chance(0.5) ? 96 : 60 })
      return [...wrong, right, ...(meterId === 'M2' && random.chance(0.2) ? [{ day, curve }] : [])]
    })
  })
}

const take = async ({ engine }: Station, piece: Piece): Promise<void> =>
  engine.append('row' in piece ? registerBatch([piece.row]) : batchOf(piece.curve), [], 'test')

const resultAfter = (
  batches: readonly Piece[][],
  restarts: readonly boolean[],
): Promise<Result & { marks: object[] }> =>
  withStation({ meters }, async station => {
    for (const [i, batch] of batches.entries()) {
      for (const piece of batch) await take(station, piece)
      await station.engine.settle()
      if (restarts[i % Math.max(1, restarts.length)]) await station.restart()
    }
    await station.engine.closeByClock(slotEndMs(MONDAY + DAYS, 95) + MS_PER_DAY)
    await station.engine.settle()
    const { db } = station.ports.store
    const marks = db.selectFrom('feature').select(['point_id', 'day', 'marks']).where('marks', '<>', 0)
    return {
      ...(await resultOf(station)),
      marks: await marks.orderBy('point_id').orderBy('day').execute(),
    }
  })

describe('same registers, same result', () => {
  it('ends in the same days and findings, however registers and curves arrive within seven days', async () => {
    const way = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      lateDays: fc.constantFrom(0, 1, 6),
      doubled: fc.constantFrom(0, 0.2),
      cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
      restarts: fc.array(fc.boolean(), { maxLength: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(way, async ({ seed, lateDays, doubled, cuts, restarts }) => {
        const all = pieces(seed)
        const random = createRandom(seed)
        const arriving = all
          .flatMap(piece => (random.chance(doubled) ? [piece, piece] : [piece]))
          .map(piece => ({ piece, at: piece.day + random.between(0, lateDays) }))
          .sort((a, b) => a.at - b.at)
          .map(({ piece }) => piece)
        const expected = await resultAfter([all.toSorted((a, b) => a.day - b.day)], [])
        const result = await resultAfter(cutAt(arriving, cuts), restarts)
        expect(result.features).toEqual(expected.features)
        expect(result.findings).toEqual(expected.findings)
        expect(result.marks).toEqual(expected.marks)
      }),
      { numRuns: 12 },
    )
  })
})
