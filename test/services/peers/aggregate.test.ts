import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PEER_MEASURES, type PeerMeasure } from '../../../detectors/index.ts'
import { aggregate, type Member } from '../../../services/peers/aggregate.ts'

const rowOf = (change: Partial<Record<PeerMeasure, number>>): Float32Array =>
  Float32Array.from(PEER_MEASURES, name => change[name] ?? Number.NaN)

const member = (
  i: number,
  change: Partial<Record<PeerMeasure, number>>,
  rest: Partial<Member> = {},
): Member => ({
  pointId: `P${i}`,
  customerId: `C${i}`,
  trade: '31',
  measures: rowOf({ energyKwh: 100, ...change }),
  ...rest,
})

const many = (count: number, trade = '31', from = 0): Member[] =>
  Array.from({ length: count }, (_, i) => member(from + i, { energyShift: (from + i) / 8 }, { trade }))

describe('what is published of a district', () => {
  it('tells of a trade from nine customers on: eight besides the one that is compared', () => {
    expect(aggregate([...many(8), ...many(9, '42', 8)]).map(({ trade }) => trade)).toEqual(['', '42'])
  })

  it('tells nothing of fewer than nine customers', () => {
    expect(aggregate(many(8))).toEqual([{ trade: '', customers: 8, spreads: {} }])
    expect(aggregate([])).toEqual([{ trade: '', customers: 0, spreads: {} }])
  })

  it('tells nothing of a measure that only eight have', () => {
    const [group] = aggregate([...many(8), member(8, { loadFactor: 0.5 })])
    expect(group).toEqual({ trade: '', customers: 9, spreads: {} })
  })

  it('counts a customer once, by the point that uses most', () => {
    const small = Array.from({ length: 20 }, (_, i) =>
      member(100 + i, { energyShift: 9, energyKwh: 1 }, { customerId: 'C0' }),
    )
    expect(aggregate([...small, ...many(9)])).toEqual(aggregate(many(9)))
  })

  it('stands where the middle customer stands, whatever a few do', () => {
    const wild = [0, 1, 2, 3].map(i => member(20 + i, { energyShift: 50 }))
    const [group] = aggregate([...many(9), ...wild])
    expect(group!.spreads.energyShift).toEqual({ count: 13, median: 6 / 8, mad: 4 / 8 })
  })

  it('names no peer', () => {
    expect(JSON.stringify(aggregate(many(12)))).not.toMatch(/[PC]\d/)
  })

  it('is the same in any order', () => {
    const shift = fc.oneof(fc.constant(Number.NaN), fc.float({ noNaN: true, min: -4, max: 4 }))
    const members = fc.array(fc.tuple(shift, fc.nat(12), fc.constantFrom('31', '42', '')), { maxLength: 60 })
    fc.assert(
      fc.property(members, fc.infiniteStream(fc.nat()), (drawn, keys) => {
        const all = drawn.map(([energyShift, customer, trade], i) =>
          member(i, { energyShift }, { customerId: `C${customer}`, trade: trade && `${customer % 2}1` }),
        )
        const shuffled = all
          .map(one => ({ one, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(aggregate(shuffled)).toEqual(aggregate(all))
      }),
    )
  })
})
