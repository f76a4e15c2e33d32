import { dayText, MS_PER_DAY, MS_PER_HOUR, shanghaiText } from '../../../../schemas/day.ts'
import type { Meter } from '../../../../schemas/meter.ts'
import { createRandom, type Random } from '../../../detectors/support/random.ts'
import { furnaceSamples, shopSamples } from '../../../support/furnace.ts'
import { meter } from '../../../support/meters.ts'
import { MONDAY, type Sample, slotEndMs } from '../../../support/readings.ts'
import type { Message } from './message.ts'
import { poisonAmong } from './poison.ts'

/** What a seed sends: readings of furnaces, shops and a point of two meters, day rows, registers, poison. */
export interface Plan {
  readonly meters: readonly Meter[]
  /** In the order in which they are sent */
  readonly messages: readonly Message[]
}

export const DAYS = 13
/** More than 7 days behind its point a reading is not judged again: then it matters what was worked off when. */
const LATEST_MS = 6.9 * MS_PER_DAY
const FURNACES = 5
const SHOPS = 30
const DAY_METERS = 6
/** So few that none of its days can be too late, whichever of its meters' partitions is ahead. */
const EXCHANGED = { days: 8, onDay: 4 }

export const planOf = (seed: number): Plan => {
  const random = createRandom(seed)
  const range = (name: string, length: number): string[] => Array.from({ length }, (_, i) => `${name}${i}`)
  const furnaces = range('F', FURNACES)
  const shops = range('S', SHOPS)
  const dayMeters = range('D', DAY_METERS)
  const samples = [
    ...furnaces.flatMap((id, i) =>
      furnaceSamples(id, MONDAY, DAYS, { seed: seed * 100 + i, kw: 900 + 150 * i }),
    ),
    ...shops.flatMap((id, i) => shopSamples(id, MONDAY, DAYS, seed * 100 + i)),
    ...exchangedSamples(seed),
  ]
  const good = [
    ...samples.flatMap(one => deliveries(one, random)),
    ...dayMeters.flatMap((id, i) =>
      dayMessages(id, shopSamples(id, MONDAY, DAYS, seed * 100 + 50 + i), random),
    ),
  ]
  const messages = [...good, ...poisonAmong(good, random)].sort((a, b) => a.sentMs - b.sentMs)
  return {
    meters: [...[...furnaces, ...shops, ...dayMeters].map(meterId => meter({ meterId })), ...exchangedMeters],
    messages,
  }
}

/** Their ids hash to different partitions, of 4 and of 12. */
const [BEFORE, AFTER] = ['X0', 'X1']

const exchangedMeters = [
  meter({ meterId: BEFORE, pointId: 'X', customerId: 'C-X', validTo: dayText(MONDAY + EXCHANGED.onDay - 1) }),
  meter({ meterId: AFTER, pointId: 'X', customerId: 'C-X', validFrom: dayText(MONDAY + EXCHANGED.onDay) }),
]

const exchangedSamples = (seed: number): Sample[] => {
  const exchangedMs = slotEndMs(MONDAY + EXCHANGED.onDay - 1, 95)
  return furnaceSamples(AFTER, MONDAY, EXCHANGED.days, { seed: seed * 100 + 99 }).map(one =>
    one.atMs <= exchangedMs ? { ...one, meterId: BEFORE } : one,
  )
}

const LAST_DAY_MS = slotEndMs(MONDAY + DAYS - 2, 95)

/** How a reading is sent: mostly at once, some late, doubled, corrected or never; of the last day each comes. */
const deliveries = (one: Sample, random: Random): Message[] => {
  const isLast = one.atMs > LAST_DAY_MS || one.meterId === AFTER
  if (!isLast && random.chance(0.01)) return []
  const lateMs = random.chance(0.06) ? random.between(0, LATEST_MS) : random.between(0, MS_PER_HOUR)
  const again = (share: number, change: Partial<Sample>): Message[] =>
    random.chance(share) ? [messageOf({ ...one, ...change }, random.between(lateMs, LATEST_MS))] : []
  const other = one.kw * random.between(0.6, 1.4)
  return [
    messageOf(one, lateMs),
    ...again(0.03, {}),
    ...again(0.01, { kw: other, revision: 2 }),
    ...again(0.004, { kw: other * 1.1, revision: 1 }),
    ...again(0.004, { kw: other * 1.2 }),
    ...again(0.004, { revision: 3 }),
  ]
}

const messageOf = ({ meterId, atMs, kw, kvar, revision }: Sample, lateMs: number): Message => ({
  topic: 'meter.readings',
  key: meterId,
  value: JSON.stringify({ meterId, at: shanghaiText(atMs), kw, kvar, revision }),
  sentMs: atMs + lateMs,
})

/** A meter that tells whole days: its rows and registers, some twice, some corrected. */
const dayMessages = (meterId: string, samples: readonly Sample[], random: Random): Message[] => {
  let total = random.between(1_000, 9_000)
  return Array.from({ length: DAYS }, (_, i) => {
    const kw = samples.slice(96 * i, 96 * (i + 1)).map(one => one.kw)
    total += kw.reduce((sum, power) => sum + power / 4, 0)
    const day = MONDAY + i
    const row = { meterId, date: dayText(day), kw }
    const register = { meterId, date: dayText(day), total: Number(total.toFixed(2)) }
    const sent = (value: object, latest: number): Message => ({
      topic: 'meter.days',
      key: meterId,
      value: JSON.stringify(value),
      sentMs: slotEndMs(day, 95) + random.between(0, latest),
    })
    return [
      sent(row, MS_PER_HOUR),
      sent(register, MS_PER_HOUR),
      ...(random.chance(0.2) ? [sent(row, LATEST_MS)] : []),
      ...(random.chance(0.2)
        ? [sent({ ...row, kw: kw.map(power => power + 1), revision: 1 }, LATEST_MS)]
        : []),
      ...(random.chance(0.2) ? [sent(register, LATEST_MS)] : []),
      ...(random.chance(0.2)
        ? [sent({ ...register, total: register.total + 1, revision: 1 }, LATEST_MS)]
        : []),
    ]
  }).flat()
}
