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
    await desk.register(slow.url, '500101')
    await desk.register(quick.url, '500102')
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

  it('sends one request at a time to an address, even when two districts share it', async () => {
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
    await desk.register(server.url, '500101')
    await desk.register(server.url, '500102')
    for (let number = 0; number < 10; number += 1) {
      await desk.release(caseOf(number, number % 2 === 0 ? '500101' : '500102'))
    }
    const looks = await Promise.all([desk.relay.tick(), desk.relay.tick(), desk.relay.tick()])
    expect(looks.reduce((sum, count) => sum + count)).toBe(10)
    expect(new Set(server.seen.map(one => one.headers['webhook-id'])).size).toBe(10)
    expect(server.seen).toHaveLength(10)
    expect(most).toBe(1)
  })

  it('sends eight requests together and no more', async () => {
    const desk = await createDesk()
    const hold = held()
    let most = 0
    for (const number of [101, 102, 103, 104, 106, 107, 108, 109, 110, 111, 113, 114]) {
      const server = await openServer(response => {
        hold.answer(response)
        most = Math.max(most, hold.waiting.length)
      })
      await desk.register(server.url, `500${number}`)
      await desk.release(caseOf(number, `500${number}`))
    }
    const looking = desk.relay.tick()
    await hold.until(8)
    hold.letGo()
    await hold.until(4)
    hold.letGo()
    expect(await looking).toBe(12)
    expect(most).toBe(8)
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
