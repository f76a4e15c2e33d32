import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Batch, LogEntry, ReadingBatch, ReadingLog } from '../../services/adapters/log/index.ts'
import { batchOf, MONDAY, sample } from '../support/readings.ts'

/** A reading log of one adapter. */
export interface LogUnderTest {
  readonly log: ReadingLog
  readonly partition: number
  /** Appends and waits until it is durable. */
  append(batch: Batch): Promise<void>
  appendTo(partition: number, batch: Batch): Promise<void>
  /** Closes the log and opens it anew on the same data. */
  reopen(): Promise<ReadingLog>
}

const batch = (...kws: number[]): ReadingBatch => batchOf(kws.map((kw, i) => sample(MONDAY, i, kw)))

const powers = (entries: readonly LogEntry[]): number[][] =>
  entries.map(entry => (entry.batch.kind === 'readings' ? [...entry.batch.kw] : []))

/** A batch with the bits of its columns, so that NaN and -0 count. */
const bitsOf = (given: Batch) =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      ArrayBuffer.isView(value)
        ? [
            value.constructor.name,
            Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex'),
          ]
        : value,
    ]),
  )

const reading = fc.record({
  meterId: fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
  atMs: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  kw: fc.float({ noNaN: true }),
  kvar: fc.float(),
  revision: fc.integer({ min: 0, max: 65_535 }),
})

/** What every adapter of the reading log promises. `open` answers an empty one, put away when the test ends. */
export const logContract = (name: string, open: () => Promise<LogUnderTest>): void => {
  describe(`the reading log on ${name}`, () => {
    it('is empty at first', async () => {
      const { log, partition } = await open()
      expect(await log.read(partition, 0, 1_000)).toEqual([])
      expect(await log.backlog()).toBe(0)
    })

    it('answers batches in the order they were appended, offsets rising', async () => {
      const { log, partition, append } = await open()
      for (let i = 0; i < 30; i++) await append(batch(i))
      const entries = await log.read(partition, 0, 1_000)
      expect(powers(entries)).toEqual(Array.from({ length: 30 }, (_, i) => [i]))
      const offsets = entries.map(({ offset }) => offset)
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
      expect(new Set(offsets).size).toBe(30)
    })

    it('answers whole batches until they hold as many readings as asked for', async () => {
      const { log, partition, append } = await open()
      await append(batch(1, 2, 3))
      await append(batch(4, 5))
      await append(batch(6))
      expect(powers(await log.read(partition, 0, 1))).toEqual([[1, 2, 3]])
      expect(powers(await log.read(partition, 0, 3))).toEqual([[1, 2, 3]])
      expect(powers(await log.read(partition, 0, 4))).toEqual([
        [1, 2, 3],
        [4, 5],
      ])
    })

    it('answers from an offset on, and the same twice', async () => {
      const { log, partition, append } = await open()
      for (let i = 0; i < 4; i++) await append(batch(i))
      const { offset } = (await log.read(partition, 0, 1_000))[2]!
      expect(powers(await log.read(partition, offset, 1_000))).toEqual([[2], [3]])
      expect(powers(await log.read(partition, offset, 1_000))).toEqual([[2], [3]])
      expect(await log.read(partition, offset + 2, 1_000)).toEqual([])
    })

    it('lets go what is below an offset, and counts what waits', async () => {
      const { log, partition, append } = await open()
      for (let i = 0; i < 4; i++) await append(batch(i, i))
      expect(await log.backlog()).toBe(8)
      const { offset } = (await log.read(partition, 0, 1_000))[2]!
      await log.trim(partition, offset)
      expect(await log.backlog()).toBe(4)
      expect(powers(await log.read(partition, offset, 1_000))).toEqual([
        [2, 2],
        [3, 3],
      ])
    })

    it('never gives an offset twice, not even when all was let go and it was opened again', async () => {
      const { log, partition, append, reopen } = await open()
      await append(batch(1))
      const first = (await log.read(partition, 0, 1_000))[0]!.offset
      await log.trim(partition, first + 1)
      const again = await reopen()
      await again.append(partition, batch(2))
      const entries = await again.read(partition, first + 1, 1_000)
      expect(powers(entries)).toEqual([[2]])
    })

    it('still holds what was appended when it is opened again', async () => {
      const { partition, append, reopen } = await open()
      await append(batch(1, 2))
      await append(batch(3))
      const again = await reopen()
      expect(powers(await again.read(partition, 0, 1_000))).toEqual([[1, 2], [3]])
      expect(await again.backlog()).toBe(3)
    })

    it('answers every reading as it was, bit for bit', async () => {
      const { log, partition, append } = await open()
      await fc.assert(
        fc.asyncProperty(fc.array(reading, { minLength: 1, maxLength: 50 }), async readings => {
          const given = batchOf(readings)
          const next = ((await log.read(partition, 0, Number.MAX_SAFE_INTEGER)).at(-1)?.offset ?? 0) + 1
          await append(given)
          const [entry] = await log.read(partition, next, 1)
          expect(bitsOf(entry!.batch)).toEqual(bitsOf(given))
        }),
        { numRuns: 50 },
      )
    })

    it('answers day rows and registers as they were, bit for bit', async () => {
      const { log, partition, append } = await open()
      const days: Batch = {
        kind: 'days',
        side: 'secondary',
        meterIds: ['M1', '表计2'],
        points: 24,
        firstAtMidnight: true,
        meter: Uint32Array.of(1, 0),
        day: Int32Array.of(MONDAY, MONDAY + 1),
        kw: Float32Array.from({ length: 48 }, (_, i) => (i % 5 === 0 ? Number.NaN : i / 3)),
        kvar: null,
        revision: Uint16Array.of(0, 7),
      }
      const column = (...values: number[]): Float64Array<ArrayBuffer> => Float64Array.from(values)
      const registers: Batch = {
        kind: 'registers',
        side: 'primary',
        meterIds: ['M1'],
        meter: Uint32Array.of(0, 0, 0),
        day: Int32Array.of(MONDAY, MONDAY + 1, MONDAY + 2),
        total: column(123_456.78, 0.1 + 0.2, 999_999.99),
        sharp: column(Number.NaN, Number.NaN, Number.NaN),
        peak: column(0, 0, 0),
        flat: column(-0, 0, 0),
        valley: column(1, 2, 3),
        maxKw: column(5, 5, 5),
        maxAtMs: column(Number.NaN, 1e12, Number.NaN),
        revision: Uint16Array.of(0, 0, 0),
      }
      await append(days)
      await append(registers)
      expect(await log.backlog()).toBe(38 + 3)
      const entries = await log.read(partition, 0, 1_000)
      expect(entries.map(({ batch }) => bitsOf(batch))).toEqual([days, registers].map(bitsOf))
    })

    it('keeps partitions apart', async () => {
      const { log, partition, append, appendTo } = await open()
      await append(batch(1))
      await appendTo(partition + 1, batch(2, 3))
      expect(powers(await log.read(partition, 0, 1_000))).toEqual([[1]])
      expect(powers(await log.read(partition + 1, 0, 1_000))).toEqual([[2, 3]])
      expect([await log.backlog(partition), await log.backlog(partition + 1), await log.backlog()]).toEqual([
        1, 2, 3,
      ])
      await log.trim(partition, Number.MAX_SAFE_INTEGER)
      expect([await log.backlog(partition), await log.backlog(partition + 1)]).toEqual([0, 2])
    })
  })
}
