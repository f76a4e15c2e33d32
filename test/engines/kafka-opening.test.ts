import { expect, it } from 'vitest'
import { EngineError } from '../../services/adapters/engine-error.ts'
import type { KafkaOptions } from '../../services/adapters/log/index.ts'
import { engines } from './support/engines.ts'
import { testKafka } from './support/kafka.ts'

const CONFIG_OF_TOPIC = 2

it('creates its topics, and leaves those that are there as they are', async () => {
  const { open, admin, options } = await testKafka({ partitions: 3, retentionHours: 30 })
  await open()
  const topics = ['meter.readings', 'meter.days', 'meter.rejected'].map(topic => `${options.prefix}${topic}`)
  const described = await admin.fetchTopicMetadata({ topics })
  expect(described.topics.map(({ partitions }) => partitions.length)).toEqual([3, 3, 3])
  await open({ retentionHours: 99 })
  const configs = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map(name => ({ type: CONFIG_OF_TOPIC, name, configNames: ['retention.ms'] })),
  })
  const values = configs.resources.map(({ configEntries }) => configEntries[0]!.configValue)
  expect(values).toEqual(Array(3).fill(String(30 * 3_600_000)))
})

it('lets two processes open at once what neither has created', async () => {
  const { open } = await testKafka()
  const logs = await Promise.all([open(), open()])
  expect(await logs[0].backlog()).toBe(0)
})

it('refuses topics that have another number of partitions', async () => {
  const { open, options } = await testKafka({ partitions: 2 })
  await open()
  await expect(open({ partitions: 3 })).rejects.toThrow(
    `DIANSHAO_KAFKA_PARTITIONS is 3, but topic ${options.prefix}meter.readings has 2 partitions: set it to 2.`,
  )
})

const [broker] = engines().kafka.brokers

it.each<[string, Partial<KafkaOptions>, string]>([
  [
    'nobody is there',
    { brokers: ['127.0.0.1:1'] },
    'Kafka at 127.0.0.1:1 does not answer (Connection error: connect ECONNREFUSED 127.0.0.1:1): are DIANSHAO_KAFKA_BROKERS ' +
      'right, DIANSHAO_KAFKA_TLS (now false) and DIANSHAO_KAFKA_SASL (now none)?',
  ],
  [
    'there are fewer brokers than replicas',
    { replication: 99 },
    `DIANSHAO_KAFKA_REPLICATION is 99, but Kafka at ${broker} has fewer brokers.`,
  ],
  [
    'TLS is spoken to a port without',
    { tls: true },
    `Kafka at ${broker} does not speak TLS there: set DIANSHAO_KAFKA_TLS to false, or name its TLS port.`,
  ],
  [
    'a name is given to a port that asks for none',
    { sasl: { mechanism: 'plain', username: 'somebody', password: 'secret' } },
    `Kafka at ${broker} does not take DIANSHAO_KAFKA_SASL "plain" on that port: is it the right one?`,
  ],
])('says in one sentence that %s', async (_, change, sentence) => {
  const { open } = await testKafka()
  const opening = open(change)
  await expect(opening).rejects.toThrow(sentence)
  await expect(opening).rejects.toBeInstanceOf(EngineError)
})
