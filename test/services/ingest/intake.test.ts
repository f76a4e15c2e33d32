import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { constants, gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shanghaiText } from '../../../schemas/day.ts'
import { RejectReason } from '../../../schemas/outcome.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { openInput } from '../../../services/commands/input-file.ts'
import { listRejects, outcomeCounts, takeIn } from '../../../services/ingest/index.ts'
import { createRegistryView } from '../../../services/registry/index.ts'
import { testFolder } from '../../support/folder.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY, slotEndMs } from '../../support/readings.ts'
import { type Station, testStation, withStation } from '../../support/station.ts'

const HEADER = 'meter_id,ts,kw,kvar'
const meters = [meter(), meter({ meterId: 'M2', contractKva: 100 })]
const at = (i: number): string => shanghaiText(slotEndMs(MONDAY, i))

/** As long as a message takes to another thread and back. */
const otherThread = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise(resolve => setImmediate(resolve))
}

/** Takes bytes into a station, as the services do. */
const take = async (station: Station, bytes: AsyncIterable<Uint8Array>, form: 'csv' | 'ndjson' = 'csv') => {
  const registry = createRegistryView(station.ports.store.db)
  await registry.refresh()
  const result = await takeIn(
    bytes,
    { form },
    {
      meters: registry,
      append: async (batch, rejects) => {
        await otherThread()
        await station.engine.append(batch, rejects, 'test')
      },
      nowMs: station.clock.now,
    },
  )
  await station.engine.settle()
  return result
}

const bytesOf = (text: string): AsyncIterable<Uint8Array> => Readable.from([Buffer.from(text)])

const valuesStored = async ({ ports }: Station, pointId: string, days = 600): Promise<number> =>
  (await ports.history.window(pointId, MONDAY, MONDAY + days))
    .flatMap(({ kw }) => [...kw])
    .filter(kw => !Number.isNaN(kw)).length

describe('takeIn', () => {
  it('tells what became of every line, and keeps what it turned away', async () => {
    const station = await testStation({ meters })
    const rows = [
      `M1,${at(0)},1,`,
      `M1,${at(1)},NaN,`,
      `M9,${at(1)},1,`,
      `M1,${at(2)},2,1`,
      `M2,${at(2)},90000,`,
    ]
    const result = await take(station, bytesOf(`${HEADER}\n${rows.join('\n')}\n`))
    expect(result).toMatchObject({ received: 5, accepted: 2, rejected: 3 })
    expect(result.byReason).toEqual({ 'not-a-number': 1, 'unknown-meter': 1, 'implausible-power': 1 })
    expect(result.firstRejects.map(({ line }) => line)).toEqual([3, 4, 6])
    const book = await listRejects(station.ports.store.db, { limit: 10 })
    expect(book.map(({ raw }) => raw)).toEqual([rows[1], rows[2], rows[4]])
    expect(await valuesStored(station, 'M1')).toBe(2)
  })

  it('takes the same lines again without a change, and counts the same reject once more', async () => {
    const station = await testStation({ meters })
    const text = `${HEADER}\nM1,${at(0)},1,\nM1,${at(1)},NaN,\n`
    await take(station, bytesOf(text))
    await take(station, bytesOf(text))
    expect(await outcomeCounts(station.ports.store.db)).toEqual({
      accepted: 1,
      duplicate: 1,
      'not-a-number': 2,
    })
    const book = await listRejects(station.ports.store.db, { limit: 10 })
    expect(book.map(({ times }) => times)).toEqual([2])
  })

  it('takes no line of a file with wrong columns', async () => {
    const station = await testStation({ meters })
    const refused = take(station, bytesOf(`meter,ts,kw\nM1,${at(0)},1\n`))
    await expect(refused).rejects.toThrow(ProblemError)
    await expect(refused).rejects.toThrow('meter_id missing; "meter" not known')
    expect(await outcomeCounts(station.ports.store.db)).toEqual({})
  })

  it('takes all but the cut line of a file that ends in the middle', async () => {
    const station = await testStation({ meters })
    const result = await take(station, bytesOf(`${HEADER}\nM1,${at(0)},1,\nM1,${at(1).slice(0, 9)}`))
    expect(result).toMatchObject({ received: 2, accepted: 1, byReason: { malformed: 1 } })
  })

  it('keeps a reject whole, so that it can be taken in again', async () => {
    const station = await testStation({ meters })
    const result = await take(station, bytesOf(`${'x'.repeat(5_000)}\n`), 'ndjson')
    expect(result.firstRejects[0]?.raw).toHaveLength(5_000)
  })

  it('holds any number of lines, with the first 50 rejects to look at', async () => {
    const station = await testStation({ meters })
    const rows = Array.from({ length: 30_000 }, (_, i) =>
      i % 4 === 0 ? `M1,${at(i)},,` : `M1,${at(i)},${i % 97},`,
    )
    const result = await take(station, bytesOf(`${HEADER}\n${rows.join('\n')}\n`))
    expect(result).toMatchObject({ received: 30_000, accepted: 22_500, rejected: 7_500 })
    expect(result.byReason).toEqual({ 'missing-field': 7_500 })
    expect(result.firstRejects).toHaveLength(50)
    expect(await valuesStored(station, 'M1')).toBe(22_500)
  })
})

