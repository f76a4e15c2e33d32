import { z } from 'zod'
import { DayRow } from './day-row.ts'
import { Reading } from './reading.ts'
import { DailyRegister } from './register.ts'
import { MessageHeaders, RejectedHeaders, TOPICS } from './topic.ts'

type Json = Record<string, unknown>

const MEDIA_TYPE = 'application/json'

/** What Dianshao reads from Kafka and writes to it, as an AsyncAPI 3.0 document. */
export const asyncApi = (): Json => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Dianshao on Kafka',
    version: '1.0.0',
    description:
      'Topics may have a prefix (DIANSHAO_KAFKA_TOPIC_PREFIX). Messages are keyed by the meter’s id and partitioned as ' +
      'Kafka’s clients do by default, so that those of one meter keep their order. Batches may be packed by gzip, ' +
      'snappy, lz4 or zstd. A message may come more than once.',
  },
  defaultContentType: MEDIA_TYPE,
  channels: {
    readings: channel(TOPICS.readings, 'One reading a message.', ['reading']),
    days: channel(TOPICS.days, 'One day row, or one row of daily registers, a message.', [
      'dayRow',
      'dailyRegister',
    ]),
    rejected: channel(
      TOPICS.rejected,
      'What was turned away, as it arrived, with the reason in its headers.',
      ['rejected'],
    ),
  },
  operations: {
    takeReadings: operation('receive', 'readings', 'Readings are stored and judged.'),
    takeDays: operation('receive', 'days', 'Day rows and registers are stored and judged.'),
    passReadings: operation('send', 'readings', 'What came by HTTP or as a file, checked already.'),
    passDays: operation('send', 'days', 'What came by HTTP or as a file, checked already.'),
    turnAway: operation(
      'send',
      'rejected',
      'What cannot be stored; a point of a day row as a reading of its own.',
    ),
  },
  components: {
    messages: {
      reading: message('Reading', Reading, READING),
      dayRow: message('DayRow', DayRow, DAY_ROW),
      dailyRegister: message('DailyRegister', DailyRegister, REGISTER),
      rejected: {
        name: 'Rejected',
        contentType: 'application/octet-stream',
        headers: schemaOf(z.object({ ...MessageHeaders.shape, ...RejectedHeaders.shape })),
        payload: { description: 'The bytes that arrived, whatever they are' },
        bindings: { kafka: { key: { description: 'The key that it had, if any' } } },
        examples: [{ headers: REJECTED, payload: '{"meterId": "M0001", "at": "yesterday", "kw": 412.5}' }],
      },
    },
  },
})

const READING = { meterId: 'M0001', at: '2026-11-01T00:15:00+08:00', kw: 412.5, kvar: 96.1 }

const DAY_ROW = {
  meterId: 'M0001',
  date: '2026-11-01',
  kw: Array.from({ length: 24 }, (_, hour) => (hour === 3 ? null : 400 + hour / 2)),
}

const REGISTER = {
  meterId: 'M0001',
  date: '2026-11-01',
  total: 123_456.78,
  peak: 40_100.2,
  valley: 51_020.5,
  maxKw: 431.2,
}

const REJECTED = RejectedHeaders.parse({
  reason: 'bad-time',
  detail: 'The time "yesterday" is no instant: write it like 2026-11-01T00:15:00+08:00.',
  source: 'meter.readings/3/1027',
})

const schemaOf = (contract: z.ZodType): Json => {
  const {
    $schema: _,
    id: __,
    ...schema
  } = z.toJSONSchema(contract, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
  }) as Json
  return schema
}

const channel = (address: string, description: string, messages: readonly string[]): Json => ({
  address,
  description,
  messages: Object.fromEntries(messages.map(name => [name, { $ref: `#/components/messages/${name}` }])),
  bindings: { kafka: { topic: address } },
})

const operation = (action: 'receive' | 'send', name: string, summary: string): Json => ({
  action,
  summary,
  channel: { $ref: `#/channels/${name}` },
})

const message = (name: string, contract: z.ZodType, example: Json): Json => ({
  name,
  contentType: MEDIA_TYPE,
  headers: schemaOf(MessageHeaders),
  payload: schemaOf(contract),
  bindings: { kafka: { key: { type: 'string', minLength: 1, maxLength: 64, description: 'The meterId' } } },
  examples: [{ payload: contract.parse(example) }],
})
