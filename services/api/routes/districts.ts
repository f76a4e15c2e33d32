import { dayOf, dayText, type EpochDay, parseDay } from '../../../schemas/day.ts'
import {
  DistrictDayQuery,
  DistrictList,
  DistrictOnDay,
  DistrictPath,
  DistrictQuery,
} from '../../../schemas/district.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { districtOnDay, listDistricts } from '../../territory/index.ts'
import type { Api, ApiDeps } from '../deps.ts'

const tags = ['territory']
const config = { ability: 'territory.read' } as const

export const districtRoutes = (api: Api, { nowMs }: ApiDeps): void => {
  const dayAsked = (day: string | undefined): EpochDay => (day ? parseDay(day) : dayOf(nowMs()))
  api.get(
    '/v1/districts',
    {
      config,
      schema: {
        tags,
        summary: 'Districts, counties and zones on a day, by the codes in use then',
        querystring: DistrictQuery,
        response: { 200: DistrictList },
      },
    },
    ({ query }) => {
      const day = dayAsked(query.day)
      return { day: dayText(day), districts: listDistricts(day, query.all ?? false) }
    },
  )
  api.get(
    '/v1/districts/:code',
    {
      config,
      schema: {
        tags,
        summary: 'What a code means on a day: whose rules hold, who is told, where it leads',
        params: DistrictPath,
        querystring: DistrictDayQuery,
        response: { 200: DistrictOnDay },
      },
    },
    ({ params: { code }, query }) => {
      const found = districtOnDay(code, dayAsked(query.day))
      if (!found) throw new ProblemError('not-found', `There is no district ${code} of Chongqing.`)
      return found
    },
  )
}
