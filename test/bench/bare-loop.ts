import { InfluxDB } from '@influxdata/influxdb-client'
import kafkajs from 'kafkajs'
import { readConfig } from '../../schemas/config.ts'
import { TOPICS } from '../../schemas/topic.ts'

/**
 * The yardstick, a process of its own: the bare clients move readings from Kafka to InfluxDB. It checks nothing, knows
 * no meter, judges nothing, and a crash may lose or repeat what it holds.
 */
const LINES_PER_FLUSH = 10_000
const LINGER_MS = 500

const config = readConfig(process.env)
const { DIANSHAO_INFLUX_URL: url, DIANSHAO_INFLUX_TOKEN: token } = config
const write = new InfluxDB({ url: url!, token: token! }).getWriteApi(
  config.DIANSHAO_INFLUX_ORG,
  config.DIANSHAO_INFLUX_BUCKET,
  'ms',
  { batchSize: LINES_PER_FLUSH + 1, flushInterval: 0, maxRetries: 0 },
)
const kafka = new kafkajs.Kafka({
  brokers: config.DIANSHAO_KAFKA_BROKERS!,
  logLevel: kafkajs.logLevel.NOTHING,
})
const consumer = kafka.consumer({
  groupId: `${config.DIANSHAO_KAFKA_GROUP}-bare`,
  maxWaitTimeInMs: LINGER_MS,
})

interface Message {
  readonly meterId: string
  readonly at: string
  readonly kw: number
  readonly kvar: number
}

let held = 0
let written = 0
const flush = async (): Promise<void> => {
  const lines = held
  held = 0
  await write.flush()
  written += lines
  process.send?.({ written })
}

await consumer.connect()
await consumer.subscribe({
  topic: `${config.DIANSHAO_KAFKA_TOPIC_PREFIX}${TOPICS.readings}`,
  fromBeginning: true,
})
await consumer.run({
  // With a linger of its own: a flush a fetch would cost many times as much at a trickle.
  eachBatchAutoResolve: false,
  autoCommit: false,
  eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
    for (const { value } of batch.messages) {
      const { meterId, at, kw, kvar } = JSON.parse(value!.toString()) as Message
      write.writeRecord(`bare,point=${meterId} kw=${kw},kvar=${kvar} ${Date.parse(at)}`)
      held++
      if (held === LINES_PER_FLUSH) await flush()
    }
    resolveOffset(batch.lastOffset())
    await heartbeat()
  },
})
setInterval(() => {
  if (held > 0) void flush()
}, LINGER_MS)
process.send?.({ ready: true })
