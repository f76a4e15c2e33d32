import { setTimeout as wait } from 'node:timers/promises'
import { TOPICS } from '../../../../schemas/topic.ts'
import { EngineError } from '../../engine-error.ts'
import type { KafkaClient, NewTopic } from './client.ts'
import type { KafkaOptions } from './types.ts'

const MS_PER_HOUR = 3_600_000
const MS_BETWEEN_LOOKS = 100
const LOOKS_AT_MOST = 100
/** Twice what a broker takes by default: the message that was turned away, and the reason with it */
const MOST_BYTES_REJECTED = 2 * 1024 * 1024

/** Creates the topics that are absent. Throws EngineError when one that is read has another number of partitions. */
export const ensureTopics = async (client: KafkaClient, options: KafkaOptions): Promise<void> => {
  const { prefix, partitions } = options
  const names = Object.values(TOPICS).map(topic => `${prefix}${topic}`)
  const present = await client.topics(names)
  for (const topic of names) if (!present.has(topic)) await client.createTopic(topicOf(topic, options))
  const ready = present.size === names.length ? present : await untilReady(client, names)
  for (const topic of names) {
    const found = ready.get(topic)?.partitions
    if (topic.endsWith(TOPICS.rejected) || found === partitions) continue
    throw new EngineError(
      `DIANSHAO_KAFKA_PARTITIONS is ${partitions}, but topic ${topic} has ${found} partitions: set it to ${found}.`,
    )
  }
}

const topicOf = (topic: string, { partitions, replication, retentionHours }: KafkaOptions): NewTopic => ({
  topic,
  partitions,
  replication,
  settings: {
    'retention.ms': String(retentionHours * MS_PER_HOUR),
    ...(topic.endsWith(TOPICS.rejected) && { 'max.message.bytes': String(MOST_BYTES_REJECTED) }),
  },
})

/** A topic is known to all brokers, and has leaders, a moment after it was created. */
const untilReady = async (
  client: KafkaClient,
  names: readonly string[],
): ReturnType<KafkaClient['topics']> => {
  for (let look = 0; look < LOOKS_AT_MOST; look++) {
    const topics = await client.topics(names).catch(orNone)
    if (names.every(name => topics.get(name)?.ready)) return topics
    await wait(MS_BETWEEN_LOOKS)
  }
  throw new EngineError(`Kafka has no leaders for ${names.join(', ')}: are enough brokers running?`)
}

/** While they are being made, to ask for topics may fail. */
const orNone = (): Awaited<ReturnType<KafkaClient['topics']>> => new Map()
