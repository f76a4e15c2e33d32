import { describe, expect, it } from 'vitest'
import { dayText } from '../../../schemas/day.ts'
import { meter } from '../../support/meters.ts'
import { batchOf, daySamples, MONDAY } from '../../support/readings.ts'
import { get } from './asking.ts'
import { expectProblem } from './expect-problem.ts'
import { testOffice } from './office.ts'

const period = (from: number, to: number) => `from=${dayText(MONDAY + from)}&to=${dayText(MONDAY + to)}`

describe('GET /v1/points/{point}/curve', () => {
  it('tells primary power, as short as it was sent', async () => {
    const office = await testOffice([meter({ multiplier: 10 })])
    const samples = daySamples(MONDAY, () => 18.155).map((one, i) => ({
      ...one,
      kvar: i === 0 ? 0.1 : Number.NaN,
    }))
    await office.station.engine.append(batchOf(samples.slice(0, 3), 'secondary'), [], 'test')
    await office.station.engine.settle()
    const { pointId, days } = (await get(office, `/v1/points/M1/curve?${period(0, 1)}`)).json()
    expect(pointId).toBe('M1')
    expect(days).toHaveLength(1)
    expect(days[0]).toMatchObject({ day: dayText(MONDAY), intervalMinutes: 15 })
    expect(days[0].kw).toEqual([181.55, 181.55, 181.55, ...Array.from({ length: 93 }, () => null)])
    expect(days[0].kvar).toEqual([1, ...Array.from({ length: 95 }, () => null)])
  })
})

describe('GET /v1/points/{point}/days', () => {
  it('tells energy and marks, which the status counts', async () => {
    const office = await testOffice([meter(), meter({ meterId: 'M2' })])
    await office.station.take([
      ...daySamples(MONDAY, slot => slot, { to: 90 }),
      ...daySamples(MONDAY + 1, () => 5),
      ...daySamples(MONDAY + 1, slot => slot, { to: 90, meterId: 'M2' }),
      ...daySamples(MONDAY + 2, slot => slot, { meterId: 'M2' }),
    ])
    const { days } = (await get(office, `/v1/points/M1/days?${period(0, 1)}`)).json()
    expect(days).toMatchObject([
      { day: dayText(MONDAY), from: 'curve', readings: 90, expected: 96, marks: ['gap'] },
      { day: dayText(MONDAY + 1), kwh: 120, marks: ['stuck'] },
    ])
    const status = (await get(office, '/v1/status')).json()
    expect(status).toMatchObject({
      meters: 2,
      judgedDays: 4,
      markedDays: { gap: 2, stuck: 1 },
      toJudgeAgain: 0,
    })
  })
})

describe('GET /v1/points/{point}/bands', () => {
  it('tells the hours of each day with the document they go by, sharp ones in their months', async () => {
    const office = await testOffice()
    const ask = async (day: string) =>
      (await get(office, `/v1/points/M1/bands?from=${day}&to=${day}`)).json().days
    expect(await ask('2026-11-24')).toMatchObject([
      { documentNo: '渝发改规范〔2021〕14号', startVerified: false, bands: { length: 6 } },
    ])
    const [{ bands }] = await ask('2026-12-01')
    expect(bands.slice(2, 5)).toEqual([
      { band: '峰', from: '11:00', to: '12:00' },
      { band: '尖峰', from: '12:00', to: '14:00' },
      { band: '峰', from: '14:00', to: '17:00' },
    ])
    expect(await ask('2020-11-24')).toEqual([])
  })
})

describe.each(['curve', 'days', 'peers', 'bands'])('the %s of a point', what => {
  it('is refused for days in the wrong order, too many of them, or a point nobody knows', async () => {
    const office = await testOffice()
    const ask = (point: string, from: number, to: number) =>
      get(office, `/v1/points/${point}/${what}?${period(from, to)}`)
    expectProblem(await ask('M1', 1, 0), 400, 'bad-request')
    expectProblem(await ask('M1', 0, 400), 400, 'bad-request')
    expect((await ask('M1', 0, 399)).statusCode).toBe(200)
    expectProblem(await ask('M9', 0, 1), 404, 'not-found')
  })
})
