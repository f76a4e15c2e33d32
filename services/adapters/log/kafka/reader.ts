import { EngineError } from '../../engine-error.ts'
import type { LogEntry } from '../port.ts'
import type { Ends, Fetched, GroupMember } from './client.ts'
import type { Inbox } from './inbox.ts'
import type { Inboxes } from './inboxes.ts'
import type { Looked } from './lag.ts'
import { pack } from './packed.ts'
import { holdsDays, logPartitionOf, nameOf, placeOf } from './shards.ts'
import type { KafkaCounts, KafkaOptions } from './types.ts'

/** So far from the end is some message, and not only markers of transactions */
const OFFSETS_TO_ROUSE = 20
/** A day row's points; a register row, of the same topic, counts as much */
const READINGS_PER_DAY_MESSAGE = 96

export interface ReaderDeps {
  /** Ends, and committed offsets, of all log partitions */
  readonly look: () => Promise<Looked>
  readonly options: KafkaOptions
  readonly inboxes: Inboxes
  readonly counts: KafkaCounts
  readonly member: () => GroupMember | undefined
  readonly endsOf: (partition: number) => Promise<Ends>
  readonly onArrival: () => void
}

/**
 * Puts fetched messages into inboxes and reads from them. Where to read is told by who reads, never by the group's
 * committed offsets; so a partition is sought as soon as it is read from elsewhere.
 */
export const createReader = ({ options, inboxes, counts, member, endsOf, look, onArrival }: ReaderDeps) => {
  const { prefix, log, nowMs, onLost, onError } = options

  const lose = (partition: number, messages: number): void => {
    counts.lost += messages
    log.error(
      { partition: nameOf(partition, prefix), messages },
      'Kafka let messages go before they were read',
    )
    onLost?.(partition, messages)
  }

  const giveUp = (partition: number, inbox: Inbox, offset: number, { high }: Ends): void => {
    if (inbox.broken) return
    inboxes.giveUp(partition, inbox)
    counts.errors++
    const error = new EngineError(
      `${nameOf(partition, prefix)} ends at offset ${high}, but was worked off up to ${offset}: was the topic made anew? ` +
        'This database belongs to topics that were: bring them back, or begin with an empty database (DIANSHAO_POSTGRES_URL) and bucket.',
    )
    log.error({ partition: nameOf(partition, prefix) }, error.message)
    onError?.(error)
  }

  /** Has a partition fetched from `offset` on, or from where Kafka still has it. */
  const moveTo = async (partition: number, inbox: Inbox, offset: number): Promise<void> => {
    inbox.reset()
    inbox.moving = true
    try {
      const ends = await endsOf(partition)
      if (inboxes.get(partition) !== inbox) return
      if (offset > ends.high) return giveUp(partition, inbox, offset, ends)
      const start = Math.max(offset, ends.low)
      if (start > offset) lose(partition, start - offset)
      inbox.moveTo(offset, start)
      member()?.seek(placeOf(partition, prefix), start)
      inboxes.goOnIfLow()
    } catch (error) {
      counts.errors++
      log.warn(
        { partition: nameOf(partition, prefix), err: error },
        'Kafka did not tell where a partition ends',
      )
    } finally {
      inbox.moving = false
    }
  }

  /** Whether a batch that was not fetched where the last one ended belongs there all the same. */
  const follows = async (partition: number, inbox: Inbox, { fetchedOffset }: Fetched): Promise<boolean> => {
    const expected = inbox.next()
    if (expected === undefined || fetchedOffset === expected) return true
    const ends = await endsOf(partition)
    if (inboxes.get(partition) !== inbox || inbox.next() !== expected) return false
    if (fetchedOffset > expected) {
      // Transaction markers between, which are no messages, or what retention took away.
      if (ends.low > expected) lose(partition, ends.low - expected)
      return true
    }
    if (expected > ends.high) giveUp(partition, inbox, expected, ends)
    else member()?.seek(placeOf(partition, prefix), expected)
    return false
  }

  return {
    /**
     * Has something arrive of every partition that was just assigned. Where all is committed nothing would, and who
     * reads would not learn that there is a partition to be read, perhaps from a lower offset.
     */
    async rouse(): Promise<void> {
      try {
        const { ends, committed } = await look()
        for (const [partition, inbox] of inboxes.unplaced()) {
          const { low = 0, high = 0 } = ends.get(partition) ?? {}
          const isSilent = high > low && (committed.get(partition) ?? low) >= high
          if (isSilent && !inbox.moving)
            member()?.seek(placeOf(partition, prefix), Math.max(low, high - OFFSETS_TO_ROUSE))
        }
      } catch (error) {
        counts.errors++
        log.warn({ err: error }, 'Kafka did not tell how far its topics are worked off')
      }
    },
    async receive(batch: Fetched): Promise<void> {
      const partition = logPartitionOf(batch.topic, batch.partition, prefix)
      const inbox = inboxes.get(partition)
      const isWanted = (): boolean => !(batch.isStale() || inbox?.moving || inbox?.broken)
      if (!inbox || !isWanted() || !(await follows(partition, inbox, batch)) || !isWanted()) return
      counts.fetched += batch.messages.length
      inbox.add(pack(batch.messages), batch.fetchedOffset, batch.nextOffset, nowMs())
      inboxes.stopIfFull(partition, inbox)
      onArrival()
    },
    async read(partition: number, offset: number, readings: number): Promise<LogEntry[]> {
      const inbox = inboxes.get(partition)
      if (!inbox || inbox.moving || inbox.broken) return []
      if (!inbox.covers(offset)) await moveTo(partition, inbox, offset)
      else {
        inbox.drop(offset)
        inboxes.goOnIfLow()
      }
      return inbox.read(Math.ceil(holdsDays(partition) ? readings / READINGS_PER_DAY_MESSAGE : readings))
    },
    /** Lets go what is below an offset. */
    drop(partition: number, offset: number): void {
      const inbox = inboxes.get(partition)
      if (!inbox?.covers(offset)) return
      inbox.drop(offset)
      inboxes.goOnIfLow()
    },
  }
}
