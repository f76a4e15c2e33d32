import { sql } from 'kysely'
import { expect } from 'vitest'
import { type Migrations, migrate } from '../../services/adapters/store/migrate.ts'
import type { Db } from '../../services/adapters/store/port.ts'
import { secretsOf } from '../../services/alerts/due-alerts.ts'
import { listAlerts, listEndpoints } from '../../services/alerts/index.ts'

const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
const body = (...charges: { signature: string; level: string }[]) => JSON.stringify({ data: { charges } })

/** Gives endpoints ids, and alerts of before the deliveries they had. `name` is that of the migration. */
export const expectEndpointMigration = async (
  db: Db,
  migrations: Migrations,
  name: string,
): Promise<void> => {
  const before = Object.entries(migrations).filter(([one]) => one < name)
  await migrate(db, Object.fromEntries(before))
  for (const [district, url] of [
    ['500108', 'https://second.example/'],
    ['500107', 'https://first.example/'],
  ])
    await sql`insert into endpoint values (${district}, ${url}, ${SECRET}, 5)`.execute(db)
  const charges = body(
    { signature: 'restart', level: 'yellow' },
    { signature: 'crypto-mining', level: 'orange' },
    { signature: 'crypto-mining', level: 'yellow' },
  )
  const insert = (id: string, district: string, status: string, attempts: number, at: number | null) =>
    sql`insert into outbox (id, case_id, case_version, district_code, type, body, created_at, status, attempts,
      next_attempt_at, delivered_at) values (${id}, ${`case-${id}`}, 2, ${district}, 'case.reported', ${charges}, 10,
      ${status}, ${attempts}, 20, ${at})`.execute(db)
  await insert('m1', '500107', 'delivered', 2, 16)
  await insert('m2', '500107', 'waiting', 1, null)
  await insert('m3', '500108', 'given-up', 0, null)
  await insert('m4', '500106', 'no-endpoint', 0, null)
  for (const [id, number, status] of [
    ['m1', 1, 500],
    ['m1', 2, 204],
    ['m2', 1, null],
  ])
    await sql`insert into attempt values (${id}, ${number}, ${Number(number) * 3}, 'https://first.example/', ${status},
      null, 1)`.execute(db)

  await migrate(db, migrations)

  expect(await listEndpoints(db, { limit: 9 }, 0)).toMatchObject([
    {
      ...{ id: 'endpoint-000001', districtCode: '500107', department: '', url: 'https://first.example/' },
      ...{ types: [], signatures: [], level: 'yellow', state: 'on', offReason: null, createdBy: 'system' },
      createdAt: '1970-01-01T00:00:00.005Z',
    },
    { id: 'endpoint-000002', districtCode: '500108' },
  ])
  const row = await db.selectFrom('endpoint').selectAll().orderBy('id').executeTakeFirstOrThrow()
  expect(secretsOf(row, 0)).toEqual([SECRET])
  expect(await listAlerts(db, { limit: 9 })).toMatchObject([
    {
      ...{ id: 'm1', caseId: 'case-m1', status: 'delivered' },
      deliveries: [
        {
          ...{ endpointId: 'endpoint-000001', deliveredAt: '1970-01-01T00:00:00.016Z' },
          attempts: [
            { endpointId: 'endpoint-000001', number: 1, status: 500 },
            { number: 2, status: 204 },
          ],
        },
      ],
    },
    {
      id: 'm2',
      status: 'waiting',
      deliveries: [{ nextAttemptAt: '1970-01-01T00:00:00.020Z', attempts: [{ number: 1 }] }],
    },
    { id: 'm3', status: 'given-up', deliveries: [{ endpointId: 'endpoint-000002', attempts: [] }] },
    { id: 'm4', status: 'no-endpoint', deliveries: [] },
  ])
  expect(await db.selectFrom('delivery').select(['alert_id', 'tries', 'first_attempt_at']).execute()).toEqual(
    [
      { alert_id: 'm1', tries: 2, first_attempt_at: 3 },
      { alert_id: 'm2', tries: 1, first_attempt_at: 3 },
      { alert_id: 'm3', tries: 0, first_attempt_at: null },
    ],
  )
  expect(
    await db.selectFrom('outbox').select(['level', 'signatures', 'department']).limit(1).execute(),
  ).toEqual([{ level: 'orange', signatures: '["crypto-mining","restart"]', department: '' }])
}
