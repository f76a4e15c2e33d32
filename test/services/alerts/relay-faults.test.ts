import { describe, expect, it } from 'vitest'
import { newSecret } from '../../../services/alerts/index.ts'
import { createDesk, openReceiver, openServer, status } from './relay-fixture.ts'

describe('relay under faults', () => {
  it('takes an answer that is cut off for none', async () => {
    const desk = await createDesk()
    const server = await openServer(response => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    }, status(200))
    await desk.register(server.url)
    const id = await desk.release()
    expect(await desk.relay.tick()).toBe(0)
    desk.clock.set(desk.clock.now() + 10_000)
    expect(await desk.relay.tick()).toBe(1)
    expect(server.seen.map(one => one.headers['webhook-id'])).toEqual([id, id])
    const [delivery] = await desk.deliveries()
    expect(delivery?.attempts).toMatchObject([
      { status: null, error: expect.stringContaining('cut the connection off') },
      { status: 200, error: null },
    ])
  })

  it('leaves an endpoint that never answers after the timeout, and its other alerts until the next look', async () => {
    const desk = await createDesk({ timeoutMs: 1_000 })
    const server = await openServer(() => {})
    await desk.register(server.url)
    await desk.release()
    await desk.release({ id: 'case-2', customerId: '5007654321' })
    expect(await desk.relay.tick()).toBe(0)
    expect(server.seen).toHaveLength(1)
    await desk.relay.tick()
    expect(server.seen).toHaveLength(2)
    const attempts = (await desk.deliveries()).flatMap(one => one.attempts)
    expect(attempts).toHaveLength(2)
    for (const { status, error } of attempts) {
      expect(status).toBeNull()
      expect(error).toContain('no whole answer within 1000 ms')
    }
  })

  it('tries again when nobody listens', async () => {
    const desk = await createDesk()
    await desk.register('http://127.0.0.1:1/')
    await desk.release()
    await desk.relay.tick()
    expect(await desk.deliveries()).toMatchObject([
      { status: 'waiting', attempts: [{ status: null, error: '127.0.0.1:1 refused the connection.' }] },
    ])
  })

  it('killed between sending and recording, sends once more under the same id, with one effect', async () => {
    const desk = await createDesk()
    const secret = newSecret()
    const receiver = await openReceiver(secret)
    await desk.register(receiver.url, { secret })
    const id = await desk.release()
    const sent = Promise.withResolvers<void>()
    // The first process dies in its record: it never gets further than here.
    const dying = desk.makeRelay(() => {
      sent.resolve()
      return new Promise(() => {})
    })
    void dying.tick()
    await sent.promise
    expect(receiver.taken).toHaveLength(1)
    expect(await desk.deliveries()).toMatchObject([{ status: 'waiting', attempts: [] }])

    expect(await desk.relay.tick()).toBe(1)
    expect(receiver.taken.map(one => one.id)).toEqual([id])
    expect(await desk.deliveries()).toMatchObject([
      { status: 'delivered', attempts: [{ number: 1, status: 204 }] },
    ])
  })

  it('records what it could not record before, instead of sending it again', async () => {
    const desk = await createDesk()
    const server = await openServer(status(204))
    await desk.register(server.url)
    await desk.release()
    let isFull = true
    const relay = desk.makeRelay(result =>
      isFull ? Promise.reject(new Error('disk full')) : desk.record(result),
    )
    expect(await relay.tick()).toBe(0)
    expect(await relay.tick()).toBe(0)
    expect(desk.logged).toHaveLength(2)
    isFull = false
    expect(await relay.tick()).toBe(1)
    expect(server.seen).toHaveLength(1)
    expect(await desk.deliveries()).toMatchObject([{ status: 'delivered', attempts: [{ number: 1 }] }])
  })

  it('takes the same record twice for one', async () => {
    const desk = await createDesk()
    const { id: endpointId } = await desk.register('http://x/')
    const alertId = await desk.release()
    const attempt = { number: 1, atMs: 1, url: 'http://x/', status: 500, error: null, durationMs: 5 }
    const key = { alertId, endpointId }
    const failed = { ...key, status: 'waiting', attempt, nextAttemptAtMs: 99 } as const
    await desk.record(failed)
    await desk.record({ ...key, status: 'delivered', attempt: { ...attempt, number: 2, status: 204 } })
    await desk.record(failed)
    expect(await desk.deliveries()).toMatchObject([
      {
        status: 'delivered',
        deliveredAt: '1970-01-01T00:00:00.006Z',
        attempts: [{ status: 500 }, { status: 204 }],
      },
    ])
  })
})
