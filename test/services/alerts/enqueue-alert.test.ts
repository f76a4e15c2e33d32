import { describe, expect, it, onTestFinished } from 'vitest'
import { Alert } from '../../../schemas/alert.ts'
import { openEmbeddedStore } from '../../../services/adapters/store/index.ts'
import { alertId, enqueueAlert, listAlerts } from '../../../services/alerts/index.ts'
import { RELEASED_AT_MS, reportedCase } from './case-fixture.ts'

const openStore = async () => {
  const store = await openEmbeddedStore(':memory:')
  onTestFinished(() => store.close())
  const enqueue = (change = {}, releasedAtMs = RELEASED_AT_MS) =>
    store.transact(trx => enqueueAlert(trx, reportedCase(change), releasedAtMs))
  return { store, enqueue, rows: () => store.db.selectFrom('outbox').selectAll().execute() }
}

describe('outbox', () => {
  it('holds the very text that will be sent, and what endpoints choose by', async () => {
    const { enqueue, rows } = await openStore()
    const id = await enqueue()
    const [row] = await rows()
    expect(row).toMatchObject({
      id,
      case_id: 'case-1',
      case_version: 3,
      district_code: '500107',
      department: '',
      type: 'case.reported',
      level: 'red',
      signatures: '["induction-furnace"]',
      created_at: RELEASED_AT_MS,
    })
    const alert = Alert.parse(JSON.parse(row?.body ?? ''))
    expect(alert.data.districtName).toBe('九龙坡区')
    expect(JSON.parse(row?.body ?? '')).toEqual(alert)
  })

  it('takes a case version once, and another version for another alert', async () => {
    const { enqueue, rows } = await openStore()
    const id = await enqueue()
    expect(await enqueue({}, RELEASED_AT_MS + 5)).toBe(id)
    expect(await enqueue({ version: 4 })).not.toBe(id)
    expect(await rows()).toHaveLength(2)
    expect(id).toBe(alertId('case-1', 3))
    expect(id).toMatch(/^msg_[0-9a-f]{64}$/)
  })

  it('goes with the transaction of the release', async () => {
    const { store, rows } = await openStore()
    const failing = store.transact(async trx => {
      await enqueueAlert(trx, reportedCase(), RELEASED_AT_MS)
      throw new Error('the release was refused')
    })
    await expect(failing).rejects.toThrow('the release was refused')
    expect(await rows()).toEqual([])
  })

  it('takes no alert for an unknown district', async () => {
    const { enqueue, rows } = await openStore()
    expect(await enqueue({ districtCode: '110101' })).toBeNull()
    expect(await rows()).toEqual([])
  })

  it('tells the successor of an abolished district, and keeps the old code where there are several', async () => {
    const { enqueue, rows } = await openStore()
    const after = Date.parse('2026-01-01T00:00:00Z')
    expect(await enqueue({ id: 'case-1', districtCode: '500105' }, after)).not.toBeNull()
    expect(await enqueue({ id: 'case-2', districtCode: '500112' }, after)).not.toBeNull()
    expect((await rows()).map(row => row.district_code).sort()).toEqual(['500112', '500157'])
  })

  it('lists the newest alerts first, as many as asked', async () => {
    const { store, enqueue } = await openStore()
    for (const version of [1, 2, 3]) await enqueue({ version }, RELEASED_AT_MS + version)
    const listed = await listAlerts(store.db, { limit: 2 })
    expect(listed.map(({ caseVersion, createdAt }) => [caseVersion, createdAt])).toEqual([
      [3, '2024-05-06T02:00:00.003Z'],
      [2, '2024-05-06T02:00:00.002Z'],
    ])
    expect(await listAlerts(store.db, { limit: 0 })).toEqual([])
  })
})
