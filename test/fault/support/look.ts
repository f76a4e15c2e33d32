import { setTimeout as pause } from 'node:timers/promises'
import { dayText, parseDay } from '../../../schemas/day.ts'
import { ask, type Service } from '../../acceptance/support/cli.ts'
import { cellsOf, type District, FIRST_DAY, SLOTS_PER_DAY } from './district.ts'
import { countOutcomes, type Found } from './ledger.ts'

const REST_WITHIN_MS = 60_000
const BETWEEN_ASKING_MS = 5
const PAGE = 500

/** What the service shows of a district, with what it says of itself. */
export interface Seen extends Found {
  readonly meters: number
  readonly judgedDays: number
}

/** Looks at a service through its API once nothing waits to be judged. */
export const look = async (service: Service, district: District): Promise<Seen> => {
  const { outcomes, meters, judgedDays } = await statusAtRest(service)
  return {
    meters,
    judgedDays,
    ...countOutcomes(outcomes),
    book: await readBook(service),
    ...(await readCurves(service, district)),
  }
}

interface Status {
  readonly waiting: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly meters: number
  readonly judgedDays: number
}

const statusAtRest = async (service: Service): Promise<Status> => {
  for (
    const startedMs = Date.now();
    Date.now() - startedMs < REST_WITHIN_MS;
    await pause(BETWEEN_ASKING_MS)
  ) {
    const status = (await ask(service, '/v1/status')).body as Status
    // Asked once more: its counts may have been read before the last of what waited was judged.
    if (status.waiting === 0) return (await ask(service, '/v1/status')).body
  }
  throw new Error(`readings still wait to be judged after ${REST_WITHIN_MS} ms`)
}

const readBook = async (service: Service): Promise<Map<string, number>> => {
  const book = new Map<string, number>()
  for (let after: number | null = 0; after !== null; ) {
    const answer = await ask(service, `/v1/rejects?limit=${PAGE}&after=${after}`)
    const page = answer.body as { rejects: { raw: string; times: number }[]; next: number | null }
    for (const { raw, times } of page.rejects) book.set(raw, (book.get(raw) ?? 0) + times)
    after = page.next
  }
  return book
}

interface CurveDay {
  readonly day: string
  readonly kw: readonly (number | null)[]
  readonly kvar: readonly (number | null)[] | null
}

const readCurves = async (
  service: Service,
  { meters, days }: District,
): Promise<Pick<Found, 'kw' | 'kvar'>> => {
  const kw = new Float64Array(cellsOf({ meters, days })).fill(Number.NaN)
  const kvar = kw.slice()
  const span = `from=${dayText(FIRST_DAY)}&to=${dayText(FIRST_DAY + days - 1)}`
  for (let meter = 0; meter < meters; meter++) {
    const { body } = await ask(service, `/v1/points/M${meter}/curve?${span}`)
    for (const day of (body as { days: CurveDay[] }).days) {
      if (day.kw.length !== SLOTS_PER_DAY)
        throw new Error(`${day.day} of M${meter} has ${day.kw.length} slots`)
      const first = (meter * days + parseDay(day.day) - FIRST_DAY) * SLOTS_PER_DAY
      for (let slot = 0; slot < SLOTS_PER_DAY; slot++) {
        kw[first + slot] = day.kw[slot] ?? Number.NaN
        kvar[first + slot] = day.kvar?.[slot] ?? Number.NaN
      }
    }
  }
  return { kw, kvar }
}
