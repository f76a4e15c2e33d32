import { setTimeout as pause } from 'node:timers/promises'
import kafkajs from 'kafkajs'
import type { Message } from './message.ts'

const MESSAGES_AT_ONCE = 250
const GIVE_UP_MS = 240_000
const BEFORE_AGAIN_MS = 200

/** A producer as any might be: what is not acknowledged it sends again, and so some twice. */
export interface Producer {
  /** Sends in order, at its pace; resolves when all is acknowledged. */
  send(messages: readonly Message[]): Promise<void>
  /** Requests that failed, and were sent again */
  readonly failed: number
  close(): Promise<void>
}

export const openProducer = async (
  kafka: kafkajs.Kafka,
  prefix: string,
  messagesPerSecond: number,
): Promise<Producer> => {
  const producer = kafka.producer({
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
  })
  await producer.connect()
  let failed = 0
  const sendChunk = async (chunk: readonly Message[]): Promise<void> => {
    const topicMessages = [...Map.groupBy(chunk, ({ topic }) => topic)].map(([topic, messages]) => ({
      topic: `${prefix}${topic}`,
      messages: messages.map(({ key, value }) => ({ key, value })),
    }))
    const endMs = performance.now() + GIVE_UP_MS
    for (;;) {
      try {
        await producer.sendBatch({ topicMessages })
        return
      } catch (error) {
        failed++
        if (performance.now() > endMs) throw error
        await pause(BEFORE_AGAIN_MS)
      }
    }
  }
  return {
    async send(messages) {
      for (let i = 0; i < messages.length; i += MESSAGES_AT_ONCE) {
        const dueMs = performance.now() + (MESSAGES_AT_ONCE * 1_000) / messagesPerSecond
        await sendChunk(messages.slice(i, i + MESSAGES_AT_ONCE))
        await pause(Math.max(0, dueMs - performance.now()))
      }
    },
    get failed() {
      return failed
    },
    close: () => producer.disconnect(),
  }
}
