import type { KafkaLogger } from './types.ts'

const MS_BETWEEN = 60_000

/** The library says the same many times a second while Kafka is away; once a minute is enough. */
export const quieted = (log: KafkaLogger, nowMs: () => number): ((message: string) => void) => {
  const saidMs = new Map<string, number>()
  return message => {
    const now = nowMs()
    for (const [text, ms] of saidMs) if (now - ms >= MS_BETWEEN) saidMs.delete(text)
    if (saidMs.has(message)) return
    saidMs.set(message, now)
    log.warn({ from: 'kafka' }, message)
  }
}
