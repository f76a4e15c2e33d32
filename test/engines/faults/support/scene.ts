import kafkajs from 'kafkajs'
import { sql } from 'kysely'
import type { Config } from '../../../../schemas/config.ts'
import type { Meter } from '../../../../schemas/meter.ts'
import { TOPICS } from '../../../../schemas/topic.ts'
import {
  makeScratchEngines,
  openEngines,
  openEnginesReader,
  type ScratchEngines,
} from '../../../../services/adapters/index.ts'
import type { Db } from '../../../../services/adapters/store/index.ts'
import { createSharedEngine, type Engine } from '../../../../services/engine.ts'
import { makeFolder } from '../../../support/folder.ts'
import { until } from '../../support/until.ts'
import { launchWorker, type WorkerProcess } from '../../support/worker-process.ts'
import { openProducer, type Producer } from './producer.ts'
import { configHere, settingsOf } from './settings.ts'

const MESSAGES_PER_SECOND = 2_500
const ADVANCES_WITHIN_MS = 120_000
const SETTLES_WITHIN_MS = 240_000
const EMPTY_WITHIN_MS = 60_000

/** Topics, a bucket and a database of one story, and the workers on them. */
export interface Scene {
  readonly config: Config
  readonly scratch: ScratchEngines
  readonly kafka: kafkajs.Kafka
  readonly prefix: string
  readonly db: Db
  /** Takes commands in, and works nothing off */
  readonly engine: Engine
  readonly producer: Producer
  readonly workers: WorkerProcess[]
  /** Logs of the workers */
  readonly folder: string
  launch(): WorkerProcess
  /** Messages worked off, of all partitions. */
  progress(): Promise<number>
  /** Waits until something is worked off that was not at `since`, or nothing waits. */
  advances(since: number): Promise<void>
  /** Waits until all there is in the log is worked off. */
  settles(): Promise<void>
  /** Behind the last message, by log partition; those without any are absent. */
  ends(): Promise<Map<number, number>>
  /** Whether a worker is in a transaction. */
  isBusy(worker: WorkerProcess): Promise<boolean>
  /** Ends the workers and removes all but their logs. */
  close(): Promise<void>
}

export const openScene = async (meters: readonly Meter[]): Promise<Scene> => {
  const scratch = await makeScratchEngines(configHere(), 'fault')
  const { config } = scratch
  const prefix = config.DIANSHAO_KAFKA_TOPIC_PREFIX
  const logger = { warn() {}, error() {} }
  const ports = await openEngines(config, { judgeLane: -1, logger })
  const engine = await createSharedEngine({ ports, works: false, lingerMs: 0, nowMs: Date.now, logger })
  await engine.importRegistry(meters, { replace: false }, 'test')
  const reader = await openEnginesReader(config)
  const { db } = reader
  const kafka = new kafkajs.Kafka({
    brokers: config.DIANSHAO_KAFKA_BROKERS!,
    logLevel: kafkajs.logLevel.NOTHING,
    retry: { retries: 3, maxRetryTime: 1_000 },
  })
  const producer = await openProducer(kafka, prefix, MESSAGES_PER_SECOND)
  const folder = makeFolder()
  const workers: WorkerProcess[] = []
  let launched = 0

  const checkpoints = () => db.selectFrom('checkpoint').selectAll().execute()
  const ends = async (): Promise<Map<number, number>> => {
    const found = new Map<number, number>()
    for (const [i, topic] of [TOPICS.readings, TOPICS.days].entries()) {
      for (const [partition, { high }] of await scratch.ends(topic))
        if (high > 0) found.set(2 * partition + i, high)
    }
    return found
  }
  const isSettled = async (): Promise<boolean> => {
    const done = new Map((await checkpoints()).map(row => [row.partition, row.next_offset]))
    const all = await ends()
    const isWorkedOff = all.size > 0 && [...all].every(([partition, end]) => done.get(partition) === end)
    return isWorkedOff && !(await isWaited('suspected')) && !(await isWaited('peer_due'))
  }
  const isWaited = async (notes: 'suspected' | 'peer_due'): Promise<boolean> =>
    (await db.selectFrom(notes).select('sequence').limit(1).executeTakeFirst()) !== undefined
  const progress = async (): Promise<number> =>
    (await checkpoints()).reduce((sum, { next_offset }) => sum + next_offset, 0)
  return {
    config,
    scratch,
    kafka,
    prefix,
    db,
    engine,
    producer,
    workers,
    folder,
    ends,
    progress,
    launch() {
      const name = `worker-${launched++}`
      const worker = launchWorker(name, folder, settingsOf(config, name))
      workers.push(worker)
      return worker
    },
    async advances(since) {
      const holds = async (): Promise<boolean> => (await progress()) > since || (await isSettled())
      await until('a checkpoint moves', ADVANCES_WITHIN_MS, holds)
    },
    async settles() {
      await until('all is worked off', SETTLES_WITHIN_MS, isSettled)
    },
    async isBusy({ name }) {
      return (await sessionsOf(db, name)) > 0
    },
    async close() {
      for (const worker of workers) worker.resume()
      await Promise.all(workers.map(worker => worker.stop()))
      await groupIsEmpty(kafka, config.DIANSHAO_KAFKA_GROUP)
      await producer.close()
      await engine.close()
      await reader.close()
      await scratch.remove()
    },
  }
}

const sessionsOf = async (db: Db, name: string): Promise<number> => {
  const { rows } = await sql<{ busy: number }>`select count(*) as busy from pg_stat_activity
    where application_name = ${name} and datname = current_database() and xact_start is not null
      and backend_type = 'client backend'`.execute(db)
  return rows[0]!.busy
}

/** Members that were killed leave a group when their sessions end. */
const groupIsEmpty = async (kafka: kafkajs.Kafka, group: string): Promise<void> => {
  const admin = kafka.admin()
  await admin.connect()
  await until('the group is empty', EMPTY_WITHIN_MS, async () => {
    const { groups } = await admin.describeGroups([group])
    return groups[0]!.members.length === 0
  })
  await admin.disconnect()
}
