import { expect, it, onTestFinished } from 'vitest'
import { DayRow } from '../../schemas/day-row.ts'
import { Reading } from '../../schemas/reading.ts'
import { DailyRegister } from '../../schemas/register.ts'
import { MessageHeaders, TOPICS } from '../../schemas/topic.ts'
import type { Batch } from '../../services/adapters/log/index.ts'
import { batchOf, MONDAY, sample } from '../support/readings.ts'
import { type TestKafka, testKafka } from './support/kafka.ts'

interface Message {
  readonly partition: number
  readonly key: string | undefined
  readonly value: string | undefined
  readonly headers: Record<string, string>
}

/** Reads `count` messages of a topic with a plain consumer. */
const messagesOf = async (
  { kafka, options }: TestKafka,
  topic: string,
  count: number,
): Promise<Message[]> => {
  const consumer = kafka.consumer({ groupId: `${options.prefix}peer`, maxWaitTimeInMs: 100 })
  onTestFinished(() => consumer.disconnect())
  const messages: Message[] = []
  const done = Promise.withResolvers<void>()
  await consumer.connect()
  await consumer.subscribe({ topic: `${options.prefix}${topic}`, fromBeginning: true })
  await consumer.run({
    async eachMessage({ partition, message }) {
      messages.push({
        partition,
        key: message.key?.toString(),
        value: message.value?.toString(),
        headers: Object.fromEntries(Object.entries(message.headers ?? {}).map(([k, v]) => [k, String(v)])),
      })
      if (messages.length === count) done.resolve()
    },
  })
  await done.promise
  return messages
}

it('publishes readings as the public contract has them', async () => {
  const kafka = await testKafka()
  const log = await kafka.open()
  const kw = Math.fround(181.55)
  await log.append(0, batchOf([sample(MONDAY, 0, kw, { kvar: 0.1, revision: 3 }), sample(MONDAY, 1, 1e9)]))
  await log.append(2, batchOf([sample(MONDAY, 2, 5, { meterId: '表"计' })], 'secondary'))
  const messages = await messagesOf(kafka, TOPICS.readings, 3)
  expect(messages.map(({ key, value }) => ({ key, value }))).toEqual([
    {
      key: 'M1',
      value: '{"meterId":"M1","at":"2024-05-06T00:15:00+08:00","kw":181.55,"kvar":0.1,"revision":3}',
    },
    { key: 'M1', value: '{"meterId":"M1","at":"2024-05-06T00:30:00+08:00","kw":1000000000}' },
    { key: '表"计', value: '{"meterId":"表\\"计","at":"2024-05-06T00:45:00+08:00","kw":5}' },
  ])
  for (const { value } of messages) expect(Reading.safeParse(JSON.parse(value!)).error).toBeUndefined()
  expect(messages.map(({ headers }) => headers)).toEqual([{}, {}, { side: 'secondary', late: 'judge' }])
  for (const { headers } of messages) expect(MessageHeaders.safeParse(headers).error).toBeUndefined()
})

it('publishes day rows and registers on the other topic, null where a point is absent', async () => {
  const kafka = await testKafka()
  const log = await kafka.open()
  const ofOneDay = {
    meterIds: ['M1'],
    meter: Uint32Array.of(0),
    day: Int32Array.of(MONDAY),
    revision: Uint16Array.of(0),
  }
  const days: Batch = {
    ...ofOneDay,
    kind: 'days',
    side: 'primary',
    points: 24,
    firstAtMidnight: true,
    kw: Float32Array.from({ length: 24 }, (_, i) => (i === 1 ? Number.NaN : i / 10)),
    kvar: null,
  }
  const none = Float64Array.of(Number.NaN)
  const registers: Batch = {
    ...ofOneDay,
    kind: 'registers',
    side: 'primary',
    total: Float64Array.of(123_456_789.123),
    ...{ sharp: none, peak: none, flat: none, valley: Float64Array.of(0) },
    maxKw: Float64Array.of(2.5),
    maxAtMs: Float64Array.of(Date.parse('2024-05-06T03:00:00Z')),
  }
  await log.append(1, days)
  await log.append(1, registers)
  const [day, register] = await messagesOf(kafka, TOPICS.days, 2)
  expect(DayRow.parse(JSON.parse(day!.value!))).toEqual({
    meterId: 'M1',
    date: '2024-05-06',
    kw: Array.from({ length: 24 }, (_, i) => (i === 1 ? null : i / 10)),
  })
  expect(day!.headers).toEqual({ 'first-point': '00:00' })
  expect(DailyRegister.parse(JSON.parse(register!.value!))).toEqual({
    meterId: 'M1',
    date: '2024-05-06',
    total: 123_456_789.123,
    valley: 0,
    maxKw: 2.5,
    maxKwAt: '2024-05-06T11:00:00+08:00',
  })
})

