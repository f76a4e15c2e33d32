/** A message to be sent. */
export interface Outgoing {
  readonly key: string | Buffer | null
  readonly value: string | Buffer | null
  /** Absent: the key chooses */
  readonly partition?: number
  readonly headers?: Record<string, string | Buffer>
}

export interface FetchedMessage {
  readonly offset: string
  readonly key: Buffer | null
  readonly value: Buffer | null
  readonly headers?: Record<string, Buffer | string | (Buffer | string)[] | undefined> | undefined
}

/** Messages of one partition that came together. */
export interface Fetched {
  readonly topic: string
  readonly partition: number
  /** What was asked for; the first message may have a higher offset */
  readonly fetchedOffset: number
  /** What is asked for next: behind the last message, and behind what is none (transaction markers) */
  readonly nextOffset: number
  readonly messages: readonly FetchedMessage[]
  /** Whether another place was sought since */
  isStale(): boolean
}

export interface Place {
  readonly topic: string
  readonly partition: number
}

export interface GroupEvents {
  fetched(batch: Fetched): Promise<void>
  /** Offsets from `first` up to, without, `end` were none but markers of transactions, and what was not committed. */
  skipped(place: Place, first: number, end: number): void
  /** The group was joined; these and no others are this member's now. */
  assigned(places: readonly Place[]): void
  /** The coordinator answered. */
  beat(): void
  /** The member is out of the group, and does not come back by itself. */
  crashed(error: Error): void
}

export interface GroupSettings {
  readonly group: string
  readonly topics: readonly string[]
  readonly bytesPerPartition: number
  readonly bytesPerFetch: number
  readonly events: GroupEvents
}

/** A member of the consumer group, from its start on. */
export interface GroupMember {
  /** Joins the group; `assigned` and `crashed` tell how it went. */
  start(): Promise<void>
  seek(place: Place, offset: number): void
  pause(place: Place): void
  resume(place: Place): void
  /** For lag displays only. */
  commit(offsets: readonly (Place & { readonly offset: number })[]): Promise<void>
  /** Leaves the group. */
  stop(): Promise<void>
}

/** First offset there is, and the one behind the last. */
export interface Ends {
  readonly low: number
  readonly high: number
}

export interface NewTopic {
  readonly topic: string
  readonly partitions: number
  readonly replication: number
  readonly settings: Readonly<Record<string, string>>
}

/** What of Kafka the log needs; whatever library speaks to it. */
export interface KafkaClient {
  connect(): Promise<void>
  /** How many partitions each of the topics that exist has, and whether all of them have leaders. */
  topics(names: readonly string[]): Promise<Map<string, { partitions: number; ready: boolean }>>
  /** Creates a topic; one that exists stays as it is. */
  createTopic(topic: NewTopic): Promise<void>
  /** Ends of a topic's partitions. */
  ends(topic: string): Promise<Map<number, Ends>>
  /** Committed offsets of a topic's partitions; absent where none was. */
  committed(group: string, topic: string): Promise<Map<number, number>>
  /** Resolves when all replicas have all messages. */
  send(topic: string, messages: readonly Outgoing[]): Promise<void>
  /** The partition that producers of all languages choose for a key by default (murmur2). */
  partitionOf(key: string, partitions: number): number
  member(settings: GroupSettings): GroupMember
  /** Removes topics and a group that nobody uses any more. */
  remove(topics: readonly string[], group: string): Promise<void>
  close(): Promise<void>
}
