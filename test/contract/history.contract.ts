import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { History, StoredDay, StoredRegister } from '../../services/adapters/history/index.ts'
import { MONDAY } from '../support/readings.ts'
import { registerRow } from '../support/registers.ts'

/** A reading history of one adapter. */
export interface HistoryUnderTest {
  readonly history: History
  /** The same history as somebody sees it who only reads */
  readonly reader: History
  /** Writes and waits until it is confirmed. */
  write(days: readonly StoredDay[]): Promise<void>
  /** Runs other changes and waits until they are confirmed. */
  change<T>(work: (history: History) => Promise<T>): Promise<T>
  /** Closes the history and opens it anew on the same data. */
  reopen(): Promise<History>
}

const day = (change: Partial<StoredDay> = {}): StoredDay => ({
  pointId: 'P1',
  day: MONDAY,
  intervalMinutes: 15,
  kw: Float32Array.from({ length: 96 }, (_, i) => i / 3),
  kvar: null,
  revision: null,
  sources: [{ meterId: 'P1', multiplier: null }],
  source: null,
  clashed: null,
  ...change,
})

const register = (change: Partial<StoredRegister> = {}): StoredRegister =>
  registerRow({ pointId: 'P1', total: 1_000.5, peak: 100, flat: 500.25, valley: 400.25, ...change })

const bits = (values: Float32Array | null): number[] | null =>
  values && [...new Uint32Array(values.slice().buffer)]

const bitsOf = ({ kw, kvar, revision, source, clashed, ...rest }: StoredDay) => ({
  ...rest,
  kw: bits(kw),
  kvar: bits(kvar),
  revision: revision && [...revision],
  source: source && [...source],
  clashed: clashed && [...clashed],
})

const column = fc.array(fc.float(), { minLength: 24, maxLength: 24 }).map(values => Float32Array.from(values))
const small = fc
  .array(fc.integer({ min: 0, max: 2 }), { minLength: 24, maxLength: 24 })
  .map(list => Uint8Array.from(list))
