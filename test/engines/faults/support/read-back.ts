import { randomUUID } from 'node:crypto'
import type kafkajs from 'kafkajs'
import { until } from '../../support/until.ts'

/** A message as it stands in a topic. */
export interface Logged {
  readonly topic: string
  readonly partition: number
  readonly offset: number
  readonly value: string
  readonly headers: Readonly<Record<string, string>>
}

const WITHIN_MS = 90_000

/** Reads topics from their beginnings to where they end now, each partition in its order: what was really sent. */
export const readBack = async (kafka: kafkajs.Kafka, topics: readonly string[]): Promise<Logged[]> => {
  const admin = kafka.admin()
  await admin.connect()
  const waiting = new Map<string, number>()
  for (const topic of topics) {
    for (const { partition, high } of await admin.fetchTopicOffsets(topic)) {
      if (Number(high) > 0) waiting.set(`${topic}/${partition}`, Number(high))
    }
  }
  const groupId = `read-back-${randomUUID()}`
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 200 })
  const read = new Map<string, Logged>()
  await consumer.connect()
  await consumer.subscribe({ topics: [...topics], fromBeginning: true })
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch: { topic, partition, messages } }) => {
      for (const { offset, value, headers } of messages) {
        read.set(`${topic}/${partition}/${offset}`, {
          topic,
          partition,
          offset: Number(offset),
          value: value?.toString() ?? '',
          headers: Object.fromEntries(
            Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)]),
          ),
        })
      }
      if (Number(messages.at(-1)!.offset) + 1 >= (waiting.get(`${topic}/${partition}`) ?? 0))
        waiting.delete(`${topic}/${partition}`)
    },
  })
  await until('the topics are read back', WITHIN_MS, () => waiting.size === 0)
  await consumer.disconnect()
  await admin.deleteGroups([groupId])
  await admin.disconnect()
  return [...read.values()].sort(
    (a, b) =>
      (a.topic < b.topic ? -1 : Number(a.topic > b.topic)) ||
      a.partition - b.partition ||
      a.offset - b.offset,
  )
}
