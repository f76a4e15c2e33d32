import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Config } from '../../schemas/config.ts'
import { EngineError } from './engine-error.ts'
import { type Committed, createCommitted } from './history/committed.ts'
import { type InfluxHistory, openInfluxHistory } from './history/influx/influx-history.ts'
import { openKafkaLog } from './log/kafka/kafka-log.ts'
import { nameOf } from './log/kafka/shards.ts'
import type { KafkaLog, KafkaLogger, KafkaOptions } from './log/kafka/types.ts'
import type { Ports, ReadPorts } from './ports.ts'
import type { Store } from './store/port.ts'
import { openPostgresReader, openPostgresStore } from './store/postgres-store.ts'
import type { WorkCounts } from './work-counts.ts'

/** The three ports on Kafka, InfluxDB and PostgreSQL. */
export interface EnginePorts extends Ports {
  readonly log: KafkaLog
  readonly history: InfluxHistory
  /** What of the history counts, as of the transaction under way */
  readonly committed: Committed
  /** Tells this worker from others */
  readonly worker: string
  /** `meter.readings/3`, of a partition of the log */
  nameOf(partition: number): string
  counts(): Promise<WorkCounts>
}

/**
 * PostgreSQL lets a session go whose transaction was idle for 60 s, and its locks with it. A process that was paused
 * meanwhile must not write the history any more: it may do so for less than that after PostgreSQL last answered.
 */
const FENCED_AFTER_MS = 40_000

/** Opens the servers to write. Throws EngineError with a sentence when one cannot be used as it is set up. */
export const openEngines = async (
  config: Config,
  { judgeLane, logger }: { judgeLane: number; logger: KafkaLogger },
): Promise<EnginePorts> => {
  const opened: { close(): Promise<void> }[] = []
  const keep = <T extends { close(): Promise<void> }>(port: T): T => {
    opened.push(port)
    return port
  }
  const close = async (): Promise<void> => {
    for (const port of opened.splice(0).reverse()) await port.close()
  }
  let contactMs = performance.now()
  const onContact = (sentMs: number): void => {
    contactMs = sentMs
  }
  const committed = createCommitted()
  try {
    const store = keep(await openPostgresStore({ url: config.DIANSHAO_POSTGRES_URL!, onContact }))
    const history = keep(
      await openInfluxHistory({
        ...influxOf(config),
        isCommitted: committed.holds,
        mayWrite: () => performance.now() - contactMs < FENCED_AFTER_MS,
        onRefused: (line, message) => logger.error({ line, message }, 'InfluxDB refused a value.'),
      }),
    )
    const broken: string[] = []
    const onError = ({ message }: EngineError): void => void broken.push(message)
    const log = keep(
      await openKafkaLog({ ...kafkaOf(config), judgeLane, log: logger, nowMs: Date.now, onError }),
    )
    await makeShards(store, config.DIANSHAO_KAFKA_PARTITIONS)
    const name = (partition: number): string => nameOf(partition, config.DIANSHAO_KAFKA_TOPIC_PREFIX)
    return {
      store,
      history,
      log,
      committed,
      worker: randomUUID(),
      nameOf: name,
      counts: () => countsOf(log, history, name, broken),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens PostgreSQL and InfluxDB for questions. Throws EngineError with a sentence. */
export const openEnginesReader = async (config: Config): Promise<ReadPorts> => {
  const { db, close } = await openPostgresReader({ url: config.DIANSHAO_POSTGRES_URL! })
  const history = await openInfluxHistory(influxOf(config))
  return {
    db,
    history,
    async close() {
      await history.close()
      await close()
    },
  }
}

export const influxOf = (config: Config) => ({
  url: config.DIANSHAO_INFLUX_URL!,
  token: config.DIANSHAO_INFLUX_TOKEN!,
  org: config.DIANSHAO_INFLUX_ORG,
  bucket: config.DIANSHAO_INFLUX_BUCKET,
})

export const kafkaOf = (config: Config): Omit<KafkaOptions, 'judgeLane' | 'log' | 'nowMs'> => {
  const { DIANSHAO_KAFKA_SASL: mechanism } = config
  return {
    brokers: config.DIANSHAO_KAFKA_BROKERS!,
    prefix: config.DIANSHAO_KAFKA_TOPIC_PREFIX,
    group: config.DIANSHAO_KAFKA_GROUP,
    partitions: config.DIANSHAO_KAFKA_PARTITIONS,
    replication: config.DIANSHAO_KAFKA_REPLICATION,
    retentionHours: config.DIANSHAO_KAFKA_RETENTION_HOURS,
    tls: config.DIANSHAO_KAFKA_TLS,
    caPem: caOf(config),
    sasl:
      mechanism === 'none'
        ? undefined
        : {
            mechanism,
            username: config.DIANSHAO_KAFKA_USERNAME!,
            password: config.DIANSHAO_KAFKA_PASSWORD!,
          },
  }
}

const caOf = ({ DIANSHAO_KAFKA_CA_FILE: path }: Config): string | undefined => {
  if (path === undefined) return undefined
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new EngineError(`DIANSHAO_KAFKA_CA_FILE ${path} cannot be read (${why}).`)
  }
}

/** A row a partition, to be locked by who works on it. */
const makeShards = (store: Store, partitions: number): Promise<void> =>
  store.transact(async trx => {
    await trx
      .insertInto('shard')
      .values(Array.from({ length: partitions }, (_, shard) => ({ shard, worker: '' })))
      .onConflict(conflict => conflict.doNothing())
      .execute()
  })

const countsOf = async (
  log: KafkaLog,
  history: InfluxHistory,
  name: (partition: number) => string,
  /** Partitions that cannot be read on, each with a sentence */
  broken: readonly string[],
): Promise<WorkCounts> => {
  // Asked anew: a process that only takes readings in asks neither of them by itself.
  const [lag] = await Promise.all([log.lag().catch(() => []), history.ping().catch(() => {})])
  return {
    waiting: [...lag].map(([partition, count]) => [name(partition), count] as const),
    counts: [
      ...Object.entries(log.counts).map(([what, count]) => ['kafka', what, count] as const),
      ...Object.entries(history.counts).map(([what, count]) => ['influxdb', what, count] as const),
    ],
    waitingSinceMs: await log.waitingSinceMs(),
    engines: [
      // Who is asked this holds a connection to it, or it would not work at all.
      ['postgresql', true],
      ['kafka', log.isConnected()],
      ['influxdb', history.isConnected()],
    ],
    down: [
      ...broken,
      ...(log.isConnected() ? [] : ['Kafka does not answer (DIANSHAO_KAFKA_BROKERS).']),
      ...(history.isConnected() ? [] : ['InfluxDB does not answer (DIANSHAO_INFLUX_URL).']),
    ],
  }
}
