import type { HttpError } from '@influxdata/influxdb-client'
import { type Retry, statusOf } from './retry.ts'

/** Larger batches gain nothing, and one that is refused is split. */
export const LINES_PER_REQUEST = 10_000
const REQUESTS_AT_ONCE = 2

export interface SendDeps {
  /** Posts lines in one request */
  readonly post: (lines: string) => Promise<void>
  readonly retry: Retry
  /** A line that InfluxDB will not have; undefined when it names none */
  readonly onRefused: (line: string | undefined, message: string, count: number) => void
  readonly onWritten: (lines: number) => void
}

/**
 * Writes lines (each with its line end); confirmed when it resolves. A line that will not do never stops a good one.
 * Rejects when the server stays away; some lines may have been written then, and are to be written again, the same.
 */
export const sendLines = async (lines: Iterable<string>, deps: SendDeps): Promise<void> => {
  const batches = batchesOf(lines)
  const worker = async (): Promise<void> => {
    for (const batch of batches) await sendBatch(batch, deps)
  }
  const ended = await Promise.allSettled(Array.from({ length: REQUESTS_AT_ONCE }, worker))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

interface LineBatch {
  readonly text: string
  readonly lines: number
}

function* batchesOf(lines: Iterable<string>): Generator<LineBatch, undefined> {
  let text = ''
  let count = 0
  for (const line of lines) {
    text += line
    if (++count < LINES_PER_REQUEST) continue
    yield { text, lines: count }
    text = ''
    count = 0
  }
  if (count > 0) yield { text, lines: count }
}

const sendBatch = async ({ text, lines }: LineBatch, deps: SendDeps): Promise<void> => {
  try {
    await deps.retry(() => deps.post(text))
    deps.onWritten(lines)
  } catch (error) {
    const status = statusOf(error)
    const { body = '' } = error as HttpError
    if (status === 422) {
      const refused = Number(/dropped=(\d+)/.exec(body)?.[1] ?? 1)
      deps.onRefused(undefined, body, refused)
      deps.onWritten(Math.max(0, lines - refused))
    } else if (status !== 400 && status !== 413) {
      throw error
    } else if (lines === 1) {
      deps.onRefused(text.trimEnd(), body, 1)
    } else {
      for (const half of halves(text, lines)) await sendBatch(half, deps)
    }
  }
}

const halves = (text: string, lines: number): LineBatch[] => {
  const first = lines >> 1
  let end = 0
  for (let line = 0; line < first; line++) end = text.indexOf('\n', end) + 1
  return [
    { text: text.slice(0, end), lines: first },
    { text: text.slice(end), lines: lines - first },
  ]
}
