import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Batch, LogEntry, ReadingBatch } from '../../services/adapters/log/index.ts'
import { batchOf, MONDAY, sample } from '../support/readings.ts'
import { testEmbedded } from './embedded.ts'
import { column, dayRows, registerRows } from './stock-batches.ts'

const PARTITION = 0

const batch = (...kws: number[]): ReadingBatch => batchOf(kws.map((kw, i) => sample(MONDAY, i, kw)))

const batchesIn = (entries: readonly LogEntry[]): Batch[] =>
  entries.flatMap(entry => ('batch' in entry ? [entry.batch] : []))

const powers = (entries: readonly LogEntry[]): number[][] =>
  batchesIn(entries).map(given => (given.kind === 'readings' ? [...given.kw] : []))

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

const open = async () => {
  const { ports } = await testEmbedded()
  const append = (given: Batch): Promise<void> =>
    ports.store.transact(() => ports.log.append(PARTITION, given))
  return { log: ports.log, append }
}

describe('the batches of the embedded log', () => {
  it('stay whole, each with an offset of its own', async () => {
    const { log, append } = await open()
    for (let i = 0; i < 30; i++) await append(batch(i, i))
    const entries = await log.read(PARTITION, 0, 1_000)
    expect(powers(entries)).toEqual(Array.from({ length: 30 }, (_, i) => [i, i]))
    const offsets = entries.map(({ offset }) => offset)
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
    expect(new Set(offsets).size).toBe(30)
  })

  it('are answered until they hold as many readings as asked for', async () => {
    const { log, append } = await open()
    await append(batch(1, 2, 3))
    await append(batch(4, 5))
    await append(batch(6))
    expect(powers(await log.read(PARTITION, 0, 1))).toEqual([[1, 2, 3]])
    expect(powers(await log.read(PARTITION, 0, 3))).toEqual([[1, 2, 3]])
    expect(powers(await log.read(PARTITION, 0, 4))).toEqual([
      [1, 2, 3],
      [4, 5],
    ])
  })

  it('keep every bit of readings', async () => {
    const { log, append } = await open()
    await fc.assert(
      fc.asyncProperty(fc.array(reading, { minLength: 1, maxLength: 50 }), async readings => {
        const given = batchOf(readings)
        const next = ((await log.read(PARTITION, 0, Number.MAX_SAFE_INTEGER)).at(-1)?.offset ?? 0) + 1
        await append(given)
        const [answered] = batchesIn(await log.read(PARTITION, next, 1))
        expect(bitsOf(answered!)).toEqual(bitsOf(given))
      }),
      { numRuns: 50 },
    )
  })

  it('keep every bit of day rows and registers, and are counted by their readings', async () => {
    const { log, append } = await open()
    const days = dayRows()
    const registers = registerRows({
      flat: column(-0, 0, 0),
      maxKw: column(5, 5, 5),
      maxAtMs: column(Number.NaN, 1e12, Number.NaN),
      revision: Uint16Array.of(0, 0, 0),
    })
    await append(days)
    await append(registers)
    expect(await log.backlog()).toBe(38 + 3)
    const entries = await log.read(PARTITION, 0, 1_000)
    expect(batchesIn(entries).map(bitsOf)).toEqual([days, registers].map(bitsOf))
  })

  it('are all let go by the highest offset, those of other partitions kept', async () => {
    const { ports } = await testEmbedded()
    for (const partition of [0, 1]) await ports.store.transact(() => ports.log.append(partition, batch(1, 2)))
    await ports.log.trim(0, Number.MAX_SAFE_INTEGER)
    expect([await ports.log.backlog(0), await ports.log.backlog(1)]).toEqual([0, 2])
  })
})
