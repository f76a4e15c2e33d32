import type { Readable } from 'node:stream'
import type { Account } from '../../schemas/account.ts'
import { wallOf } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { type EventRow, eventsSeen } from './rows.ts'
import { tellEvent } from './tell.ts'

/** Ticks after which a listener that heard nothing hears a comment, so that no proxy takes it for dead: 15 s */
const TICKS_PER_BEAT = 30
const EVENTS_PER_QUERY = 500
/** When a listener whose stream ended should come back, ms */
const RETRY_MS = 3_000

/** One that listens. */
export interface Listener {
  account: Account
  readonly askAgain: () => Promise<Account>
  /** The last event it was told of, or need not be */
  cursor: number
  /** Reads what it missed by itself, at its own pace */
  isBehind: boolean
  /** Ticks since its stream was last read from */
  unread: number
  /** Ticks since it was last asked who it is */
  unchecked: number
  isOver: boolean
  wake: () => void
  stream: Readable | undefined
}

/** The events that are held for all listeners. */
export interface HeldEvents {
  readonly db: Db
  /** The number after which all are held */
  heldAfter(): number
  heldSince(cursor: number): readonly EventRow[]
}

/** What a listener hears, as its reader takes it: first what it missed, then what happens. */
export async function* follow(
  listener: Listener,
  events: HeldEvents,
  isReset: boolean,
): AsyncGenerator<string> {
  const opening = `retry: ${RETRY_MS}\nid: ${listener.cursor}\n`
  yield isReset ? `${opening}event: reset\ndata: {}\n\n` : `${opening}\n`
  yield* missed(listener, events)
  while (!listener.isOver) {
    const rows = events.heldSince(listener.cursor)
    if (rows.length > 0 || listener.unread >= TICKS_PER_BEAT) {
      listener.cursor = rows.at(-1)?.sequence ?? listener.cursor
      listener.unread = 0
      yield toldOf(listener, rows)
    } else await awakened(listener)
  }
}

/** What it missed before it came, page by page. */
async function* missed(listener: Listener, events: HeldEvents): AsyncGenerator<string> {
  while (!listener.isOver && listener.cursor < events.heldAfter()) {
    const upTo = events.heldAfter()
    const wall = wallOf(listener.account)
    const rows = await eventsSeen(events.db, wall, listener.cursor, upTo, EVENTS_PER_QUERY)
    listener.cursor = rows.length < EVENTS_PER_QUERY ? upTo : rows.at(-1)!.sequence
    listener.unread = 0
    yield toldOf(listener, rows)
  }
  listener.isBehind = false
}

const awakened = (listener: Listener): Promise<void> =>
  new Promise(resolve => {
    listener.wake = resolve
  })

/** The events that are for it, and how far it has come: it need not be told again of those that are not. */
const toldOf = ({ account, cursor }: Listener, rows: readonly EventRow[]): string => {
  const told = rows.flatMap(row => tellEvent(account, row) ?? [])
  return `${told.join('')}: \nid: ${cursor}\n\n`
}
