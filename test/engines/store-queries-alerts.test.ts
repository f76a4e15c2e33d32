import { expect, it } from 'vitest'
import { AlertStatus } from '../../schemas/alert.ts'
import { EndpointBody } from '../../schemas/endpoint.ts'
import { NO_WALL } from '../../services/access/index.ts'
import { dueEndpoints, nextDueAlert } from '../../services/alerts/due-alerts.ts'
import {
  changeEndpoint,
  countWaiting,
  enqueueAlert,
  followEndpoints,
  listAlerts,
  listEndpoints,
  makeEndpoint,
  recordAttempt,
  replayAlerts,
  resendAlert,
  rotateSecret,
  showEndpoint,
  switchOn,
} from '../../services/alerts/index.ts'
import type { DeliveryResult, MadeAttempt } from '../../services/alerts/record-attempt.ts'
import { RELEASED_AT_MS, reportedCase } from '../services/alerts/case-fixture.ts'
import { person } from '../support/people.ts'
import { sameOnBoth } from './support/both-stores.ts'

const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
const BY = person('reviewer', 'reviewer')
const DAY_MS = 86_400_000

const attempt = (number: number, change: Partial<MadeAttempt> = {}): MadeAttempt => ({
  number,
  atMs: RELEASED_AT_MS + number * 1_000,
  url: 'https://b.example/hook',
  status: null,
  error: 'no answer',
  durationMs: 250,
  ...change,
})

