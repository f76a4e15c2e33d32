import { setTimeout as delay } from 'node:timers/promises'
import { checkPlace, writePath } from './check-place.ts'
import { connect, type InfluxPlace } from './connection.ts'
import { createRetry, FencedError } from './retry.ts'
import { sendLines } from './send-lines.ts'

/** What a bucket's server was asked and how it went. */
export interface InfluxCounts {
  linesWritten: number
  retries: number
  refused: number
  errors: number
}

export interface ServerOptions {
  /** Asked before each request that changes something: a process that was paused may write no more */
  readonly mayWrite: () => boolean
  /** A line that InfluxDB will not have; undefined when it names none */
  readonly onRefused: (line: string | undefined, message: string) => void
  /** How long a request is tried again, ms */
  readonly giveUpMs: number
  /** How long one request may take, ms */
  readonly writeTimeoutMs: number
  readonly queryTimeoutMs: number
  readonly nowMs: () => number
  readonly random: () => number
  readonly delay: (ms: number) => Promise<unknown>
}

/** A bucket, with what is to be done when its server does not answer. */
export interface Server {
  /** Writes lines, each with its line end; confirmed when it resolves. */
  send(lines: Iterable<string>): Promise<void>
  /** Answers CSV without annotations. */
  query(flux: string): Promise<string>
  /** Deletes what a predicate names, from an instant to another, both included (RFC 3339). */
  erase(predicate: string, start: string, stop: string): Promise<void>
  /** Asks the server whether it is there. */
  ping(): Promise<void>
  isConnected(): boolean
  readonly counts: Readonly<InfluxCounts>
  close(): void
}

const PING_WITHIN_MS = 2_000

const DEFAULTS: ServerOptions = {
  mayWrite: () => true,
  onRefused: () => {},
  giveUpMs: 30_000,
  writeTimeoutMs: 10_000,
  queryTimeoutMs: 30_000,
  nowMs: () => performance.now(),
  random: Math.random,
  delay,
}

/** Throws EngineError with a sentence when the server cannot be used as it is set up. */
export const openServer = async (place: InfluxPlace, given: Partial<ServerOptions>): Promise<Server> => {
  const options = { ...DEFAULTS, ...given }
  const { writeTimeoutMs, queryTimeoutMs } = options
  const counts = { linesWritten: 0, retries: 0, refused: 0, errors: 0 }
  const connection = connect(place, () => counts.errors++)
  try {
    await checkPlace(connection, place, writeTimeoutMs)
  } catch (error) {
    connection.close()
    throw error
  }
  const retry = createRetry({ ...options, onRetry: () => counts.retries++ })
  const change = async (path: string, body: string, contentType?: string): Promise<void> => {
    if (!options.mayWrite()) throw new FencedError('The history may not be written any more.')
    await connection.request({
      method: 'POST',
      path,
      body,
      timeoutMs: writeTimeoutMs,
      ...(contentType && { contentType }),
    })
  }
  const path = writePath(place)
  const sending = {
    post: (lines: string) => change(path, lines, 'text/plain; charset=utf-8'),
    retry,
    onWritten: (lines: number) => {
      counts.linesWritten += lines
    },
    onRefused: (line: string | undefined, message: string, count: number) => {
      counts.refused += count
      options.onRefused(line, message)
    },
  }
  const { org, bucket } = place
  const queryPath = `/api/v2/query?${new URLSearchParams({ org })}`
  const erasePath = `/api/v2/delete?${new URLSearchParams({ org, bucket })}`
  return {
    send: lines => sendLines(lines, sending),
    async query(flux) {
      const body = JSON.stringify({ query: flux, type: 'flux', dialect: { header: true, annotations: [] } })
      return String(
        (await retry(() =>
          connection.request({ method: 'POST', path: queryPath, body, timeoutMs: queryTimeoutMs }),
        )) ?? '',
      )
    },
    erase: (predicate, start, stop) =>
      retry(() => change(erasePath, JSON.stringify({ start, stop, predicate }))),
    async ping() {
      await connection.request({ method: 'GET', path: '/ping', timeoutMs: PING_WITHIN_MS })
    },
    isConnected: connection.isConnected,
    counts,
    close: connection.close,
  }
}
