import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Empty, Table } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api, type CaseSummary, dataOf } from '../api/client.ts'
import { useEvents } from '../api/live.tsx'
import { useMe } from '../api/me.tsx'
import { BulkBar } from '../parts/bulk-bar.tsx'
import { useHere } from '../parts/case-link.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useWords } from '../words/index.tsx'
import { EmptyService } from './empty-service.tsx'
import { columnsOf } from './inbox-columns.tsx'
import { InboxFilters } from './inbox-filters.tsx'
import { useInboxKeys } from './inbox-keys.ts'
import { queryOf } from './inbox-query.ts'

const ROWS_PER_PAGE = 100
const WEEKS_PER_QUERY = 50
const ROW_HEIGHT = 44
/** Of all columns, px */
const WIDTH = 1315

/** What waits, most worth looking at first; worked off without leaving the list. */
const Inbox = () => {
  const words = useWords()
  const navigate = useNavigate()
  const here = useHere()
  const open = (number: string): void => void navigate(`/cases/${number}`, { state: here })
  const [address] = useSearchParams()
  const query = useMemo(() => queryOf(address), [address])
  const list = useCases(query)
  const { cases } = list
  const weeks = useWeeks(cases)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const targets = cases.filter(({ id }) => chosen.includes(id))
  const { at, rowRef } = useInboxKeys({
    count: cases.length,
    open: i => open(cases[i]!.number),
    choose: i => setChosen(before => toggled(before, cases[i]!.id)),
  })
  const height = useHeightLeft()
  if (list.error) return <ProblemNote error={list.error} again={list.refetch} />
  const columns = columnsOf(words, weeks)
  return (
    <section aria-label={words.inbox}>
      <InboxFilters total={list.total} query={query} />
      <BulkBar chosen={targets} clear={() => setChosen([])} done={list.refetch} />
      <LiveNote cases={cases} update={list.refetch} />
      <Table<CaseSummary>
        virtual
        size="small"
        rowKey="id"
        dataSource={[...cases]}
        columns={columns}
        loading={list.isFetching && cases.length === 0}
        pagination={false}
        scroll={{ y: height, x: WIDTH }}
        rowSelection={{
          columnWidth: 40,
          selectedRowKeys: [...chosen],
          onChange: keys => setChosen(keys as string[]),
        }}
        onRow={(row, i) => ({
          ref: rowRef(i),
          'aria-current': i === at,
          className: i === at ? 'row-at' : '',
          onDoubleClick: () => open(row.number),
        })}
        onScroll={({ currentTarget }) => {
          const { scrollHeight, scrollTop, clientHeight } = currentTarget
          if (scrollHeight - scrollTop - clientHeight < ROW_HEIGHT * ROWS_PER_PAGE) list.more()
        }}
        locale={{ emptyText: <Nothing isWhole={address.size === 0} /> }}
      />
      <p className="quiet">{words.keyboardHelp}</p>
    </section>
  )
}
export default Inbox

const toggled = (before: readonly string[], id: string): string[] =>
  before.includes(id) ? before.filter(one => one !== id) : [...before, id]

/** Pages of cases, each asked for when the list is scrolled near its end. */
const useCases = (query: ReturnType<typeof queryOf>) => {
  const pages = useInfiniteQuery({
    queryKey: ['cases', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/v1/cases', {
          params: {
            query: {
              ...query,
              limit: ROWS_PER_PAGE,
              ...(pageParam === undefined ? { count: 'true' as const } : { after: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: page => page.next ?? undefined,
  })
  const cases = useMemo(() => pages.data?.pages.flatMap(page => page.cases) ?? [], [pages.data])
  return {
    cases,
    total: pages.data?.pages[0]?.total,
    error: pages.error,
    isFetching: pages.isFetching,
    refetch: () => void pages.refetch(),
    more: () => {
      if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
    },
  }
}

/** The last weeks of the rows, fifty at a time, kept as long as the page is. */
const useWeeks = (cases: readonly CaseSummary[]): ReadonlyMap<string, readonly (number | null)[]> => {
  const { abilities } = useMe()
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: ['weeks', cases.map(({ number }) => number).join()],
    enabled: cases.length > 0 && abilities.includes('readings.read'),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: before => before,
    queryFn: async () => {
      const known = client.getQueryData<Map<string, (number | null)[]>>(['weeks-known']) ?? new Map()
      const wanted = cases.filter(({ id }) => !known.has(id))
      for (let i = 0; i < wanted.length; i += WEEKS_PER_QUERY) {
        const asked = wanted.slice(i, i + WEEKS_PER_QUERY)
        const names = asked.map(({ number }) => number).join()
        const { weeks } = await dataOf(api.GET('/v1/cases/weeks', { params: { query: { cases: names } } }))
        // One without readings is not asked for again with each page of the list.
        for (const { id } of asked) known.set(id, [])
        for (const { caseId, kw } of weeks) known.set(caseId, kw)
      }
      client.setQueryData(['weeks-known'], known)
      return new Map(known)
    },
  })
  return data ?? new Map()
}

/** What changed is not put under somebody's hands: the list says so and is updated when asked. */
const LiveNote = ({
  cases,
  update,
}: {
  readonly cases: readonly CaseSummary[]
  readonly update: () => void
}) => {
  const words = useWords()
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  useEvents(event => {
    if (event === null) return update()
    const shown = cases.find(({ number }) => number === event.number)
    if (shown && shown.version >= event.version) return
    setChanged(before => new Set([...before, event.number]))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, nothing changed in it yet
  useEffect(() => setChanged(new Set()), [cases])
  if (changed.size === 0) return null
  return (
    <Alert
      className="live-note"
      role="status"
      type="info"
      showIcon
      title={words.newCases(changed.size)}
      action={
        <Button size="small" onClick={update}>
          {words.reload}
        </Button>
      }
    />
  )
}

const Nothing = ({ isWhole }: { readonly isWhole: boolean }) => {
  const words = useWords()
  if (isWhole) return <EmptyService />
  return <Empty description={`${words.noCases} ${words.noCasesHint}`} />
}

/** Room for the list down to the end of the window. */
const useHeightLeft = (): number => {
  const [height, setHeight] = useState(heightLeft)
  useEffect(() => {
    const resize = () => setHeight(heightLeft())
    window.addEventListener('resize', resize)
    return () => window.removeEventListener('resize', resize)
  }, [])
  return height
}

const heightLeft = (): number => Math.max(240, window.innerHeight - 230)
