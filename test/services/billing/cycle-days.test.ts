import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import { daysOfCycle } from '../../../services/billing/cycle-days.ts'
import { energyOfRegisters } from '../../../services/billing/register-days.ts'
import { MONDAY } from '../../support/readings.ts'
import { registerRow } from '../../support/registers.ts'

const JANUARY = { from: parseDay('2024-01-01'), to: parseDay('2024-01-31') }

describe('the days of a cycle', () => {
  it('are its mean day', () => {
    const days = daysOfCycle({ ...JANUARY, wh: 31_000_000 })
    expect(days.map(({ wh }) => wh)).toEqual(Array(31).fill(1_000_000))
    expect(days[0]).toMatchObject({ day: JANUARY.from, basis: ['cycle-mean'] })
  })

  it('add up to the cycle, and any of them in a row to as many mean days within 0.001 kWh', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 1, max: 62 }),
        fc.nat(61),
        fc.nat(61),
        (wh, length, a, b) => {
          const days = daysOfCycle({ from: 0, to: length - 1, wh }).map(one => one.wh)
          expect(days.reduce((sum, one) => sum + one, 0)).toBe(wh)
          const [first, after] = [Math.min(a, b), Math.min(Math.max(a, b), length)]
          const sum = days.slice(first, after).reduce((total, one) => total + one, 0)
          const applied = BigInt(Math.max(0, after - first))
          // |sum − wh × applied ÷ length| ≤ 1 Wh, without a division
          const off = BigInt(sum) * BigInt(length) - BigInt(wh) * applied
          expect(off < 0n ? -off : off).toBeLessThanOrEqual(BigInt(length))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('days of registers', () => {
  const at = (days: number, total: number, multiplier: number | null = 100) =>
    registerRow({ day: MONDAY + days, total, source: { meterId: 'M1', multiplier } })
  const whOf = (...args: Parameters<typeof energyOfRegisters>) =>
    [...energyOfRegisters(...args)].map(([day, { wh, basis }]) => [day - MONDAY, wh, ...basis])

  it('are the difference of two midnights times the multiplier, digit by digit', () => {
    expect(whOf([at(0, 100.3), at(1, 101.1)], () => undefined)).toEqual([[1, 80_000, 'register']])
    expect(whOf([at(0, 100.3, null), at(1, 101.1, null)], () => undefined)).toEqual([[1, 800, 'register']])
  })

  it('share out a stretch without midnights by its mean day', () => {
    expect(whOf([at(0, 10), at(4, 14)], () => 100)).toEqual(
      [1, 2, 3, 4].map(day => [day, 100_000, 'cycle-mean']),
    )
  })

  it('part a stretch where the multiplier changed', () => {
    const changed = (_meterId: string, day: number) => (day < MONDAY + 3 ? 40 : 100)
    expect(whOf([at(0, 10), at(4, 14)], changed)).toEqual([
      ...[1, 2].map(day => [day, 40_000, 'cycle-mean']),
      ...[3, 4].map(day => [day, 100_000, 'cycle-mean']),
    ])
    const read = [at(0, 10, 40), at(2, 12, 40), at(4, 14, 100)]
    expect(whOf(read, changed)).toEqual(whOf([at(0, 10), at(4, 14)], changed))
  })

  it('go on over the last digit, and are not told when a register began again', () => {
    expect(whOf([at(0, 9_999, 1), at(1, 1, 1)], () => 1)).toEqual([[1, 2_000, 'register']])
    expect(whOf([at(0, 5_000, 1), at(1, 1, 1)], () => 1)).toEqual([])
  })
})
