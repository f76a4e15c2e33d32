import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { energyOfIntervals, type SlotDay } from '../../../services/billing/interval-days.ts'
import { timeOfUseOn } from '../../../services/billing/time-of-use.ts'
import { MONDAY } from '../../support/readings.ts'

const NONE = { kindOf: () => 'working', timeOfUse: () => undefined }
const curve = (day: number, kwAt: (slot: number) => number): SlotDay => ({
  ...{ day, intervalMinutes: 15 },
  kw: Float32Array.from({ length: 96 }, (_, slot) => kwAt(slot)),
})

describe('energy of a curve', () => {
  it('is mean kW × hours, and by band where the periods are known', () => {
    const tou = timeOfUseOn(['CQ'], MONDAY)!
    const day = energyOfIntervals([curve(MONDAY, () => 4)], [MONDAY], { ...NONE, timeOfUse: () => tou })
    expect(day.get(MONDAY)).toMatchObject({
      ...{ wh: 96_000, estimatedWh: 0, basis: ['interval'], estimates: [] },
      bands: { 尖峰: 0, 峰: 32_000, 平: 32_000, 谷: 32_000 },
    })
  })

  it('fills a slot by the same slot of the nearest four days of its kind', () => {
    const kindOf = (day: number) => (day === MONDAY + 1 ? 'weekend' : 'working')
    const stored = [
      curve(MONDAY, slot => (slot === 40 ? Number.NaN : 0)),
      ...[1, 2, 3, 4, 5, 6].map(n => curve(MONDAY + n, slot => (slot === 40 ? 10 ** n : 0))),
    ]
    const day = energyOfIntervals(stored, [MONDAY], { ...NONE, kindOf }).get(MONDAY)
    // (10² + 10³ + 10⁴ + 10⁵) ÷ 4 kW × ¼ h; the weekend is left out, the fifth too far
    expect(day).toMatchObject({ wh: 6_943_750, estimatedWh: 6_943_750, estimates: ['same-slots'] })
  })

  it('fills by the mean of the day where no other is like it, and a day without any by the mean of all', () => {
    const alone = curve(MONDAY, slot => (slot < 48 ? 2 : Number.NaN))
    const kindOf = (day: number) => String(day)
    const days = energyOfIntervals([alone], [MONDAY, MONDAY + 1], { ...NONE, kindOf })
    expect(days.get(MONDAY)).toMatchObject({ wh: 48_000, estimatedWh: 24_000, estimates: ['day-mean'] })
    expect(days.get(MONDAY + 1)).toMatchObject({
      ...{ wh: 48_000, estimatedWh: 48_000, basis: [], estimates: ['window-mean'] },
    })
  })

  it('is unknown, not 0, where nothing was ever read', () => {
    expect(energyOfIntervals([], [MONDAY], NONE).size).toBe(0)
    expect(energyOfIntervals([curve(MONDAY, () => Number.NaN)], [MONDAY], NONE).size).toBe(0)
  })

  it('tells what was metered apart from what was estimated, whatever is missing', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 96, maxLength: 96 }), isMissing => {
        fc.pre(isMissing.includes(false))
        const stored = [curve(MONDAY, slot => (isMissing[slot] ? Number.NaN : 8))]
        const { wh, estimatedWh } = energyOfIntervals(stored, [MONDAY], NONE).get(MONDAY)!
        expect(wh).toBe(192_000)
        expect(estimatedWh).toBe(isMissing.filter(Boolean).length * 2_000)
      }),
    )
  })
})