describe('a stream that breaks off', () => {
  const rows = Array.from({ length: 45_000 }, (_, i) => `M1,${at(i)},${(i * 7919) % 1009}.${i % 10},`)

  it('leaves every line that was whole before the break', async () => {
    const station = await testStation({ meters })
    const broken = async function* () {
      yield Buffer.from(`${HEADER}\n${rows.slice(0, 100).join('\n')}\nM1,${at(100)},`)
      throw new Error('the line went dead')
    }
    await expect(take(station, broken())).rejects.toThrow('the line went dead')
    await station.engine.settle()
    expect(await valuesStored(station, 'M1')).toBe(100)
    expect(await outcomeCounts(station.ports.store.db)).toEqual({ accepted: 100 })
  })

  const zipped = gzipSync(`${HEADER}\n${rows.join('\n')}\n`)
  const wholeLinesIn = (part: Uint8Array): number =>
    gunzipSync(part, { finishFlush: constants.Z_SYNC_FLUSH }).toString().split('\n').length - 2
  const lengthWith = (lines: number): number => {
    let length = zipped.length
    for (let step = length / 2; step >= 1; step /= 2) {
      if (wholeLinesIn(zipped.subarray(0, Math.floor(length - step))) >= lines)
        length = Math.floor(length - step)
    }
    return length
  }

  // 20,000 lines are a batch: the break may come while one is on its way.
  it.each([5_000, 20_100, 22_000, 44_990])('leaves the %i lines that were whole in a .gz', async lines => {
    const station = await testStation({ meters })
    const part = zipped.subarray(0, lengthWith(lines))
    const whole = wholeLinesIn(part)
    expect(Math.abs(whole - lines)).toBeLessThan(10)
    const path = join(testFolder(), 'readings.csv.gz')
    writeFileSync(path, part)
    await expect(take(station, openInput(path).bytes)).rejects.toThrow('unexpected end of file')
    await station.engine.settle()
    expect(await valuesStored(station, 'M1')).toBe(whole)
  })
})

describe('an intake that is called off', () => {
  const NO_METERS = { find: () => undefined, knows: () => false }
  const rows = (count: number): string => `M1,${at(0)},1,\n`.repeat(count)

  it('keeps what came before, and ends with the reason at the next block', async () => {
    const controller = new AbortController()
    let isOpen = true
    const stream = async function* () {
      try {
        yield Buffer.from(`${HEADER}\n${rows(3)}`)
        controller.abort(new Error('enough'))
        for (;;) yield Buffer.from(rows(5))
      } finally {
        isOpen = false
      }
    }
    let rejected = 0
    const append = async (_: unknown, rejects: readonly unknown[]) => {
      rejected += rejects.length
    }
    const deps = { meters: NO_METERS, append, nowMs: Date.now }
    await expect(takeIn(stream(), { signal: controller.signal }, deps)).rejects.toThrow('enough')
    expect(rejected).toBe(3)
    expect(isOpen).toBe(false)
  })

  it('does not begin when it was called off before', async () => {
    const append = () => Promise.reject(new Error('appended'))
    const started = takeIn(
      bytesOf(`${HEADER}\n${rows(3)}`),
      { signal: AbortSignal.abort() },
      { meters: NO_METERS, append, nowMs: Date.now },
    )
    await expect(started).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  })
})

describe('the sum of outcomes', () => {
  const line = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('M1', 'M2', 'M9', ''),
        fc.nat(40),
        fc.constantFrom('1', '2', '90000', '-1', 'NaN', '1,5'),
      )
      .map(([id, i, kw]) => `${id},${at(i)},${kw},`),
    fc.constantFrom(
      'M1',
      'x,y,z,w',
      `M1,1970-01-01T00:15:00+08:00,1,`,
      `M1,2031-01-01T00:15:00+08:00,1,`,
      '{"meterId":',
    ),
    fc
      .string({ minLength: 1, maxLength: 30 })
      .filter(text => !/[\r\n\uFEFF]/.test(text) && text.trim() !== ''),
  )

  it('is the number of readings that came in, whatever came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 60 }), async lines => {
        await withStation({ meters }, async station => {
          const result = await take(station, bytesOf([HEADER, ...lines].join('\n')))
          const counts = await outcomeCounts(station.ports.store.db)
          const sum = Object.values(counts).reduce((a, b) => a + b, 0)
          expect(result.received).toBe(lines.length)
          expect(result.accepted + result.rejected).toBe(lines.length)
          expect(sum).toBe(lines.length)
          const reasons = RejectReason.options.filter(reason => counts[reason] !== undefined)
          expect(Object.fromEntries(reasons.map(reason => [reason, counts[reason]]))).toEqual(result.byReason)
          const book = await listRejects(station.ports.store.db, { limit: 500 })
          const lost = (counts.corrected ?? 0) + (counts.superseded ?? 0)
          expect(book.reduce((times, entry) => times + entry.times, 0)).toBe(result.rejected + lost)
        })
      }),
      { numRuns: 60 },
    )
  })
})
