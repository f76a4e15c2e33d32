import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  nextAttemptAtMs,
  parseRetryAfterMs,
  RETRY_PERIOD_MS,
  RETRY_SCHEDULE_MS,
  retryDelayMs,
} from '../../../services/alerts/retry-delay.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = Date.parse('2024-05-06T02:00:00Z')
const failed = (change = {}) => ({
  alertId: 'msg_1',
  attempts: 1,
  firstAttemptAtMs: NOW,
  nowMs: NOW,
  retryAfter: null,
  ...change,
})
const ids = fc.uuid().map(id => `msg_${id}`)

describe('retry schedule', () => {
  it('is the ten steps of the standard, 75 h 35 min 5 s together', () => {
    const steps = [0, 5 * SECOND, 5 * MINUTE, 30 * MINUTE]
    expect(RETRY_SCHEDULE_MS).toEqual([...steps, ...[2, 5, 10, 14, 20, 24].map(hours => hours * HOUR)])
    expect(RETRY_SCHEDULE_MS.reduce((sum, step) => sum + step)).toBe(75 * HOUR + 35 * MINUTE + 5 * SECOND)
    expect(RETRY_PERIOD_MS).toBe(10 * DAY)
  })

  it('tries at once and stays within 20 % of each step', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 0, max: 30 }), (id, attempts) => {
        const base = RETRY_SCHEDULE_MS[attempts] ?? DAY
        expect(retryDelayMs(id, attempts)).toBeGreaterThanOrEqual(Math.floor(0.8 * base))
        expect(retryDelayMs(id, attempts)).toBeLessThanOrEqual(Math.ceil(1.2 * base))
      }),
    )
  })

  it('never waits less than the time before', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 0, max: 30 }), (id, attempts) => {
        expect(retryDelayMs(id, attempts + 1)).toBeGreaterThanOrEqual(retryDelayMs(id, attempts))
      }),
    )
  })

  it('spreads alerts over the whole of the jitter, the same way each time', () => {
    const delays = Array.from({ length: 1_000 }, (_, index) => retryDelayMs(`msg_${index}`, 2))
    expect(Math.min(...delays)).toBeLessThan(0.82 * 5 * MINUTE)
    expect(Math.max(...delays)).toBeGreaterThan(1.18 * 5 * MINUTE)
    expect(delays.reduce((sum, delay) => sum + delay) / 1_000 / (5 * MINUTE)).toBeCloseTo(1, 1)
    expect(delays).toEqual(Array.from({ length: 1_000 }, (_, index) => retryDelayMs(`msg_${index}`, 2)))
  })

  it('goes on until day 10 and then ends, for every alert', () => {
    fc.assert(
      fc.property(ids, alertId => {
        const tries = walk(alertId)
        expect(tries[0]).toBe(0)
        expect(tries.at(-1)).toBeGreaterThan(10 * DAY - 1.2 * DAY)
        expect(tries.at(-1)).toBeLessThanOrEqual(10 * DAY)
        expect(tries.length).toBeGreaterThanOrEqual(14)
        expect(tries.length).toBeLessThanOrEqual(20)
      }),
    )
  })

  it('does not give up on an endpoint it hardly asked, however long ago that was', () => {
    const late = { firstAttemptAtMs: NOW - 30 * DAY }
    expect(nextAttemptAtMs(failed({ ...late, attempts: 9 }))).not.toBeNull()
    expect(nextAttemptAtMs(failed({ ...late, attempts: 10 }))).toBeNull()
  })
})

describe('Retry-After', () => {
  const waits = (retryAfter: string | null, attempts = 2) =>
    (nextAttemptAtMs(failed({ retryAfter, attempts })) ?? Number.NaN) - NOW
  const delay = retryDelayMs('msg_1', 2)
  const httpDate = (inMs: number) => new Date(NOW + inMs).toUTCString()

  it.each([
    ['absent', null],
    ['empty', ''],
    ['junk', 'soon'],
    ['a number with junk', '400 s'],
    ['negative', '-400'],
    ['a fraction', '400.5'],
    ['zero', '0'],
    ['shorter than the delay', '1'],
    ['a past date', httpDate(-DAY)],
    ['an impossible date', 'Mon, 99 May 2024 02:00:00 GMT'],
    ['an ISO date, which is none of HTTP', new Date(NOW + DAY).toISOString()],
  ])('%s leaves the delay as it is', (_, header) => {
    expect(waits(header)).toBe(delay)
  })

  it.each([
    ['seconds', '400', 400 * SECOND],
    ['seconds with blanks', ' 400 ', 400 * SECOND],
    ['an HTTP date', httpDate(400 * SECOND), 400 * SECOND],
    ['a date of RFC 850', 'Monday, 06-May-24 02:06:40 GMT', 400 * SECOND],
    ['a date of asctime', 'Mon May  6 02:06:40 2024', 400 * SECOND],
  ])('%s is honoured', (_, header, wait) => {
    expect(waits(header)).toBe(wait)
  })

  it.each([
    ['seconds', '999999'],
    ['endless seconds', '9'.repeat(400)],
    ['a far date', httpDate(30 * DAY)],
  ])('beyond twice the delay in %s is cut to that', (_, header) => {
    expect(waits(header)).toBe(2 * delay)
  })

  it('reads a date of asctime as UTC wherever the machine stands', () => {
    vi.stubEnv('TZ', 'Asia/Shanghai')
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(new Date(NOW).getTimezoneOffset()).toBe(-480)
    expect(parseRetryAfterMs('Mon May  6 02:06:40 2024', NOW)).toBe(400 * SECOND)
  })

  it('is null when it makes no sense', () => {
    expect(parseRetryAfterMs('x', NOW)).toBeNull()
    expect(parseRetryAfterMs(httpDate(-DAY), NOW)).toBe(-DAY)
  })

  it('keeps the wait between d and 2d, and a longer wish never shortens it', () => {
    const attempts = fc.integer({ min: 1, max: 9 })
    const seconds = fc.nat({ max: 200_000 })
    fc.assert(
      fc.property(attempts, seconds, seconds, fc.string(), (made, a, b, junk) => {
        const d = retryDelayMs('msg_1', made)
        for (const header of [String(a), junk]) {
          expect(waits(header, made)).toBeGreaterThanOrEqual(d)
          expect(waits(header, made)).toBeLessThanOrEqual(2 * d)
        }
        expect(waits(String(Math.max(a, b)), made)).toBeGreaterThanOrEqual(
          waits(String(Math.min(a, b)), made),
        )
      }),
    )
  })
})

/** Times of all attempts of an alert whose endpoint always fails, ms after the first. */
const walk = (alertId: string): number[] => {
  const tries = [NOW]
  for (;;) {
    const nowMs = tries.at(-1) ?? NOW
    const next = nextAttemptAtMs(failed({ alertId, attempts: tries.length, nowMs }))
    if (next === null) return tries.map(at => at - NOW)
    tries.push(next)
  }
}
