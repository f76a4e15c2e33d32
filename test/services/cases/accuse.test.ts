import { describe, expect, it } from 'vitest'
import { CaseState } from '../../../schemas/case.ts'
import { meter } from '../../support/meters.ts'
import { findingOf, testDesk } from './desk.ts'

const restOf = ({
  day,
  level,
  score,
  openedAt,
}: {
  day: string
  level: string
  score: number
  openedAt: string
}) => ({
  day,
  level,
  score,
  openedAt,
})

describe('a finding', () => {
  it.each([
    [0.69, 1, 0],
    [0.7, 1, 1],
    [0.95, 0.74, 0],
    [0.95, 0.75, 1],
  ])('of score %f on a day covered %f opens %i cases', async (score, coverage, cases) => {
    const desk = await testDesk()
    await desk.suspect([{ score }], 'C1', coverage)
    expect(await desk.cases()).toHaveLength(cases)
  })

  it.each([
    [0.7, 'yellow'],
    [0.79, 'yellow'],
    [0.8, 'orange'],
    [0.89, 'orange'],
    [0.9, 'red'],
  ])('of score %f is %s', async (score, level) => {
    const desk = await testDesk()
    await desk.suspect([{ score }])
    expect((await desk.theCase()).charges.map(charge => charge.level)).toEqual([level])
  })

  it('of another signature is another charge of the same case', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    await desk.suspect([{ score: 0.75, signature: 'crypto-mining' }])
    const { charges, version } = await desk.theCase()
    expect(charges.map(({ signature }) => signature)).toEqual(['crypto-mining', 'induction-furnace'])
    expect(version).toBe(2)
  })

  it('proposes the tier of its day with its document, and estimates the yuan', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const [charge] = (await desk.theCase()).charges
    expect(charge?.tier).toMatchObject({ asOf: '2024-05-06', label: expect.stringContaining('拟适用') })
    expect(charge?.estimate).toMatchObject({ from: '2024-05-03', to: '2024-05-06', days: 1, kwh: 100 })
  })
})

