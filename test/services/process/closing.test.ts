import { describe, expect, it } from 'vitest'
import { dayStartMs, MS_PER_HOUR } from '../../../schemas/day.ts'
import { judgedDays } from '../../support/judged-days.ts'
import { meter } from '../../support/meters.ts'
import { batchOf, daySamples, MONDAY, sample, slotEndMs } from '../../support/readings.ts'
import { type Station, testStation } from '../../support/station.ts'

const steady = () => 10

const open = async ({ ports }: Station): Promise<string[]> =>
  (await ports.store.db.selectFrom('open_day').selectAll().orderBy('point_id').orderBy('day').execute()).map(
    ({ point_id, day }) => `${point_id} ${day - MONDAY}`,
  )

describe('a day is judged', () => {
  it('when it is complete, and not one reading earlier', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take(daySamples(MONDAY, steady, { to: 95 }))
    expect(await judgedDays(station)).toEqual([])
    expect(await open(station)).toEqual(['M1 0'])
    await station.take([sample(MONDAY, 95, 10)])
    expect(await judgedDays(station)).toEqual([0])
    expect(await open(station)).toEqual([])
  })

  it('when readings of its own have passed its end by 6 hours, and not one slot earlier', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take(daySamples(MONDAY, steady, { to: 90 }))
    await station.take(daySamples(MONDAY + 1, steady, { to: 23 }))
    expect(await judgedDays(station)).toEqual([])
    await station.take([sample(MONDAY + 1, 23, 10)])
    expect(slotEndMs(MONDAY + 1, 23)).toBe(dayStartMs(MONDAY + 1) + 6 * MS_PER_HOUR)
    expect(await judgedDays(station)).toEqual([0])
    expect(await open(station)).toEqual(['M1 1'])
  })

  it('6 hours after its end on the clock, and not a millisecond earlier', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take(daySamples(MONDAY, steady, { to: 40 }))
    const dueMs = dayStartMs(MONDAY + 1) + 6 * MS_PER_HOUR
    await station.engine.closeByClock(dueMs - 1)
    expect(await judgedDays(station)).toEqual([])
    await station.engine.closeByClock(dueMs)
    expect(await judgedDays(station)).toEqual([0])
    expect(await open(station)).toEqual([])
  })

  it('never because of another meter’s readings', async () => {
    const station = await testStation({ meters: [meter(), meter({ meterId: 'M2' })] })
    await station.take(daySamples(MONDAY, steady, { to: 90 }))
    await station.take([0, 1, 2, 20].flatMap(day => daySamples(MONDAY + day, steady, { meterId: 'M2' })))
    expect(await judgedDays(station)).toEqual([])
    expect(await judgedDays(station, 'M2')).toEqual([0, 1, 2, 20])
    expect(await open(station)).toEqual(['M1 0'])
  })

  it('with its last slot at midnight of the next day', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take(daySamples(MONDAY, steady, { to: 95 }))
    await station.take([{ meterId: 'M1', atMs: dayStartMs(MONDAY + 1), kw: 10 }])
    expect(await judgedDays(station)).toEqual([0])
  })

  it('once more when the clock has closed it and a late reading came', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take(daySamples(MONDAY, steady, { to: 90 }))
    const nowMs = dayStartMs(MONDAY + 2)
    await station.engine.closeByClock(nowMs)
    await station.take(daySamples(MONDAY, steady, { from: 90, to: 94 }))
    await station.engine.closeByClock(nowMs)
    const row = await station.ports.store.db.selectFrom('feature').selectAll().executeTakeFirstOrThrow()
    expect(row.coverage).toBeCloseTo(94 / 96, 6)
  })
})

describe('a new engine on the same folder', () => {
  it('goes on with days that are open', async () => {
    const station = await testStation({ meters: [meter()], durability: 'durable' })
    await station.take(daySamples(MONDAY, steady, { to: 50 }))
    await station.restart()
    await station.take(daySamples(MONDAY, steady, { from: 50 }))
    expect(await judgedDays(station)).toEqual([0])
    const row = await station.ports.store.db.selectFrom('feature').selectAll().executeTakeFirstOrThrow()
    expect(row.coverage).toBe(1)
    expect(row.kwh).toBe(240)
  })

  it('closes by readings of its own what was open before', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take(daySamples(MONDAY, steady, { to: 50 }))
    await station.restart()
    await station.take([sample(MONDAY + 1, 23, 10)])
    expect(await judgedDays(station)).toEqual([0])
  })

  it('closes by the clock what was open before', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.take(daySamples(MONDAY, steady, { to: 50 }))
    await station.restart()
    await station.engine.closeByClock(dayStartMs(MONDAY + 2))
    expect(await judgedDays(station)).toEqual([0])
  })

  it('works off what was appended and not judged', async () => {
    const station = await testStation({ meters: [meter()] })
    await station.ports.store.transact(() => station.ports.log.append(0, batchOf(daySamples(MONDAY, steady))))
    await station.restart()
    await station.engine.settle()
    expect(await judgedDays(station)).toEqual([0])
    expect(await station.ports.log.backlog()).toBe(0)
  })
})