it('sends alerts alike: due, recorded, given up, warned of, sent again', async () => {
  const answers = await sameOnBoth(async ({ store }) => {
    const { db } = store
    const make = (body: { districtCode: string; url: string; level?: 'red' }, nowMs: number) =>
      store.transact(trx => makeEndpoint(trx, { ...EndpointBody.parse(body), secret: SECRET }, BY, nowMs))
    const release = (id: string, districtCode: string, laterMs = 0) =>
      store.transact(async trx => {
        const made = await enqueueAlert(trx, reportedCase({ id, districtCode }), RELEASED_AT_MS + laterMs)
        if (made === null) return null
        const known = await trx.selectFrom('outbox').select('id').where('id', '=', id).executeTakeFirst()
        if (known) {
          await trx.deleteFrom('outbox').where('id', '=', made).execute()
          await trx.deleteFrom('delivery').where('alert_id', '=', made).execute()
        } else {
          await trx.updateTable('outbox').set({ id }).where('id', '=', made).execute()
          await trx.updateTable('delivery').set({ alert_id: id }).where('alert_id', '=', made).execute()
        }
        return id
      })
    const record = (result: DeliveryResult) => store.transact(trx => recordAttempt(trx, result))
    const look = async (nowMs: number) => ({
      endpoints: await dueEndpoints(db, nowMs),
      next: await Promise.all(['endpoint-000001', 'endpoint-000002'].map(id => nextDueAlert(db, id, nowMs))),
      alerts: await listAlerts(db, { limit: 9 }),
      waiting: await countWaiting(db, NO_WALL),
      byStatus: await Promise.all(
        AlertStatus.options.map(async status =>
          (await listAlerts(db, { status, limit: 9 })).map(({ id }) => id),
        ),
      ),
    })
    const nothing = await look(RELEASED_AT_MS)
    await make({ districtCode: '500107', url: 'https://b.example/hook' }, RELEASED_AT_MS)
    await make({ districtCode: '500108', url: 'https://a.example/hook', level: 'red' }, RELEASED_AT_MS)
    const ids = [
      await release('m1', '500107', 5),
      await release('m2', '500107', 3),
      await release('m3', '500108', 4),
      await release('m4', '500106', 4),
      await release('m5', '999999'),
    ]
    const again = await release('m1', '500107', 9)
    const tooEarly = await look(RELEASED_AT_MS + 2)
    const due = await look(RELEASED_AT_MS + 10)
    const first = { endpointId: 'endpoint-000001' }
    const waiting = { alertId: 'm2', ...first, status: 'waiting' } as const
    await record({ ...waiting, attempt: attempt(1), nextAttemptAtMs: RELEASED_AT_MS + 60_000 })
    await record({ ...waiting, attempt: attempt(1), nextAttemptAtMs: RELEASED_AT_MS + 90_000 })
    await record({
      alertId: 'm3',
      endpointId: 'endpoint-000002',
      status: 'delivered',
      attempt: attempt(1, { status: 204, error: null, url: 'https://a.example/hook' }),
    })
    const later = await look(RELEASED_AT_MS + 60_000)
    await record({
      ...{ alertId: 'm1', ...first, status: 'given-up', isGone: true },
      attempt: attempt(1, { status: 410, error: 'gone' }),
    })
    const gone = await look(RELEASED_AT_MS + 60_000)
    await make({ districtCode: '500106', url: 'https://c.example/hook' }, RELEASED_AT_MS + 60_001)
    const deeds = [
      await store.transact(trx =>
        switchOn(trx, { id: 'endpoint-000001', reason: '' }, BY, RELEASED_AT_MS + 61_000),
      ),
      await store.transact(trx =>
        rotateSecret(trx, { id: 'endpoint-000001', secret: SECRET, reason: '' }, BY, RELEASED_AT_MS + 61_000),
      ),
      await store.transact(trx =>
        changeEndpoint(
          trx,
          { id: 'endpoint-000003', url: 'https://d.example/hook', reason: '' },
          BY,
          RELEASED_AT_MS + 61_000,
        ),
      ),
      await store.transact(trx =>
        resendAlert(trx, { alertId: 'm3', reason: 'lost' }, BY, RELEASED_AT_MS + 62_000),
      ),
      await store.transact(trx =>
        replayAlerts(
          trx,
          {
            ...{ id: 'endpoint-000001', reason: 'lost' },
            from: new Date(RELEASED_AT_MS).toISOString(),
            to: new Date(RELEASED_AT_MS + 1_000).toISOString(),
          },
          BY,
          RELEASED_AT_MS + 62_000,
        ),
      ),
    ]
    const last = await look(RELEASED_AT_MS + 70_000)
    await record({ ...waiting, attempt: attempt(2), nextAttemptAtMs: RELEASED_AT_MS + 120_000 })
    const followed = []
    for (const days of [4, 6, 10, 12])
      followed.push(
        await store.transact(trx => followEndpoints(trx, RELEASED_AT_MS + days * DAY_MS + 70_000)),
      )
    return {
      ids,
      again,
      deeds,
      followed,
      looks: [nothing, tooEarly, due, later, gone, last],
      page: await listAlerts(db, { limit: 2, endpoint: 'endpoint-000001', type: 'case.reported' }),
      endpoints: await listEndpoints(db, { limit: 9 }, RELEASED_AT_MS + 70_000),
      health: await showEndpoint(db, NO_WALL, 'endpoint-000001', RELEASED_AT_MS + 70_000),
    }
  })
  const [, tooEarly, due, later, gone, last] = answers.looks
  expect(answers.ids).toEqual(['m1', 'm2', 'm3', 'm4', null])
  expect(tooEarly!.endpoints).toEqual([])
  expect(due).toMatchObject({
    endpoints: [{ id: 'endpoint-000001', isFailing: false }, { id: 'endpoint-000002' }],
    next: [{ alertId: 'm2' }, { alertId: 'm3' }],
    waiting: 4,
  })
  expect(later).toMatchObject({ endpoints: [{ isFailing: true }], next: [{ alertId: 'm1' }, undefined] })
  expect(gone).toMatchObject({ endpoints: [] })
  expect(gone!.byStatus).toEqual([['m2'], ['m3'], [], ['m4'], ['m1']])
  expect(last!.next).toMatchObject([
    { alertId: 'm2', attempts: 1, tries: 0, secrets: [SECRET, SECRET] },
    { alertId: 'm3', attempts: 1, tries: 0 },
  ])
  expect(answers.followed.map(list => list.map(({ what }) => what))).toEqual([[], ['warned'], [], ['off']])
})
