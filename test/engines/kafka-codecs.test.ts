import { createRequire } from 'node:module'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import kafkajs from 'kafkajs'
import { compress as lz4Compress } from 'lz4js'
import { compress as snappyCompress } from 'snappyjs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { TOPICS } from '../../schemas/topic.ts'
import { unframeLz4 } from '../../services/adapters/log/kafka/lz4-frame.ts'
import { testKafka } from './support/kafka.ts'
import captured from './support/packed-records.data.json' with { type: 'json' }

const { CompressionCodecs, CompressionTypes } = kafkajs

/** LZ4 as Java's broker takes it: lz4js does not say that its blocks are independent of each other. */
const lz4 = (content: Buffer): Buffer => {
  const frame = Buffer.from(lz4Compress(content))
  frame[4] = 0x60
  frame[6] = 0x73
  return frame
}

const PACK = { GZIP: gzipSync, Snappy: snappyCompress, LZ4: lz4, ZSTD: zstdCompressSync }

const HEADER_BYTES = 61

interface Decoded {
  readonly records: readonly { offset: string; key: Buffer | null; value: Buffer | null }[]
}

/** The library's own reading of a batch, with the codecs that the log gave it. */
const decode = (batch: Buffer): Promise<Decoded> => {
  const load = createRequire(import.meta.url)
  const Decoder = load('kafkajs/src/protocol/decoder')
  return load('kafkajs/src/protocol/recordBatch/v0/decoder')(new Decoder(batch))
}

/** What was sent when the batches were captured: by Java every third row alone. */
const rows = Array.from({ length: 30 }, (_, i) => {
  const [hour, minute] = [Math.floor(i / 4), (i % 4) * 15].map(part => String(part).padStart(2, '0'))
  return {
    key: `M${i % 3}`,
    value: `{"meterId": "M${i % 3}", "at": "2026-11-01T${hour}:${minute}:00+08:00", "kw": ${412.5 + i}}`,
  }
})

describe('batches that other producers packed', () => {
  it.each(Object.entries(captured.batches))('are read: %s', async (_, base64) => {
    const { records } = await decode(Buffer.from(base64, 'base64'))
    const texts = records.map(({ key, value }) => ({ key: String(key), value: String(value) }))
    expect(texts.length).toBeGreaterThan(9)
    expect(texts).toEqual(rows.filter(row => texts.some(text => text.value === row.value)))
  })

  it('are read where LZ4 blocks are linked and have checksums', () => {
    const content = `${'0123456789abcdef'.repeat(4_096)}the end of block one|`.repeat(3)
    expect(unframeLz4(Buffer.from(captured.linkedLz4Frame, 'base64')).toString()).toBe(content)
  })

  it.each(Object.entries(captured.batches))(
    'become messages without a value when damaged: %s',
    async (_, base64) => {
      const batch = Buffer.from(base64, 'base64')
      const { records } = await decode(batch)
      const damaged = Buffer.concat([
        batch.subarray(0, HEADER_BYTES),
        Buffer.alloc(batch.length - HEADER_BYTES, 0xee),
      ])
      const answered = await decode(damaged)
      expect(answered.records.map(({ offset }) => offset)).toEqual(records.map(({ offset }) => offset))
      expect(answered.records.every(({ key, value }) => key === null && value === null)).toBe(true)
    },
  )
})

it.each(['GZIP', 'Snappy', 'LZ4', 'ZSTD'] as const)(
  'reads what comes packed by %s, and what comes after',
  async name => {
    const kafka = await testKafka()
    const { readAll } = await kafka.openReading()
    const unpacking = CompressionCodecs[CompressionTypes[name]]
    onTestFinished(() => {
      CompressionCodecs[CompressionTypes[name]] = unpacking
    })
    CompressionCodecs[CompressionTypes[name]] = () => ({
      ...unpacking(),
      compress: async ({ buffer }: { buffer: Buffer }) => PACK[name](buffer),
    })
    const producer = kafka.kafka.producer()
    onTestFinished(() => producer.disconnect())
    await producer.connect()
    const topic = `${kafka.options.prefix}${TOPICS.readings}`
    const sent = Array.from({ length: 5_000 }, (_, i) => ({
      key: `M${i % 7}`,
      value: `{"i":${i},"x":${Math.sin(i)}}`,
    }))
    await producer.send({ topic, compression: CompressionTypes[name], messages: sent })
    await producer.send({ topic, messages: [{ key: 'M1', value: 'last' }] })
    const entries = await readAll(0, 0)
    const values = entries.flatMap(entry =>
      'messages' in entry ? entry.messages.map(m => String(m.value)) : [],
    )
    expect(values).toEqual([...sent.map(({ value }) => value), 'last'])
  },
)
