import type { GroupMember, Place } from './client.ts'
import { createInbox, type Inbox } from './inbox.ts'
import { logPartitionOf, placeOf } from './shards.ts'
import type { KafkaCounts } from './types.ts'

/** Full enough to stop fetching; the rest of a partition's share is for what is under way */
const FULL = 0.7
/** Empty enough to go on */
const LOW = 0.35
/** Of all memory, at which every partition stops */
const FULL_IN_ALL = 0.8
const MOST_MESSAGES = 1_000_000

export interface InboxesDeps {
  readonly prefix: string
  readonly bufferBytes: number
  readonly counts: KafkaCounts
  readonly member: () => GroupMember | undefined
}

/** The inboxes of the owned partitions, and the memory that they share. */
export const createInboxes = ({ prefix, bufferBytes, counts, member }: InboxesDeps) => {
  const inboxes = new Map<number, Inbox>()
  const all = (): Inbox[] => [...inboxes.values()]
  const bytes = (): number => all().reduce((sum, inbox) => sum + inbox.bytes(), 0)
  const isAbove = (inbox: Inbox, part: number): boolean =>
    inbox.bytes() > (bufferBytes / inboxes.size) * part ||
    inbox.messages() > (MOST_MESSAGES / inboxes.size) * part
  const resume = (partition: number, inbox: Inbox): void => {
    if (!inbox.paused || inbox.broken) return
    inbox.paused = false
    member()?.resume(placeOf(partition, prefix))
  }
  const pause = (partition: number, inbox: Inbox): void => {
    inbox.paused = true
    member()?.pause(placeOf(partition, prefix))
  }
  return {
    get: (partition: number): Inbox | undefined => inboxes.get(partition),
    /** Those of which nobody knows yet where they are to be read. */
    unplaced: (): [number, Inbox][] => [...inboxes].filter(([, inbox]) => inbox.next() === undefined),
    owned: (): number[] => [...inboxes.keys()].sort((a, b) => a - b),
    bytes,
    /** Takes over an assignment: drops what others own now, and has those kept go on where they are. */
    assign(places: readonly Place[]): void {
      const now = new Set(places.map(place => logPartitionOf(place.topic, place.partition, prefix)))
      for (const [partition, inbox] of inboxes) {
        if (now.has(partition)) continue
        inboxes.delete(partition)
        inbox.broken = false
        resume(partition, inbox)
      }
      for (const partition of now) {
        const kept = inboxes.get(partition)
        if (!kept) inboxes.set(partition, createInbox())
        const next = kept?.next()
        // The library begins at the committed offset after every rebalance.
        if (next !== undefined) member()?.seek(placeOf(partition, prefix), next)
      }
    },
    /** The member is gone, and with it all that it had paused and sought. */
    clear: (): void => inboxes.clear(),
    /** Stops fetching a partition while enough of it waits, or of all of them. */
    stopIfFull(partition: number, inbox: Inbox): void {
      if (inbox.paused || !(isAbove(inbox, FULL) || bytes() > bufferBytes * FULL_IN_ALL)) return
      counts.paused++
      pause(partition, inbox)
    },
    goOnIfLow(): void {
      if (bytes() > bufferBytes * FULL_IN_ALL) return
      for (const [partition, inbox] of inboxes) if (!isAbove(inbox, LOW)) resume(partition, inbox)
    },
    /** Stops fetching a partition for good. */
    giveUp(partition: number, inbox: Inbox): void {
      inbox.reset()
      inbox.broken = true
      pause(partition, inbox)
    },
  }
}

export type Inboxes = ReturnType<typeof createInboxes>