it('has a meter in the partition that other producers choose for its key', async () => {
  const kafka = await testKafka({ partitions: 5 })
  const log = await kafka.open()
  const ids = Array.from({ length: 40 }, (_, i) => `meter-${i}-表`)
  await log.append(0, batchOf(ids.map(meterId => sample(MONDAY, 0, 1, { meterId }))))
  const producer = kafka.kafka.producer()
  onTestFinished(() => producer.disconnect())
  await producer.connect()
  const topic = `${kafka.options.prefix}${TOPICS.readings}`
  await producer.send({ topic, messages: ids.map(key => ({ key, value: '{}' })) })
  const messages = await messagesOf(kafka, TOPICS.readings, 80)
  const partitionsOf = (wanted: (value: string) => boolean): Record<string, number> =>
    Object.fromEntries(
      messages.filter(({ value }) => wanted(value!)).map(({ key, partition }) => [key, partition]),
    )
  const ours = partitionsOf(value => value !== '{}')
  expect(ours).toEqual(partitionsOf(value => value === '{}'))
  expect(ours).toEqual(Object.fromEntries(ids.map(id => [id, log.shardOfMeter(id)])))
  expect(new Set(Object.values(ours)).size).toBe(5)
})

it('takes a batch of any size in requests that a topic with small batches takes', async () => {
  const kafka = await testKafka()
  const log = await kafka.open()
  await kafka.admin.alterConfigs({
    validateOnly: false,
    resources: [
      {
        type: 2,
        name: `${kafka.options.prefix}${TOPICS.readings}`,
        configEntries: [{ name: 'max.message.bytes', value: '20000' }],
      },
    ],
  })
  await log.append(0, batchOf(Array.from({ length: 20_000 }, (_, i) => sample(MONDAY, i, i))))
  const messages = await messagesOf(kafka, TOPICS.readings, 20_000)
  expect(messages.map(({ value }) => Reading.parse(JSON.parse(value!)).kw)).toEqual(
    Array.from({ length: 20_000 }, (_, i) => i),
  )
})

it('says so when a topic does not even take one message', async () => {
  const kafka = await testKafka()
  const log = await kafka.open()
  const topic = `${kafka.options.prefix}${TOPICS.readings}`
  await kafka.admin.alterConfigs({
    validateOnly: false,
    resources: [{ type: 2, name: topic, configEntries: [{ name: 'max.message.bytes', value: '20' }] }],
  })
  await expect(log.append(0, batchOf([sample(MONDAY, 0, 1)]))).rejects.toThrow(
    `Topic ${topic} does not take a message of 56 bytes: raise its max.message.bytes.`,
  )
})

it('keeps what was turned away, byte for byte, with its reason', async () => {
  const kafka = await testKafka()
  const log = await kafka.open()
  const bytes = Buffer.from([0, 255, 128, 10, 123])
  await log.publishRejects([
    {
      key: Buffer.from([1, 200]),
      value: bytes,
      headers: { trace: Buffer.from([255, 0, 66]).toString('latin1'), side: 'secondary' },
      reason: 'malformed',
      detail: '行不是 JSON',
      source: 'meter.readings/0/17',
    },
    { key: null, value: null, headers: {}, reason: 'bad-time', detail: 'no', source: 'http' },
    {
      key: Buffer.from('M1'),
      value: Buffer.alloc(3_000_000, 'x'),
      headers: {},
      reason: 'malformed',
      detail: 'too long',
      source: 'http',
    },
  ])
  const consumer = kafka.kafka.consumer({ groupId: `${kafka.options.prefix}peer`, maxWaitTimeInMs: 100 })
  onTestFinished(() => consumer.disconnect())
  await consumer.connect()
  await consumer.subscribe({ topic: `${kafka.options.prefix}${TOPICS.rejected}`, fromBeginning: true })
  const got: { key: Buffer | null; value: Buffer | null; headers: Record<string, unknown> }[] = []
  const done = Promise.withResolvers<void>()
  await consumer.run({
    async eachMessage({ message: { key, value, headers = {} } }) {
      got.push({ key, value, headers })
      if (got.length === 3) done.resolve()
    },
  })
  await done.promise
  expect(got[0]).toEqual({
    key: Buffer.from([1, 200]),
    value: bytes,
    headers: {
      trace: Buffer.from([255, 0, 66]),
      side: Buffer.from('secondary'),
      reason: Buffer.from('malformed'),
      detail: Buffer.from('行不是 JSON'),
      source: Buffer.from('meter.readings/0/17'),
    },
  })
  expect([got[1]!.key, got[1]!.value, String(got[1]!.headers.reason)]).toEqual([null, null, 'bad-time'])
  expect(got[2]!.value).toEqual(Buffer.alloc(1_000, 'x'))
  expect(String(got[2]!.headers.cut)).toBe('3000000')
})
