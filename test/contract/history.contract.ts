import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { History, StoredDay, StoredRegister, WriteMark } from '../../services/adapters/history/index.ts'
import { MONDAY } from '../support/readings.ts'
import { registerRow } from '../support/registers.ts'

/** A reading history of one adapter. */
export interface HistoryUnderTest {
  readonly history: History
  /** The same history as somebody sees it who only reads */
  readonly reader: History
  /** Runs changes, each with a mark of its own, and waits until they are confirmed. */
  change<T>(work: (history: History, mark: () => WriteMark) => Promise<T>): Promise<T>
  /** Closes the history and opens it anew on the same data. */
  reopen(): Promise<History>
}

/** Marks as they rise along one partition of the log. */
export const risingMarks = (): (() => WriteMark) => {
  let offset = 0
  return () => ({ partition: 0, offset: offset++ })
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

const bits = (value: number): number | null =>
  Number.isNaN(value) ? null : new Uint32Array(Float32Array.of(value).buffer)[0]!

/** What a day says: each slot's value bit for bit, with whose it is. How it is laid out in columns is left open. */
const told = ({ pointId, day, intervalMinutes, ...columns }: StoredDay) => ({
  pointId,
  day,
  intervalMinutes,
  slots: Array.from(columns.kw, (kw, slot) => ({
    kw: bits(kw),
    kvar: bits(columns.kvar?.[slot] ?? Number.NaN),
    revision: columns.revision?.[slot] ?? 0,
    source: Number.isNaN(kw) ? null : columns.sources[columns.source?.[slot] ?? 0],
    clashed: Boolean(columns.clashed?.[slot]),
  })),
})

const toldAll = (days: readonly StoredDay[]) =>
  days.map(told).sort((a, b) => a.day - b.day || (a.pointId < b.pointId ? -1 : 1))

/** A row without its version. */
const toldRow = ({ version: _, ...row }: StoredRegister): StoredRegister => row

const finite = { noNaN: true, noDefaultInfinity: true } as const
const anySlot = fc.record({
  kw: fc.float({ min: 0, ...finite }),
  kvar: fc.oneof(fc.float(finite), fc.constant(Number.NaN)),
  revision: fc.integer({ min: 0, max: 65_535 }),
  source: fc.integer({ min: 0, max: 2 }),
  clashed: fc.boolean(),
})
const emptySlot = fc.constant({ kw: Number.NaN, kvar: Number.NaN, revision: 0, source: 0, clashed: false })
const anySlots = fc
  .array(fc.oneof({ weight: 3, arbitrary: anySlot }, emptySlot), { minLength: 24, maxLength: 24 })
  .filter(slots => slots.some(({ kw }) => !Number.isNaN(kw)))
const anyDay = fc
  .record({
    pointId: fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
    day: fc.integer({ min: 12_784, max: 40_000 }),
    slots: anySlots,
    sources: fc.array(
      fc.record({
        meterId: fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
        multiplier: fc.option(fc.double({ min: 0.001, max: 1e6, noNaN: true })),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    has: fc.record({
      kvar: fc.boolean(),
      revision: fc.boolean(),
      source: fc.boolean(),
      clashed: fc.boolean(),
    }),
  })
  .map(({ pointId, day, slots, sources, has }): StoredDay => {
    const column = <T>(told: boolean, values: T): T | null => (told ? values : null)
    return {
      pointId,
      day,
      intervalMinutes: 60,
      kw: Float32Array.from(slots, ({ kw }) => kw),
      kvar: column(
        has.kvar,
        Float32Array.from(slots, ({ kvar }) => kvar),
      ),
      revision: column(
        has.revision,
        Uint16Array.from(slots, ({ revision }) => revision),
      ),
      sources,
      source: column(
        has.source,
        Uint8Array.from(slots, ({ source }) => source % sources.length),
      ),
      clashed: column(
        has.clashed,
        Uint8Array.from(slots, ({ clashed }) => Number(clashed)),
      ),
    }
  })

const ODD_IDS = [
  '',
  ' ',
  'a b',
  'a,b',
  'a=b',
  'a\\',
  '\\',
  'a\nb',
  'a\r\nb',
  '"',
  "'",
  '%',
  '%41',
  '\u0024{a}',
  '#',
  '甲 乙',
  '\u3000',
  '\u{1f600}',
  '-',
  '/^a$/',
  'A',
]

/** What every adapter of the history promises. `open` answers an empty one, put away when the test ends. */
export const historyContract = (name: string, openHistory: () => Promise<HistoryUnderTest>): void => {
  const open = async () => {
    const under = await openHistory()
    const write = (days: readonly StoredDay[]) => under.change((history, mark) => history.write(days, mark()))
    return { ...under, write }
  }

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
          expect(told((await history.read(given.pointId, given.day))!)).toEqual(told(given))
        }),
        { numRuns: 50 },
      )
    })

    it.each([1, 5, 15, 30, 60])('holds days of %i-minute intervals', async intervalMinutes => {
      const { history, write } = await open()
      const given = day({ intervalMinutes, kw: new Float32Array(1_440 / intervalMinutes).fill(0.1) })
      await write([given])
      expect(told((await history.read('P1', MONDAY))!)).toEqual(told(given))
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
      expect(told((await history.read('P1', MONDAY))!)).toEqual(told(later))
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
      expect(told((await (await reopen()).read('P1', MONDAY))!)).toEqual(told(day()))
    })

    it('shows a reader what was confirmed', async () => {
      const { reader, write } = await open()
      await write([day()])
      expect(told((await reader.read('P1', MONDAY))!)).toEqual(told(day()))
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
      await change((own, mark) => own.writeRegisters(rows, mark()))
      await change((own, mark) => own.writeRegisters([register({ pointId: 'P2', total: 1 })], mark()))
      expect(await history.registers('P1', MONDAY, MONDAY + 1)).toEqual(rows)
      expect(await history.registers('P1', MONDAY + 1, MONDAY + 9)).toEqual(rows.slice(1))
      await change((own, mark) => own.writeRegisters([register({ total: 2_000 })], mark()))
      expect((await history.registers('P1', MONDAY, MONDAY))[0]?.total).toBe(2_000)
      await change((own, mark) => own.removeRegister(exchanged, mark()))
      expect(await history.registers('P1', MONDAY + 1, MONDAY + 1)).toEqual([rows[1]])
    })

    it('removes one day and no other', async () => {
      const { history, write, change } = await open()
      await write([0, 1, 2].map(offset => day({ day: MONDAY + offset })))
      await change((own, mark) => own.remove('P1', MONDAY + 1, mark()))
      const days = (await history.window('P1', MONDAY, MONDAY + 9)).map(stored => stored.day - MONDAY)
      expect(days).toEqual([0, 2])
    })

    it('answers the days of many points, and no others', async () => {
      const { history, write } = await open()
      const days = ['P1', 'P2', 'P3'].flatMap(pointId =>
        [0, 1, 2].map(offset =>
          day({ pointId, day: MONDAY + offset, kw: new Float32Array(96).fill(offset + 0.1) }),
        ),
      )
      await write(days)
      const wanted = [
        { pointId: 'P1', day: MONDAY },
        { pointId: 'P3', day: MONDAY },
        { pointId: 'P2', day: MONDAY + 2 },
        { pointId: 'P2', day: MONDAY + 3 },
        { pointId: 'P9', day: MONDAY },
      ]
      expect(toldAll(await history.readMany(wanted))).toEqual(toldAll([days[0]!, days[6]!, days[5]!]))
      expect(await history.readMany([])).toEqual([])
    })

    it('answers the days of more points than one question can name', async () => {
      const { history, write } = await open()
      const days = Array.from({ length: 230 }, (_, i) =>
        day({ pointId: `P${i}`, intervalMinutes: 60, kw: new Float32Array(24).fill(i) }),
      )
      await write(days)
      expect(toldAll(await history.readMany(days))).toEqual(toldAll(days))
    })

    it('answers the registers of many points, and no others', async () => {
      const { history, change } = await open()
      const rows = ['P1', 'P2', 'P3'].flatMap(pointId =>
        [0, 1].map(offset => register({ pointId, day: MONDAY + offset, total: offset + 0.25 })),
      )
      await change((own, mark) => own.writeRegisters(rows, mark()))
      const wanted = [
        { pointId: 'P1', day: MONDAY },
        { pointId: 'P3', day: MONDAY + 1 },
        { pointId: 'P9', day: MONDAY },
      ]
      const found = (await history.registersOf(wanted)).sort((a, b) => a.day - b.day)
      expect(found.map(toldRow)).toEqual([rows[0], rows[5]])
      expect(await history.registersOf([])).toEqual([])
    })

    it.each([
      [30, 15],
      [15, 30],
    ])(
      'holds a day that was written at %i minutes and then at %i as it was written last',
      async (before, after) => {
        const { history, write } = await open()
        const at = (intervalMinutes: number) =>
          day({ intervalMinutes, kw: new Float32Array(1_440 / intervalMinutes).fill(intervalMinutes) })
        await write([at(before)])
        await write([at(after)])
        expect(told((await history.read('P1', MONDAY))!)).toEqual(told(at(after)))
        await write([at(before)])
        expect(told((await history.read('P1', MONDAY))!)).toEqual(told(at(before)))
        expect(await history.window('P1', MONDAY, MONDAY)).toHaveLength(1)
      },
    )

    it('holds a slot that lost its reading as empty, and takes another into it', async () => {
      const { history, write } = await open()
      const partial = day({ kw: Float32Array.from(day().kw, (value, i) => (i < 4 ? Number.NaN : value)) })
      await write([day()])
      await write([partial])
      expect(told((await history.read('P1', MONDAY))!)).toEqual(told(partial))
      await write([day()])
      expect(told((await history.read('P1', MONDAY))!)).toEqual(told(day()))
    })

    it('answers no readings of a day that was removed, and those that come for it again', async () => {
      const { history, change, write } = await open()
      await write([day({ kw: new Float32Array(96).fill(7) })])
      await change((own, mark) => own.remove('P1', MONDAY, mark()))
      const left = await history.readMany([{ pointId: 'P1', day: MONDAY }])
      expect(left.flatMap(({ kw }) => [...kw]).every(Number.isNaN)).toBe(true)
      expect(await history.window('P1', MONDAY, MONDAY)).toEqual([])
      await write([day()])
      expect(told((await history.read('P1', MONDAY))!)).toEqual(told(day()))
      expect(toldAll(await history.window('P1', MONDAY, MONDAY))).toEqual([told(day())])
    })

    it('answers a register row that comes again after it was removed', async () => {
      const { history, change } = await open()
      const again = register({ total: 3 })
      await change((own, mark) => own.writeRegisters([register()], mark()))
      await change((own, mark) => own.removeRegister(register(), mark()))
      expect(await history.registers('P1', MONDAY, MONDAY)).toEqual([])
      expect(await history.registersOf([register()])).toEqual([])
      await change((own, mark) => own.writeRegisters([again], mark()))
      expect((await history.registers('P1', MONDAY, MONDAY)).map(toldRow)).toEqual([again])
    })

    it('tells apart ids of any characters', async () => {
      const { history, change, write } = await open()
      const days = ODD_IDS.map((pointId, i) =>
        day({
          pointId,
          intervalMinutes: 60,
          kw: new Float32Array(24).fill(i),
          sources: [{ meterId: `${pointId}!`, multiplier: null }],
        }),
      )
      const rows = ODD_IDS.map((meterId, i) =>
        register({ pointId: `${meterId}!`, source: { meterId, multiplier: 2 }, total: i }),
      )
      await write(days)
      await change((own, mark) => own.writeRegisters(rows, mark()))
      expect(toldAll(await history.readMany(days))).toEqual(toldAll(days))
      for (const given of days)
        expect(toldAll(await history.window(given.pointId, MONDAY, MONDAY))).toEqual([told(given)])
      for (const row of rows) expect(await history.registers(row.pointId, MONDAY, MONDAY)).toEqual([row])
      for (const { pointId } of days) expect(await change(own => own.letGo(pointId, MONDAY + 1, 1))).toBe(1)
      expect(await history.readMany(days)).toEqual([])
    })

    it('lets go the oldest days first, no more than asked for and none that is to be kept', async () => {
      const { history, write, change } = await open()
      await write([0, 1, 2, 3].map(offset => day({ day: MONDAY + offset })))
      await write([day({ pointId: 'P2' })])
      await change((own, mark) => own.writeRegisters([register(), register({ day: MONDAY + 3 })], mark()))
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
