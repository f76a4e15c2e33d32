import { createHash } from 'node:crypto'
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../schemas/day.ts'

/**
 * Wait before the first, second, … attempt: the example schedule of Standard Webhooks
 * (https://www.standardwebhooks.com), 75 h 35 min 5 s together. After that an attempt a day.
 */
export const RETRY_SCHEDULE_MS: readonly number[] = [
  0,
  5_000,
  5 * MS_PER_MINUTE,
  30 * MS_PER_MINUTE,
  2 * MS_PER_HOUR,
  5 * MS_PER_HOUR,
  10 * MS_PER_HOUR,
  14 * MS_PER_HOUR,
  20 * MS_PER_HOUR,
  MS_PER_DAY,
]

/** Attempts go on until day 10: the longest public holiday of China is 8 days, an office may be dark so long. */
export const RETRY_PERIOD_MS = 10 * MS_PER_DAY

const JITTER = 0.2

/** What is known of an alert whose attempt has just failed. */
export interface FailedAttempt {
  readonly alertId: string
  /** Attempts made so far, this one included */
  readonly attempts: number
  readonly firstAttemptAtMs: number
  readonly nowMs: number
  /** Raw Retry-After header of the answer, null when there was none */
  readonly retryAfter: string | null
}

/**
 * When to try again, UTC ms; null when day 10 is reached and every step of the schedule was tried. Both
 * must hold, so that a service which was itself away for a week does not give up on an endpoint it hardly asked.
 * Retry-After may stretch the delay d to at most 2d and never shortens it.
 */
export const nextAttemptAtMs = (failed: FailedAttempt): number | null => {
  const delayMs = retryDelayMs(failed.alertId, failed.attempts)
  const askedMs = parseRetryAfterMs(failed.retryAfter, failed.nowMs) ?? 0
  const atMs = failed.nowMs + Math.min(Math.max(askedMs, delayMs), 2 * delayMs)
  const isOver =
    failed.attempts >= RETRY_SCHEDULE_MS.length && atMs > failed.firstAttemptAtMs + RETRY_PERIOD_MS
  return isOver ? null : atMs
}

/**
 * Delay after the given number of attempts, in whole ms: the schedule ± 20 %, by a digest of id and attempt,
 * so that alerts which failed together do not come back together and a restart changes nothing. Never
 * shorter than the delay before it: where the jitter of an earlier step reaches further, that stands.
 */
export const retryDelayMs = (alertId: string, attempts: number): number => {
  let delayMs = 0
  for (let step = 0; step <= attempts; step += 1) {
    delayMs = Math.max(delayMs, Math.round(baseDelayMs(step) * jitterFactor(alertId, step)))
  }
  return delayMs
}

const baseDelayMs = (step: number): number => RETRY_SCHEDULE_MS[step] ?? MS_PER_DAY

/** 0.8 to 1.2, even over ids and steps */
const jitterFactor = (alertId: string, step: number): number => {
  const draw = createHash('sha256').update(`${alertId}\n${step}`).digest().readUInt32BE() / 0xffff_ffff
  return 1 - JITTER + 2 * JITTER * draw
}

// The three forms of an HTTP date: RFC 9110, section 5.6.7
const HTTP_DATE =
  /^(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?,? [ \w-]+ \d{2}:\d{2}:\d{2}( \d{4}| GMT)$/

/** How long a Retry-After header asks to wait, ms; negative for a past date, null when it makes no sense. */
export const parseRetryAfterMs = (header: string | null, nowMs: number): number | null => {
  const text = header?.trim() ?? ''
  if (/^\d+$/.test(text)) return Number(text) * 1000
  if (!HTTP_DATE.test(text)) return null
  const atMs = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(atMs) ? null : atMs - nowMs
}
