import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { z } from 'zod'
import type { Alert, AlertDelivery, AlertStatus } from '../../../schemas/alert.ts'
import type { Case } from '../../../schemas/case.ts'
import { EndpointBody } from '../../../schemas/endpoint.ts'
import { createPost } from '../../../services/adapters/http/index.ts'
import type { Post } from '../../../services/adapters/http/port.ts'
import { openEmbeddedStore, type Store } from '../../../services/adapters/store/index.ts'
import {
  createReceiver,
  createRelay,
  type DeliveryResult,
  enqueueAlert,
  listAlerts,
  makeEndpoint,
  newSecret,
  type Relay,
  recordAttempt,
} from '../../../services/alerts/index.ts'
import { person } from '../../support/people.ts'
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

/** What a test asks of an endpoint. */
type Wanted = z.input<typeof EndpointBody> & { readonly secret: string }

export const REVIEWER = person('reviewer', 'reviewer')

export interface Desk {
  readonly store: Store
  readonly clock: Clock
  readonly relay: Relay
  readonly logged: string[]
  /** Another process on the same store: a relay of its own, recording its own way. */
  makeRelay(record?: (result: DeliveryResult) => Promise<void>): Relay
  record(result: DeliveryResult): Promise<void>
  /** Makes an endpoint, of the whole district of the released cases unless told; answers its id and secret. */
  register(url: string, more?: Partial<Wanted>): Promise<{ id: string; secret: string }>
  /** Releases a case, and answers the alert's id. */
  release(change?: Partial<Case>): Promise<string>
  alerts(): ReturnType<typeof listAlerts>
  /** All deliveries of all alerts, each with the alert's id and its status over all endpoints */
  deliveries(): Promise<(AlertDelivery & { readonly id: string; readonly over: AlertStatus })[]>
}

/** A store, a clock and a relay that posts over real connections on loopback. */
export const createDesk = async ({
  timeoutMs = 5_000,
  post: postBy,
}: {
  readonly timeoutMs?: number
  readonly post?: Post
} = {}): Promise<Desk> => {
  const store = await openEmbeddedStore(':memory:')
  const closable = createPost({ allowPrivate: true, timeoutMs })
  const post = postBy ?? closable
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
    await closable.close()
    await store.close()
  })
  return {
    store,
    clock,
    relay,
    logged,
    makeRelay,
    record,
    register: async (url, { secret = newSecret(), ...more } = {}) => {
      const body = { ...EndpointBody.parse({ districtCode: '500107', url, ...more }), secret }
      const made = await store.transact(trx => makeEndpoint(trx, body, REVIEWER, clock.now()))
      if ('refused' in made) throw new Error(made.refused.detail)
      return { id: made.endpoint.id, secret }
    },
    release: async (change = {}) => {
      const id = await store.transact(trx => enqueueAlert(trx, reportedCase(change), clock.now()))
      if (id === null) throw new Error('The district is not known.')
      return id
    },
    alerts: () => listAlerts(store.db, { limit: 100 }),
    deliveries: async () =>
      (await listAlerts(store.db, { limit: 100 })).flatMap(({ id, status, deliveries }) =>
        deliveries.map(one => ({ ...one, id, over: status })),
      ),
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
