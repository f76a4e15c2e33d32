import type { FastifyRequest } from 'fastify'
import type { Charge } from '../../../schemas/case.ts'
import { dayText, type EpochDay, parseDay } from '../../../schemas/day.ts'
import { shortest } from '../../../schemas/single.ts'
import { type CaseWeek, CaseWeeks, WeekQuery } from '../../../schemas/week.ts'
import { pointsWithin, wallOf } from '../../access/index.ts'
import { primaryPower, type StoredDay } from '../../adapters/history/index.ts'
import { findStoredCase } from '../../cases/index.ts'
import { accountAsking } from '../authenticate.ts'
import { idSeen } from '../case-named.ts'
import type { Api, ApiDeps } from '../deps.ts'

const DAYS = 7
const HOURS = 24

/** What the rows of an inbox show of the load. No view is on record: no evidence is told. */
export const weekRoutes = (api: Api, deps: ApiDeps): void => {
  api.get(
    '/v1/cases/weeks',
    {
      config: { ability: 'readings.read' },
      schema: {
        tags: ['cases'],
        summary: 'The load of the last seven judged days of some cases, by hours',
        querystring: WeekQuery,
        response: { 200: CaseWeeks },
      },
    },
    async request => {
      const weeks: CaseWeek[] = []
      for (const name of request.query.cases) {
        const week = await weekOf(deps, request, name)
        if (week) weeks.push(week)
      }
      return { weeks }
    },
  )
}

const weekOf = async (
  { db, history }: ApiDeps,
  request: FastifyRequest,
  name: string,
): Promise<CaseWeek | undefined> => {
  const account = accountAsking(request)
  const caseId = await idSeen(db, account, name)
  const charge = caseId && highestOf((await findStoredCase(db, caseId))!.charges)
  if (!charge) return undefined
  const { pointId } = charge
  const seenFrom = (await pointsWithin(db, wallOf(account), [pointId])).get(pointId)
  if (seenFrom === undefined) return undefined
  const to = parseDay(charge.day)
  const from = Math.max(to - DAYS + 1, seenFrom)
  if (from > to) return undefined
  const days = await history.window(pointId, from, to)
  const kw = hourly(days, from, to)
  if (kw.every(value => value === null)) return undefined
  return { caseId, pointId, from: dayText(from), to: dayText(to), kw }
}

const highestOf = (charges: readonly Charge[]): Charge | undefined =>
  charges.filter(({ findingId }) => findingId !== null).toSorted((a, b) => b.score - a.score)[0]

const hourly = (days: readonly StoredDay[], from: EpochDay, to: EpochDay): (number | null)[] => {
  const byDay = new Map(days.map(day => [day.day, primaryPower(day).kw]))
  return Array.from({ length: (to - from + 1) * HOURS }, (_, i) => {
    const kw = byDay.get(from + Math.floor(i / HOURS))
    return kw ? meanOfHour(kw, i % HOURS) : null
  })
}

const meanOfHour = (kw: Float32Array, hour: number): number | null => {
  const slots = kw.length / HOURS
  const known = kw.slice(hour * slots, (hour + 1) * slots).filter(value => !Number.isNaN(value))
  if (known.length === 0) return null
  return shortest(Math.fround(known.reduce((sum, value) => sum + value, 0) / known.length))
}
