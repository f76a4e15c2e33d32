import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { dayText } from '../../../schemas/day.ts'
import { curtailedDistrict } from '../../support/curtailment.ts'
import { meter } from '../../support/meters.ts'
import { MARK, MONDAY } from '../../support/readings.ts'
import { registerBatch } from '../../support/registers.ts'
import { type Station, testStation } from '../../support/station.ts'
import { foundIn, verifyIn } from './witness.ts'

const NUMBER = '2024-00001'

const found = async (station: Station) => foundIn((await verifyIn(station, NUMBER))!)

const alter = (station: Station, statement: ReturnType<typeof sql>) =>
  station.ports.store.transact(async trx => {
    const { numAffectedRows } = await statement.execute(trx)
    expect(numAffectedRows).toBe(1n)
  })

describe('a charge that is compared with its peers', () => {
  const accused = async (): Promise<Station> => {
    const { meters, samples } = curtailedDistrict(12, false)
    const station = await testStation({ meters, durability: 'durable' })
    await station.take(samples)
    return station
  }

  it('is verified with what its peers come to, made anew from their judged days', async () => {
    const station = await accused()
    const { body } = await station.ports.store.db
      .selectFrom('charge')
      .select('body')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(body).peers.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(await found(station)).toEqual({})
    await alter(station, sql`update charge set body = json_set(body, '$.peers.digest', 'another')`)
    expect(await found(station)).toEqual({ charge: ['peers.digest', 'peers'] })
  })

  it('is another when a peer used something else on its day', async () => {
    const station = await accused()
    await alter(
      station,
      sql`update feature set moves = null where point_id = 'N2' and day =
        (select finding.day from charge join finding on finding.id = charge.finding_id)`,
    )
    const { charge, ...rest } = await found(station)
    expect(rest).toEqual({})
    expect(charge).toContain('peers.digest')
  })
})

describe('a case that rests on registers alone', () => {
  const works = { contractKva: 315 }
  const DAILY_KWH = [
    ...Array.from({ length: 10 }, (_, i) => 2_000 + 40 * (i % 3)),
    ...Array.from({ length: 10 }, () => 40),
    ...Array.from({ length: 8 }, (_, i) => 1_800 + 50 * (i % 2)),
  ]
  const stopped = [
    meter(works),
    meter({ ...works, status: 'production-stopped', validFrom: dayText(MONDAY + 10) }),
  ]
  const accused = async (): Promise<Station> => {
    const station = await testStation({ meters: stopped, durability: 'durable' })
    let total = 0
    const rows = [0, ...DAILY_KWH].map((kwh, i) => {
      total += kwh
      return { meterId: 'M1', date: dayText(MONDAY + i - 1), total }
    })
    await station.engine.append(registerBatch(rows), [], 'test')
    await station.engine.settle()
    return station
  }

  it('is verified from them', async () => {
    const station = await accused()
    const { checks } = (await verifyIn(station, NUMBER))!
    expect(checks[0]!.sentence.en).toContain(`Features of ${DAILY_KWH.length} days`)
    expect(await found(station)).toEqual({})
  })

  it('differs when a register was altered', async () => {
    const station = await accused()
    await station.ports.store.transact(async () => {
      const { history } = station.ports
      const [row] = await history.registers('M1', MONDAY + 22, MONDAY + 22)
      await history.writeRegisters([{ ...row!, total: row!.total + 100 }], MARK)
    })
    expect((await found(station)).readings).toEqual(
      expect.arrayContaining([`M1 ${dayText(MONDAY + 22)} kwh`, `M1 ${dayText(MONDAY + 23)} kwh`]),
    )
  })
})
