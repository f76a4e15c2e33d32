import type { LogEntry, Waiting } from '../port.ts'
import type { Packed } from './packed.ts'

interface Run {
  readonly packed: Packed
  readonly arrivedMs: number
  /** Place of its first message that was not let go */
  start: number
}

/**
 * What was fetched of one partition and not let go: the messages of all offsets from `from` up to, without, `next`
 * (there may be fewer, as not every offset is a message). Both are undefined until something arrives or is sought.
 */
export const createInbox = () => {
  let runs: Run[] = []
  let from: number | undefined
  let next: number | undefined
  let bytes = 0
  let messages = 0
  let wasRead = false
  const forget = (): void => {
    runs = []
    bytes = 0
    messages = 0
  }
  return {
    bytes: (): number => bytes,
    messages: (): number => messages,
    /** The offset that is to be fetched next */
    next: (): number | undefined => next,
    /** Where its reader stands; undefined until it read */
    position: (): number | undefined => (wasRead && messages > 0 ? from : wasRead ? next : undefined),
    covers: (offset: number): boolean => from !== undefined && offset >= from && offset <= next!,
    add(packed: Packed, fetchedOffset: number, nextOffset: number, arrivedMs: number): void {
      from ??= fetchedOffset
      next = nextOffset
      runs.push({ packed, arrivedMs, start: 0 })
      bytes += packed.bytes
      messages += packed.count
    },
    /** Offsets that are no messages, from `first` up to, without, `end`. */
    skip(first: number, end: number): void {
      if (next === first) next = end
    },
    /** Starts anew: nothing is held, and what is to be fetched next is `at`; between `offset` and `at` is nothing. */
    moveTo(offset: number, at: number): void {
      forget()
      wasRead = true
      from = offset
      next = at
    },
    /** Starts anew, the place unknown. */
    reset(): void {
      forget()
      wasRead = false
      from = undefined
      next = undefined
    },
    /** Lets go what is below an offset that is covered. */
    drop(offset: number): void {
      wasRead = true
      from = offset
      for (const run of runs) {
        const start = Math.max(run.start, run.packed.indexOf(offset))
        messages -= start - run.start
        run.start = start
        if (start < run.packed.count) break
        bytes -= run.packed.bytes
      }
      const gone = runs.findIndex(({ packed, start }) => start < packed.count)
      runs.splice(0, gone < 0 ? runs.length : gone)
    },
    /** The oldest messages, up to `atMost` of them. */
    read(atMost: number): LogEntry[] {
      const entries: LogEntry[] = []
      let room = atMost
      for (const { packed, start } of runs) {
        if (room <= 0) break
        const end = Math.min(packed.count, start + room)
        room -= end - start
        const taken = packed.slice(start, end)
        entries.push({ offset: taken.at(-1)!.offset, messages: taken })
      }
      return entries
    },
    waiting: (): Waiting | undefined =>
      messages > 0 ? { messages, sinceMs: runs[0]!.arrivedMs } : undefined,
    paused: false,
    /** Its place is being looked up: what arrives now is from elsewhere */
    moving: false,
    /** It cannot be read on */
    broken: false,
  }
}

export type Inbox = ReturnType<typeof createInbox>
