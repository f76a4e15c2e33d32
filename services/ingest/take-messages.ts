import { DEFAULT_PROFILE, type ImportProfile } from '../../schemas/profile.ts'
import { MessageHeaders } from '../../schemas/topic.ts'
import type { RawMessage } from '../adapters/log/index.ts'
import { createTrackedSorter, type TrackedBatch } from './batches/tracked-sorter.ts'
import { faultOfRow, meterOf } from './check.ts'
import { type Fault, fault, isFault } from './fault.ts'
import { ndjsonLines } from './forms/ndjson.ts'
import type { BookedReject } from './layout.ts'
import { faultOfLine } from './line-reader.ts'
import { type LineReader, readingsOf } from './raw-rows.ts'
import { createRejectList } from './reject-list.ts'
import type { MeterFinder } from './validate.ts'

/** What was turned away of a message: all of it, or points of a day row. */
export interface TurnedAway {
  readonly message: RawMessage
  readonly isWhole: boolean
  readonly rejects: readonly BookedReject[]
}

/** Messages of one kind of headers, checked. */
export interface CheckedMessages {
  readonly batches: readonly TrackedBatch[]
  /** Whether days of what comes too late are to be judged again all the same: a backfill */
  readonly late: 'store' | 'judge'
  readonly turnedAway: readonly TurnedAway[]
}

export interface MessageDeps {
  readonly meters: MeterFinder
  readonly nowMs: number
}

/**
 * Checks messages as producers sent them: each is one `Reading`, `DayRow` or `DailyRegister` as JSON. They are
 * answered by what their headers say of them, in the order of their offsets within each.
 */
export const takeMessages = (messages: readonly RawMessage[], deps: MessageDeps): CheckedMessages[] => {
  const ways = new Map<string, ReturnType<typeof openWay>>()
  for (const message of messages) {
    const { side = '', late = '', 'first-point': firstPoint = '' } = message.headers
    const key = `${side} ${late} ${firstPoint}`
    const way = ways.get(key) ?? openWay(message.headers, messages.length, deps)
    ways.set(key, way)
    way.take(message)
  }
  return [...ways.values()].map(way => way.checked())
}

/** How messages with these headers are taken. Headers that say nothing we know turn the message away. */
const openWay = (given: RawMessage['headers'], most: number, deps: MessageDeps) => {
  const headers = MessageHeaders.safeParse(given)
  const { side = 'primary', late = 'store', 'first-point': firstPoint = '00:15' } = headers.data ?? {}
  const profile: ImportProfile = { ...DEFAULT_PROFILE, side, firstPoint }
  const sorter = createTrackedSorter(profile, most)
  const rejects = createRejectList({ header: null, profile })
  const turnedAway: TurnedAway[] = []
  const check = { ...deps, profile }
  const read = headers.success ? ndjsonLines(profile) : badHeaders
  const turnAway = (message: RawMessage, text: string, why: Fault): void => {
    rejects.line({ number: 1, text }, why)
    turnedAway.push({ message, isWhole: true, rejects: rejects.take() })
  }
  return {
    take(message: RawMessage): void {
      const text = textOf(message)
      const why = faultOfLine(text, UTF8)
      const row = why ?? read(text)
      if (isFault(row)) {
        turnAway(message, text, row)
        return
      }
      const meter = meterOf(row, deps.meters)
      const fault = faultOfRow(row, meter, check)
      if (fault || !meter) {
        turnAway(message, text, fault!)
        return
      }
      if (row.kind === 'day' && row.bad.length > 0) {
        for (const bad of row.bad) rejects.point({ number: 1, text }, row, bad)
        turnedAway.push({ message, isWhole: false, rejects: rejects.take() })
      }
      if (readingsOf(row) > 0) sorter.add(row, meter, message.offset)
    },
    checked: (): CheckedMessages => ({ batches: sorter.take(), late, turnedAway }),
  }
}

const UTF8 = { encoding: 'utf-8' } as const

const badHeaders: LineReader = () =>
  fault('malformed', 'A header side, late or first-point has a value that is not known.')

const textOf = ({ value }: RawMessage): string =>
  value === null ? '' : Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8')
