import { describe, expect, it } from 'vitest'
import { endpointNotices, listEndpoints, newSecret } from '../../../services/alerts/index.ts'
import { createDesk, openReceiver, openServer, status } from './relay-fixture.ts'

const SECOND = 1_000

describe('relay', () => {
  it('delivers a released alert, and the receiver verifies it', async () => {
    const desk = await createDesk()
    const secret = newSecret()
    const receiver = await openReceiver(secret)
    await desk.register(receiver.url, { secret })
    const id = await desk.release()
    expect(await desk.relay.tick()).toBe(1)
    expect(receiver.taken).toMatchObject([
      { id, alert: { type: 'case.reported', data: { caseNumber: '2024-00012' } } },
    ])
    expect(await desk.deliveries()).toMatchObject([
      {
        id,
        status: 'delivered',
        nextAttemptAt: null,
        deliveredAt: new Date(desk.clock.now()).toISOString(),
        attempts: [{ alertId: id, number: 1, url: receiver.url, status: 204, error: null }],
      },
    ])
    expect(await desk.relay.tick()).toBe(0)
    expect(receiver.taken).toHaveLength(1)
  })

  it('is refused by a receiver with another secret, and tries again', async () => {
    const desk = await createDesk()
    const receiver = await openReceiver(newSecret())
    await desk.register(receiver.url)
    await desk.release()
    expect(await desk.relay.tick()).toBe(0)
    expect(receiver.taken).toEqual([])
    expect(receiver.refused).toEqual([expect.stringContaining('signature')])
    expect(await desk.deliveries()).toMatchObject([{ status: 'waiting', attempts: [{ status: 401 }] }])
  })

  it('tries again on schedule under the same webhook-id, and is done with the first 2xx', async () => {
    const desk = await createDesk()
    const server = await openServer(status(500), status(500), status(200))
    await desk.register(server.url)
    const id = await desk.release()
    const start = desk.clock.now()
    expect(await desk.relay.tick()).toBe(0)

    desk.clock.set(start + 3 * SECOND)
    await desk.relay.tick()
    expect(server.seen).toHaveLength(1)

    desk.clock.set(start + 7 * SECOND)
    await desk.relay.tick()
    expect(server.seen).toHaveLength(2)

    desk.clock.set(start + 400 * SECOND)
    expect(await desk.relay.tick()).toBe(1)
    expect(server.seen.map(one => one.headers['webhook-id'])).toEqual([id, id, id])
    expect(server.seen.map(one => Number(one.headers['webhook-timestamp']))).toEqual(
      [0, 7, 400].map(seconds => Math.floor(start / 1000 + seconds)),
    )
    expect(new Set(server.seen.map(one => one.body)).size).toBe(1)
    const [alert] = await desk.deliveries()
    expect(alert).toMatchObject({ status: 'delivered' })
    expect(alert?.attempts.map(({ number, status }) => [number, status])).toEqual([
      [1, 500],
      [2, 500],
      [3, 200],
    ])
  })

  it('does not follow a redirect', async () => {
    const desk = await createDesk()
    const target = await openServer(status(200))
    const server = await openServer(status(301, { location: target.url }))
    await desk.register(server.url)
    await desk.release()
    expect(await desk.relay.tick()).toBe(0)
    expect(target.seen).toEqual([])
    expect(await desk.deliveries()).toMatchObject([{ status: 'waiting', attempts: [{ status: 301 }] }])
  })

  it('gives up at once when the endpoint is gone, and switches it off', async () => {
    const desk = await createDesk()
    const server = await openServer(status(410))
    await desk.register(server.url)
    await desk.release()
    await desk.relay.tick()
    desk.clock.set(desk.clock.now() + 1e9)
    await desk.release({ id: 'case-2', customerId: '5007654321' })
    await desk.relay.tick()
    expect(server.seen).toHaveLength(1)
    const [second, first] = await desk.deliveries()
    expect(first).toMatchObject({ status: 'given-up', nextAttemptAt: null, deliveredAt: null })
    expect(second).toMatchObject({ status: 'waiting', attempts: [] })
    const endpoints = await listEndpoints(desk.store.db, { limit: 9 }, desk.clock.now())
    expect(endpoints).toMatchObject([{ state: 'off', offReason: 'gone' }])
  })

  it('waits as long as Retry-After asks, within twice the delay', async () => {
    const desk = await createDesk()
    const server = await openServer(status(429, { 'retry-after': '86400' }), status(204))
    await desk.register(server.url)
    await desk.release()
    const start = desk.clock.now()
    await desk.relay.tick()
    const [alert] = await desk.deliveries()
    const waitMs = Date.parse(alert?.nextAttemptAt ?? '') - start
    expect(waitMs).toBeGreaterThanOrEqual(8 * SECOND)
    expect(waitMs).toBeLessThanOrEqual(12 * SECOND)
    desk.clock.set(start + waitMs - 1)
    expect(await desk.relay.tick()).toBe(0)
    desk.clock.set(start + waitMs)
    expect(await desk.relay.tick()).toBe(1)
  })

  it('asks an endpoint that stays down until day 10, and then gives up', async () => {
    const desk = await createDesk()
    const server = await openServer(status(503))
    await desk.register(server.url)
    await desk.release()
    const start = desk.clock.now()
    let [alert] = await desk.deliveries()
    while (alert?.nextAttemptAt) {
      desk.clock.set(Date.parse(alert.nextAttemptAt))
      await desk.relay.tick()
      ;[alert] = await desk.deliveries()
    }
    expect(alert?.status).toBe('given-up')
    expect(alert?.attempts).toHaveLength(server.seen.length)
    expect(server.seen.length).toBeGreaterThanOrEqual(14)
    const days = (desk.clock.now() - start) / 86_400_000
    expect(days).toBeGreaterThan(8)
    expect(days).toBeLessThanOrEqual(10)
    expect(desk.logged.at(-1)).toContain('given up')
  })

  it('keeps an alert without an endpoint until its district has one', async () => {
    const desk = await createDesk()
    await desk.release()
    expect(await desk.relay.tick()).toBe(0)
    expect(await desk.alerts()).toMatchObject([{ status: 'no-endpoint', deliveries: [] }])
    const told = async () => (await endpointNotices(desk.store.db)).map(({ en }) => en)
    expect(await told()).toEqual([expect.stringContaining('1 alerts to 500107')])

    const server = await openServer(status(204))
    await desk.register(server.url, { districtCode: '500108' })
    expect(await desk.relay.tick()).toBe(0)
    await desk.register(server.url)
    expect(await told()).toEqual([])
    expect(await desk.relay.tick()).toBe(1)
    expect(await desk.deliveries()).toMatchObject([{ over: 'delivered', attempts: [{ number: 1 }] }])
  })

  it('goes to every endpoint of the district under the same id, each with its own secret and schedule', async () => {
    const desk = await createDesk()
    const [one, other] = [newSecret(), newSecret()]
    const receiver = await openReceiver(one)
    const ready = await openReceiver(other)
    await desk.register(receiver.url, { secret: one })
    const down = await openServer(status(500), status(204))
    await desk.register(down.url)
    await desk.register(ready.url, { secret: other })
    const id = await desk.release()
    expect(await desk.relay.tick()).toBe(2)
    expect([...receiver.taken, ...ready.taken].map(taken => taken.id)).toEqual([id, id])
    expect(await desk.alerts()).toMatchObject([{ id, status: 'partly' }])
    desk.clock.set(desk.clock.now() + 10_000)
    expect(await desk.relay.tick()).toBe(1)
    expect(down.seen.map(({ headers }) => headers['webhook-id'])).toEqual([id, id])
    expect(receiver.taken).toHaveLength(1)
    expect(await desk.alerts()).toMatchObject([{ id, status: 'delivered' }])
  })
})
