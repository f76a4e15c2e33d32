import { describe, expect, it } from 'vitest'
import type { Meter } from '../../schemas/meter.ts'
import { furnaceSamples, shopSamples } from '../support/furnace.ts'
import { meter } from '../support/meters.ts'
import { daySamples, MONDAY, type Sample, sample } from '../support/readings.ts'
import { type Result, resultOf } from '../support/result.ts'
import { testStation } from '../support/station.ts'

/** What batches, taken one after the other, end in. `restart` starts a new engine between two of them. */
const endOf = async (
  meters: readonly Meter[],
  batches: readonly (readonly Sample[])[],
  { restart = false } = {},
): Promise<Result> => {
  const station = await testStation({ meters })
  for (const batch of batches) {
    await station.take(batch)
    if (restart) await station.restart()
  }
  return resultOf(station)
}

const twoPoints = [meter({ meterId: 'M1', customerId: 'C1' }), meter({ meterId: 'M2', customerId: 'C1' })]

describe('a customer with two points', () => {
  it('has the same estimate whichever point is read first', async () => {
    const furnace = furnaceSamples('M1', MONDAY, 8)
    const shop = shopSamples('M2', MONDAY, 8)
    const furnaceFirst = await endOf(twoPoints, [furnace, shop])
    expect(furnaceFirst.charges).toHaveLength(1)
    expect(furnaceFirst.charges).toEqual((await endOf(twoPoints, [shop, furnace])).charges)
  })

  it('is charged on the same finding whichever of two furnaces is read first', async () => {
    const one = furnaceSamples('M1', MONDAY, 8)
    const other = furnaceSamples('M2', MONDAY, 8, { seed: 11 })
    const oneFirst = await endOf(twoPoints, [[...one, ...other]])
    expect(oneFirst.charges).toHaveLength(1)
    expect(oneFirst.charges).toEqual((await endOf(twoPoints, [[...other, ...one]])).charges)
  })
})

describe('readings that are corrected', () => {
  const furnace = furnaceSamples('M1', MONDAY, 3)

  it('leave no charge on a finding that was superseded', async () => {
    const thirdDay = shopSamples('M1', MONDAY + 2, 1).map(one => ({ ...one, revision: 1 }))
    const atOnce = await endOf([meter()], [[...furnace, ...thirdDay]])
    const afterwards = await endOf([meter()], [furnace, thirdDay])
    expect(atOnce.charges).toHaveLength(1)
    expect(afterwards.findings).toEqual(atOnce.findings)
    expect(afterwards.charges).toEqual(atOnce.charges)
  })

  it('keep the revision of an equal value over a restart', async () => {
    const first = daySamples(MONDAY, () => 10)
    const again = [sample(MONDAY, 40, 10, { revision: 5 })]
    const other = [sample(MONDAY, 40, 20, { revision: 3 })]
    const straight = await endOf([meter()], [first, again, other])
    const restarted = await endOf([meter()], [first, again, other], { restart: true })
    expect(restarted.features).toEqual(straight.features)
  })

  it('keep the revision of an equal value over another day of the same point', async () => {
    const first = daySamples(MONDAY, () => 10)
    const again = [sample(MONDAY, 40, 10, { revision: 5 })]
    const nextDay = daySamples(MONDAY + 1, () => 10)
    const other = [sample(MONDAY, 40, 20, { revision: 3 })]
    const together = await endOf([meter()], [[...first, ...again, ...nextDay, ...other]])
    expect((await endOf([meter()], [first, again, nextDay, other])).features).toEqual(together.features)
  })
})

describe('readings more than 7 days late', () => {
  it('end the same wherever the batches are cut', async () => {
    const morning = daySamples(MONDAY, () => 10, { to: 48 })
    const weekOn = daySamples(MONDAY + 9, () => 10)
    const evening = daySamples(MONDAY, () => 30, { from: 48 })
    const atOnce = await endOf([meter()], [[...morning, ...weekOn, ...evening]])
    expect((await endOf([meter()], [morning, weekOn, evening])).features).toEqual(atOnce.features)
  })
})
