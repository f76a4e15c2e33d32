import { setTimeout as wait } from 'node:timers/promises'
import type { KafkaClient } from './client.ts'
import { createCommits } from './commits.ts'
import { faultOf } from './faults.ts'
import { createGroup } from './group.ts'
import { createInboxes } from './inboxes.ts'
import { createKafkajsClient } from './kafkajs-client.ts'
import { createLag } from './lag.ts'
import { openClient } from './opening.ts'
import { createPublisher } from './publish.ts'
import { createReader } from './reader.ts'
import { consumedTopics, logPartitionOf } from './shards.ts'
import type { KafkaCounts, KafkaLog, KafkaOptions } from './types.ts'

const LAST_COMMIT_MS = 1_000
const BUFFER_BYTES = 64 * 1024 * 1024
const MOST_BYTES_PER_PARTITION = 1024 * 1024
const LEAST_BYTES_PER_PARTITION = 32 * 1024
const MOST_BYTES_PER_FETCH = 10 * 1024 * 1024

/**
 * Opens the reading log on Kafka; topics that are absent are created. Throws EngineError, within some ten seconds,
 * when Kafka cannot be used as it is set up.
 */
export const openKafkaLog = async (options: KafkaOptions): Promise<KafkaLog> => {
  const client = createKafkajsClient(options)
  try {
    await openClient(client, options)
  } catch (error) {
    void client.close().catch(() => undefined)
    throw faultOf(error, options)
  }
  return createKafkaLog(client, options)
}

const createKafkaLog = (client: KafkaClient, options: KafkaOptions): KafkaLog => {
  const { prefix, partitions, nowMs } = options
  const bufferBytes = options.bufferBytes ?? BUFFER_BYTES
  const counts: KafkaCounts = { fetched: 0, paused: 0, errors: 0, lost: 0, rejoins: 0 }
  let arrived = (): void => undefined
  let connected = true
  let polledMs = 0
  const answered = (): void => {
    connected = true
    polledMs = nowMs()
  }
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      const result = await work
      connected = true
      return result
    } catch (error) {
      connected = false
      counts.errors++
      throw error
    }
  }

  const group = createGroup({
    client,
    options,
    settings: {
      group: options.group,
      topics: consumedTopics(prefix),
      ...fetchSizes(bufferBytes, partitions),
    },
    counts,
    events: {
      fetched: batch => reader.receive(batch),
      skipped: ({ topic, partition }, first, end) =>
        inboxes.get(logPartitionOf(topic, partition, prefix))?.skip(first, end),
      assigned(places) {
        inboxes.assign(places)
        commits.keepOnly(partition => inboxes.get(partition) !== undefined)
        answered()
        void reader.rouse()
        arrived()
      },
      beat: answered,
      lost() {
        connected = false
        inboxes.clear()
        arrived()
      },
    },
  })
  const { member } = group
  const inboxes = createInboxes({ prefix, bufferBytes, counts, member })
  const commits = createCommits(prefix, counts, member)
  const lags = createLag({ client, options, positionOf: partition => inboxes.get(partition)?.position() })
  const reader = createReader({
    options,
    inboxes,
    counts,
    member,
    endsOf: lags.endsOf,
    look: lags.look,
    onArrival: () => arrived(),
  })
  const publisher = createPublisher(client, options)

  return {
    append: (lane, batch) => told(publisher.append(lane, batch)),
    publishRejects: rejects => told(publisher.reject(rejects)),
    read: reader.read,
    async trim(partition, offset) {
      reader.drop(partition, offset)
      if (inboxes.get(partition)) commits.note(partition, offset)
    },
    lag: () => told(lags.lag()),
    ends: () => told(lags.ends()),
    async backlog(partition) {
      const lag = await told(lags.lag())
      if (partition !== undefined) return lag.get(partition) ?? 0
      return [...lag.values()].reduce((sum, waiting) => sum + waiting, 0)
    },
    async consume(onArrival) {
      arrived = onArrival
      await group.join()
    },
    owned: inboxes.owned,
    bufferedBytes: inboxes.bytes,
    async waitingSinceMs() {
      const since = inboxes.owned().flatMap(partition => inboxes.get(partition)?.waiting()?.sinceMs ?? [])
      return since.length === 0 ? null : Math.min(...since)
    },
    waiting: partition => inboxes.get(partition)?.waiting(),
    counts,
    isConnected: () => connected,
    lastPollMs: () => polledMs,
    shardOfMeter: meterId => client.partitionOf(meterId, partitions),
    async close() {
      await Promise.race([commits.flush(), wait(LAST_COMMIT_MS, undefined, { ref: false })])
      await group.leave()
      inboxes.clear()
      await client.close()
    },
  }
}

/** So that what is under way for every partition at once fits into the memory beside what waits. */
const fetchSizes = (bufferBytes: number, partitions: number) => {
  const shares = partitions * consumedTopics('').length
  const perPartition = Math.floor(bufferBytes / shares / 4)
  return {
    bytesPerPartition: Math.max(LEAST_BYTES_PER_PARTITION, Math.min(MOST_BYTES_PER_PARTITION, perPartition)),
    bytesPerFetch: Math.min(MOST_BYTES_PER_FETCH, Math.floor(bufferBytes / 8)),
  }
}
