import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Config } from '../../schemas/config.ts'
import { TOPICS } from '../../schemas/topic.ts'
import { EngineError } from './engine-error.ts'
import { influxOf, kafkaOf } from './engines.ts'
import { createKafkajsClient } from './log/kafka/kafkajs-client.ts'

/** A database, a bucket and topics of one's own on the servers, for what is thrown away afterwards. */
export interface ScratchEngines {
  /** The servers' configuration with what is one's own */
  readonly config: Config
  /** Sends a message to a topic, as any producer might */
  produce(topic: string, messages: readonly { key: string; value: string }[]): Promise<void>
  /** Answers a query in Flux as CSV */
  flux(query: string): Promise<string>
  /** Where the partitions of a topic begin and end */
  ends(topic: string): Promise<ReadonlyMap<number, { readonly low: number; readonly high: number }>>
  /** Removes all of it */
  remove(): Promise<void>
}

/** Throws EngineError when a server cannot be reached or lets nobody make these. */
export const makeScratchEngines = async (config: Config, name: string): Promise<ScratchEngines> => {
  const own = `${name}_${randomBytes(4).toString('hex')}`
  const url = new URL(config.DIANSHAO_POSTGRES_URL!)
  const used: Config = {
    ...config,
    DIANSHAO_KAFKA_TOPIC_PREFIX: `${own}.`,
    DIANSHAO_KAFKA_GROUP: own,
    DIANSHAO_INFLUX_BUCKET: own,
    DIANSHAO_POSTGRES_URL: Object.assign(new URL(url), { pathname: `/${own}` }).href,
  }
  const log = { warn() {}, error() {} }
  const kafka = createKafkajsClient({ ...kafkaOf(used), judgeLane: -1, log, nowMs: Date.now })
  await kafka.connect().catch(error => fail('DIANSHAO_KAFKA_BROKERS', error))
  const bucketId = await makeBucket(used, own)
  await onDatabase(url, `create database ${own}`)
  return {
    config: used,
    produce: (topic, messages) => kafka.send(`${own}.${topic}`, messages),
    flux: async query => (await askInflux(used, 'POST', '/api/v2/query', { query, type: 'flux' })).text(),
    ends: topic => kafka.ends(`${own}.${topic}`),
    async remove() {
      const topics = Object.values(TOPICS).map(topic => `${own}.${topic}`)
      await kafka.remove(topics, own)
      await kafka.close()
      await askInflux(used, 'DELETE', `/api/v2/buckets/${bucketId}`)
      await onDatabase(url, `drop database ${own} with (force)`)
    },
  }
}

const fail = (setting: string, error: unknown): never => {
  throw new EngineError(`${setting}: ${(error as Error).message}`)
}

const onDatabase = async (url: URL, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url.href })
  try {
    await client.connect()
    await client.query(statement)
  } catch (error) {
    fail('DIANSHAO_POSTGRES_URL', error)
  } finally {
    await client.end().catch(() => {})
  }
}

const makeBucket = async (config: Config, name: string): Promise<string> => {
  const found = await askInflux(
    config,
    'GET',
    `/api/v2/orgs?org=${encodeURIComponent(config.DIANSHAO_INFLUX_ORG)}`,
  )
  const { orgs } = (await found.json()) as { orgs: { id: string }[] }
  const made = await askInflux(config, 'POST', '/api/v2/buckets', {
    orgID: orgs[0]!.id,
    name,
    retentionRules: [],
  })
  return ((await made.json()) as { id: string }).id
}

const askInflux = async (config: Config, method: string, path: string, body?: object): Promise<Response> => {
  const { url, token, org } = influxOf(config)
  const address = new URL(path, url)
  if (path.startsWith('/api/v2/query')) address.searchParams.set('org', org)
  const answer = await fetch(address, {
    method,
    headers: { authorization: `Token ${token}`, 'content-type': 'application/json' },
    body: body ? JSON.stringify(body) : null,
  }).catch(error => fail('DIANSHAO_INFLUX_URL', error))
  if (!answer.ok) fail('DIANSHAO_INFLUX_TOKEN', new Error(`${answer.status} ${await answer.text()}`))
  return answer
}
