import { expect, it } from 'vitest'
import type { KafkaLog, LogEntry } from '../../services/adapters/log/index.ts'
import { batchOf, MONDAY, type Sample, sample } from '../support/readings.ts'
import { testKafka } from './support/kafka.ts'

const MESSAGES = 300_000
const METERS = 1_000
const BUFFER_BYTES = 8_000_000
/** As long as the group gives a silent member before it takes its partitions away */
const SESSION_MS = 10_000

const waitingIn = (log: KafkaLog): number =>
  log.owned().reduce((sum, partition) => sum + (log.waiting(partition)?.messages ?? 0), 0)

const valuesIn = (entries: readonly LogEntry[]): { meterId: string; kw: number }[] =>
  entries.flatMap(entry =>
    'messages' in entry ? entry.messages.map(({ value }) => JSON.parse(String(value))) : [],
  )

it('keeps its memory and its place in the group while nobody reads, and loses nothing', async () => {
  const kafka = await testKafka({ partitions: 3 })
  const writer = await kafka.open()
  for (let from = 0; from < MESSAGES; from += 50_000) {
    const samples = Array.from({ length: 50_000 }, (_, i): Sample => {
      const n = from + i
      return sample(MONDAY, 0, Math.floor(n / METERS), { meterId: `M${n % METERS}` })
    })
    await writer.append(0, batchOf(samples))
  }
  const { log, until, readAll } = await kafka.openReading({ bufferBytes: BUFFER_BYTES })
  await until(() => log.counts.paused >= 3)
  const held = waitingIn(log)
  expect(log.bufferedBytes()).toBeLessThanOrEqual(BUFFER_BYTES)
  expect(held).toBeGreaterThan(MESSAGES / 20)
  const pausedAtMs = log.lastPollMs()
  await expect
    .poll(() => log.lastPollMs() - pausedAtMs, { timeout: 30_000, interval: 500 })
    .toBeGreaterThan(SESSION_MS)
  expect(waitingIn(log)).toBe(held)
  expect(log.counts.rejoins).toBe(0)

  const next = new Map(log.owned().map(partition => [partition, 0]))
  const seen = new Map<string, number>()
  for (let total = 0; total < MESSAGES; ) {
    for (const [partition, offset] of next) {
      const entries = await readAll(partition, offset, 2_000)
      for (const { meterId, kw } of valuesIn(entries)) {
        // In the order they were appended, none left out, none twice.
        expect(kw).toBe(seen.get(meterId) ?? 0)
        seen.set(meterId, kw + 1)
        total++
      }
      if (entries.length > 0) next.set(partition, entries.at(-1)!.offset + 1)
      expect(log.bufferedBytes()).toBeLessThanOrEqual(BUFFER_BYTES)
    }
  }
  expect(seen.size).toBe(METERS)
  expect(log.counts).toMatchObject({ rejoins: 0, lost: 0, errors: 0 })
})
