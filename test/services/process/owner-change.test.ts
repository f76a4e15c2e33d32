import { describe, expect, it } from 'vitest'
import { dayText } from '../../../schemas/day.ts'
import type { Finding } from '../../../schemas/finding.ts'
import { listCases } from '../../../services/cases/index.ts'
import { furnaceSamples, shopSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY } from '../../support/readings.ts'
import { type Station, testStation } from '../../support/station.ts'

const CHANGE = MONDAY + 10
const owners = [meter({ customerId: 'C1' }), meter({ customerId: 'C2', validFrom: dayText(CHANGE) })]
const nights = furnaceSamples('M1', MONDAY, 10)
const shop = shopSamples('M1', CHANGE, 10)

const findingsOf = async ({ ports }: Station, customerId: string): Promise<Finding[]> =>
  (
    await ports.store.db.selectFrom('finding').select('body').where('customer_id', '=', customerId).execute()
  ).map(({ body }) => JSON.parse(body) as Finding)

const casesOf = ({ ports }: Station) => listCases(ports.store.db, { limit: 9 })

describe('a point that changes hands', () => {
  it('does not accuse the new customer of the nights of the old one', async () => {
    const station = await testStation({ meters: owners })
    await station.take([...nights, ...shop])
    expect((await casesOf(station)).map(({ customerId }) => customerId)).toEqual(['C1'])
    expect(await findingsOf(station, 'C2')).toEqual([])
  })

  it('accuses the new customer of own nights alone', async () => {
    const station = await testStation({ meters: owners })
    await station.take([...nights, ...furnaceSamples('M1', CHANGE, 10, { seed: 4 })])
    const own = await findingsOf(station, 'C2')
    expect(own.length).toBeGreaterThan(0)
    for (const { windowFrom } of own) expect(windowFrom >= dayText(CHANGE)).toBe(true)
    expect((await casesOf(station)).map(({ customerId }) => customerId).sort()).toEqual(['C1', 'C2'])
  })

  it('keeps the history of the point, and the estimate of the former owner', async () => {
    const alone = await testStation({ meters: owners.slice(0, 1) })
    await alone.take(nights)
    const station = await testStation({ meters: owners })
    await station.take([...nights, ...shop])
    expect(await station.ports.history.window('M1', MONDAY, CHANGE + 9)).toHaveLength(20)
    const [before] = await casesOf(alone)
    const [after] = await casesOf(station)
    expect(before!.charges[0]!.estimate!.days).toBeGreaterThan(5)
    expect(after!.charges).toEqual(before!.charges)
  })

  it('that is entered afterwards takes the nights since then from the old customer', async () => {
    const station = await testStation({ meters: owners.slice(0, 1) })
    await station.take([...nights, ...shop])
    expect((await findingsOf(station, 'C1')).some(({ day }) => day >= dayText(CHANGE))).toBe(true)
    await station.engine.importRegistry(owners.slice(1), { replace: false }, 'test')
    await station.engine.settle()
    const rows = await station.ports.store.db.selectFrom('feature').select(['day', 'customer_id']).execute()
    for (const { day, customer_id } of rows) expect(customer_id).toBe(day < CHANGE ? 'C1' : 'C2')
    const current = await station.ports.store.db
      .selectFrom('finding')
      .select(['day', 'customer_id'])
      .where('current', '=', 1)
      .where('score', '>=', 0.5)
      .execute()
    for (const { day, customer_id } of current) expect([day < CHANGE, customer_id]).toEqual([true, 'C1'])
  })
})
