import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alertId } from '../../../services/alerts/index.ts'
import { retryDelayMs } from '../../../services/alerts/retry-delay.ts'
import { createDesk } from './relay-fixture.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Waits of the schedule before jitter; a day each after these. */
const WAITS = [0, 5 * SECOND, 5 * MINUTE, 30 * MINUTE, ...[2, 5, 10, 14, 20].map(hours => hours * HOUR)]

/**
 * Of the alert of case-1, version 3: the wait before each attempt in whole seconds, as its id draws them within ±20 %
 * of 0, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h and a day each from then on, none shorter than the one
 * before. Reckoned by another program from the SHA-256 of id and step.
 */
const TABLE_SECONDS: readonly number[] = [
  ...[0, 4, 327, 2_136, 7_194, 16_709, 29_442, 56_677, 62_460, 74_800],
  ...[92_265, 98_687, 98_687, 98_687, 98_687, 98_687],
]

/** Seconds of all attempts at an endpoint that never answers well, looked at once a second around each due time. */
const played = async (caseId: string): Promise<{ at: number[]; status: string | undefined }> => {
  const at: number[] = []
  const desk = await createDesk({
    post: async () => {
      at.push(desk.clock.now() - start)
      return { status: 503, retryAfter: null }
    },
  })
  const start = desk.clock.now()
  await desk.register('https://dead.example/')
  await desk.release({ id: caseId })
  for (;;) {
    const [delivery] = await desk.deliveries()
    if (!delivery?.nextAttemptAt) return { at, status: delivery?.status }
    const dueMs = Date.parse(delivery.nextAttemptAt)
    // A millisecond before nothing happens, whatever is looked at.
    const before = at.length
    if (dueMs > desk.clock.now()) {
      desk.clock.set(dueMs - 1)
      await desk.relay.tick()
    }
    expect(at).toHaveLength(before)
    desk.clock.set(dueMs)
    await desk.relay.tick()
    expect(at).toHaveLength(before + 1)
  }
}

describe('the delay table over ten days, by the clock of the test', () => {
  it('is kept to the second', async () => {
    const { at, status } = await played('case-1')
    const waits = at.map((ms, i) => Math.round((ms - (at[i - 1] ?? 0)) / SECOND))
    expect(waits).toEqual(TABLE_SECONDS)
    expect(status).toBe('given-up')
    expect(at.at(-1)).toBeLessThanOrEqual(10 * DAY)
  })

  it('is that of the standard within ±20 % for every alert, and its waits never shrink', async () => {
    for (const caseId of ['case-2', 'case-3', 'case-4']) {
      const { at } = await played(caseId)
      const id = alertId(caseId, 3)
      const waits = at.map((ms, i) => ms - (at[i - 1] ?? 0))
      expect(waits).toEqual(at.map((_, i) => retryDelayMs(id, i)))
      for (const [i, wait] of waits.entries()) {
        const base = WAITS[i] ?? DAY
        expect(wait).toBeGreaterThanOrEqual(Math.floor(0.8 * base))
        expect(wait).toBeLessThanOrEqual(Math.ceil(1.2 * base))
      }
      expect(waits).toEqual(waits.toSorted((a, b) => a - b))
      expect(at.length).toBeGreaterThanOrEqual(14)
    }
  })

  it('is stretched by Retry-After to at most twice, and never shortened, whatever the header says', async () => {
    const date = (ms: number) => new Date(ms).toUTCString()
    const header = fc.oneof(
      fc.integer({ min: -1_000_000, max: 10_000_000 }).map(String),
      fc.constantFrom('', 'soon', '1e9', '٣', '0x10', '9'.repeat(400), '-1', '1.5', 'NaN', 'Infinity'),
      fc.integer({ min: -40, max: 40 }).map(days => date(Date.now() + days * DAY)),
      fc.string({ maxLength: 40 }),
    )
    await fc.assert(
      fc.asyncProperty(header, async retryAfter => {
        const desk = await createDesk({ post: async () => ({ status: 429, retryAfter }) })
        await desk.register('https://busy.example/')
        const id = await desk.release()
        await desk.relay.tick()
        const [delivery] = await desk.deliveries()
        const wait = Date.parse(delivery?.nextAttemptAt ?? '') - desk.clock.now()
        expect(wait).toBeGreaterThanOrEqual(retryDelayMs(id, 1))
        expect(wait).toBeLessThanOrEqual(2 * retryDelayMs(id, 1))
      }),
      { numRuns: 10 },
    )
  })
})
