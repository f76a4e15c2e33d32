import { setTimeout as pause } from 'node:timers/promises'

const LOOK_EVERY_MS = 100

/**
 * Looks again and again until something holds, and answers what it was. A look that fails counts as not yet: a
 * server may be away. Throws, with the last failure as its cause, when it takes longer than `withinMs`.
 */
export const until = async <T>(
  what: string,
  withinMs: number,
  look: () => T | Promise<T>,
): Promise<NonNullable<T>> => {
  const endMs = performance.now() + withinMs
  for (;;) {
    let cause: unknown
    try {
      const found = await look()
      if (found) return found
    } catch (error) {
      cause = error
    }
    if (performance.now() > endMs) throw new Error(`not within ${withinMs / 1000} s: ${what}`, { cause })
    await pause(LOOK_EVERY_MS)
  }
}
