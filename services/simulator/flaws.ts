import { MS_PER_HOUR } from '../../schemas/day.ts'
import type { Reading } from '../../schemas/reading.ts'

/** A reading and when it reaches the service, UTC ms. */
export interface Delivery {
  readonly reading: Reading
  readonly arrivesMs: number
}

/** What may be wrong with a meter's readings. */
export type Flaw = 'gaps' | 'doubled' | 'late' | 'revised' | 'clock-1970' | 'wrong-unit'

interface Spoiling {
  /** What a person finds in the readings */
  readonly sentence: string
  /** Days since the first, and hours of that day, whose readings are spoiled */
  readonly day: number
  readonly fromHour: number
  readonly toHour: number
  readonly spoil: (delivery: Delivery) => readonly Delivery[]
}

const withReading = (delivery: Delivery, changes: Partial<Reading>): Delivery => ({
  ...delivery,
  reading: { ...delivery.reading, ...changes },
})

const SPOILING: Record<Flaw, Spoiling> = {
  gaps: {
    sentence: 'The readings of day 10 from 10:00 to 12:30 are missing.',
    day: 9,
    fromHour: 10,
    toHour: 12.5,
    spoil: () => [],
  },
  doubled: {
    sentence: 'Each reading of day 15 from 08:00 to 12:00 comes twice.',
    day: 14,
    fromHour: 8,
    toHour: 12,
    spoil: delivery => [delivery, delivery],
  },
  late: {
    sentence: 'The readings of day 21 from 10:00 to 11:00 come three hours late.',
    day: 20,
    fromHour: 10,
    toHour: 11,
    spoil: delivery => [{ ...delivery, arrivesMs: delivery.arrivesMs + 3 * MS_PER_HOUR }],
  },
  revised: {
    sentence: 'The readings of day 19 from 15:00 to 16:00 come a tenth too high, and once more, corrected.',
    day: 18,
    fromHour: 15,
    toHour: 16,
    spoil: delivery => [
      withReading(delivery, { kw: Math.round(delivery.reading.kw * 110) / 100 }),
      withReading({ ...delivery, arrivesMs: delivery.arrivesMs + MS_PER_HOUR }, { revision: 1 }),
    ],
  },
  'clock-1970': {
    sentence: 'On day 18 the reading of 14:15 bears the clock of 1970.',
    day: 17,
    fromHour: 14,
    toHour: 14.25,
    spoil: delivery => [withReading(delivery, { at: '1970-01-01T08:00:00+08:00' })],
  },
  'wrong-unit': {
    sentence: 'On day 23 the reading of 10:30 is in W where kW belong.',
    day: 22,
    fromHour: 10.25,
    toHour: 10.5,
    spoil: delivery => [withReading(delivery, { kw: Math.round(delivery.reading.kw * 1_000) })],
  },
}

/** What is wrong with a meter's readings, one sentence. */
export const flawSentence = (flaw: Flaw): string => SPOILING[flaw].sentence

/** A meter's deliveries with its flaw, by time of arrival. `firstMs` is the midnight they begin at. */
export const spoil = (flaw: Flaw, deliveries: readonly Delivery[], firstMs: number): readonly Delivery[] => {
  const { day, fromHour, toHour, spoil: change } = SPOILING[flaw]
  const after = firstMs + (24 * day + fromHour) * MS_PER_HOUR
  const upTo = firstMs + (24 * day + toHour) * MS_PER_HOUR
  return deliveries
    .flatMap(delivery =>
      delivery.arrivesMs > after && delivery.arrivesMs <= upTo ? change(delivery) : [delivery],
    )
    .sort((a, b) => a.arrivesMs - b.arrivesMs)
}
