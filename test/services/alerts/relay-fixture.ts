import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Alert } from '../../../schemas/alert.ts'
import type { Case } from '../../../schemas/case.ts'
import { createPost } from '../../../services/adapters/http/index.ts'
import { openEmbeddedStore, type Store } from '../../../services/adapters/store/index.ts'
import {
  createReceiver,
  createRelay,
  type DeliveryResult,
  enqueueAlert,
  listAlerts,
  putEndpoint,
  type Relay,
  recordAttempt,
} from '../../../services/alerts/index.ts'
import { reportedCase } from './case-fixture.ts'

/** A hand-moved clock. It starts at the real time, which is what receivers verify timestamps against. */
export const createClock = () => {
  let atMs = Date.now()
  return {
    now: () => atMs,
    set: (nextMs: number) => {
      atMs = nextMs
    },
  }
}

type Clock = ReturnType<typeof createClock>

export interface Desk {
  readonly store: Store
  readonly clock: Clock
  readonly relay: Relay
  readonly logged: string[]
  /** Another process on the same store: a relay of its own, recording its own way. */
  makeRelay(record?: (result: DeliveryResult) => Promise<void>): Relay
  record(result: DeliveryResult): Promise<void>
  /** Sets a district's endpoint and answers its secret. */
  register(url: string, districtCode?: string): Promise<string>
  /** Releases a case, and answers the alert's id. */
  release(change?: Partial<Case>): Promise<string>
  alerts(): ReturnType<typeof listAlerts>
}

/** A store, a clock and a relay that posts over real connections on loopback. */
export const createDesk = async ({ timeoutMs = 5_000 } = {}): Promise<Desk> => {
  const store = await openEmbeddedStore(':memory:')
  const post = createPost({ allowPrivate: true, timeoutMs })
  const clock = createClock()
  const logged: string[] = []
  const note = (_: object, message: string): void => void logged.push(message)
  const record = (result: DeliveryResult) => store.transact(trx => recordAttempt(trx, result))
  const makeRelay: Desk['makeRelay'] = (by = record) =>
    createRelay({
      db: store.db,
      record: by,
      post,
      nowMs: clock.now,
      log: { info: note, warn: note, error: note },
      intervalMs: 60_000,
    })
  const relay = makeRelay()
  onTestFinished(async () => {
    await relay.stop()
    await post.close()
    await store.close()
  })
  return {
    store,
    clock,
    relay,
    logged,
    makeRelay,
    record,
    register: (url, districtCode = '500107') =>
      store.transact(trx => putEndpoint(trx, { districtCode, url }, clock.now())),
    release: async (change = {}) => {
      const id = await store.transact(trx => enqueueAlert(trx, reportedCase(change), clock.now()))
      if (id === null) throw new Error('The district is not known.')
      return id
    },
    alerts: () => listAlerts(store.db, { limit: 100 }),
  }
}

/** The example receiver with what it took and refused. */
export const openReceiver = async (secret: string) => {
  const taken: { alert: Alert; id: string }[] = []
  const refused: string[] = []
  const receiver = createReceiver({
    secret,
    port: 0,
    host: '127.0.0.1',
    onAlert: (alert, id) => void taken.push({ alert, id }),
    onRefused: reason => void refused.push(reason),
  })
  const port = await receiver.listen()
  onTestFinished(() => receiver.close())
  return { url: `http://127.0.0.1:${port}/alerts`, taken, refused }
}

export interface Seen {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

type Answer = (response: ServerResponse, seen: Seen) => unknown

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  response =>
    response.writeHead(code, headers).end()

/** A server that answers as told, request by request; the last answer holds for all further ones. */
export const openServer = async (...answers: Answer[]) => {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray()
    const one = { headers: request.headers, body: Buffer.concat(chunks).toString() }
    seen.push(one)
    const answer = answers[Math.min(seen.length, answers.length) - 1]
    answer?.(response, one)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen }
}
