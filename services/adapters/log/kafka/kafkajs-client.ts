import kafkajs, {
  type Admin,
  type Batch,
  type Consumer,
  type KafkaConfig,
  type logCreator,
  type PartitionAssigner,
} from 'kafkajs'
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js'
import type { Fetched, GroupMember, GroupSettings, KafkaClient, Place } from './client.ts'
import { UNPACK } from './codecs.ts'
import { quieted } from './quieted.ts'
import { shareOut } from './shards.ts'
import type { KafkaOptions } from './types.ts'
import { orUnreadable } from './unreadable.ts'

// The only file that knows kafkajs.

const { CompressionCodecs, CompressionTypes, Kafka, logLevel, Partitioners } = kafkajs
const { MemberAssignment, MemberMetadata } = kafkajs.AssignerProtocol

const CONNECT_MS = 3_000
const SLOWEST_RETRY_MS = 2_000
/** Some 20 seconds: who appends is to hear that Kafka is away */
const SEND_RETRIES = 8
/** Two seconds: what is looked up can be looked up again */
const LOOKUP_RETRIES = 3

const CODECS = [
  [CompressionTypes.GZIP, UNPACK.gzip],
  [CompressionTypes.Snappy, UNPACK.snappy],
  [CompressionTypes.LZ4, UNPACK.lz4],
  [CompressionTypes.ZSTD, UNPACK.zstd],
] as const

// What is sent is not packed, so to unpack is enough.
for (const [type, unpack] of CODECS) {
  const codec = { decompress: orUnreadable(unpack) }
  CompressionCodecs[type] = () => codec
}

/** How soon requests that found too many under way are looked at again, ms; as kafkajs has it */
const LOOK_AGAIN_MS = 10

/**
 * kafkajs 2.2.4 sets this timer anew whenever it fires, whether anything waits or not, and for a time in the past: a
 * thousand times a second for each connection, which at a trickle is most of all work.
 */
RequestQueue.prototype.scheduleCheckPendingRequests = function () {
  if (this.throttleCheckTimeoutId || this.pending.length === 0) return
  const throttledMs = this.throttledUntil - Date.now()
  this.throttleCheckTimeoutId = setTimeout(
    () => {
      this.throttleCheckTimeoutId = null
      this.checkPendingRequests()
    },
    throttledMs > 0 ? throttledMs : LOOK_AGAIN_MS,
  )
}

/** Speaks to Kafka through kafkajs. Nothing is connected yet. */
export const createKafkajsClient = (options: KafkaOptions): KafkaClient => {
  const config = configOf(options)
  const kafka = new Kafka({ ...config, retry: { retries: LOOKUP_RETRIES, maxRetryTime: SLOWEST_RETRY_MS } })
  const admin = kafka.admin()
  const sender = new Kafka({ ...config, retry: { retries: SEND_RETRIES, maxRetryTime: SLOWEST_RETRY_MS } })
  const producer = sender.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
    // Not idempotent: kafkajs gives the sequence numbers of a request that timed out to the next one, and a broker
    // that had written the first then takes the next for its repetition and drops it.
    idempotent: false,
  })
  const choose = Partitioners.DefaultPartitioner()
  return {
    async connect() {
      await admin.connect()
      await producer.connect()
    },
    topics: names => describeTopics(admin, names),
    async createTopic({ topic, partitions, replication, settings }) {
      await admin.createTopics({
        topics: [
          {
            topic,
            numPartitions: partitions,
            replicationFactor: replication,
            configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
          },
        ],
        // Waiting for leaders fails now and then; `topics` tells when they are there.
        waitForLeaders: false,
      })
    },
    async ends(topic) {
      const ends = await admin.fetchTopicOffsets(topic)
      return new Map(
        ends.map(({ partition, low, high }) => [partition, { low: Number(low), high: Number(high) }]),
      )
    },
    async committed(groupId, topic) {
      const [found] = await admin.fetchOffsets({ groupId, topics: [topic] })
      const told = (found?.partitions ?? []).filter(({ offset }) => Number(offset) >= 0)
      return new Map(told.map(({ partition, offset }) => [partition, Number(offset)]))
    },
    async send(topic, messages) {
      await producer.send({ topic, messages: messages as (typeof messages)[number][], acks: -1 })
    },
    partitionOf: (key, partitions) =>
      choose({
        topic: '',
        partitionMetadata: Array(partitions).fill(NO_LEADER),
        message: { key, value: null },
      }),
    member: settings => createMember(new Kafka({ ...config, retry: MEMBER_RETRIES }), settings),
    async remove(topics, group) {
      await admin.deleteTopics({ topics: [...topics] })
      await admin.deleteGroups([group])
    },
    async close() {
      await Promise.all([producer.disconnect(), admin.disconnect()])
    },
  }
}

const NO_LEADER = { partitionErrorCode: 0, partitionId: 0, leader: -1, replicas: [], isr: [] }

/**
 * Six seconds; then the group is joined anew by whoever asked for the member. The library's own restarts cannot be
 * called off: they go on after a member was stopped, and join behind its back.
 */
