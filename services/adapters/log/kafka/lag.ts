import type { Ends, KafkaClient } from './client.ts'
import { consumedTopics, logPartitionOf, placeOf } from './shards.ts'
import type { KafkaOptions } from './types.ts'

const MS_KEPT = 1_000

export interface LagDeps {
  readonly client: KafkaClient
  readonly options: KafkaOptions
  /** Where this process stands in a partition that it reads */
  readonly positionOf: (partition: number) => number | undefined
}

/** How far the log's partitions reach, and how far the group told that they are worked off. */
export interface Looked {
  readonly ends: ReadonlyMap<number, Ends>
  readonly committed: ReadonlyMap<number, number>
}

/** How much waits: what Kafka holds behind the place this process, or else the group, stands at. */
export const createLag = ({ client, options: { prefix, group, nowMs }, positionOf }: LagDeps) => {
  const ofAll = async <T>(askTopic: (topic: string) => Promise<Map<number, T>>): Promise<Map<number, T>> => {
    const all = new Map<number, T>()
    for (const topic of consumedTopics(prefix)) {
      for (const [p, of] of await askTopic(topic)) all.set(logPartitionOf(topic, p, prefix), of)
    }
    return all
  }
  const ends = (): Promise<Map<number, Ends>> => ofAll(topic => client.ends(topic))
  const look = async (): Promise<Looked> => {
    const [found, committed] = await Promise.all([ends(), ofAll(topic => client.committed(group, topic))])
    return { ends: found, committed }
  }
  let fetched: Promise<Looked> | undefined
  let fetchedMs = 0
  const fetchNow = (): Promise<Looked> => {
    if (fetched && nowMs() - fetchedMs < MS_KEPT) return fetched
    fetchedMs = nowMs()
    const asked = look()
    asked.catch(() => {
      if (fetched === asked) fetched = undefined
    })
    fetched = asked
    return asked
  }
  return {
    look,
    ends,
    /** Messages that wait, by log partition; up to a second old. */
    async lag(): Promise<Map<number, number>> {
      const { ends: found, committed } = await fetchNow()
      const waiting = [...found].map(([partition, { low, high }]): [number, number] => {
        const position = positionOf(partition) ?? committed.get(partition) ?? low
        return [partition, Math.max(0, high - Math.max(position, low))]
      })
      return new Map(waiting)
    },
    /** The ends of a partition as they are now. */
    async endsOf(partition: number): Promise<Ends> {
      const { topic, partition: p } = placeOf(partition, prefix)
      return (await client.ends(topic)).get(p)!
    },
  }
}
