import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { type InfluxHistory, openInfluxHistory } from '../../../services/adapters/history/index.ts'
import { engines } from './engines.ts'

type Options = Parameters<typeof openInfluxHistory>[0]

/** A bucket of the running test's own, and what opens a history on it. */
export interface TestBucket {
  readonly place: Pick<Options, 'url' | 'token' | 'org' | 'bucket'>
  /** Opens the history; it is closed when the test ends. */
  open(options?: Partial<Options>): Promise<InfluxHistory>
  /** Posts lines of line protocol as they are. */
  post(lines: string): Promise<void>
  /** Answers a query as CSV. */
  query(flux: string): Promise<string>
  /** Makes a token that may do only this with the bucket. */
  tokenFor(actions: readonly ('read' | 'write')[]): Promise<string>
}

/** Makes a bucket, and deletes it when the test ends. */
export const testBucket = async (): Promise<TestBucket> => {
  const { url, org, token } = engines().influx
  const bucket = `test-${randomUUID()}`
  const orgID = await orgIdOf(org)
  const { id } = (await ask('POST', '/api/v2/buckets', {
    orgID,
    name: bucket,
    retentionRules: [{ type: 'expire', everySeconds: 0, shardGroupDurationSeconds: 31_536_000 }],
  })) as { id: string }
  onTestFinished(async () => {
    await ask('DELETE', `/api/v2/buckets/${id}`)
  })
  const place = { url, org, token, bucket }
  const query = new URLSearchParams({ org, bucket })
  return {
    place,
    async open(options = {}) {
      const history = await openInfluxHistory({ ...place, ...options })
      onTestFinished(() => history.close())
      return history
    },
    async post(lines) {
      await ask('POST', `/api/v2/write?${query}`, lines)
    },
    query: async flux => String(await ask('POST', `/api/v2/query?${query}`, { query: flux, type: 'flux' })),
    async tokenFor(actions) {
      const permissions = actions.map(action => ({ action, resource: { type: 'buckets', id, orgID } }))
      const made = (await ask('POST', '/api/v2/authorizations', { orgID, permissions })) as {
        id: string
        token: string
      }
      onTestFinished(async () => {
        await ask('DELETE', `/api/v2/authorizations/${made.id}`)
      })
      return made.token
    },
  }
}

const orgIdOf = async (org: string): Promise<string> => {
  const found = (await ask('GET', `/api/v2/orgs?${new URLSearchParams({ org })}`)) as {
    orgs: { id: string }[]
  }
  return found.orgs[0]!.id
}

const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const { url, token } = engines().influx
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Token ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
}
