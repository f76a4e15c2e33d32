import { describe, expect, it } from 'vitest'
import { dayStartMs } from '../../schemas/day.ts'
import { CORRECTIONS, createCommitted, type History } from '../../services/adapters/history/index.ts'
import { MONDAY } from '../support/readings.ts'
import { registerRow } from '../support/registers.ts'
import { freshDay, hourlyDay } from './support/history-days.ts'
import { testBucket } from './support/influx.ts'

const powers = async (history: History): Promise<number[]> => [
  ...((await history.read('P1', MONDAY))?.kw ?? new Float32Array(24).fill(Number.NaN)),
]
const power = async (history: History, slot: number): Promise<number | undefined> =>
  (await powers(history))[slot]

/** A worker on a bucket, with what it knows to be committed. */
const workers = async () => {
  const { open, query, place } = await testBucket()
  const worker = async () => {
    const committed = createCommitted()
    return { committed, history: await open({ isCommitted: committed.holds }) }
  }
  return { worker, query, place, everybody: await open() }
}

const correction = (offset: number) => ({ partition: CORRECTIONS, offset })

describe('the versions of the reading history on InfluxDB', () => {
  it('does not show values from beyond the checkpoint until it moves', async () => {
    const { worker } = await workers()
    const { history, committed } = await worker()
    committed.offsets.set(3, 10)
    const at = (offset: number) => ({ partition: 3, offset })
    await history.write([freshDay({ 0: { kw: 1 } }, at(9)), freshDay({ 1: { kw: 2 } }, at(10))], at(9))
    await history.write([freshDay({ 0: { kw: 5, version: 1 } }, at(11))], at(11))
    await history.writeRegisters([registerRow({ pointId: 'P1', total: 3 })], at(10))
    expect((await powers(history)).slice(0, 2)).toEqual([1, Number.NaN])
    expect((await history.window('P1', MONDAY, MONDAY))[0]?.kw[0]).toBe(1)
    expect(await history.registers('P1', MONDAY, MONDAY)).toEqual([])
    committed.offsets.set(3, 12)
    expect((await powers(history)).slice(0, 2)).toEqual([5, 2])
    expect((await history.read('P1', MONDAY))?.versions?.[0]).toBe(1)
    expect(await history.registers('P1', MONDAY, MONDAY)).toHaveLength(1)
  })

  it('writes only the slots that are fresh, each with its own place in the log', async () => {
    const { worker } = await workers()
    const { history, committed } = await worker()
    const fresh = new Map([
      [2, { partition: 0, offset: 4 }],
      [5, { partition: 1, offset: 90 }],
    ])
    await history.write([{ ...hourlyDay(), fresh }], { partition: 0, offset: 0 })
    committed.offsets.set(0, 5)
    const filled = async () => (await powers(history)).flatMap((kw, slot) => (Number.isNaN(kw) ? [] : [slot]))
    expect(await filled()).toEqual([2])
    committed.offsets.set(1, 91)
    expect(await filled()).toEqual([2, 5])
  })

  it('is not changed by a worker that is behind and writes what was written before', async () => {
    const { worker, everybody } = await workers()
    const [stale, next] = [await worker(), await worker()]
    const first = freshDay({ 0: { kw: 1 }, 1: { kw: 2 } }, { partition: 0, offset: 1 })
    const second = freshDay({ 0: { kw: 9, version: 1 } }, { partition: 0, offset: 2 })
    await stale.history.write([first], { partition: 0, offset: 1 })
    await next.history.write([first, second], { partition: 0, offset: 1 })
    next.committed.offsets.set(0, 3)
    const before = await next.history.read('P1', MONDAY)
    await stale.history.write([first], { partition: 0, offset: 1 })
    await stale.history.write([freshDay({ 0: { kw: 4 } }, { partition: 1, offset: 0 })], {
      partition: 1,
      offset: 0,
    })
    next.committed.offsets.set(1, 1)
    expect(await next.history.read('P1', MONDAY)).toEqual(before)
    expect((await powers(everybody)).slice(0, 2)).toEqual([9, 2])
  })

  it('has the higher revision of two values that got one number in work done twice', async () => {
    const { worker } = await workers()
    const { history, committed } = await worker()
    const value = (kw: number, revision: number, partition: number, offset: number) => {
      const mark = { partition, offset }
      return history.write([freshDay({ 0: { kw, version: 1, revision } }, mark)], mark)
    }
    for (const partition of [0, 1]) committed.offsets.set(partition, 100)
    await value(5, 3, 0, 1)
    await value(6, 2, 1, 50)
    expect(await power(history, 0)).toBe(5)
  })

  it('ends the same when a correction is broken off and done again, and the first comes late', async () => {
    const { worker } = await workers()
    const [stale, next] = [await worker(), await worker()]
    for (const { committed } of [stale, next]) committed.offsets.set(0, 10)
    await stale.history.write([{ ...hourlyDay(), fresh: undefined }], { partition: 0, offset: 5 })
    stale.committed.corrections.add(1)
    next.committed.corrections.add(2)
    const early = hourlyDay({ kw: new Float32Array(24).fill(1), kvar: new Float32Array(24).fill(0.5) })
    const final = hourlyDay({ kw: new Float32Array(24).fill(2) })
    const late = await stale.history.read('P1', MONDAY)
    await stale.history.write([early], correction(1))
    expect(await power(next.history, 0)).toBe(7)
    await next.history.write([final], correction(2))
    const before = await next.history.read('P1', MONDAY)
    expect(before?.kw[0]).toBe(2)
    expect(before?.kvar).toBeNull()
    await stale.history.write([late!], correction(1))
    await stale.history.write([early], correction(1))
    expect(await next.history.read('P1', MONDAY)).toEqual(before)
    await next.history.write([final], correction(2))
    expect(await next.history.read('P1', MONDAY)).toEqual(before)
  })

  it('tells of a day that was emptied the numbers its next values get', async () => {
    const { worker } = await workers()
    const { history, committed } = await worker()
    committed.offsets.set(0, 10)
    committed.corrections.add(1)
    await history.write(
      [freshDay({ 0: { kw: 1 }, 1: { kw: 1 } }, { partition: 0, offset: 1 })],
      correction(1),
    )
    await history.remove('P1', MONDAY, correction(1))
    const [emptied] = await history.readMany([hourlyDay()])
    expect(emptied?.kw.every(Number.isNaN)).toBe(true)
    expect([...emptied!.versions!.slice(0, 3)]).toEqual([2, 2, 0])
    const kw = emptied!.kw.map((_, slot) => (slot < 3 ? 8 : Number.NaN))
    const fresh = new Map([0, 1, 2].map(slot => [slot, { partition: 0, offset: 9 }]))
    await history.write([{ ...emptied!, kw, sources: hourlyDay().sources, fresh }], correction(1))
    expect((await powers(history)).slice(0, 4)).toEqual([8, 8, 8, Number.NaN])
  })

  it('numbers register rows, and holds the newest', async () => {
    const { worker } = await workers()
    const { history, committed } = await worker()
    committed.offsets.set(0, 10)
    const row = (total: number) => registerRow({ pointId: 'P1', total })
    const mark = { partition: 0, offset: 4 }
    await history.writeRegisters([{ ...row(1), mark }], mark)
    await history.writeRegisters([{ ...row(2), version: 1, mark }], mark)
    await history.writeRegisters([{ ...row(1), version: 0, mark }], mark)
    await history.writeRegisters([{ ...row(9), version: 2, mark: { partition: 0, offset: 10 } }], mark)
    expect(await history.registers('P1', MONDAY, MONDAY)).toEqual([{ ...row(2), version: 1 }])
  })

  it('lays values out so that the last of a slot is the newest', async () => {
    const { worker, query, place } = await workers()
    const { history } = await worker()
    const mark = { partition: 0, offset: 0 }
    await history.write([freshDay({ 0: { kw: 1.1 }, 1: { kw: 3 } }, mark)], mark)
    await history.write([freshDay({ 0: { kw: 2.2, version: 1 } }, mark)], mark)
    const from = new Date(dayStartMs(MONDAY)).toISOString()
    const csv = await query(`from(bucket: "${place.bucket}") |> range(start: ${from})
      |> filter(fn: (r) => r._measurement == "reading" and r.point == "P1" and r._field == "kw")
      |> aggregateWindow(every: 1h, fn: last, createEmpty: false, timeSrc: "_start")
      |> keep(columns: ["_time", "_value"])`)
    expect(csv.trim().split('\r\n').slice(1)).toEqual([
      ',_result,0,2024-05-05T16:00:00Z,2.2',
      ',_result,0,2024-05-05T17:00:00Z,3',
    ])
  })

  it('keeps the sums of days beside the readings, the later of two', async () => {
    const { worker, query, place } = await workers()
    const { history } = await worker()
    const total = { pointId: 'P 1', day: MONDAY, kwh: 12.5, maxKw: 4, coverage: 1 }
    await history.writeDayTotals([total])
    await history.writeDayTotals([
      { ...total, kwh: 13.5 },
      { ...total, pointId: 'P2', maxKw: Number.NaN },
    ])
    const csv = await query(`from(bucket: "${place.bucket}") |> range(start: 2024-05-01T00:00:00Z)
      |> filter(fn: (r) => r._measurement == "day" and r._field != "at")
      |> keep(columns: ["_time", "_value", "_field", "point"]) |> toString() |> group() |> sort(columns: ["point", "_field"])`)
    const rows = csv.trim().split('\r\n').slice(1)
    expect(rows.map(row => row.split(',').slice(3).join(' ')).sort()).toEqual(
      [
        'kwh 2024-05-05T16:00:00Z 13.5 P%201',
        'max_kw 2024-05-05T16:00:00Z 4 P%201',
        'coverage 2024-05-05T16:00:00Z 1 P%201',
        'kwh 2024-05-05T16:00:00Z 12.5 P2',
        'coverage 2024-05-05T16:00:00Z 1 P2',
      ].sort(),
    )
  })
})