const MEMBER_RETRIES = { retries: 5, maxRetryTime: SLOWEST_RETRY_MS, restartOnFailure: async () => false }

const configOf = ({ brokers, tls, caPem, sasl, log, nowMs }: KafkaOptions): KafkaConfig => ({
  clientId: 'dianshao',
  brokers: [...brokers],
  connectionTimeout: CONNECT_MS,
  ssl: tls && (caPem === undefined ? true : { ca: [caPem] }),
  ...(sasl && { sasl: { ...sasl, mechanism: sasl.mechanism as 'plain' } }),
  logLevel: logLevel.WARN,
  logCreator: logInto(quieted(log, nowMs)),
})

const logInto =
  (warn: (message: string) => void): logCreator =>
  () =>
  ({ namespace, log }) =>
    warn(`${namespace}: ${log.message}`)

const describeTopics: (admin: Admin, names: readonly string[]) => ReturnType<KafkaClient['topics']> = async (
  admin,
  names,
) => {
  const all = await admin.listTopics()
  const present = names.filter(name => all.includes(name))
  const { topics } = present.length > 0 ? await admin.fetchTopicMetadata({ topics: present }) : { topics: [] }
  return new Map(
    topics.map(({ name, partitions }) => [
      name,
      { partitions: partitions.length, ready: partitions.every(({ leader }) => leader >= 0) },
    ]),
  )
}

/** Both topics of a shard go to one member. */
const byShard: PartitionAssigner = ({ cluster }) => ({
  name: 'dianshao-by-shard',
  version: 1,
  protocol: ({ topics }) => ({
    name: 'dianshao-by-shard',
    metadata: MemberMetadata.encode({ version: 1, topics, userData: Buffer.alloc(0) }),
  }),
  async assign({ members, topics }) {
    const shards = Math.max(...topics.map(topic => cluster.findTopicPartitionMetadata(topic).length))
    const shares = shareOut(
      members.map(({ memberId }) => memberId),
      shards,
    )
    return [...shares].map(([memberId, share]) => ({
      memberId,
      memberAssignment: MemberAssignment.encode({
        version: 1,
        assignment: Object.fromEntries(topics.map(topic => [topic, share])),
        userData: Buffer.alloc(0),
      }),
    }))
  },
})

const createMember = (kafka: kafkajs.Kafka, settings: GroupSettings): GroupMember => {
  const consumer = kafka.consumer({
    groupId: settings.group,
    partitionAssigners: [byShard],
    retry: MEMBER_RETRIES,
    sessionTimeout: 10_000,
    rebalanceTimeout: 10_000,
    heartbeatInterval: 1_000,
    maxWaitTimeInMs: 500,
    minBytes: 1,
    maxBytesPerPartition: settings.bytesPerPartition,
    maxBytes: settings.bytesPerFetch,
    allowAutoTopicCreation: false,
  })
  listen(consumer, settings)
  return {
    async start() {
      await consumer.connect()
      // From the beginning where nothing was committed, and where what was asked for is no longer there.
      await consumer.subscribe({ topics: [...settings.topics], fromBeginning: true })
      await consumer.run({
        autoCommit: false,
        eachBatch: ({ batch, isStale }) => settings.events.fetched(fetchedOf(batch, isStale)),
      })
    },
    seek: (place, offset) => consumer.seek({ ...place, offset: String(offset) }),
    pause: place => consumer.pause([partitionsAt(place)]),
    resume: place => consumer.resume([partitionsAt(place)]),
    commit: offsets =>
      consumer.commitOffsets(offsets.map(({ offset, ...place }) => ({ ...place, offset: String(offset) }))),
    stop: () => consumer.disconnect(),
  }
}

const partitionsAt = ({ topic, partition }: Place) => ({ topic, partitions: [partition] })

const listen = (consumer: Consumer, { events }: GroupSettings): void => {
  const { CRASH, GROUP_JOIN, HEARTBEAT, START_BATCH_PROCESS } = consumer.events
  consumer.on(GROUP_JOIN, ({ payload }) => {
    const places = Object.entries(payload.memberAssignment)
    events.assigned(places.flatMap(([topic, list]) => list.map(partition => ({ topic, partition }))))
  })
  consumer.on(
    START_BATCH_PROCESS,
    ({ payload: { topic, partition, batchSize, firstOffset, lastOffset } }) => {
      // The library keeps such batches to itself.
      if (batchSize === 0) events.skipped({ topic, partition }, Number(firstOffset), Number(lastOffset) + 1)
    },
  )
  consumer.on(HEARTBEAT, () => events.beat())
  consumer.on(CRASH, ({ payload }) => events.crashed(payload.error))
}

const fetchedOf = (batch: Batch, isStale: () => boolean): Fetched => ({
  topic: batch.topic,
  partition: batch.partition,
  // Not among the library's types, but there: no other number tells a place that was left from a gap in the offsets.
  fetchedOffset: Number((batch as Batch & { readonly fetchedOffset: string }).fetchedOffset),
  nextOffset: Number(batch.lastOffset()) + 1,
  messages: batch.messages,
  isStale,
})
