import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { api, type CaseSummary, dataOf, type Schemas } from '../api/client.ts'
import type { Query } from './inbox-query.ts'
import { useWeeks } from './inbox-weeks.ts'

/** As many as are asked for at once, cases and weeks alike. */
const ROWS_PER_PAGE = 50
/** Rows around those in view that are asked for with them */
const ROWS_AHEAD = 20
/** While the list is scrolled, what is in view is asked for so often and not with each frame. */
const LOOK_MS = 100
/** Whoever chose rows and scrolled on finds them chosen for an hour. */
const KEPT_MS = 3_600_000
const FIRST = [0]
const NONE: readonly CaseSummary[] = []

/**
 * The rows of a list of any length: all that are known, and blank ones for the rest. Pages are asked for when they come
 * into view, and asked again by `refetch` only as far as they are: a list that moved in between is told of by the note
 * of live events, and until then a case that stands on two pages is shown once.
 */
export const useRows = (query: Query) => {
  const client = useQueryClient()
  // As text: a question is never taken for another that asks for more.
  const asked = useMemo(() => JSON.stringify(query), [query])
  const [view, setView] = useState({ asked, pages: FIRST })
  const [times, setTimes] = useState(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pages = view.asked === asked ? view.pages : FIRST
  const answers = useQueries({
    queries: pages.map(page => ({
      queryKey: ['cases', asked, page],
      gcTime: KEPT_MS,
      queryFn: ({ signal }: { signal: AbortSignal }) => pageOf(query, page, signal),
    })),
  })
  const changed = answers.map(({ dataUpdatedAt }) => dataUpdatedAt).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known changes with the answers
  const rows = useMemo(
    () => rowsOf(client.getQueryCache().findAll({ queryKey: ['cases', asked] })),
    [client, asked, changed],
  )
  const cases = rows ?? NONE
  return {
    cases,
    weeks: useWeeks(answers.map(({ data }) => data?.cases ?? [])),
    total: rows?.length,
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    isFetching: answers.some(({ isFetching }) => isFetching),
    /** Another one whenever the list is asked for anew */
    reading: `${asked} ${times}`,
    refetch: () => {
      setTimes(times + 1)
      void client.invalidateQueries({ queryKey: ['cases', asked] })
    },
    /** Asks for what is in view, as indexes of rows */
    look: (inView: () => readonly number[]) => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        const indexes = inView()
        if (indexes.length === 0) return
        const next = pagesAround(Math.min(...indexes), Math.max(...indexes), cases.length)
        setView(before =>
          before.asked === asked && before.pages.join() === next.join() ? before : { asked, pages: next },
        )
      }, LOOK_MS)
    },
  }
}

const pageOf = (query: Query, page: number, signal: AbortSignal) =>
  dataOf(
    api.GET('/v1/cases', {
      params: { query: { ...query, skip: page * ROWS_PER_PAGE, limit: ROWS_PER_PAGE, count: 'true' } },
      signal,
    }),
  )

const pagesAround = (first: number, last: number, total: number): number[] => {
  const from = Math.floor(Math.max(0, first - ROWS_AHEAD) / ROWS_PER_PAGE)
  const to = Math.floor(Math.min(total - 1, last + ROWS_AHEAD) / ROWS_PER_PAGE)
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

interface Known {
  readonly queryKey: readonly unknown[]
  readonly state: { readonly data: unknown; readonly dataUpdatedAt: number }
}

/** The rows as the newest pages tell them; undefined before the first. */
const rowsOf = (known: readonly Known[]): CaseSummary[] | undefined => {
  const pages = known
    .flatMap(({ queryKey, state }) => {
      const data = state.data as Schemas['CasePage'] | undefined
      return data ? [{ page: queryKey[2] as number, data, at: state.dataUpdatedAt }] : []
    })
    .toSorted((a, b) => b.at - a.at)
  const [newest] = pages
  if (newest === undefined) return undefined
  const rows = Array.from({ length: newest.data.total! }, (_, i) => blankAt(i))
  const seen = new Set<string>()
  for (const { page, data } of pages) {
    for (const [i, one] of data.cases.entries()) {
      const index = page * ROWS_PER_PAGE + i
      if (seen.has(one.id) || index >= rows.length) continue
      seen.add(one.id)
      rows[index] = one
    }
  }
  return rows
}

const BLANKS: CaseSummary[] = []

/** Stands for a case that is not there yet. */
const blankAt = (index: number): CaseSummary => {
  BLANKS[index] ??= { id: `blank ${index}`, number: '' } as CaseSummary
  return BLANKS[index]
}

/** Nothing but its place is known of such a row. */
export const isBlank = ({ number }: CaseSummary): boolean => number === ''
