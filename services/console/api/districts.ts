import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, dataOf, type Schemas } from './client.ts'

type District = Schemas['DistrictList']['districts'][number]

const NONE: readonly District[] = []

/** Names of the districts and zones in use today, by their codes. */
export const useDistricts = (): ReadonlyMap<string, string> => useNames(false)

/** The same with those of the past: what happened there keeps its code. */
export const useDistrictsEver = (): ReadonlyMap<string, string> => useNames(true)

const useNames = (withPast: boolean): ReadonlyMap<string, string> => {
  const { data = NONE } = useQuery({
    queryKey: ['districts'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () =>
      (await dataOf(api.GET('/v1/districts', { params: { query: { all: 'true' } } }))).districts,
  })
  return useMemo(
    () => new Map(data.filter(({ inUse }) => inUse || withPast).map(({ code, name }) => [code, name])),
    [data, withPast],
  )
}
