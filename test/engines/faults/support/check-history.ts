import { dayStartMs, MS_PER_MINUTE } from '../../../../schemas/day.ts'
import { openInfluxHistory } from '../../../../services/adapters/history/index.ts'
import { instantText } from '../../../../services/adapters/history/influx/queries.ts'
import { MONDAY } from '../../../support/readings.ts'
import { dayOfSlot, type Model, type Version } from './model.ts'
import { DAYS } from './plan.ts'
import type { Scene } from './scene.ts'

const SLOT_MS = 15 * MS_PER_MINUTE
const SHOWN = 5

/** What of the history is not as the log has it, read through the adapter with what is committed. */
export const faultsOfHistory = async (scene: Scene, model: Model): Promise<string[]> => {
  const {
    DIANSHAO_INFLUX_URL: url,
    DIANSHAO_INFLUX_TOKEN: token,
    DIANSHAO_INFLUX_BUCKET: bucket,
  } = scene.config
  const ends = new Map(
    (await scene.db.selectFrom('checkpoint').selectAll().execute()).map(row => [
      row.partition,
      row.next_offset,
    ]),
  )
  const history = await openInfluxHistory({
    url: url!,
    token: token!,
    org: scene.config.DIANSHAO_INFLUX_ORG,
    bucket,
    isCommitted: (partition, offset) => offset < (ends.get(partition) ?? 0),
  })
  const wanted = new Map(
    [...model.slots.keys()].map(dayOfSlot).map(one => [`${one.pointId} ${one.day}`, one]),
  )
  const found = new Map<string, string>()
  for (const { pointId, day, kw, kvar } of await history.readMany([...wanted.values()])) {
    for (let i = 0; i < kw.length; i++) {
      if (Number.isNaN(kw[i]!)) continue
      const reactive = kvar?.[i] ?? Number.NaN
      const version = { kw: kw[i]!, kvar: Number.isNaN(reactive) ? null : reactive }
      found.set(`${pointId} ${dayStartMs(day) + i * SLOT_MS}`, textOf(version))
    }
  }
  const registers = new Map<string, string>()
  const registerDays = [...model.registers.keys()].map(key => key.split(' '))
  for (const row of await history.registersOf(
    registerDays.map(([p, day]) => ({ pointId: p!, day: Number(day) })),
  )) {
    registers.set(`${row.pointId} ${row.day} ${row.source.meterId}`, `${row.total} ${row.revision}`)
  }
  await history.close()
  return [
    ...differences(
      'slot',
      found,
      new Map([...model.slots].map(([k, slot]) => [k, textOf(slot.versions.at(-1)!)])),
    ),
    ...differences(
      'register',
      registers,
      new Map([...model.registers].map(([key, { total, revision }]) => [key, `${total} ${revision}`])),
    ),
  ]
}

/** The same asked in plain Flux: the newest version of each slot wins, and no version is another than it was. */
export const faultsOfFlux = async ({ scratch, config }: Scene, model: Model): Promise<string[]> => {
  const csv = await scratch.flux(`from(bucket: "${config.DIANSHAO_INFLUX_BUCKET}")
    |> range(start: ${instantText(MONDAY - 1)}, stop: ${instantText(MONDAY + DAYS + 1)})
    |> filter(fn: (r) => r._measurement == "reading" and r._field == "kw")
    |> keep(columns: ["_time", "_value", "point"])`)
  const newest = new Map<string, { number: number; kw: number }>()
  const faults: string[] = []
  const seen = new Set<string>()
  for (const { time, value, point } of rowsOf(csv)) {
    const atMs = Math.floor(Date.parse(time))
    const startMs = atMs - (atMs % SLOT_MS)
    const key = `${point} ${startMs}`
    const number = atMs - startMs
    const kw = Math.fround(Number(value))
    if (seen.has(`${key} ${number}`)) faults.push(`version ${number} of ${key} stands there twice`)
    seen.add(`${key} ${number}`)
    if (model.slots.get(key)?.versions[number]?.kw !== kw)
      faults.push(`version ${number} of ${key} is ${kw}, which it never was`)
    if (number >= (newest.get(key)?.number ?? -1)) newest.set(key, { number, kw })
  }
  const found = new Map([...newest].map(([key, { number, kw }]) => [key, `${number} ${kw}`]))
  const expected = new Map(
    [...model.slots].map(([key, { versions }]) => [key, `${versions.length - 1} ${versions.at(-1)!.kw}`]),
  )
  return [...faults.slice(0, SHOWN), ...differences('version', found, expected)]
}

const textOf = ({ kw, kvar }: Version): string => `${kw} ${kvar}`

/** The first few differences of two maps, and how many there are. */
const differences = (
  what: string,
  found: ReadonlyMap<string, string>,
  expected: ReadonlyMap<string, string>,
): string[] => {
  const keys = new Set([...found.keys(), ...expected.keys()])
  const wrong = [...keys].filter(key => found.get(key) !== expected.get(key))
  const shown = wrong
    .slice(0, SHOWN)
    .map(key => `${what} ${key}: ${found.get(key)}, not ${expected.get(key)}`)
  return wrong.length === 0 ? [] : [`${wrong.length} of ${expected.size} ${what}s are wrong`, ...shown]
}

/** The rows of annotated CSV without quoted cells. */
function* rowsOf(csv: string): Generator<{ time: string; value: string; point: string }> {
  let places: number[] = []
  for (const line of csv.split('\r\n')) {
    const cells = line.split(',')
    if (cells.includes('_time')) places = ['_time', '_value', 'point'].map(name => cells.indexOf(name))
    else if (cells.length > 1) {
      const [time, value, point] = places.map(place => cells[place]!)
      yield { time: time!, value: value!, point: point! }
    }
  }
}
