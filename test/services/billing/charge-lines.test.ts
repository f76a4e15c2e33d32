import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import { faultOf, sumsOf } from '../../../services/billing/bill.ts'
import { timeOfUseOn } from '../../../services/billing/time-of-use.ts'
import { rule } from '../pricing/rules.ts'
import { dayEnergy, linesOf, pricedDay } from './days.ts'

const FIRST = parseDay('2024-03-01')
const NOTICE = {
  ...{ customerId: 'c', from: '2024-03-01', to: '2024-03-31', noticedOn: '2024-04-10', paidOn: null },
  ...{ documentNo: '示例通〔2024〕1号', note: '' },
}

describe('lines of a bill', () => {
  it('lay the arithmetic open, in both languages', () => {
    const days = [0, 1, 2].map(n =>
      pricedDay(dayEnergy(FIRST + n, 12_345_678, { estimatedWh: 345_678 }), '0.50'),
    )
    const [line] = linesOf(days)
    expect(line).toMatchObject({
      ...{ from: '2024-03-01', to: '2024-03-03', days: 3, kwh: 37_037.034, yuanPerKwh: '0.5' },
      ...{ measuredKwh: 36_000, estimatedKwh: 1_037.034, yuan: '18518.52', gap: null, band: null },
    })
    expect(line!.working.map(({ en }) => en)).toEqual([
      '2024-03-01 to 2024-03-03, 3 days: 37037.034 kWh (metered 36000.000, estimated 1037.034).',
      '37037.034 × 0.50 = 18518.517, half up to 0.01: 18518.52 yuan.',
    ])
    expect(line!.working.map(({ zh }) => zh)).toEqual([
      '2024-03-01 至 2024-03-03 共 3 天，电量 37037.034 kWh（计量 36000.000，估算 1037.034）。',
      '37037.034 × 0.50 = 18518.517，四舍五入至 0.01：18518.52 元。',
    ])
  })

  it('begin anew where the rate, its rule or its version changes', () => {
    const day = (n: number, yuanPerKwh: string, version = 1) =>
      pricedDay(dayEnergy(FIRST + n, 1_000), yuanPerKwh, { rule: rule({ version }) })
    const lines = linesOf([
      day(0, '0.30'),
      day(1, '0.30'),
      day(2, '0.50'),
      day(3, '0.50', 2),
      day(5, '0.50', 2),
    ])
    expect(lines.map(({ from, to, yuan }) => [from.slice(8), to.slice(8), yuan])).toEqual([
      ...[
        ['01', '02', '0.60'],
        ['03', '03', '0.50'],
        ['04', '04', '0.50'],
        ['06', '06', '0.50'],
      ],
    ])
  })

  it('name no yuan, and never 0, where the rate or the energy is not known', () => {
    const noRule = { rule: null, rate: { yuanPerKwh: null, working: [], gap: 'no-rule' } } as const
    const lines = linesOf([
      pricedDay(dayEnergy(FIRST, 1_000), '0.50', noRule),
      pricedDay(dayEnergy(FIRST + 1, 1_000), '0.50', { energy: null }),
    ])
    expect(lines).toMatchObject([
      { kwh: 1, yuan: null, yuanPerKwh: null, gap: 'no-rule' },
      { kwh: null, yuan: null, gap: 'no-energy' },
    ])
    expect(lines[0]!.working.at(-1)!.en).toBe('No amount can be told: no rule applies on these days.')
    expect(sumsOf(lines)).toMatchObject({ yuan: '0.00', openLines: 2 })
  })

  it('are one for each band of a rule that floats, and one alone of a rule that does not', () => {
    const bands = { 尖峰: 0, 峰: 1_000, 平: 2_000, 谷: 4_000 }
    const none = { 尖峰: 0, 峰: 0, 平: 0, 谷: 0 }
    const energy = dayEnergy(FIRST, 7_000, { bands, estimatedBands: none })
    const timeOfUse = timeOfUseOn(['CQ'], FIRST)
    const floating = pricedDay(energy, '0.50', { rule: rule({ floats: true }), timeOfUse })
    expect(linesOf([floating]).map(({ band, yuanPerKwh, yuan }) => [band, yuanPerKwh, yuan])).toEqual([
      ['峰', '0.8', '0.80'],
      ['平', '0.5', '1.00'],
      ['谷', '0.19', '0.76'],
    ])
    expect(linesOf([pricedDay(energy, '0.50', { timeOfUse })])).toMatchObject([{ band: null, yuan: '3.50' }])
    const unknown = { ...floating, energy: dayEnergy(FIRST, 7_000) }
    expect(linesOf([unknown])).toMatchObject([{ kwh: 7, yuan: null, gap: 'no-bands' }])
  })

  it('of what is paid late are multiplied', () => {
    const late = { factor: '1.5', notice: NOTICE, afterDays: 90 }
    const [line] = linesOf([pricedDay(dayEnergy(FIRST, 1_001), '0.02', { late })])
    expect(line).toMatchObject({ yuanPerKwh: '0.03', yuan: '0.03' })
    expect(line!.working.map(({ zh }) => zh)).toContain(
      '通知单 示例通〔2024〕1号（2024-04-10）超过 90 天至今未缴纳：× 1.5。',
    )
  })

  it('are refused when negative or absurd', () => {
    const fault = (wh: number, rate: string, kva = 0) =>
      faultOf(linesOf([pricedDay(dayEnergy(FIRST, wh), rate)]), kva)?.detail
    expect(fault(1_000_000, '0.50', 100)).toBeUndefined()
    expect(fault(-1, '0.50')).toMatch(/hangs behind/)
    expect(fault(1_000_000, '10.01')).toMatch(/10.01 yuan\/kWh/)
    expect(fault(4_800_000, '0.50', 100)).toBeUndefined()
    expect(fault(4_800_001, '0.50', 100)).toMatch(/more than twice what 100 kVA can draw in 1 days/)
  })
})

