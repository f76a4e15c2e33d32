import { TOPICS } from '../../../../schemas/topic.ts'

/** The topics that are read, in the order of their log partitions within a shard. */
const CONSUMED = [TOPICS.readings, TOPICS.days] as const

/** Shard p is partition p of both topics: all messages of its meters. */
export const shardOf = (partition: number): number => Math.floor(partition / CONSUMED.length)

/** The log partitions of a shard. */
export const partitionsOf = (shard: number): number[] => CONSUMED.map((_, i) => shard * CONSUMED.length + i)

/** `meter.readings/3`: the topic and its partition behind a log partition. */
export const nameOf = (partition: number, prefix = ''): string => {
  const { topic, partition: of } = placeOf(partition, prefix)
  return `${topic}/${of}`
}

/** Where on Kafka a log partition is. */
export const placeOf = (partition: number, prefix: string): { topic: string; partition: number } => ({
  topic: `${prefix}${CONSUMED[partition % CONSUMED.length]}`,
  partition: shardOf(partition),
})

export const consumedTopics = (prefix: string): string[] => CONSUMED.map(topic => `${prefix}${topic}`)

/** The log partition of a topic's partition. */
export const logPartitionOf = (topic: string, partition: number, prefix: string): number =>
  partition * CONSUMED.length + consumedTopics(prefix).indexOf(topic)

/** Whether a log partition holds day rows and registers. */
export const holdsDays = (partition: number): boolean => partition % CONSUMED.length === 1

/** Gives each member its shards: p goes to the (p modulo members)-th in the order of their ids. */
export const shareOut = (memberIds: readonly string[], shards: number): Map<string, number[]> => {
  const members = [...memberIds].sort()
  const all = Array.from({ length: shards }, (_, shard) => shard)
  return new Map(members.map((id, i) => [id, all.filter(shard => shard % members.length === i)]))
}
