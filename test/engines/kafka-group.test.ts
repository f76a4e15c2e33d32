import { expect, it } from 'vitest'
import { partitionsOf, shardOf } from '../../services/adapters/log/index.ts'
import { rowsIn } from '../contract/log-rows.ts'
import { batchOf, MONDAY, sample } from '../support/readings.ts'
import { testKafka } from './support/kafka.ts'

const SHARDS = 5
const ALL = Array.from({ length: SHARDS * 2 }, (_, partition) => partition)

const sorted = (list: readonly number[]): number[] => list.toSorted((a, b) => a - b)

it('shares the shards out among members, both topics of one to the same, and takes over what another leaves', async () => {
  const kafka = await testKafka({ partitions: SHARDS })
  const first = await kafka.openReading()
  expect(first.log.owned()).toEqual(ALL)
  const second = await kafka.openReading()
  await first.until(() => first.log.owned().length < ALL.length)
  await second.until(() => second.log.owned().length > 0)
  expect(sorted([...first.log.owned(), ...second.log.owned()])).toEqual(ALL)
  for (const { log } of [first, second]) {
    expect(log.owned().length).toBeGreaterThanOrEqual(4)
    expect(log.owned()).toEqual([...new Set(log.owned().map(shardOf))].flatMap(partitionsOf))
  }
  expect(first.log.counts.rejoins).toBe(1)

  await second.log.close()
  await first.until(() => first.log.owned().length === ALL.length)
  expect(second.log.owned()).toEqual([])
})

it('goes on with what it keeps where it was, and reads what it took over from where it is told', async () => {
  const kafka = await testKafka({ partitions: 2 })
  const first = await kafka.openReading()
  const ids = [0, 1].map(shard => ['M1', 'M2', 'M3', 'M4'].find(id => first.log.shardOfMeter(id) === shard)!)
  const appendTo = (shard: number, kw: number): Promise<void> =>
    first.log.append(0, batchOf([sample(MONDAY, 0, kw, { meterId: ids[shard]! })]))
  const powers = (entries: Awaited<ReturnType<typeof first.readAll>>): unknown[] =>
    rowsIn(entries).map(({ values }) => values.kw)
  for (const shard of [0, 1]) for (const kw of [1, 2]) await appendTo(shard, kw)
  for (const shard of [0, 1]) expect(powers(await first.readAll(shard * 2, 0))).toEqual([1, 2])
  // All is worked off but nothing of it told to Kafka, as if the process had ended before.
  const second = await kafka.openReading()
  await first.until(() => first.log.owned().length === 2)
  await second.until(() => second.log.owned().length === 2)
  const [kept, moved] = [shardOf(first.log.owned()[0]!), shardOf(second.log.owned()[0]!)]
  const fetched = first.log.counts.fetched
  for (const shard of [kept, moved]) await appendTo(shard, 3)
  expect(powers(await first.readAll(kept * 2, 2))).toEqual([3])
  expect(powers(await second.readAll(moved * 2, 2))).toEqual([3])
  expect(first.log.counts.fetched - fetched).toBe(1)
  expect(await first.log.read(moved * 2, 2, 10)).toEqual([])
})

it('tells a process that does not consume how much waits', async () => {
  const kafka = await testKafka()
  let nowMs = 0
  const api = await kafka.open({ nowMs: () => nowMs })
  await api.append(0, batchOf([0, 1, 2].map(slot => sample(MONDAY, slot, 1))))
  expect(await api.lag()).toEqual(
    new Map([
      [0, 3],
      [1, 0],
    ]),
  )
  const { log, readAll } = await kafka.openReading()
  await readAll(0, 0)
  await log.trim(0, 2)
  await log.close()
  expect(await api.backlog()).toBe(3)
  nowMs += 1_000
  expect(await api.backlog()).toBe(1)
  expect(api.owned()).toEqual([])
  expect(api.isConnected()).toBe(true)
})
