import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { dayText } from '../../../schemas/day.ts'
import { registryCsv } from '../../../services/simulator/index.ts'
import { createRandom, type Random } from '../../../services/simulator/random.ts'
import { whole } from './draw.ts'
import type { Member, Population } from './population.ts'
import { SLOTS, type World } from './world.ts'

const NAMES = { meters: 'meters.csv', readings: 'readings.csv.gz', context: 'context.json' } as const

export type PopulationFiles = Readonly<Record<keyof typeof NAMES, string>>

/** A day of a meter on its way to the file. */
interface Sending {
  readonly member: Member
  readonly day: number
  /** Sent before its time with values that are a little off, to be sent again */
  readonly early: boolean
}

/** On which day of the file each day of a meter is sent, most of them on their own. */
const sendingsOf = (member: Member, days: number, random: Random): (readonly [on: number, Sending])[] => {
  const { doubled, resent, swapped } = member.delivery
  return Array.from({ length: days }, (_, day) => {
    const held = swapped && random.chance(0.1) ? whole(random, 1, 3) : 0
    const sent = (after: number, early = false) =>
      [Math.min(days - 1, day + held + after), { member, day, early }] as const
    if (resent.includes(day)) return [sent(0, true), sent(whole(random, 1, 3))]
    return doubled.includes(day) ? [sent(0), sent(whole(random, 0, 2))] : [sent(0)]
  }).flat()
}

const cellsOf = (column: Float32Array, day: number, factor: number): string => {
  let cells = ''
  for (let i = day * SLOTS; i < (day + 1) * SLOTS; i++) {
    const value = column[i]!
    cells += Number.isNaN(value) ? ',' : `,${Math.round(value * factor * 100) / 100}`
  }
  return cells
}

const EMPTY = ','.repeat(SLOTS)

const rowOf = ({ member, day, early }: Sending, date: string): string => {
  const { meter, kw, kvar } = member
  const factor = early ? 0.996 : 1
  return `${meter.meterId},${date}${cellsOf(kw, day, factor)}${kvar ? cellsOf(kvar, day, factor) : EMPTY}\n`
}

const hasReadings = ({ member: { kw }, day }: Sending): boolean =>
  !kw.subarray(day * SLOTS, (day + 1) * SLOTS).every(Number.isNaN)

const numbered = (letter: string): string =>
  Array.from({ length: SLOTS }, (_, i) => `${letter}${i + 1}`).join(',')

/** Day rows in the order in which they are sent: by day, in it by meter. */
function* dayRows({ members, world, seed }: Population): Generator<string> {
  yield `meter_id,date,${numbered('P')},${numbered('Q')}\n`
  const random = createRandom(seed).fork('delivery')
  const byDay = Array.from({ length: world.days }, (): Sending[] => [])
  for (const member of members)
    for (const [on, sending] of sendingsOf(member, world.days, random)) byDay[on]!.push(sending)
  for (const sendings of byDay)
    for (const sending of sendings)
      if (hasReadings(sending)) yield rowOf(sending, dayText(world.firstDay + sending.day))
}

const datesOf = ({ firstDay, kinds, weekdays }: World, wanted: (kind: number, weekday: number) => boolean) =>
  kinds.flatMap((kind, day) => (wanted(kind, weekdays[day]!) ? [dayText(firstDay + day)] : []))

/** What a backtest is told of the world: holidays, shifted working days, tariff hours. */
const contextOf = (world: World): object => ({
  holidays: datesOf(world, kind => kind === 2),
  extra_working_days: datesOf(world, (kind, weekday) => kind === 0 && weekday % 6 === 0),
  tou: world.tou,
})

/** Writes registry, readings (day rows, gzip) and context into a folder, as `dianshao backtest` reads them. */
export const writePopulation = async (population: Population, folder: string): Promise<PopulationFiles> => {
  const files = {
    meters: join(folder, NAMES.meters),
    readings: join(folder, NAMES.readings),
    context: join(folder, NAMES.context),
  }
  writeFileSync(files.meters, registryCsv({ meters: population.members.map(({ meter }) => meter) }))
  writeFileSync(files.context, JSON.stringify(contextOf(population.world)))
  await pipeline(
    Readable.from(dayRows(population)),
    createGzip({ level: 1 }),
    createWriteStream(files.readings),
  )
  return files
}
