import { Readable } from 'node:stream'
import type { Account } from '../../schemas/account.ts'
import type { Db } from '../adapters/store/index.ts'
import { follow, type Listener } from './listener.ts'
import { boundsOf, type EventRow, eventsAfter } from './rows.ts'

/** How often the one poller of a process looks for new events, ms */
export const TICK_MS = 500
/** Ticks after which it is asked anew who listens: 1 min */
const TICKS_PER_CHECK = 120
/** Ticks for which a listener may take nothing off its stream: 1 min */
const TICKS_UNREAD = 120
/** Newest events that are held for all listeners together; who falls further behind is dropped */
const EVENTS_HELD = 2_000
const EVENTS_PER_QUERY = 500
const STREAMS_PER_ACCOUNT = 20
const BUFFER_BYTES = 64 * 1024

/** Who listens. */
export interface Listening {
  readonly account: Account
  /** The last event it heard; from now on when it heard none */
  readonly after: number | undefined
  /** Who listens by now; rejects when it may not any more */
  readonly askAgain: () => Promise<Account>
}

/** Tells the events of one store to all who listen in this process. */
export interface EventHub {
  /** A stream of server-sent events, read as fast as its reader takes it; undefined when the account has too many. */
  listen(listening: Listening): Promise<Readable | undefined>
  /** Looks for new events, and after whoever listens. Called every `TICK_MS`. */
  tick(): Promise<void>
  /** Ends every stream. */
  close(): void
}

/** `every` calls a piece of work again and again; it answers how to stop. */
export type Every = (ms: number, work: () => Promise<void>) => () => void

export const createEventHub = (db: Db, every: Every): EventHub => {
  const listeners = new Set<Listener>()
  let held: EventRow[] = []
  /** The events held are all those after this number … */
  let heldAfter = 0
  /** … up to this one */
  let last = 0
  let begun: Promise<void> | undefined
  let stopTicking = (): void => {}
  let isTicking = false
  let isClosed = false

  const end = (listener: Listener): void => {
    listener.isOver = true
    listener.wake()
    listener.stream?.destroy()
    if (!listeners.delete(listener) || listeners.size > 0) return
    stopTicking()
    begun = undefined
  }
  const begin = async (): Promise<void> => {
    held = []
    last = (await boundsOf(db)).last
    heldAfter = last
    stopTicking = every(TICK_MS, tick)
  }
  const readNew = async (): Promise<void> => {
    for (;;) {
      const rows = await eventsAfter(db, last, EVENTS_PER_QUERY)
      if (rows.length === 0) return
      last = rows.at(-1)!.sequence
      held.push(...rows)
      if (held.length > EVENTS_HELD) heldAfter = held.splice(0, held.length - EVENTS_HELD).at(-1)!.sequence
      if (rows.length < EVENTS_PER_QUERY) return
    }
  }
  const lookAfter = async (listener: Listener): Promise<void> => {
    const isLost = !listener.isBehind && listener.cursor < heldAfter
    if (isLost || ++listener.unread > TICKS_UNREAD) return end(listener)
    if (++listener.unchecked >= TICKS_PER_CHECK) {
      listener.unchecked = 0
      try {
        listener.account = await listener.askAgain()
      } catch {
        return end(listener)
      }
    }
    listener.wake()
  }
  const tick = async (): Promise<void> => {
    if (isTicking) return
    isTicking = true
    try {
      await readNew()
      for (const listener of [...listeners]) await lookAfter(listener)
    } finally {
      isTicking = false
    }
  }
  const view = {
    db,
    heldAfter: () => heldAfter,
    heldSince: (cursor: number) => held.filter(({ sequence }) => sequence > cursor),
  }
  return {
    async listen(listening) {
      const own = [...listeners].filter(({ account }) => account.name === listening.account.name)
      if (isClosed || own.length >= STREAMS_PER_ACCOUNT) return undefined
      const counts = { cursor: 0, isBehind: true, unread: 0, unchecked: 0, isOver: false }
      const listener: Listener = { ...listening, ...counts, wake: () => {}, stream: undefined }
      listeners.add(listener)
      try {
        begun ??= begin()
        await begun
        const bounds = await boundsOf(db)
        const { after = bounds.last } = listening
        const isKnown = after >= bounds.first - 1 && after <= bounds.last
        listener.cursor = isKnown ? after : bounds.last
        const lines = follow(listener, view, !isKnown)
        const stream = Readable.from(lines, { objectMode: false, highWaterMark: BUFFER_BYTES })
        listener.stream = stream
        stream.once('close', () => end(listener))
        if (isClosed) stream.destroy()
        return stream
      } catch (error) {
        end(listener)
        throw error
      }
    },
    tick,
    close() {
      isClosed = true
      for (const listener of [...listeners]) end(listener)
    },
  }
}
