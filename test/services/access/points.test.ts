import { describe, expect, it } from 'vitest'
import { dayStartMs, dayText } from '../../../schemas/day.ts'
import { customersWithin, pointsWithin, type Wall } from '../../../services/access/index.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY } from '../../support/readings.ts'
import { type Station, testStation } from '../../support/station.ts'

const U1: Wall = { kind: 'supply-units', units: ['U1'] }
const NORTH: Wall = { kind: 'district', code: '500107', department: '' }

const seenOf = async ({ ports }: Station, wall: Wall, points = ['P', 'Q']) =>
  Object.fromEntries(await pointsWithin(ports.store.db, wall, points))

/** A case that opened by what was judged of a day, told to a district. */
const told = ({ ports }: Station, customer: string, firstDay: number, department = '') =>
  ports.store.transact(async trx => {
    const row = {
      ...{ id: `case-${customer}`, number: `2024-${customer}`, customer_id: customer, customer_name: '' },
      ...{
        district_code: '500107',
        state: 'reported' as const,
        version: 1,
        opened_at: dayStartMs(firstDay + 1),
      },
      ...{ submitted_by: null, reported_at: 1, closed_at: null, audit_head: '', told_district: '500107' },
    }
    await trx
      .insertInto('cases')
      .values({ ...row, department })
      .execute()
  })

describe('from behind supply units', () => {
  it('a point is seen by its newest entry, with its past', async () => {
    const station = await testStation({
      meters: [
        meter({ pointId: 'P', supplyUnit: 'U2', validTo: dayText(MONDAY) }),
        meter({ meterId: 'M2', pointId: 'P', supplyUnit: 'U1', validFrom: dayText(MONDAY + 1) }),
        meter({ meterId: 'M3', pointId: 'Q', supplyUnit: 'U1', validTo: dayText(MONDAY) }),
        meter({ meterId: 'M4', pointId: 'Q', supplyUnit: 'U2', validFrom: dayText(MONDAY + 1) }),
      ],
    })
    expect(await seenOf(station, U1)).toEqual({ P: 0 })
    expect(await seenOf(station, { kind: 'none' })).toEqual({ P: 0, Q: 0 })
    expect(await seenOf(station, { kind: 'supply-units', units: [] })).toEqual({})
    expect(await seenOf(station, { kind: 'nothing' })).toEqual({})
    const customers = await customersWithin(station.ports.store.db, U1, ['C-M1', 'C-M2', 'C-M3', 'C-M4'])
    expect([...customers].sort()).toEqual(['C-M2', 'C-M3'])
  })
})

describe('from a district', () => {
  it('a point is seen from 35 days before the first charge of a case it was told of', async () => {
    const station = await testStation({
      meters: [meter({ pointId: 'P' }), meter({ meterId: 'M2', pointId: 'Q' })],
    })
    expect(await seenOf(station, NORTH)).toEqual({})
    await told(station, 'C-M1', MONDAY)
    expect(await seenOf(station, NORTH)).toEqual({ P: MONDAY - 35 })
    expect(await seenOf(station, { ...NORTH, code: '500106' })).toEqual({})
    expect(await seenOf(station, { ...NORTH, department: 'industry' })).toEqual({})
    await told(station, 'C-M2', MONDAY + 50, 'industry')
    expect(await seenOf(station, { ...NORTH, department: 'industry' })).toEqual({ Q: MONDAY + 15 })
  })

  it('a point is seen only while the customer of the case has had it', async () => {
    const days = [MONDAY - 20, MONDAY - 10].map(dayText)
    const before = { validFrom: null, validTo: dayText(MONDAY - 11) }
    const station = await testStation({
      meters: [
        meter({ pointId: 'P', customerId: 'X', ...before }),
        meter({ meterId: 'M2', pointId: 'P', customerId: 'C', validFrom: days[1]! }),
        meter({ meterId: 'M3', pointId: 'Q', customerId: 'C', validTo: dayText(MONDAY + 1) }),
        meter({ meterId: 'M4', pointId: 'Q', customerId: 'Y', validFrom: dayText(MONDAY + 2) }),
      ],
    })
    await told(station, 'C', MONDAY)
    // The point of Q is another's now.
    expect(await seenOf(station, NORTH)).toEqual({ P: MONDAY - 10 })
  })
})
