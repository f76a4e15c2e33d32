import { expect, it } from 'vitest'
import { dueUrls, dueWithoutEndpoint, nextDueAlert } from '../../services/alerts/due-alerts.ts'
import {
  enqueueAlert,
  listAlerts,
  listEndpoints,
  putEndpoint,
  recordAttempt,
} from '../../services/alerts/index.ts'
import type { DeliveryResult, MadeAttempt } from '../../services/alerts/record-attempt.ts'
import { RELEASED_AT_MS, reportedCase } from '../services/alerts/case-fixture.ts'
import { sameOnBoth } from './support/both-stores.ts'

const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
const URLS = ['https://b.example/hook', 'https://a.example/hook'] as const

const attempt = (number: number, change: Partial<MadeAttempt> = {}): MadeAttempt => ({
  number,
  atMs: RELEASED_AT_MS + number * 1_000,
  url: URLS[0],
  status: null,
  error: 'no answer',
  durationMs: 250,
  ...change,
})

it('sends alerts alike: due, recorded, given up, taken up again', async () => {
  const answers = await sameOnBoth(async ({ store }) => {
    const put = (districtCode: string, url: string, nowMs: number) =>
      store.transact(trx => putEndpoint(trx, { districtCode, url }, nowMs, SECRET))
    const release = (id: string, districtCode: string, laterMs = 0) =>
      store.transact(async trx => {
        const made = await enqueueAlert(trx, reportedCase({ id, districtCode }), RELEASED_AT_MS + laterMs)
        if (made === null) return null
        const known = await trx.selectFrom('outbox').select('id').where('id', '=', id).executeTakeFirst()
        if (known) await trx.deleteFrom('outbox').where('id', '=', made).execute()
        else await trx.updateTable('outbox').set({ id }).where('id', '=', made).execute()
        return id
      })
    const record = (result: DeliveryResult) => store.transact(trx => recordAttempt(trx, result))
    const look = async (nowMs: number) => ({
      urls: await dueUrls(store.db, nowMs),
      next: await Promise.all(URLS.map(url => nextDueAlert(store.db, url, nowMs))),
      lost: (await dueWithoutEndpoint(store.db, nowMs)).sort(),
      alerts: await listAlerts(store.db, { limit: 9 }),
    })
    const nothing = await look(RELEASED_AT_MS)
    await put('500107', URLS[0], RELEASED_AT_MS)
    await put('500108', URLS[1], RELEASED_AT_MS)
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
    await record({ alertId: 'm4', status: 'no-endpoint' })
    await record({
      alertId: 'm2',
      status: 'waiting',
      attempt: attempt(1),
      nextAttemptAtMs: RELEASED_AT_MS + 60_000,
    })
    await record({
      alertId: 'm2',
      status: 'waiting',
      attempt: attempt(1),
      nextAttemptAtMs: RELEASED_AT_MS + 90_000,
    })
    await record({ alertId: 'm1', status: 'given-up', attempt: attempt(1, { status: 410, error: 'gone' }) })
    await record({
      alertId: 'm3',
      status: 'delivered',
      attempt: attempt(1, { status: 204, error: null, url: URLS[1] }),
    })
    const later = await look(RELEASED_AT_MS + 60_000)
    await put('500107', URLS[0], RELEASED_AT_MS + 60_001)
    await put('500106', URLS[1], RELEASED_AT_MS + 60_001)
    await record({ alertId: 'm2', status: 'delivered', attempt: attempt(2, { status: 200, error: null }) })
    return {
      ids,
      again,
      looks: [nothing, tooEarly, due, later, await look(RELEASED_AT_MS + 70_000)],
      page: await listAlerts(store.db, { limit: 2 }),
      endpoints: await listEndpoints(store.db),
    }
  })
  const [, tooEarly, due, later, last] = answers.looks
  expect(answers.ids).toEqual(['m1', 'm2', 'm3', 'm4', null])
  expect(tooEarly!.urls).toEqual([])
  expect(due).toMatchObject({ urls: [...URLS], next: [{ id: 'm2' }, { id: 'm3' }], lost: ['m4'] })
  expect(later).toMatchObject({ urls: [URLS[0]], next: [{ id: 'm2', attempts: 1 }, undefined] })
  expect(last).toMatchObject({ next: [{ id: 'm1', attempts: 1 }, { id: 'm4' }] })
})
