import { setTimeout as wait } from 'node:timers/promises'
import type { KafkaClient } from './client.ts'
import { isStarting } from './faults.ts'
import { consumedTopics } from './shards.ts'
import { ensureTopics } from './topics.ts'
import type { KafkaOptions } from './types.ts'

const OPENING_MS = 10_000
const MS_BEFORE_TRYING_AGAIN = 200

/** Connects, has the topics, and asks what only somebody with rights on topics and group may ask. */
export const openClient = async (client: KafkaClient, options: KafkaOptions): Promise<void> => {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), OPENING_MS)
  const isLate = new Promise<never>((_, reject) => {
    late.signal.onabort = () => reject(new Error(`nothing within ${OPENING_MS / 1_000} seconds`))
  })
  try {
    await Promise.race([open(client, options, late.signal), isLate])
  } finally {
    clearTimeout(timer)
  }
}

const open = async (client: KafkaClient, options: KafkaOptions, late: AbortSignal): Promise<void> => {
  await client.connect()
  for (;;) {
    try {
      await ensureTopics(client, options)
      for (const topic of consumedTopics(options.prefix)) await client.committed(options.group, topic)
      return
    } catch (error) {
      // A broker that was just started answers, but does not know yet who leads what.
      if (late.aborted || !isStarting(error)) throw error
      await wait(MS_BEFORE_TRYING_AGAIN)
    }
  }
}
