import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Batch, LogEntry, ReadingBatch } from '../../services/adapters/log/index.ts'
import { batchOf, MONDAY, sample } from '../support/readings.ts'
import { offsetsIn, rowsIn, rowsOf } from './log-rows.ts'
import { column, dayRows, registerRows } from './stock-batches.ts'

/** A reading log of one adapter. */
export interface LogUnderTest {
  /** The partitions that readings, and day rows and registers, of any meter come to */
  readonly readings: number
  readonly days: number
  /** Appends and waits until it is durable. */
  append(batch: Batch): Promise<void>
  /** Reads, once everything that was appended can be read. */
  read(partition: number, offset: number, readings: number): Promise<LogEntry[]>
  trim(partition: number, offset: number): Promise<void>
  backlog(partition?: number): Promise<number>
  /** Closes the log and opens it anew on the same data. */
  reopen(): Promise<LogUnderTest>
}

/** A log with two partitions, and a way to append to each. */
export interface TwoPartitions extends Pick<LogUnderTest, 'read' | 'trim' | 'backlog'> {
  readonly partitions: readonly [number, number]
  append(which: 0 | 1, ...kws: number[]): Promise<void>
}

const batch = (...kws: number[]): ReadingBatch => batchOf(kws.map((kw, i) => sample(MONDAY, i, kw)))

const powers = (entries: readonly LogEntry[]): unknown[] => rowsIn(entries).map(({ values }) => values.kw)

/** What every adapter is sent is checked: power is a number from 0, and an instant a whole millisecond. */
const reading = fc.record({
  meterId: fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme' }),
  atMs: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  kw: fc.float({ min: 0, noNaN: true, noDefaultInfinity: true }),
  kvar: fc.float({ noDefaultInfinity: true }).map(value => value || Math.abs(value)),
  revision: fc.integer({ min: 0, max: 65_535 }),
})

/** What every adapter of the reading log promises. Both answer empty ones, put away when the test ends. */
export const logContract = (
  name: string,
  open: () => Promise<LogUnderTest>,
  openTwo: () => Promise<TwoPartitions>,
): void => {
  describe(`the reading log on ${name}`, () => {
    it('is empty at first', async () => {
      const { read, backlog, readings } = await open()
      expect(await read(readings, 0, 1_000)).toEqual([])
      expect(await backlog()).toBe(0)
    })

    it('answers readings in the order they were appended, offsets rising', async () => {
      const { read, append, readings } = await open()
      for (let i = 0; i < 30; i++) await append(batch(i))
      const entries = await read(readings, 0, 1_000)
      expect(powers(entries)).toEqual(Array.from({ length: 30 }, (_, i) => i))
      const offsets = offsetsIn(entries)
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
      expect(new Set(offsets).size).toBe(30)
      expect(entries.at(-1)!.offset).toBe(offsets.at(-1))
    })

    it('answers the first of them until they are as many as asked for', async () => {
      const { read, append, readings } = await open()
      await append(batch(1, 2, 3))
      await append(batch(4, 5))
      await append(batch(6))
      for (const asked of [1, 3, 4, 5, 6, 7]) {
        const answered = powers(await read(readings, 0, asked))
        expect(answered.length).toBeGreaterThanOrEqual(Math.min(asked, 6))
        expect(answered).toEqual([1, 2, 3, 4, 5, 6].slice(0, answered.length))
      }
      expect(powers(await read(readings, 0, 1))).not.toContain(6)
    })

    it('answers from an offset on, and the same twice', async () => {
      const { read, append, readings } = await open()
      for (let i = 0; i < 4; i++) await append(batch(i))
      const offset = offsetsIn(await read(readings, 0, 1_000))[2]!
      expect(powers(await read(readings, offset, 1_000))).toEqual([2, 3])
      expect(powers(await read(readings, offset, 1_000))).toEqual([2, 3])
      expect(await read(readings, offset + 2, 1_000)).toEqual([])
    })

    it('lets go what is below an offset, and counts what waits', async () => {
      const { read, trim, backlog, append, readings } = await open()
      for (let i = 0; i < 4; i++) await append(batch(i, i))
      expect(await backlog()).toBe(8)
      const offset = offsetsIn(await read(readings, 0, 1_000))[4]!
      await trim(readings, offset)
      expect(await backlog()).toBe(4)
      expect(powers(await read(readings, offset, 1_000))).toEqual([2, 2, 3, 3])
    })

    it('never gives an offset twice, not even when all was let go and it was opened again', async () => {
      const { read, trim, append, reopen, readings } = await open()
      await append(batch(1))
      const first = offsetsIn(await read(readings, 0, 1_000))[0]!
      await trim(readings, first + 1)
      const again = await reopen()
      await again.append(batch(2))
      const entries = await again.read(readings, first + 1, 1_000)
      expect(powers(entries)).toEqual([2])
    })

    it('still holds what was appended when it is opened again', async () => {
      const { append, reopen, readings } = await open()
      await append(batch(1, 2))
      await append(batch(3))
      const again = await reopen()
      expect(powers(await again.read(readings, 0, 1_000))).toEqual([1, 2, 3])
      expect(await again.backlog()).toBe(3)
    })

    it('answers every reading as it was, bit for bit', async () => {
      const { read, append, readings } = await open()
      let next = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(reading, { minLength: 1, maxLength: 50 }),
          fc.constantFrom('primary', 'secondary'),
          async (samples, side) => {
            const given = batchOf(samples, side)
            await append(given)
            const entries = await read(readings, next, Number.MAX_SAFE_INTEGER)
            next = entries.at(-1)!.offset + 1
            expect(rowsIn(entries)).toEqual(rowsOf(given))
          },
        ),
        { numRuns: 50 },
      )
    })

    it('answers day rows and registers as they were, bit for bit', async () => {
      const { read, append, days } = await open()
      const reactive: Batch = {
        ...dayRows(),
        side: 'primary',
        firstAtMidnight: false,
        kvar: Float32Array.from({ length: 48 }, (_, i) => (i % 7 === 0 ? Number.NaN : 1e5 - i / 3)),
      }
      const registers = registerRows({
        flat: column(Number.NaN, 0, 1e-9),
        maxKw: column(5, Number.NaN, 5),
        maxAtMs: column(Number.NaN, 1e12, 1e12 + 1),
        revision: Uint16Array.of(0, 0, 65_535),
      })
      const given = [dayRows(), reactive, registers]
      for (const each of given) await append(each)
      expect(rowsIn(await read(days, 0, 1_000))).toEqual(given.flatMap(rowsOf))
    })

    it('keeps partitions apart', async () => {
      const { read, trim, backlog, append, partitions } = await openTwo()
      const [one, other] = partitions
      await append(0, 1)
      await append(1, 2, 3)
      const first = await read(one, 0, 1_000)
      expect(powers(first)).toEqual([1])
      expect(powers(await read(other, 0, 1_000))).toEqual([2, 3])
      expect([await backlog(one), await backlog(other), await backlog()]).toEqual([1, 2, 3])
      await trim(one, first.at(-1)!.offset + 1)
      expect([await backlog(one), await backlog(other)]).toEqual([0, 2])
    })
  })
}
