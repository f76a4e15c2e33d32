import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import {
  bandOf,
  bandPrice,
  basePriceOf,
  floatFactor,
  timeOfUseOn,
} from '../../../services/billing/time-of-use.ts'

const [FEBRUARY, JULY] = [parseDay('2025-02-01'), parseDay('2025-07-15')]
const tou = timeOfUseOn(['500115', 'CQ', 'CN'], FEBRUARY)!

describe('periods of a day', () => {
  it('hold in Chongqing since they were published, and nowhere else', () => {
    expect(tou).toMatchObject({ documentNo: '渝发改规范〔2021〕14号', effectiveFrom: null })
    expect(timeOfUseOn(['CQ'], parseDay('2021-12-08'))).toBeUndefined()
    expect(timeOfUseOn(['CQ'], parseDay('2021-12-09'))).toBe(tou)
    expect(timeOfUseOn(['CN'], FEBRUARY)).toBeUndefined()
  })

  it('tell the band of every hour, with a sharp peak in four months', () => {
    const bands = (day: number) => Array.from({ length: 24 }, (_, hour) => bandOf(tou, day, hour)).join('')
    expect(bands(FEBRUARY)).toBe('谷谷谷谷谷谷谷谷平平平峰峰峰峰峰峰平平平峰峰平平')
    expect(bands(JULY)).toBe('谷谷谷谷谷谷谷谷平平平峰尖峰尖峰峰峰峰平平平峰峰平平')
    expect(bandOf(tou, FEBRUARY, 7.75)).toBe('谷')
    expect(bandOf(tou, JULY, 13.75)).toBe('尖峰')
  })

  it('multiply what floats', () => {
    const factors = (['尖峰', '峰', '平', '谷'] as const).map(band => floatFactor(tou, band).toFixed())
    expect(factors).toEqual(['1.92', '1.6', '1', '0.38'])
  })
})

describe('the base price', () => {
  const price = basePriceOf(tou, 10, FEBRUARY, parseDay('2025-02-28'))!

  it('floats in part: the table of February 2025 comes out again to 1e-6', () => {
    const off = (band: '峰' | '平' | '谷', told: string) =>
      bandPrice(tou, price, band).minus(told).abs().toNumber()
    expect(off('平', '0.762307')).toBeLessThanOrEqual(1e-6)
    expect(off('峰', '1.133067')).toBeLessThanOrEqual(1e-6)
    expect(off('谷', '0.379188')).toBeLessThanOrEqual(1e-6)
  })

  it('is known for its month and voltage alone', () => {
    expect(basePriceOf(tou, 10, FEBRUARY, parseDay('2025-03-01'))).toBeUndefined()
    expect(basePriceOf(tou, 0.4, FEBRUARY, FEBRUARY)).toBeUndefined()
    expect(basePriceOf(tou, 35, FEBRUARY, FEBRUARY)).toBeUndefined()
  })
})
