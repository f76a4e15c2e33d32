import { randomUUID } from 'node:crypto'
import kafkajs, { type Admin } from 'kafkajs'
import { onTestFinished } from 'vitest'
import type { KafkaLog, KafkaOptions, LogEntry } from '../../../services/adapters/log/index.ts'
import { openKafkaLog } from '../../../services/adapters/log/kafka/kafka-log.ts'
import { placeOf } from '../../../services/adapters/log/kafka/shards.ts'
import { offsetsIn } from '../../contract/log-rows.ts'
import { engines } from './engines.ts'

/** Topics of the running test alone, with what a test does to them beside the log; all removed when it ends. */
export interface TestKafka {
  readonly options: KafkaOptions
  readonly kafka: kafkajs.Kafka
  readonly admin: Admin
  /** What the log said to its logger */
  readonly said: string[]
  open(change?: Partial<KafkaOptions>): Promise<KafkaLog>
  /** A log that consumes, with a way to wait. */
  openReading(change?: Partial<KafkaOptions>): Promise<ReadingKafka>
}

export interface ReadingKafka {
  readonly log: KafkaLog
  /** Resolves when `holds` does; it is looked at whenever the log says that something happened. */
  until(holds: () => unknown): Promise<void>
  /** Reads, again whenever something arrives, until there are `readings` or all that Kafka has. */
  readAll(partition: number, offset: number, readings?: number): Promise<LogEntry[]>
}

export const testKafka = async (change: Partial<KafkaOptions> = {}): Promise<TestKafka> => {
  const { brokers } = engines().kafka
  const prefix = `t${randomUUID()}.`
  const said: string[] = []
  const say = (_: object, message: string): void => void said.push(message)
  const options: KafkaOptions = {
    brokers,
    prefix,
    group: prefix,
    partitions: 1,
    replication: 1,
    retentionHours: 24,
    tls: false,
    judgeLane: 2,
    log: { warn: say, error: say },
    nowMs: Date.now,
    ...change,
  }
  const kafka = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING })
  const admin = kafka.admin()
  await admin.connect()
  onTestFinished(async () => {
    const topics = await admin.listTopics()
    await admin.deleteTopics({ topics: topics.filter(topic => topic.startsWith(prefix)) })
    await admin.deleteGroups([options.group]).catch(() => undefined)
    await admin.disconnect()
  })
  const open = async (more: Partial<KafkaOptions> = {}): Promise<KafkaLog> => {
    const log = await openKafkaLog({ ...options, ...more })
    let closed: Promise<void> | undefined
    const close = (): Promise<void> => {
      closed ??= log.close()
      return closed
    }
    onTestFinished(close)
    return { ...log, close }
  }
  return {
    options,
    kafka,
    admin,
    said,
    open,
    async openReading(more) {
      const log = await open(more)
      return reading(log, admin, prefix)
    },
  }
}

const reading = async (log: KafkaLog, admin: Admin, prefix: string): Promise<ReadingKafka> => {
  let next = Promise.withResolvers<void>()
  await log.consume(() => {
    next.resolve()
    next = Promise.withResolvers()
  })
  const endOf = async (partition: number): Promise<number> => {
    const place = placeOf(partition, prefix)
    const ends = await admin.fetchTopicOffsets(place.topic)
    return Number(ends.find(end => end.partition === place.partition)!.high)
  }
  return {
    log,
    async until(holds) {
      for (;;) {
        const happened = next.promise
        if (holds()) return
        await happened
      }
    },
    async readAll(partition, offset, readings = Number.MAX_SAFE_INTEGER) {
      const end = await endOf(partition)
      for (;;) {
        const happened = next.promise
        const entries = await log.read(partition, offset, readings)
        const last = entries.at(-1)?.offset ?? offset - 1
        if (last + 1 >= end || offsetsIn(entries).length >= readings) return entries
        await happened
      }
    },
  }
}
