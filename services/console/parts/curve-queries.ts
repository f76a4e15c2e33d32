import { queryOptions } from '@tanstack/react-query'
import { api, type Charge, dataOf } from '../api/client.ts'

type Asked = Pick<Charge, 'pointId' | 'windowFrom' | 'day'>

const paramsOf = ({ pointId, windowFrom, day }: Asked) => ({
  params: { path: { point: pointId }, query: { from: windowFrom, to: day } },
})

/** The readings of the days of a charge. */
export const curveQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['curve', asked.pointId, asked.windowFrom, asked.day],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => dataOf(api.GET('/v1/points/{point}/curve', paramsOf(asked))),
  })

/** The tariff periods of the same days. */
export const bandsQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['bands', asked.pointId, asked.windowFrom, asked.day],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => dataOf(api.GET('/v1/points/{point}/bands', paramsOf(asked))),
  })
