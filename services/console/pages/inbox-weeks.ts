import { useQueries } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { api, type CaseSummary, dataOf, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'

type Week = Schemas['CaseWeek']['kw']

/** The last weeks of rows, page by page; those once known stay while others come. */
export const useWeeks = (pages: readonly (readonly CaseSummary[])[]): ReadonlyMap<string, Week> => {
  const { abilities } = useMe()
  const known = useRef(new Map<string, Week>())
  const answers = useQueries({
    queries: pages.map(cases => ({
      queryKey: ['weeks', cases.map(({ number }) => number).join()],
      enabled: cases.length > 0 && abilities.includes('readings.read'),
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: ({ signal }: { signal: AbortSignal }) => weeksOf(cases, signal),
    })),
  })
  const changed = answers.map(({ dataUpdatedAt }) => dataUpdatedAt).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known changes with the answers
  return useMemo(() => {
    for (const { data } of answers) {
      for (const { caseId, kw } of data ?? []) known.current.set(caseId, kw)
    }
    return new Map(known.current)
  }, [changed])
}

const weeksOf = async (cases: readonly CaseSummary[], signal: AbortSignal) => {
  const names = cases.map(({ number }) => number).join()
  const { weeks } = await dataOf(api.GET('/v1/cases/weeks', { params: { query: { cases: names } }, signal }))
  return weeks
}
