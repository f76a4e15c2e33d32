import { describe, expect, it } from 'vitest'
import { dayStartMs } from '../../schemas/day.ts'
import type { StoredDay } from '../../services/adapters/history/index.ts'
import { MONDAY } from '../support/readings.ts'
import { hourlyDay } from './support/history-days.ts'
import { testBucket } from './support/influx.ts'
import { shakyServer } from './support/shaky-server.ts'

const MARK = { partition: 0, offset: 0 }

/** Waiting that takes no time, and is told. */
const fakeTime = () => {
  let nowMs = 0
  const waits: number[] = []
  const delay = async (ms: number): Promise<void> => {
    waits.push(ms)
    nowMs += ms
  }
  return { waits, time: { nowMs: () => nowMs, random: () => 0.5, delay } }
}

/** A history behind a server that spoils writes, and the bucket behind both. */
const shaky = async (options: Parameters<Awaited<ReturnType<typeof testBucket>>['open']>[0] = {}) => {
  const bucket = await testBucket()
  const server = await shakyServer(bucket.place.url)
  const { waits, time } = fakeTime()
  const history = await bucket.open({ url: server.url, ...time, ...options })
  const reader = await bucket.open()
  return { bucket, server, waits, history, reader }
}

/** Days that take several requests to write. */
const manyDays = (): StoredDay[] =>
  Array.from({ length: 20 }, (_, i) =>
    hourlyDay({
      pointId: `P${i}`,
      intervalMinutes: 1,
      kw: Float32Array.from({ length: 1_440 }, (_, at) => at + i),
    }),
  )

const counted = async (query: (flux: string) => Promise<string>, bucket: string): Promise<number> => {
  const csv = await query(`from(bucket: "${bucket}") |> range(start: 2024-05-01T00:00:00Z)
    |> filter(fn: (r) => r._measurement == "reading" and r._field == "kw") |> group() |> count() |> keep(columns: ["_value"])`)
  return Number(csv.trim().split(',').at(-1))
}

describe('a server that does not do what it should', () => {
  it.each([
    ['is overloaded', [503, 429, 500]],
    ['resets connections', ['reset', 'reset']],
    ['loses its answers', ['forget', 'forget', 'forget']],
    ['does all of that', [503, 'forget', 'reset', 'forget', 429]],
  ] as const)('loses and doubles nothing when it %s', async (_, faults) => {
    const { bucket, server, waits, history, reader } = await shaky()
    server.faults.push(...faults)
    const days = manyDays()
    await history.write(days, MARK)
    expect(waits).toHaveLength(faults.length)
    expect(history.counts).toMatchObject({ linesWritten: 28_800, retries: faults.length, refused: 0 })
    expect(await counted(bucket.query, bucket.place.bucket)).toBe(28_800)
    const found = new Map((await reader.readMany(days)).map(({ pointId, kw }) => [pointId, kw]))
    expect(days.every(({ pointId, kw }) => found.get(pointId)!.every((value, i) => value === kw[i]))).toBe(
      true,
    )
    expect(history.isConnected()).toBe(true)
  })

  it('asks again when there is no answer in time', async () => {
    const { server, history, reader } = await shaky({ writeTimeoutMs: 1_000 })
    server.faults.push('stall')
    await history.write([hourlyDay()], MARK)
    expect(server.writes).toHaveLength(2)
    expect((await reader.read('P1', MONDAY))?.kw[0]).toBe(7)
  })

  it('gives up after half a minute of growing waits, and writes it all when asked again', async () => {
    const { bucket, server, waits, history } = await shaky()
    server.always = 503
    await expect(history.write(manyDays(), MARK)).rejects.toMatchObject({ statusCode: 503 })
    expect(history.isConnected()).toBe(false)
    expect(history.counts.errors).toBe(server.writes.length)
    const waited = waits.reduce((sum, ms) => sum + ms, 0)
    expect(waited).toBeGreaterThan(20_000)
    expect(waited).toBeLessThanOrEqual(30_000)
    expect(Math.max(...waits)).toBeGreaterThan(10 * Math.min(...waits))
    server.always = undefined
    await history.write(manyDays(), MARK)
    expect(await counted(bucket.query, bucket.place.bucket)).toBe(28_800)
  })

  it('does not ask again when the token is refused', async () => {
    const { server, waits, history } = await shaky()
    server.always = 401
    await expect(history.write([hourlyDay()], MARK)).rejects.toMatchObject({ statusCode: 401 })
    expect(waits).toEqual([])
  })
})

describe('a process that may write no more', () => {
  it('sends nothing', async () => {
    const { server, history } = await shaky({ mayWrite: () => false })
    const fenced = { name: 'FencedError' }
    await expect(history.write([hourlyDay()], MARK)).rejects.toMatchObject(fenced)
    await expect(
      history.writeDayTotals([{ ...hourlyDay(), kwh: 1, maxKw: 1, coverage: 1 }]),
    ).rejects.toMatchObject(fenced)
    expect(server.writes).toEqual([])
  })

  it('deletes nothing', async () => {
    const { bucket, history } = await shaky({ mayWrite: () => false })
    const other = await bucket.open()
    await other.write([hourlyDay()], MARK)
    await expect(history.letGo('P1', MONDAY + 1, 9)).rejects.toMatchObject({ name: 'FencedError' })
    expect(await other.window('P1', MONDAY, MONDAY)).toHaveLength(1)
  })

  it('is found out before a request is repeated', async () => {
    let asked = 0
    const { server, history } = await shaky({ mayWrite: () => asked++ === 0 })
    server.always = 503
    await expect(history.write([hourlyDay()], MARK)).rejects.toMatchObject({ name: 'FencedError' })
    expect(server.writes).toHaveLength(1)
  })
})

describe('a line that InfluxDB will not have', () => {
  it('stops no good one, and is told alone', async () => {
    const refused: [string | undefined, string][] = []
    const { history, reader } = await shaky({ onRefused: (line, message) => refused.push([line, message]) })
    const kw = new Float32Array(24).fill(7)
    kw[5] = Number.POSITIVE_INFINITY
    kw[20] = Number.POSITIVE_INFINITY
    await history.write([hourlyDay({ kw })], MARK)
    expect(refused.map(([line]) => line?.split(' ')[1])).toEqual(['kw=Infinity,at=0i', 'kw=Infinity,at=0i'])
    expect(refused[0]![1]).toContain('unable to parse')
    expect(history.counts).toMatchObject({ linesWritten: 22, refused: 2 })
    const found = (await reader.read('P1', MONDAY))!.kw
    expect([...found]).toEqual([...kw].map(value => (value === 7 ? 7 : Number.NaN)))
  })

  it('is counted when InfluxDB drops it and takes the others', async () => {
    const messages: string[] = []
    const { bucket, history, reader } = await shaky({ onRefused: (_, message) => messages.push(message) })
    // Somebody wrote a field of another type by hand, in the year of one of the days.
    await bucket.post(`reading,point=X kw="seven" ${dayStartMs(MONDAY)}000000`)
    const days = [hourlyDay(), hourlyDay({ day: MONDAY + 730 })]
    await history.write(days, MARK)
    expect(messages.join()).toContain('field type conflict')
    expect(history.counts).toMatchObject({ linesWritten: 24, refused: 24 })
    expect(await reader.read('P1', MONDAY)).toBeUndefined()
    expect((await reader.read('P1', MONDAY + 730))?.kw[0]).toBe(7)
  })
})
