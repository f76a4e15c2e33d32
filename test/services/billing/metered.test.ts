import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MeteringTree, sharesOn } from '../../../services/billing/metered.ts'
import { MONDAY } from '../../support/readings.ts'
import { treeOf } from './days.ts'

const shares = (tree: MeteringTree, customerId: string, pointIds: string[] = [], elsewhere: string[] = []) =>
  sharesOn(tree, { customerId, pointIds, elsewhere: new Set(elsewhere) }, MONDAY)
    .map(({ pointId, sign }) => `${sign > 0 ? '+' : '-'}${pointId}`)
    .sort()

describe('the points that make up a customer’s energy', () => {
  it('are all of its own, feeds added up', () => {
    const tree = treeOf({ pointId: 'a', customerId: 'A' }, { pointId: 'b', customerId: 'A', feed: 'backup' })
    expect(shares(tree, 'A')).toEqual(['+a', '+b'])
  })

  it('are not those that another of its points measures already', () => {
    const tree = treeOf(
      { pointId: 'whole', customerId: 'A' },
      { pointId: 'part', customerId: 'A', parentPointId: 'whole' },
    )
    expect(shares(tree, 'A')).toEqual(['+whole'])
    expect(shares(tree, 'A', ['part'])).toEqual(['+part'])
    expect(shares(tree, 'A', ['whole', 'part'])).toEqual(['+whole'])
    expect(shares(tree, 'A', ['whole'], ['part'])).toEqual(['+whole', '-part'])
  })

  it('are without what is passed on to another customer', () => {
    const tree = treeOf(
      { pointId: 'whole', customerId: 'A' },
      { pointId: 'tenant', customerId: 'B', parentPointId: 'whole' },
      { pointId: 'back', customerId: 'A', parentPointId: 'tenant' },
    )
    expect(shares(tree, 'A')).toEqual(['+back', '+whole', '-tenant'])
    expect(shares(tree, 'B')).toEqual(['+tenant', '-back'])
  })

  it('stand with none behind a closed account, and each once when two are said to hang behind each other', () => {
    const tree = treeOf(
      { pointId: 'whole', customerId: 'A' },
      { pointId: 'gone', customerId: 'B', parentPointId: 'whole', status: 'account-closed' },
      { pointId: 'x', customerId: 'C', parentPointId: 'y' },
      { pointId: 'y', customerId: 'C', parentPointId: 'x' },
    )
    expect(shares(tree, 'A')).toEqual(['+whole'])
    expect(shares(tree, 'B')).toEqual([])
    expect(shares(tree, 'C')).toHaveLength(1)
  })

  it('share every kWh out once, whoever hangs behind whom', () => {
    const forest = fc
      .array(fc.record({ owner: fc.constantFrom('A', 'B', 'C'), above: fc.nat(), own: fc.nat(1_000) }), {
        minLength: 1,
        maxLength: 12,
      })
      .map(points =>
        points.map(({ owner, above, own }, i) => ({
          owner,
          own,
          above: i === 0 ? -1 : (above % (i + 1)) - 1,
        })),
      )
    fc.assert(
      fc.property(forest, points => {
        const tree = treeOf(
          ...points.map(({ owner, above }, i) => ({
            ...{ pointId: `p${i}`, customerId: owner, parentPointId: above < 0 ? '' : `p${above}` },
          })),
        )
        // A meter measures what is drawn at it, and all behind it.
        const measured = points.map(({ own }) => own)
        for (let i = points.length - 1; i > 0; i--) {
          if (points[i]!.above >= 0) measured[points[i]!.above]! += measured[i]!
        }
        for (const customer of ['A', 'B', 'C']) {
          const charged = sharesOn(tree, { customerId: customer, pointIds: [], elsewhere: new Set() }, MONDAY)
            .map(({ pointId, sign }) => sign * measured[Number(pointId.slice(1))]!)
            .reduce((sum, one) => sum + one, 0)
          const drawn = points
            .filter(({ owner }) => owner === customer)
            .reduce((sum, { own }) => sum + own, 0)
          expect(charged).toBe(drawn)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