describe('a charge', () => {
  const weeks = [
    { dayOffset: 0, score: 0.72 },
    { dayOffset: 3, score: 0.95 },
    { dayOffset: 5, score: 0.91 },
    { dayOffset: 8, score: 0.85 },
  ]

  it('rests on the latest finding of the highest level and opens with the earliest, in whatever order they arrive', async () => {
    const orders = [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
      [1, 3, 0, 2],
    ]
    for (const order of orders) {
      const desk = await testDesk()
      for (const i of order) await desk.suspect([weeks[i]!])
      const found = await desk.theCase()
      expect(found.charges.map(restOf)).toEqual([
        { day: '2024-05-11', level: 'red', score: 0.91, openedAt: '2024-05-07T00:00:00+08:00' },
      ])
      expect(found.openedAt).toBe('2024-05-07T00:00:00+08:00')
    }
  })

  it('does not rest on whichever of two equal points came last', async () => {
    const points = [meter({ customerId: 'C1' }), meter({ meterId: 'M2', customerId: 'C1' })]
    const two = [
      { score: 0.95, pointId: 'M1' },
      { score: 0.93, pointId: 'M2' },
    ]
    const rests = []
    for (const order of [two, two.toReversed()]) {
      const desk = await testDesk(points)
      for (const one of order) await desk.suspect([one])
      rests.push((await desk.theCase()).charges.map(({ pointId }) => pointId))
    }
    expect(rests[1]).toEqual(rests[0])
  })

  it('is laid to the customer of its findings, not to who took over the point since', async () => {
    const points = [meter({ customerId: 'C1' }), meter({ meterId: 'M2', customerId: 'C1' })]
    const desk = await testDesk(points)
    await desk.suspect([{ score: 0.65, pointId: 'M1' }])
    await desk.suspect([{ score: 0.95, pointId: 'M1', dayOffset: 1 }], 'C1', 0.5)
    await desk.register([meter({ meterId: 'M1', customerId: 'C2' })])
    await desk.store.db.updateTable('feature').set({ coverage: 1 }).execute()
    await desk.suspect([{ score: 0.75, pointId: 'M2', dayOffset: 2 }])
    expect((await desk.cases()).map(({ customerId }) => customerId)).toEqual(['C1'])
  })

  it('falls with a finding that is replaced by a weaker one, while it waits to be checked', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.82 }, { score: 0.95, dayOffset: 1 }])
    const replaced = findingOf('C1', { score: 0.95, dayOffset: 1 }).id
    await desk.suspect([{ score: 0.3, dayOffset: 1, supersedes: replaced }])
    expect((await desk.theCase()).charges.map(restOf)).toEqual([
      { day: '2024-05-06', level: 'orange', score: 0.82, openedAt: '2024-05-07T00:00:00+08:00' },
    ])
  })

  it('stays, as its case does, when no finding carries it any more: only a person closes a case', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const before = await desk.theCase()
    await desk.suspect([{ score: 0.3, supersedes: findingOf('C1', { score: 0.95 }).id }])
    const after = await desk.theCase()
    expect(after.state).toBe('to-check')
    expect(after.charges).toMatchObject([{ ...before.charges[0], unsupported: true, estimate: {} }])
    const refused = await desk.move({ action: 'submit' })
    expect(refused).toMatchObject({ refused: { code: 'wrong-state' } })
    await desk.suspect([{ score: 0.92, dayOffset: 1 }])
    expect((await desk.theCase()).charges).toMatchObject([{ unsupported: false, score: 0.92 }])
  })

  it('that comes during the review sends the case back to be checked', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    await desk.bringTo('to-review')
    await desk.suspect([{ score: 0.95, signature: 'crypto-mining' }])
    expect(await desk.theCase()).toMatchObject({ state: 'to-check', charges: [{}, {}] })
    expect(await desk.move({ action: 'release' })).toMatchObject({ refused: { code: 'wrong-state' } })
    expect((await desk.audit()).entries.at(-2)).toMatchObject({
      action: 'charge',
      from: 'to-review',
      to: 'to-check',
    })
  })

  it('takes the same finding once', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const [before, audit] = [await desk.theCase(), await desk.audit()]
    await desk.suspect([{ score: 0.95 }])
    expect(await desk.theCase()).toEqual(before)
    expect(await desk.audit()).toEqual(audit)
  })
})

describe('a case', () => {
  it('that is checked on site follows its findings', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.72 }])
    await desk.bringTo('on-site')
    await desk.suspect([{ score: 0.99, dayOffset: 4 }])
    expect(await desk.theCase()).toMatchObject({ state: 'on-site', charges: [{ level: 'red' }] })
  })

  // How cases are merged is told elsewhere.
  it.each(CaseState.options.filter(state => !['to-check', 'on-site', 'merged'].includes(state)))(
    'that is %s does not change when a stronger finding arrives',
    async state => {
      const desk = await testDesk()
      await desk.suspect([{ score: 0.72 }])
      const before = await desk.bringTo(state)
      const outbox = await desk.outbox()
      await desk.suspect([{ score: 0.99, dayOffset: 4 }])
      await desk.suspect([{ score: 0.99, dayOffset: -2 }])
      expect(await desk.theCase()).toEqual(before)
      expect(await desk.outbox()).toEqual(outbox)
    },
  )

  it('follows the findings again when it was returned', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.72 }])
    await desk.move({ action: 'submit' })
    await desk.move({ action: 'return' })
    await desk.suspect([{ score: 0.99, dayOffset: 4 }])
    expect((await desk.theCase()).charges[0]?.level).toBe('red')
  })

  it('is numbered within the year of its first charge', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }], 'C1')
    await desk.suspect([{ score: 0.95 }], 'C2')
    await desk.suspect([{ score: 0.95, dayOffset: 300 }], 'C3')
    expect((await desk.cases()).map(({ number }) => number)).toEqual([
      '2024-00001',
      '2024-00002',
      '2025-00001',
    ])
  })

  it('still finds its number after the 100,000th of a year', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }], 'C1')
    await desk.store.db.updateTable('cases').set({ number: '2024-99999' }).execute()
    for (const customer of ['C2', 'C3', 'C4']) await desk.suspect([{ score: 0.95 }], customer)
    expect(new Set((await desk.cases()).map(({ number }) => number)).size).toBe(4)
  })
})
