import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayStartMs } from '../../schemas/day.ts'
import { sees, seesCase, wallOf } from '../../services/access/index.ts'
import { testOffice } from '../services/api/office.ts'
import { person } from '../support/people.ts'
import { MONDAY } from '../support/readings.ts'
import { admit } from './walls/world.ts'

const UNITS = ['U1', 'U2', 'U3', '']
const DISTRICTS = ['500106', '500107', '500108']
const DEPARTMENTS = ['', 'industry', 'prices']

const place = fc.record({
  supplyUnit: fc.constantFrom(...UNITS),
  toldDistrict: fc.option(fc.constantFrom(...DISTRICTS)),
  department: fc.constantFrom(...DEPARTMENTS),
})

const scoped = fc.record({
  role: fc.constantFrom('analyst', 'reviewer', 'supervisor', 'auditor', 'pricing', 'district'),
  supplyUnits: fc.option(fc.subarray(UNITS)),
  districtCode: fc.option(fc.constantFrom(...DISTRICTS)),
  department: fc.constantFrom(...DEPARTMENTS),
})

it('whoever asks, and wherever cases stand, a list holds those that are seen and no other', async () => {
  const office = await testOffice()
  const { store } = office.station.ports
  let people = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(place, { maxLength: 12 }),
      fc.array(scoped, { minLength: 1, maxLength: 4 }),
      async (places, scopes) => {
        const rows = places.map(({ supplyUnit, toldDistrict, department }, i) => ({
          ...{ id: `case-${i}`, number: `2024-${i + 10}`, customer_id: `C${i}`, customer_name: '' },
          ...{ district_code: toldDistrict ?? '', state: 'to-check' as const, version: 1, audit_head: '' },
          ...{ opened_at: dayStartMs(MONDAY), submitted_by: null, reported_at: null, closed_at: null },
          ...{ supply_unit: supplyUnit, told_district: toldDistrict, department },
        }))
        await store.transact(async trx => {
          await trx.deleteFrom('cases').execute()
          for (const row of rows) await trx.insertInto('cases').values(row).execute()
        })
        const accounts = scopes.map(({ role, ...scope }) => person(`p${people++}`, role, scope))
        for (const { account, headers } of await admit(office, accounts)) {
          const wall = wallOf(account)
          const expected = rows.filter((_row, i) => sees(wall, places[i]!)).map(({ id }) => id)
          const { cases } = (await office.api.inject({ url: '/v1/cases?limit=500', headers })).json()
          expect(cases.map(({ id }: { id: string }) => id).sort()).toEqual(expected.sort())
          for (const { id } of rows) {
            expect(await seesCase(store.db, wall, id)).toBe(expected.includes(id))
          }
        }
      },
    ),
    { numRuns: 40 },
  )
})