const anyDay = fc.record({
  pointId: fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
  day: fc.integer({ min: 12_784, max: 40_000 }),
  intervalMinutes: fc.constant(60),
  kw: column,
  kvar: fc.option(column),
  revision: fc.option(
    fc
      .array(fc.integer({ min: 0, max: 65_535 }), { minLength: 24, maxLength: 24 })
      .map(list => Uint16Array.from(list)),
  ),
  sources: fc.array(
    fc.record({
      meterId: fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
      multiplier: fc.option(fc.double({ min: 0.001, max: 1e6, noNaN: true })),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  source: fc.option(small),
  clashed: fc.option(small),
})

/** What every adapter of the history promises. `open` answers an empty one, put away when the test ends. */
export const historyContract = (name: string, open: () => Promise<HistoryUnderTest>): void => {
  describe(`the reading history on ${name}`, () => {
    it('knows nothing at first', async () => {
      const { history } = await open()
      expect(await history.read('P1', MONDAY)).toBeUndefined()
      expect(await history.window('P1', MONDAY, MONDAY + 9)).toEqual([])
    })

    it('answers a day as it was written, bit for bit', async () => {
      const { history, write } = await open()
      await fc.assert(
        fc.asyncProperty(anyDay, async given => {
          await write([given])
          expect(bitsOf((await history.read(given.pointId, given.day))!)).toEqual(bitsOf(given))
        }),
        { numRuns: 50 },
      )
    })

    it.each([1, 5, 15, 30, 60])('holds days of %i-minute intervals', async intervalMinutes => {
      const { history, write } = await open()
      const given = day({ intervalMinutes, kw: new Float32Array(1_440 / intervalMinutes).fill(0.1) })
      await write([given])
      expect(bitsOf((await history.read('P1', MONDAY))!)).toEqual(bitsOf(given))
    })

    it('keeps kvar absent apart from kvar of which nothing is known', async () => {
      const { history, write } = await open()
      await write([day(), day({ day: MONDAY + 1, kvar: new Float32Array(96).fill(Number.NaN) })])
      expect((await history.read('P1', MONDAY))?.kvar).toBeNull()
      expect((await history.read('P1', MONDAY + 1))?.kvar?.every(Number.isNaN)).toBe(true)
    })

    it('changes nothing when the same day is written again', async () => {
      const { history, write } = await open()
      const given = day({ kvar: new Float32Array(96).fill(0.3), revision: new Uint16Array(96).fill(7) })
      await write([given])
      const before = await history.window('P1', MONDAY - 1, MONDAY + 1)
      await write([given, given])
      expect(await history.window('P1', MONDAY - 1, MONDAY + 1)).toEqual(before)
    })

    it('holds the later of two writes of a day, whole', async () => {
      const { history, write } = await open()
      await write([day({ kvar: new Float32Array(96), revision: new Uint16Array(96).fill(2) })])
      const later = day({ kw: new Float32Array(96).fill(9) })
      await write([later])
      expect(bitsOf((await history.read('P1', MONDAY))!)).toEqual(bitsOf(later))
    })

    it('answers a window with both its ends, rising, without days that have no readings', async () => {
      const { history, write } = await open()
      await write([5, 1, 3, 9].map(offset => day({ day: MONDAY + offset })))
      await write([day({ pointId: 'P2', day: MONDAY + 2 }), day({ pointId: 'P', day: MONDAY + 3 })])
      const days = async (from: number, to: number) =>
        (await history.window('P1', MONDAY + from, MONDAY + to)).map(stored => stored.day - MONDAY)
      expect(await days(1, 5)).toEqual([1, 3, 5])
      expect(await days(2, 4)).toEqual([3])
      expect(await days(0, 100)).toEqual([1, 3, 5, 9])
      expect(await days(6, 8)).toEqual([])
      expect(await days(5, 1)).toEqual([])
    })

    it('still holds what was confirmed when it is opened again', async () => {
      const { write, reopen } = await open()
      await write([day()])
      expect(bitsOf((await (await reopen()).read('P1', MONDAY))!)).toEqual(bitsOf(day()))
    })

    it('shows a reader what was confirmed', async () => {
      const { reader, write } = await open()
      await write([day()])
      expect(bitsOf((await reader.read('P1', MONDAY))!)).toEqual(bitsOf(day()))
      await write([day({ kw: new Float32Array(96).fill(5) })])
      expect((await reader.read('P1', MONDAY))?.kw[0]).toBe(5)
    })

    it('answers registers as they were written, by day and meter', async () => {
      const { history, change } = await open()
      const exchanged = register({
        day: MONDAY + 1,
        source: { meterId: 'M2', multiplier: 40 },
        total: 0.1 + 0.2,
      })
      const rows = [
        register(),
        register({ day: MONDAY + 1, maxKw: 88.5, maxAtMs: 1e12, revision: 3 }),
        exchanged,
      ]
      await change(own => own.writeRegisters(rows))
      await change(own => own.writeRegisters([register({ pointId: 'P2', total: 1 })]))
      expect(await history.registers('P1', MONDAY, MONDAY + 1)).toEqual(rows)
      expect(await history.registers('P1', MONDAY + 1, MONDAY + 9)).toEqual(rows.slice(1))
      await change(own => own.writeRegisters([register({ total: 2_000 })]))
      expect((await history.registers('P1', MONDAY, MONDAY))[0]?.total).toBe(2_000)
      await change(own => own.removeRegister(exchanged))
      expect(await history.registers('P1', MONDAY + 1, MONDAY + 1)).toEqual([rows[1]])
    })

    it('removes one day and no other', async () => {
      const { history, write, change } = await open()
      await write([0, 1, 2].map(offset => day({ day: MONDAY + offset })))
      await change(own => own.remove('P1', MONDAY + 1))
      const days = (await history.window('P1', MONDAY, MONDAY + 9)).map(stored => stored.day - MONDAY)
      expect(days).toEqual([0, 2])
    })

    it('lets go the oldest days first, no more than asked for and none that is to be kept', async () => {
      const { history, write, change } = await open()
      await write([0, 1, 2, 3].map(offset => day({ day: MONDAY + offset })))
      await write([day({ pointId: 'P2' })])
      await change(own => own.writeRegisters([register(), register({ day: MONDAY + 3 })]))
      const left = async () => (await history.window('P1', 0, MONDAY + 9)).map(stored => stored.day - MONDAY)
      expect(await change(own => own.letGo('P1', MONDAY + 3, 2))).toBe(2)
      expect(await left()).toEqual([2, 3])
      expect(await change(own => own.letGo('P1', MONDAY + 3, 100))).toBe(2)
      expect(await left()).toEqual([3])
      expect((await history.registers('P1', 0, MONDAY + 9)).map(row => row.day - MONDAY)).toEqual([3])
      expect(await history.window('P2', MONDAY, MONDAY)).toHaveLength(1)
    })
  })
}
