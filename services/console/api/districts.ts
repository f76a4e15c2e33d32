import { useQuery } from '@tanstack/react-query'
import { api, dataOf } from './client.ts'

const NONE: ReadonlyMap<string, string> = new Map()

/** Names of districts and zones by their codes, those of the past too. */
export const useDistricts = (): ReadonlyMap<string, string> => {
  const { data } = useQuery({
    queryKey: ['districts'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { districts } = await dataOf(api.GET('/v1/districts'))
      return new Map(districts.map(({ code, name }) => [code, name]))
    },
  })
  return data ?? NONE
}
