import { describe, expect, it } from 'vitest'
import { dayText } from '../../../schemas/day.ts'
import { releaseCriterion } from '../../support/criteria.ts'
import { MONDAY } from '../../support/readings.ts'
import { testDesk } from '../cases/desk.ts'

const STRICT_FROM = 10
const strict = { validFrom: dayText(MONDAY + STRICT_FROM) }

describe('a released criterion', () => {
  it('decides what opens, and on which level, from its day on and not before', async () => {
    const desk = await testDesk()
    const { id } = await releaseCriterion(desk.store, strict)
    await desk.suspect([{ score: 0.75, dayOffset: STRICT_FROM - 1 }], 'C1')
    await desk.suspect([{ score: 0.79, dayOffset: STRICT_FROM }], 'C2')
    await desk.suspect([{ score: 0.82, dayOffset: STRICT_FROM }], 'C3')
    await desk.suspect([{ score: 0.91, dayOffset: STRICT_FROM, signature: 'crypto-mining' }], 'C4')
    const opened = (await desk.cases()).flatMap(({ customerId, charges }) =>
      charges.map(({ level, criterion }) => [customerId, level, criterion?.id]),
    )
    expect(opened.toSorted()).toEqual([
      ['C1', 'yellow', 'built-in-induction-furnace'],
      ['C3', 'yellow', id],
      ['C4', 'red', 'built-in-crypto-mining'],
    ])
  })

  it('leaves open cases what they have, whatever comes later', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.92 }])
    const before = await desk.theCase()
    await releaseCriterion(desk.store, strict)
    expect(await desk.theCase()).toEqual(before)
    await desk.suspect([{ score: 0.92, dayOffset: STRICT_FROM }])
    // Orange by the criterion of its own day: the charge stays red on the finding it rests on.
    expect((await desk.theCase()).charges).toEqual(before.charges)
  })

  it('gives way to one that is released after it, from that one’s day on', async () => {
    const desk = await testDesk()
    await releaseCriterion(desk.store, strict)
    const loose = {
      validFrom: dayText(MONDAY + STRICT_FROM + 5),
      yellowFrom: 0.6,
      orangeFrom: 0.7,
      redFrom: 0.8,
    }
    await releaseCriterion(desk.store, loose)
    await desk.suspect([{ score: 0.65, dayOffset: STRICT_FROM + 4 }], 'C1')
    await desk.suspect([{ score: 0.65, dayOffset: STRICT_FROM + 5 }], 'C2')
    expect((await desk.cases()).map(({ customerId }) => customerId)).toEqual(['C2'])
  })
})
