import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { detectors } from '../../../detectors/index.ts'
import type { Ports } from '../../../services/adapters/index.ts'
import { createApi } from '../../../services/api/index.ts'
import { createEngine, type Engine } from '../../../services/engine.ts'
import { createImporter, type Importer } from '../../../services/imports/index.ts'
import { createRegistryView } from '../../../services/registry/index.ts'
import { createWatchView } from '../../../services/watch/index.ts'
import { testFolder } from '../../support/folder.ts'
import { analystAndReviewer, quickSignIn } from '../../support/people.ts'
import { createClock } from '../../support/station.ts'
import type { Scene } from './both-stores.ts'

/** The same tokens for every store of a run. */
const [analyst, reviewer] = analystAndReviewer()

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Answer = Promise<{ status: number; body: unknown }>

/** The engine and its API on the store of a scene. */
export interface PlayOffice {
  readonly engine: Engine
  readonly importer: Importer
  /** Asks as the analyst, text as CSV. */
  get(url: string): Answer
  send(method: Method, url: string, payload?: string | object): Answer
  /** Posts as the reviewer. */
  review(url: string, payload: object): Answer
}

export const playOffice = async ({ store, history, log }: Scene): Promise<PlayOffice> => {
  const { now } = createClock(Date.parse('2024-07-01T00:00:00Z'))
  const fail = (error: Error) => {
    throw error
  }
  const ports: Ports = { store, history, log, close: async () => {} }
  const engine = await createEngine({ ports, nowMs: now, onFatal: fail })
  await engine.addAccounts([analyst, reviewer])
  const watch = createWatchView()
  const registry = createRegistryView(store.db, { beside: watch.refresh })
  const silent = pino({ level: 'silent' })
  const deps = { db: store.db, engine, nowMs: now }
  const importer = await createImporter({ ...deps, folder: testFolder(), meters: registry, log: silent })
  const api = await createApi(
    {
      ...deps,
      history,
      registry,
      watch,
      importer,
      detectors,
      backlog: engine.backlog,
      refuseUrl: async () => undefined,
      post: async () => ({ status: 204, retryAfter: null }),
      signIn: quickSignIn(),
      wakeRelay: () => {},
    },
    silent,
  )
  await api.ready()
  onTestFinished(async () => {
    await importer.close()
    await api.close()
    await engine.close()
  })
  const ask = async (method: Method, url: string, payload?: string | object, by = analyst) => {
    await registry.refresh()
    const headers = {
      authorization: `Bearer ${by.token}`,
      ...(typeof payload === 'string' ? { 'content-type': 'text/csv' } : {}),
    }
    const answer = await api.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
    return { status: answer.statusCode, body: bodyOf(answer) }
  }
  return {
    engine,
    importer,
    get: url => ask('GET', url),
    send: ask,
    review: (url, payload) => ask('POST', url, payload, reviewer),
  }
}

/** A problem has a number of its own, drawn at random. */
const bodyOf = ({ headers, payload }: { headers: object; payload: string }): unknown => {
  const type = String(Object.entries(headers).find(([name]) => name === 'content-type')?.[1])
  if (!type.includes('json')) return payload
  const body = JSON.parse(payload) as Record<string, unknown>
  return type.includes('problem') ? { ...body, id: '' } : body
}
