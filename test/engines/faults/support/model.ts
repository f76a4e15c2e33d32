import { dayOf, dayStartMs, MS_PER_MINUTE, parseDay, shanghaiText } from '../../../../schemas/day.ts'
import type { Meter } from '../../../../schemas/meter.ts'
import type { Good } from './message.ts'
import type { Logged } from './read-back.ts'

// The rule for slots once more, in the plainest words, so that nothing of the program checks itself.

const SLOT_MS = 15 * MS_PER_MINUTE

/** A value of a slot, single precision; kvar null where absent. */
export interface Version {
  readonly kw: number
  readonly kvar: number | null
}

export interface ModelSlot {
  readonly versions: Version[]
  revision: number
}

/** What was turned away: where it stands in the log, and the line. */
export interface Poison {
  readonly source: string
  readonly reason: string
  readonly raw: string
}

/** What the log, taken as the truth, must have come to. */
export interface Model {
  /** By `point start-of-slot-ms` */
  readonly slots: Map<string, ModelSlot>
  /** Totals by `point day meter` */
  readonly registers: Map<string, { total: number; revision: number; version: number }>
  readonly outcomes: Map<string, number>
  readonly poison: Poison[]
  /** Readings in the topics: points of day rows each, messages that cannot be read as one */
  readings: number
}

/** Works the log off, one message after the other. `taken` hears of each good one. */
export const modelOf = (
  log: readonly Logged[],
  meters: readonly Meter[],
  taken: (good: Good) => void,
): Model => {
  const points = new Map(meters.map(({ meterId, pointId }) => [meterId, pointId]))
  const model: Model = {
    slots: new Map(),
    registers: new Map(),
    outcomes: new Map(),
    poison: [],
    readings: 0,
  }
  const count = (outcome: string): void => {
    model.outcomes.set(outcome, (model.outcomes.get(outcome) ?? 0) + 1)
    model.readings++
  }
  const turnAway = ({ topic, partition, offset }: Logged, reason: string, raw: string): void => {
    count(reason)
    model.poison.push({ source: `${topic}/${partition}/${offset}`, reason, raw })
  }
  for (const message of log) {
    const good = parsed(message.value)
    if (!good) {
      turnAway(message, 'malformed', message.value)
      continue
    }
    const pointId = points.get(good.meterId)
    if (pointId === undefined) {
      turnAway(message, 'unknown-meter', message.value)
    } else if ('total' in good) {
      if (good.total < 0) {
        turnAway(message, 'negative-register', message.value)
        continue
      }
      count(putRegister(model, `${pointId} ${parseDay(good.date)} ${good.meterId}`, good))
      taken(good)
    } else if ('date' in good) {
      for (const [i, kw] of good.kw.entries()) {
        const startMs = dayStartMs(parseDay(good.date)) + i * SLOT_MS
        if (kw < 0) turnAway(message, 'negative-power', rawPoint(good, startMs, kw))
        else count(putSlot(model, `${pointId} ${startMs}`, { kw, kvar: null }, good.revision))
      }
      taken(good)
    } else if (good.kw < 0) {
      turnAway(message, 'negative-power', message.value)
    } else {
      const { kw, kvar = null } = good
      count(putSlot(model, `${pointId} ${Date.parse(good.at) - SLOT_MS}`, { kw, kvar }, good.revision))
      taken(good)
    }
  }
  return model
}

const parsed = (text: string): Good | undefined => {
  try {
    return JSON.parse(text) as Good
  } catch {
    return undefined
  }
}

/** How a point of a day row is kept that was turned away. */
const rawPoint = (
  { meterId, revision }: { meterId: string; revision?: number },
  startMs: number,
  kw: number,
): string => JSON.stringify({ meterId, at: shanghaiText(startMs + SLOT_MS), kw, revision })

const putSlot = (model: Model, key: string, given: Version, revision = 0): string => {
  const value = { kw: Math.fround(given.kw), kvar: given.kvar === null ? null : Math.fround(given.kvar) }
  const slot = model.slots.get(key)
  if (!slot) {
    model.slots.set(key, { versions: [value], revision })
    return 'accepted'
  }
  const held = slot.versions.at(-1)!
  const isSame = held.kw === value.kw && held.kvar === value.kvar
  const isHigher = revision > slot.revision
  if (isSame ? isHigher : revision >= slot.revision) {
    slot.versions.push(value)
    slot.revision = revision
  }
  if (isSame) return 'duplicate'
  return slot.versions.at(-1) === value ? 'corrected' : 'superseded'
}

const putRegister = (
  model: Model,
  key: string,
  { total, revision = 0 }: { total: number; revision?: number },
): string => {
  const held = model.registers.get(key)
  if (!held) {
    model.registers.set(key, { total, revision, version: 0 })
    return 'accepted'
  }
  const wins = total === held.total ? revision > held.revision : revision >= held.revision
  if (wins) model.registers.set(key, { total, revision, version: held.version + 1 })
  if (total === held.total) return 'duplicate'
  return wins ? 'corrected' : 'superseded'
}

/** The days that slots lie in. */
export const dayOfSlot = (key: string): { pointId: string; day: number } => {
  const [pointId, startMs] = key.split(' ')
  return { pointId: pointId!, day: dayOf(Number(startMs)) }
}
