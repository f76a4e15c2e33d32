import type { Random } from '../../../detectors/support/random.ts'
import type { Message } from './message.ts'

const SHARE = 0.002

/** Messages that are to be turned away, here and there among good ones; a few of them more than once. */
export const poisonAmong = (good: readonly Message[], random: Random): Message[] =>
  good
    .filter(() => random.chance(SHARE))
    .flatMap((message, i) => {
      const value = SPOILT[i % SPOILT.length]!(message.value)
      const poison = { ...message, value, sentMs: message.sentMs + 1 }
      return random.chance(0.2) ? [poison, poison] : [poison]
    })

const SPOILT: readonly ((value: string) => string)[] = [
  value => value.slice(0, -3),
  value => value.replace(/"meterId":"(\w+)"/, '"meterId":"nobody-$1"'),
  () => '',
  value => JSON.stringify(negative(JSON.parse(value) as Record<string, unknown>)),
  () => 'not JSON at all',
]

/** A power or a register below zero; of a day row its first point. */
const negative = (value: Record<string, unknown>): Record<string, unknown> => {
  const { kw, total } = value
  if (Array.isArray(kw)) return { ...value, kw: [-1, ...(kw as number[]).slice(1)] }
  return total === undefined ? { ...value, kw: -1 } : { ...value, total: -1 }
}
