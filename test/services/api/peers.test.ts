import { describe, expect, it } from 'vitest'
import { dayText } from '../../../schemas/day.ts'
import { CURTAILMENT_DAYS, curtailedDistrict } from '../../support/curtailment.ts'
import { MONDAY } from '../../support/readings.ts'
import { get } from './asking.ts'
import { testOffice } from './office.ts'

const LAST = dayText(MONDAY + CURTAILMENT_DAYS - 5)

const districtOf = async (neighbours: number) => {
  const { meters, samples } = curtailedDistrict(neighbours, true)
  const office = await testOffice(meters)
  await office.station.take(samples)
  return office
}

describe('a district that moved together', () => {
  it('is told of as medians, and what was held says why', async () => {
    const office = await districtOf(12)
    const { days } = (await get(office, `/v1/points/M1/peers?from=${LAST}&to=${LAST}`)).json()
    expect(days).toMatchObject([{ day: LAST, districtCode: '500107', trade: null, customers: 12 }])
    const [{ measures }] = days
    expect(measures).toContainEqual({
      name: 'peakOverRest',
      own: expect.closeTo(0.2, 1),
      median: expect.any(Number),
      mad: expect.any(Number),
    })
    expect(JSON.stringify(days)).not.toMatch(/N\d/)

    const { findings } = (await get(office, '/v1/findings?point=M1')).json()
    expect(findings[0]).toMatchObject({ pointId: 'M1', held: 'peers-moved' })
    const { openCases, heldFindings } = (await get(office, '/v1/status')).json()
    expect(openCases).toBe(0)
    expect(heldFindings).toBeGreaterThan(0)
  })

  it('is not told of when it has fewer than eight others', async () => {
    const office = await districtOf(7)
    const { days } = (await get(office, `/v1/points/M1/peers?from=${LAST}&to=${LAST}`)).json()
    expect(days).toMatchObject([{ day: LAST, customers: null, measures: [] }])
  })
})
