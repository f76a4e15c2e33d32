import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import { SurchargeEstimate } from '../../../schemas/tariff.ts'
import { estimateSurcharge } from '../../../services/pricing/index.ts'

const estimate = (yuanPerKwh: string, kwh: number, attributableKwh = 0) =>
  estimateSurcharge({
    yuanPerKwh,
    kwh,
    attributableKwh,
    from: parseDay('2024-04-01'),
    to: parseDay('2024-05-05'),
    days: 33,
  })

describe('surcharge estimate', () => {
  it('is kWh times yuan/kWh over the days of the evidence', () => {
    const made = estimate('0.50', 105_000, 84_000.25)
    expect(SurchargeEstimate.parse(made)).toEqual(made)
    expect(made).toEqual({
      from: '2024-04-01',
      to: '2024-05-05',
      days: 33,
      kwh: 105_000,
      yuan: '52500.00',
      attributableKwh: 84_000.25,
      attributableYuan: '42000.13',
    })
  })

  it('rounds half up to the fen where floating point would not', () => {
    // In doubles 1.005 yuan is a little less than it says, and 0.1 + 0.2 a little more.
    expect(estimate('1.0', 1.005).yuan).toBe('1.01')
    expect(estimate('0.05', 0.1).yuan).toBe('0.01')
    expect(estimate('0.05', 0.099).yuan).toBe('0.00')
    expect(estimate('0.30', 0.1 + 0.2).yuan).toBe('0.09')
    expect(estimate('0.3', 0).yuan).toBe('0.00')
    expect(estimate('2.00', 123_456_789.123).yuan).toBe('246913578.25')
  })

  it('rounds energy to 0.001 kWh', () => {
    expect(estimate('0.50', 0.1 + 0.2).kwh).toBe(0.3)
    expect(estimate('0.50', 10.0004).kwh).toBe(10)
    expect(estimate('0.50', 10.0006).kwh).toBe(10.001)
  })

  it('refuses what is no energy and what is no rate', () => {
    for (const kwh of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1e13]) {
      expect(() => estimate('0.50', kwh), String(kwh)).toThrow(RangeError)
    }
    for (const rate of ['', '1', '.5', '0.12345', '-0.50', '0,50', '1e-1']) {
      expect(() => estimate(rate, 1), rate).toThrow(RangeError)
    }
  })

  it('equals multiplication by hand, digit by digit', () => {
    const rates = fc
      .tuple(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 9_999 }),
        fc.integer({ min: 1, max: 4 }),
      )
      .map(([whole, part, places]) => `${whole}.${String(part).padStart(4, '0').slice(0, places)}`)
    const wattHours = fc.integer({ min: 0, max: 1_000_000_000_000 })
    fc.assert(
      fc.property(rates, wattHours, wattHours, (rate, wh, attributableWh) => {
        const made = estimate(rate, wh / 1000, attributableWh / 1000)
        expect(made.yuan).toBe(byHand(rate, wh))
        expect(made.attributableYuan).toBe(byHand(rate, attributableWh))
        expect(made.kwh).toBe(wh / 1000)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never falls when energy or rate grows', () => {
    const kwh = fc.double({ min: 0, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(kwh, kwh, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(Number(estimate('0.30', less).yuan)).toBeLessThanOrEqual(Number(estimate('0.30', more).yuan))
        expect(Number(estimate('0.30', more).yuan)).toBeLessThanOrEqual(Number(estimate('0.50', more).yuan))
      }),
    )
  })
})

/** Schoolbook multiplication on decimal digits, lowest first, then rounding by looking at the third place. */
const byHand = (rate: string, wattHours: number): string => {
  const [whole = '', part = ''] = rate.split('.')
  const a = [...(whole + part)].reverse().map(Number)
  const b = [...String(wattHours)].reverse().map(Number)
  const product: number[] = new Array(a.length + b.length + 8).fill(0)
  for (const [i, x] of a.entries()) {
    for (const [j, y] of b.entries()) product[i + j] = (product[i + j] ?? 0) + x * y
  }
  carry(product)
  const places = part.length + 3
  const fen = product.slice(places - 2)
  if ((product[places - 3] ?? 0) >= 5) fen[0] = (fen[0] ?? 0) + 1
  carry(fen)
  const digits = fen.reverse().join('')
  return `${digits.slice(0, -2).replace(/^0+(?=\d)/, '')}.${digits.slice(-2)}`
}

const carry = (digits: number[]): void => {
  for (let place = 0; place < digits.length - 1; place += 1) {
    const digit = digits[place] ?? 0
    digits[place + 1] = (digits[place + 1] ?? 0) + Math.floor(digit / 10)
    digits[place] = digit % 10
  }
}
