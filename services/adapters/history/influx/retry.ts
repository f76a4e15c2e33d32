import { HttpError } from '@influxdata/influxdb-client'

const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5_000

/** Time and chance, so that tests need not wait. */
export interface RetryOptions {
  /** How long to go on before giving up, ms */
  readonly giveUpMs: number
  readonly nowMs: () => number
  readonly random: () => number
  readonly delay: (ms: number) => Promise<unknown>
  readonly onRetry: () => void
}

export type Retry = <T>(request: () => Promise<T>) => Promise<T>

/** Repeats requests that may do better later, with growing and jittered waits; rejects with the last error. */
export const createRetry =
  ({ giveUpMs, nowMs, random, delay, onRetry }: RetryOptions): Retry =>
  async request => {
    const deadlineMs = nowMs() + giveUpMs
    for (let attempt = 0; ; attempt++) {
      try {
        return await request()
      } catch (error) {
        const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt)
        const waitMs = Math.max(longest * (0.5 + random() / 2), askedMs(error))
        if (!mayDoBetter(error) || nowMs() + waitMs > deadlineMs) throw error
        onRetry()
        await delay(waitMs)
      }
    }
  }

/** The process may not write any more: another one may have taken over. */
export class FencedError extends Error {
  override name = 'FencedError'
}

/** What was not answered may be answered later; of answers, those that say so. */
const mayDoBetter = (error: unknown): boolean => {
  if (error instanceof FencedError) return false
  const status = statusOf(error)
  return status === undefined || status >= 429 || status === 408
}

export const statusOf = (error: unknown): number | undefined =>
  error instanceof HttpError ? error.statusCode : undefined

/** How long the server asks to wait. */
const askedMs = (error: unknown): number =>
  error instanceof HttpError ? Math.min(LONGEST_WAIT_MS, Math.max(0, error.retryAfter())) : 0
