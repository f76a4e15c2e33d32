import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createDesk, openServer, status } from './relay-fixture.ts'

/** An answer that waits until it is let go, and says when a request stands before it. */
const held = () => {
  const waiting: ServerResponse[] = []
  const arrivals: (() => void)[] = []
  return {
    waiting,
    answer: (response: ServerResponse) => {
      waiting.push(response)
      for (const arrived of arrivals.splice(0)) arrived()
    },
    until: async (count: number) => {
      while (waiting.length < count) await new Promise<void>(resolve => void arrivals.push(resolve))
    },
    letGo: () => {
      for (const response of waiting.splice(0)) response.writeHead(204).end()
    },
  }
}

const caseOf = (number: number, districtCode: string) => ({
  id: `case-${number}`,
  customerId: `${5_000_000_000 + number}`,
  districtCode,
})

describe('relay to many endpoints', () => {
  it('is not held up by one that does not answer', async () => {
    const desk = await createDesk()
    const hold = held()
    const slow = await openServer(hold.answer)
    const quick = await openServer(status(204))
    await desk.register(slow.url, { districtCode: '500101' })
    await desk.register(quick.url, { districtCode: '500102' })
    await desk.release(caseOf(1, '500101'))
    await desk.release(caseOf(2, '500101'))
    const first = desk.relay.tick()
    await hold.until(1)

    await desk.release(caseOf(3, '500102'))
    expect(await desk.relay.tick()).toBe(1)
    await desk.release(caseOf(4, '500102'))
    expect(await desk.relay.tick()).toBe(1)
    expect(quick.seen).toHaveLength(2)
    expect(slow.seen).toHaveLength(1)

    hold.letGo()
    await hold.until(1)
    hold.letGo()
    expect(await first).toBe(2)
    expect(slow.seen).toHaveLength(2)
  })

  it('sends one request at a time to an endpoint, and looks that overlap send nothing twice', async () => {
    const desk = await createDesk()
    let inside = 0
    let most = 0
    const server = await openServer(response => {
      inside += 1
      most = Math.max(most, inside)
      setImmediate(() => {
        inside -= 1
        response.writeHead(204).end()
      })
    })
    await desk.register(server.url, { districtCode: '500101' })
    for (let number = 0; number < 10; number += 1) await desk.release(caseOf(number, '500101'))
    const looks = await Promise.all([desk.relay.tick(), desk.relay.tick(), desk.relay.tick()])
    expect(looks.reduce((sum, count) => sum + count)).toBe(10)
    expect(new Set(server.seen.map(one => one.headers['webhook-id'])).size).toBe(10)
    expect(server.seen).toHaveLength(10)
    expect(most).toBe(1)
  })

  it('serves 48 endpoints while one never answers and one is slow', async () => {
    const dead = Promise.withResolvers<never>()
    const slow = Promise.withResolvers<{ status: number; retryAfter: null }>()
    const arrived: string[] = []
    const desk = await createDesk({
      post: async url => {
        arrived.push(url)
        if (url.includes('dead')) return dead.promise
        return url.includes('slow') ? slow.promise : { status: 204, retryAfter: null }
      },
    })
    // They come first of all, and have not failed yet: nothing tells them from the others.
    const names = ['dead', 'slow', ...Array.from({ length: 48 }, (_, i) => `healthy-${i}`)]
    const ids = new Map<string, string>()
    for (const name of names) ids.set((await desk.register(`https://${name}.example/`)).id, name)
    await desk.release(caseOf(1, '500107'))
    await desk.release(caseOf(2, '500107'))
    const looking = desk.relay.tick()
    const missing = async () =>
      (await desk.deliveries())
        .filter(({ status }) => status !== 'delivered')
        .map(({ endpointId }) => ids.get(endpointId))
    while ((await missing()).length > 4) await new Promise(resolve => setImmediate(resolve))
    expect((await missing()).sort()).toEqual(['dead', 'dead', 'slow', 'slow'])
    expect(arrived.filter(url => url.includes('dead'))).toHaveLength(1)
    expect(arrived.filter(url => url.includes('slow'))).toHaveLength(1)
    slow.resolve({ status: 204, retryAfter: null })
    dead.reject(new Error('no answer'))
    expect(await looking).toBe(98)
  })

  it('sends 64 requests together and no more, of them 32 to endpoints that failed last time', async () => {
    const waiting: ((answer: { status: number; retryAfter: null }) => void)[] = []
    const desk = await createDesk({ post: () => new Promise(resolve => void waiting.push(resolve)) })
    for (let i = 0; i < 70; i++) await desk.register(`https://e${i}.example/`)
    await desk.release()
    const until = async (count: number) => {
      while (waiting.length < count) await new Promise(resolve => setImmediate(resolve))
      for (let i = 0; i < 20; i++) await new Promise(resolve => setImmediate(resolve))
      return waiting.length
    }
    const answer = (status: number) => {
      for (const resolve of waiting.splice(0)) resolve({ status, retryAfter: null })
    }
    const first = desk.relay.tick()
    expect(await until(64)).toBe(64)
    answer(500)
    expect(await until(6)).toBe(6)
    answer(500)
    await first
    desk.clock.set(desk.clock.now() + 10_000)
    const second = desk.relay.tick()
    expect(await until(32)).toBe(32)
    answer(204)
    expect(await until(32)).toBe(32)
    answer(204)
    expect(await until(6)).toBe(6)
    answer(204)
    expect(await second).toBe(70)
  })
})

describe('relay by itself', () => {
  it('looks at once when started and when woken, and not after it was stopped', async () => {
    const desk = await createDesk()
    const hold = held()
    const server = await openServer(hold.answer)
    await desk.register(server.url)
    await desk.release(caseOf(1, '500107'))
    desk.relay.wake()
    desk.relay.start()
    await hold.until(1)
    hold.letGo()
    await desk.release(caseOf(2, '500107'))
    desk.relay.wake()
    await hold.until(1)

    await desk.release(caseOf(3, '500107'))
    let isStopped = false
    const stopping = desk.relay.stop().then(() => {
      isStopped = true
    })
    await new Promise(resolve => setImmediate(resolve))
    expect(isStopped).toBe(false)
    hold.letGo()
    await stopping
    expect(server.seen).toHaveLength(2)
    expect((await desk.alerts()).map(alert => alert.status).sort()).toEqual([
      'delivered',
      'delivered',
      'waiting',
    ])
    desk.relay.wake()
    expect(await desk.relay.tick()).toBe(0)
    expect(server.seen).toHaveLength(2)
  })
})
