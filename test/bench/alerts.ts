import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { EndpointBody } from '../../schemas/endpoint.ts'
import { createPost } from '../../services/adapters/http/index.ts'
import { openEmbeddedStore, type Store } from '../../services/adapters/store/index.ts'
import {
  createRelay,
  enqueueAlert,
  makeEndpoint,
  newSecret,
  recordAttempt,
} from '../../services/alerts/index.ts'
import { reportedCase } from '../services/alerts/case-fixture.ts'
import { person } from '../support/people.ts'
import { type Figure, measure, percentileMs } from './measure.ts'
import { withFolder } from './service.ts'

const HEALTHY = 48
const SLOW_MS = 10_000
/** Every so often one alert is released for each endpoint, all at once. */
const BURSTS = 6
const BURST_EVERY_MS = 2_000
/** Each way by turns, so that what else the machine does falls on both alike */
const ROUNDS = 5

/**
 * How soon alerts reach 48 healthy receivers on loopback at their first attempt, alone and beside one receiver that takes
 * the connection and never answers and one that answers after 10 s. From the commit of the release to the request at the
 * receiver; store, relay and receivers share this process.
 */
export const benchAlerts = async (): Promise<Figure[]> => {
  const latencies = { alone: [] as number[], beside: [] as number[] }
  const p95s = { alone: [] as number[], beside: [] as number[] }
  const cpu = { alone: 0, beside: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of round % 2 === 0 ? (['alone', 'beside'] as const) : (['beside', 'alone'] as const)) {
      const { cpuSeconds } = await measure(async () => {
        const played = await playRound(way === 'beside' ? ['dead', 'slow'] : [])
        latencies[way].push(...played)
        p95s[way].push(Number.parseFloat(percentileMs(played, 95)))
      })
      cpu[way] += cpuSeconds
    }
  }
  const figureOf = (way: 'alone' | 'beside', what: string, beside: string): Figure => {
    const list = latencies[way]
    const perAttempt = ((cpu[way] / list.length) * 1_000).toFixed(1)
    return {
      what: `first attempt at ${HEALTHY} healthy endpoints, ${what}`,
      value: `p50 ${percentileMs(list, 50)}, p95 ${percentileMs(list, 95)}, max ${percentileMs(list, 100)} (${list.length} attempts, ${perAttempt} ms CPU each)`,
      beside,
    }
  }
  const load = `load average ${loadavg()[0]!.toFixed(1)}`
  const ratios = p95s.beside.map((ms, round) => ms / p95s.alone[round]!).sort((a, b) => a - b)
  return [
    figureOf('alone', 'alone', load),
    figureOf('beside', 'beside a dead and a slow one', 'aim: p95 under 2 s'),
    {
      what: 'their p95 beside the two over that alone, by round',
      value: `median ${ratios[Math.floor(ROUNDS / 2)]!.toFixed(2)} (${ratios.map(one => one.toFixed(2)).join(', ')})`,
      beside: 'aim at most 1.10',
    },
  ]
}

/** Answers how long each first attempt at a healthy endpoint took, ms. */
const playRound = (ill: readonly ('dead' | 'slow')[]): Promise<number[]> =>
  withFolder(async folder => {
    const store = await openEmbeddedStore(join(folder, 'alerts.db'))
    const post = createPost({ allowPrivate: true })
    const committedAt = new Map<string, number>()
    const latencies = new Map<string, number>()
    const note = (id: string): void => {
      if (!latencies.has(id))
        latencies.set(id, performance.now() - (committedAt.get(id) ?? performance.now()))
    }
    const names = [...ill, ...Array.from({ length: HEALTHY }, (_, i) => `healthy-${i}`)]
    const servers: Server[] = []
    for (const name of names) servers.push(await openEndpoint(store, name, note))
    const log = { info() {}, warn() {}, error() {} }
    const record = (result: Parameters<typeof recordAttempt>[1]) =>
      store.transact(trx => recordAttempt(trx, result))
    const relay = createRelay({ db: store.db, record, post, nowMs: Date.now, log })
    relay.start()
    for (let burst = 0; burst < BURSTS; burst++) {
      const next = performance.now() + BURST_EVERY_MS
      for (const name of names) {
        const id = await release(store, name, burst)
        if (name.startsWith('healthy')) committedAt.set(id, performance.now())
        relay.wake()
      }
      await new Promise(resolve => setTimeout(resolve, Math.max(0, next - performance.now())))
    }
    while (latencies.size < committedAt.size) await new Promise(resolve => setTimeout(resolve, 20))
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
    await relay.stop()
    await post.close()
    await store.close()
    return [...latencies.values()]
  })

/** A department of its own for each endpoint, so that each gets alerts of its own. */
const release = async (store: Store, department: string, burst: number): Promise<string> => {
  const released = reportedCase({ id: `${department} ${burst}`, department })
  return (await store.transact(trx => enqueueAlert(trx, released, Date.now())))!
}

const openEndpoint = async (store: Store, name: string, note: (id: string) => void): Promise<Server> => {
  const server = createServer((request, response) => {
    if (name === 'dead') return
    if (name === 'slow') {
      setTimeout(() => response.writeHead(204).end(), SLOW_MS).unref()
      return
    }
    note(String(request.headers['webhook-id']))
    request.resume().on('end', () => response.writeHead(204).end())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const body = EndpointBody.parse({ districtCode: '500107', department: name, url })
  const by = person('reviewer', 'reviewer')
  await store.transact(trx => makeEndpoint(trx, { ...body, secret: newSecret() }, by, Date.now()))
  return server
}
