import { expect, it, onTestFinished } from 'vitest'
import { TOPICS } from '../../schemas/topic.ts'
import type { EngineError } from '../../services/adapters/engine-error.ts'
import { offsetsIn, rowsIn } from '../contract/log-rows.ts'
import { batchOf, MONDAY, sample } from '../support/readings.ts'
import { type ReadingKafka, type TestKafka, testKafka } from './support/kafka.ts'

const append = ({ log }: Pick<ReadingKafka, 'log'>, ...kws: number[]): Promise<void> =>
  log.append(0, batchOf(kws.map((kw, i) => sample(MONDAY, i, kw))))

/** What Kafka's retention does, below an offset. */
const letGo = async ({ admin, options }: TestKafka, offset: string): Promise<void> => {
  const topic = `${options.prefix}${TOPICS.readings}`
  await admin.fetchTopicOffsets(topic)
  await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset }] })
}

const powers = async (reading: ReadingKafka, offset: number): Promise<unknown[]> =>
  rowsIn(await reading.readAll(0, offset)).map(({ values }) => values.kw)

it('reads from wherever it is told, back and forth', async () => {
  const kafka = await testKafka()
  const reading = await kafka.openReading()
  await append(reading, 0, 1, 2, 3, 4, 5)
  expect(await powers(reading, 0)).toEqual([0, 1, 2, 3, 4, 5])
  expect(await powers(reading, 4)).toEqual([4, 5])
  expect(await powers(reading, 1)).toEqual([1, 2, 3, 4, 5])
  expect(await powers(reading, 6)).toEqual([])
  await append(reading, 6)
  expect(await powers(reading, 6)).toEqual([6])
  expect(reading.log.counts).toMatchObject({ lost: 0, errors: 0 })
})

it('wakes its reader although all is committed, and then reads from before that', async () => {
  const kafka = await testKafka()
  const before = await kafka.openReading()
  await append(before, 0, 1, 2, 3)
  await before.readAll(0, 0)
  await before.log.trim(0, 4)
  await before.log.close()
  const reading = await kafka.openReading()
  await reading.until(() => reading.log.waiting(0))
  expect(await powers(reading, 1)).toEqual([1, 2, 3])
})

it('reads on where retention left off, and tells what was lost', async () => {
  const kafka = await testKafka()
  const lost: [number, number][] = []
  const onLost = (partition: number, messages: number): void => void lost.push([partition, messages])
  await append({ log: await kafka.open() }, 0, 1, 2, 3, 4, 5)
  await letGo(kafka, '4')
  const reading = await kafka.openReading({ onLost })
  expect(await powers(reading, 1)).toEqual([4, 5])
  expect(lost).toEqual([[0, 3]])
  expect(reading.log.counts.lost).toBe(3)
})

it('notices what retention takes away before it is fetched', async () => {
  const kafka = await testKafka()
  const reading = await kafka.openReading({ bufferBytes: 2_000_000 })
  await append(reading, ...Array.from({ length: 30_000 }, (_, i) => i))
  await reading.until(() => reading.log.counts.paused > 0)
  await letGo(kafka, '29000')
  const seen = new Set<unknown>()
  let next = 0
  while (next < 30_000) {
    const entries = await reading.readAll(0, next, 1_000)
    for (const { values } of rowsIn(entries)) seen.add(values.kw)
    next = entries.at(-1)!.offset + 1
  }
  const { lost } = reading.log.counts
  expect(lost).toBeGreaterThan(0)
  expect(seen.size + lost).toBe(30_000)
})

it('reports a topic that was made anew, once, and does not read it as if it were the old one', async () => {
  const kafka = await testKafka()
  const errors: EngineError[] = []
  const reading = await kafka.openReading({ onError: error => void errors.push(error) })
  await append(reading, 0, 1, 2)
  for (let i = 0; i < 3; i++) expect(await reading.log.read(0, 100, 10)).toEqual([])
  expect(errors.map(({ message }) => message)).toEqual([
    `${kafka.options.prefix}meter.readings/0 ends at offset 3, but was worked off up to 100: was the topic made anew? ` +
      'This database belongs to topics that were: bring them back, or begin with an empty database (DIANSHAO_POSTGRES_URL) and bucket.',
  ])
  await append(reading, 3)
  expect(await reading.log.read(0, 100, 10)).toEqual([])
  expect(reading.log.waiting(0)).toBeUndefined()
})

it('is not put off by transactions, whose markers have offsets and are no messages', async () => {
  const kafka = await testKafka()
  const reading = await kafka.openReading()
  const producer = kafka.kafka.producer({
    transactionalId: kafka.options.prefix,
    idempotent: true,
    maxInFlightRequests: 1,
  })
  onTestFinished(() => producer.disconnect())
  await producer.connect()
  const topic = `${kafka.options.prefix}${TOPICS.readings}`
  const values: string[] = []
  let next = 0
  for (let i = 0; i < 12; i++) {
    const transaction = await producer.transaction()
    await transaction.send({ topic, messages: [{ key: 'M1', value: `${i}` }] })
    if (i % 3 === 2) await transaction.abort()
    else await transaction.commit()
    if (i % 3 === 2) continue
    await reading.until(() => reading.log.waiting(0))
    const entries = await reading.log.read(0, next, 100)
    for (const entry of entries)
      if ('messages' in entry) values.push(...entry.messages.map(m => String(m.value)))
    next = offsetsIn(entries).at(-1)! + 1
    await reading.log.trim(0, next)
  }
  await expect.poll(() => reading.log.backlog(), { timeout: 10_000 }).toBe(0)
  expect(values).toEqual(['0', '1', '3', '4', '6', '7', '9', '10'])
  expect(reading.log.counts).toMatchObject({ lost: 0, errors: 0 })
})
