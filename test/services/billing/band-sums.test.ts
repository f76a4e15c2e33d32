import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import { bandSums } from '../../../services/billing/band-sums.ts'
import { timeOfUseOn } from '../../../services/billing/time-of-use.ts'
import { dayEnergy, pricedDay } from './days.ts'

const [FROM, TO] = [parseDay('2025-02-01'), parseDay('2025-02-28')]
const timeOfUse = timeOfUseOn(['CQ'], FROM)
const bands = { 尖峰: 0, 峰: 1_000, 平: 2_000, 谷: 4_000 }
const day = (n: number) =>
  pricedDay(dayEnergy(FROM + n, 7_000, { bands, estimatedBands: bands }), '0.50', { timeOfUse })

describe('energy by band', () => {
  it('comes with the base price where a table of the period and voltage is known', () => {
    const { bands: sums, notes } = bandSums([day(0), day(1)], { from: FROM, to: TO }, 10)
    expect(sums).toEqual([
      { band: '尖峰', kwh: 0, basePrice: null },
      { band: '峰', kwh: 2, basePrice: '1.133067' },
      { band: '平', kwh: 4, basePrice: '0.762307' },
      { band: '谷', kwh: 8, basePrice: '0.379189' },
    ])
    expect(notes.map(({ zh }) => zh).join()).toMatch(/执行起始日未核实.*1–10kV 两部制/)
  })

  it('names no price for another month or voltage, and no bands where a day is not told by hour', () => {
    const prices = (to: number, voltageKv: number) =>
      bandSums([day(0)], { from: FROM, to }, voltageKv).bands?.map(({ basePrice }) => basePrice)
    expect(prices(TO + 1, 10)).toEqual([null, null, null, null])
    expect(prices(TO, 0.4)).toEqual([null, null, null, null])
    const registers = pricedDay(dayEnergy(FROM + 1, 7_000), '0.50', { timeOfUse })
    expect(bandSums([day(0), registers], { from: FROM, to: TO }, 10).bands).toBeNull()
  })
})