describe('money', () => {
  const days = fc.array(fc.record({ wh: fc.integer({ min: 0, max: 1e11 }), rate: fc.nat(99_999) }), {
    minLength: 1,
    maxLength: 40,
  })
  const rateText = (rate: number) => (rate / 10_000).toFixed(4)
  const priced = (some: readonly { wh: number; rate: number }[]) =>
    some.map(({ wh, rate }, i) => pricedDay(dayEnergy(FIRST + i, wh), rateText(rate)))

  it('is what whole numbers make of it, half up, line by line', () => {
    fc.assert(
      fc.property(days, some => {
        let [expected, start] = [0n, 0]
        some.forEach(({ rate }, i) => {
          if (i + 1 < some.length && some[i + 1]!.rate === rate) return
          const wh = some.slice(start, i + 1).reduce((sum, one) => sum + BigInt(one.wh), 0n)
          // 0.001 kWh × 0.0001 yuan/kWh = 1e-7 yuan; a fen is 1e5 of them
          expected += (wh * BigInt(rate) + 50_000n) / 100_000n
          start = i + 1
        })
        const { yuan } = sumsOf(linesOf(priced(some)))
        expect(yuan.replace('.', '').replace(/^0+(?=\d)/, '')).toBe(String(expected))
      }),
    )
  })

  it('of a period is that of its parts: each kWh exactly, and a fen and a half at most for each line more', () => {
    fc.assert(
      fc.property(days, fc.nat(40), (some, cut) => {
        const all = priced(some)
        const parts = [all.slice(0, cut), all.slice(cut)].filter(part => part.length > 0).flatMap(linesOf)
        const [whole, split] = [sumsOf(linesOf(all)), sumsOf(parts)]
        expect(split.kwh).toBe(whole.kwh)
        const more = parts.length - linesOf(all).length
        const off = Math.abs(Number(split.yuan.replace('.', '')) - Number(whole.yuan.replace('.', '')))
        expect(off).toBeLessThanOrEqual(more * 1.5)
      }),
    )
  })

  it('by band is what fractions make of it', () => {
    const timeOfUse = timeOfUseOn(['CQ'], FIRST)
    // The factors of the bands as whole hundredths
    const factors = { 尖峰: 192n, 峰: 160n, 平: 100n, 谷: 38n }
    const wh = fc.integer({ min: 0, max: 1e11 })
    fc.assert(
      fc.property(fc.record({ 尖峰: wh, 峰: wh, 平: wh, 谷: wh }), fc.nat(99_999), (bands, rate) => {
        const total = Object.values(bands).reduce((sum, one) => sum + one, 0)
        const energy = dayEnergy(FIRST, total, { bands, estimatedBands: bands })
        const late = { factor: '1.5', notice: NOTICE, afterDays: 90 }
        const floating = pricedDay(energy, rateText(rate), { rule: rule({ floats: true }), timeOfUse, late })
        for (const { band, yuan } of linesOf([floating]).filter(line => line.band !== null)) {
          // 1e-3 kWh × 1e-4 yuan × 1e-2 × 1e-1: ten digits after the point
          const exact = BigInt(bands[band!]) * BigInt(rate) * factors[band!] * 15n
          const fen = (exact + 50_000_000n) / 100_000_000n
          expect(yuan!.replace('.', '').replace(/^0+(?=\d)/, '')).toBe(String(fen))
        }
      }),
    )
  })

  it('of a rule that floats is that of one that does not when all is drawn at the flat band', () => {
    const timeOfUse = timeOfUseOn(['CQ'], FIRST)
    const none = { 尖峰: 0, 峰: 0, 平: 0, 谷: 0 }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e11 }), fc.nat(99_999), (wh, rate) => {
        const energy = dayEnergy(FIRST, wh, { bands: { ...none, 平: wh }, estimatedBands: none })
        const of = (floats: boolean) =>
          sumsOf(linesOf([pricedDay(energy, rateText(rate), { rule: rule({ floats }), timeOfUse })]))
        expect(of(true)).toEqual(of(false))
      }),
    )
  })
})
