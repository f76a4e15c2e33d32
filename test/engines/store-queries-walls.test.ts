import { expect, it } from 'vitest'
import { dayStartMs, dayText } from '../../schemas/day.ts'
import {
  customersWithin,
  pointsWithin,
  seesCase,
  type Wall,
  withinWall,
} from '../../services/access/index.ts'
import { listAlerts, listEndpoints } from '../../services/alerts/index.ts'
import { readBoard } from '../../services/board/index.ts'
import { listFindings } from '../../services/cases/index.ts'
import { importRegistry, listMeters } from '../../services/registry/index.ts'
import { meter } from '../support/meters.ts'
import { MONDAY } from '../support/readings.ts'
import { type Scene, sameOnBoth } from './support/both-stores.ts'

const WALLS: readonly Wall[] = [
  { kind: 'none' },
  { kind: 'nothing' },
  { kind: 'told' },
  { kind: 'supply-units', units: ['U1'] },
  { kind: 'supply-units', units: [] },
  { kind: 'district', code: '500107', department: '' },
  { kind: 'district', code: '500107', department: 'industry' },
]
const POINTS = ['P1', 'P2', 'P3']
const CUSTOMERS = ['C1', 'C2', 'C3']

const prepare = ({ store }: Scene): Promise<void> =>
  store.transact(async trx => {
    const meters = CUSTOMERS.map((customerId, i) =>
      meter({ meterId: `M${i + 1}`, pointId: POINTS[i]!, customerId, supplyUnit: i === 0 ? 'U1' : 'U2' }),
    )
    const later = { validFrom: dayText(MONDAY - 10), pointId: 'P3', customerId: 'C2', supplyUnit: 'U1' }
    await importRegistry(trx, [...meters, meter({ meterId: 'M4', ...later })], { replace: false }, 0)
    for (const [i, customerId] of CUSTOMERS.entries()) {
      const row = {
        ...{ id: `case-${i}`, number: `2024-0000${i}`, customer_id: customerId, customer_name: '' },
        ...{ district_code: '500107', state: 'reported' as const, version: 1, audit_head: '' },
        ...{ opened_at: dayStartMs(MONDAY + i), submitted_by: null, reported_at: 1, closed_at: null },
        ...{ supply_unit: i === 0 ? 'U1' : 'U2', told_district: i === 2 ? null : '500107' },
      }
      await trx
        .insertInto('cases')
        .values({ ...row, department: i === 1 ? 'industry' : '' })
        .execute()
    }
  })

it('shows from behind each wall the same of both stores', async () => {
  const answers = await sameOnBoth(async scene => {
    await prepare(scene)
    const { db } = scene.store
    const seen = []
    for (const wall of WALLS) {
      const cases = []
      for (const id of ['case-0', 'case-1', 'case-2']) cases.push(await seesCase(db, wall, id))
      seen.push({
        cases,
        points: [...(await pointsWithin(db, wall, POINTS))].sort(),
        customers: [...(await customersWithin(db, wall, CUSTOMERS))].sort(),
        list: await db
          .selectFrom('cases')
          .select('id')
          .where(withinWall(wall, 'cases'))
          .orderBy('id')
          .execute(),
        meters: (await listMeters(db, { wall, limit: 9 })).meters.map(({ meterId }) => meterId),
        alerts: await listAlerts(db, { wall, limit: 9 }),
        endpoints: await listEndpoints(db, { wall, limit: 9 }, 0),
        board: (await readBoard(db, { from: MONDAY, to: MONDAY, by: 'district', wall }, MONDAY)).rows,
        findings: await listFindings(db, { point: 'P1', from: 0, wall, limit: 9 }),
      })
    }
    return seen
  })
  expect(answers.map(({ points }) => points)).toEqual([
    POINTS.map(point => [point, 0]),
    [],
    [
      ['P1', MONDAY - 36],
      ['P2', MONDAY - 35],
      ['P3', MONDAY - 10],
    ],
    [
      ['P1', 0],
      ['P3', 0],
    ],
    [],
    [
      ['P1', MONDAY - 36],
      ['P2', MONDAY - 35],
      ['P3', MONDAY - 10],
    ],
    [
      ['P2', MONDAY - 35],
      ['P3', MONDAY - 10],
    ],
  ])
})
