import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../detectors/support/random.ts'
import { curtailedDistrict } from '../support/curtailment.ts'
import { batchOf, type Sample } from '../support/readings.ts'
import { resultOf } from '../support/result.ts'
import { type StationOptions, testStation } from '../support/station.ts'

const NEIGHBOURS = 20
const DAY_MS = 86_400_000

const byTime = (samples: readonly Sample[]): Sample[][] => [
  ...Map.groupBy(samples.toSorted((a, b) => a.atMs - b.atMs), ({ atMs }) => Math.floor(atMs / DAY_MS / 4)).values(), // biome-ignore format: one line
]
const byMeter = (samples: readonly Sample[]): Sample[][] => [
  ...Map.groupBy(samples, ({ meterId }) => meterId).values(),
]
/** Meters in another order, days of each late by up to a week. */
const shuffled = (samples: readonly Sample[]): Sample[][] => {
  const random = createRandom(3)
  const lateMs = new Map<string, number>()
  const arrivesMs = ({ meterId, atMs }: Sample): number => {
    const key = `${meterId} ${Math.floor(atMs / DAY_MS)}`
    if (!lateMs.has(key)) lateMs.set(key, random.between(0, 6 * DAY_MS))
    return atMs + lateMs.get(key)!
  }
  return byTime(samples.map(one => ({ one, at: arrivesMs(one) })).sort((a, b) => a.at - b.at).map(({ one }) => one)) // biome-ignore format: one line
}
const WAYS = { byTime, byMeter, shuffled }

const endOf = async (
  isDistrictWide: boolean,
  way: keyof typeof WAYS,
  options: StationOptions = {},
  restarts = false,
) => {
  const { meters, samples } = curtailedDistrict(NEIGHBOURS, isDistrictWide)
  const station = await testStation({ meters, ...options })
  for (const batch of WAYS[way](samples)) {
    await station.engine.append(batchOf(batch), [], 'test')
    if (restarts) await station.restart()
  }
  await station.engine.settle()
  return resultOf(station)
}

describe.each([
  ['holds for the whole district', true],
  ['one customer alone got', false],
])('an order to use less that %s', (_, isDistrictWide) => {
  it.each(['byMeter', 'shuffled'] as const)(
    'ends in the same cases and peers %s as by time, when cases are opened at the end',
    async way => {
      const opening = { opening: 'when-asked' } as const
      const expected = await endOf(isDistrictWide, 'byTime', opening)
      expect(expected.charges).toHaveLength(isDistrictWide ? 0 : 1)
      expect(await endOf(isDistrictWide, way, opening)).toEqual(expected)
      expect(await endOf(isDistrictWide, way, opening, true)).toEqual(expected)
    },
  )
})

describe('a case that was opened before its peers were known', () => {
  const meterByMeter = async (isDistrictWide: boolean) => {
    const { meters, samples } = curtailedDistrict(NEIGHBOURS, isDistrictWide)
    const station = await testStation({ meters })
    for (const batch of byMeter(samples)) await station.take(batch)
    return resultOf(station)
  }

  it('says that it is carried no longer once they are, when they moved too', async () => {
    const { charges, held } = await meterByMeter(true)
    expect(charges).toContainEqual(expect.objectContaining({ customerId: 'C-M1' }))
    for (const charge of charges) expect(charge).toMatchObject({ unsupported: true })
    expect(held).toEqual((await endOf(true, 'byTime')).held)
  })

  it('ends as if they had been known from the start, when they did not', async () => {
    expect(await meterByMeter(false)).toEqual(await endOf(false, 'byTime'))
  })
})

describe('a transaction that opens cases and fails', () => {
  it('leaves who is suspected to the next start, and is done once', async () => {
    const { meters, samples } = curtailedDistrict(NEIGHBOURS, false)
    const station = await testStation({ meters, onFatal: () => {} })
    const { db } = station.ports.store
    const full = sql`create trigger cases_full before insert on cases begin select raise(abort, 'full'); end`
    await station.ports.store.transact(async trx => void (await full.execute(trx)))
    await expect(station.take(samples)).rejects.toThrow('full')
    expect(station.fatal).toHaveLength(1)
    expect(await db.selectFrom('peer_day').selectAll().execute()).toEqual([])
    await station.ports.store.transact(async trx => void (await sql`drop trigger cases_full`.execute(trx)))
    await station.restart()
    await station.engine.settle()
    expect(await resultOf(station)).toEqual(await endOf(false, 'byTime'))
  })
})
