import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { timeText } from '../../parts/times.ts'
import { useWords } from '../../words/index.tsx'
import { useAsked } from './asked.ts'
import { Choice, ExportLinks } from './filters.tsx'
import { AGAIN_MS, KINDS } from './kinds.ts'

const ChangeDrawer = lazy(() => import('./change-drawer.tsx'))
const ProposeDecision = lazy(() => import('./propose-decision.tsx'))
const ImportTable = lazy(() => import('./import-table.tsx'))

type Change = Schemas['PriceChange']
const STATES = ['proposed', 'released', 'refused', 'withdrawn'] as const

/** What waits for a second person, what was decided, and ways to put something up. */
const ChangesTab = () => {
  const words = useWords()
  const { pricingPage } = words
  const asked = useAsked()
  const query = asked.query('state', 'kind')
  const [isProposing, setProposing] = useState<'form' | 'file' | null>(null)
  const { data, error, isFetching, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['price-changes', query],
    initialPageParam: undefined as string | undefined,
    refetchInterval: AGAIN_MS,
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/v1/pricing/changes', {
          params: {
            query: { ...(query as object), ...(pageParam === undefined ? {} : { after: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const change = asked.get('change')
  const close = (): void => setProposing(null)
  return (
    <>
      <search className="toolbar">
        <Choice
          name="state"
          label={words.anyState}
          options={STATES.map(value => ({ value, label: pricingPage.states[value] }))}
        />
        <Choice
          name="kind"
          label={pricingPage.kind}
          options={KINDS.map(value => ({ value, label: pricingPage.kinds[value] }))}
        />
        <Button type="primary" onClick={() => setProposing('form')}>
          {pricingPage.proposeDecision}
        </Button>
        <Button onClick={() => setProposing('file')}>{pricingPage.uploadTable}</Button>
        <span className="spacer" />
        <ExportLinks path="/v1/pricing/changes" query={query as Record<string, string>} />
      </search>
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      <Table<Change>
        size="small"
        rowKey="id"
        loading={isFetching && !data}
        pagination={false}
        scroll={{ x: 1100 }}
        dataSource={data?.pages.flatMap(({ changes }) => changes) ?? []}
        columns={[
          {
            title: pricingPage.change,
            width: 150,
            render: (_, { id }) => (
              <Button type="link" size="small" onClick={() => asked.set({ change: id })}>
                {id}
              </Button>
            ),
          },
          { title: pricingPage.kind, width: 100, render: (_, { kind }) => pricingPage.kinds[kind] },
          { title: words.state, width: 100, render: (_, { state }) => pricingPage.states[state] },
          { title: pricingPage.rows, dataIndex: 'rows', width: 80, className: 'number' },
          { title: words.reason, dataIndex: 'reason' },
          {
            title: pricingPage.proposed,
            width: 230,
            render: (_, { proposedBy, proposedAt }) => `${proposedBy} · ${timeText(proposedAt)}`,
          },
          {
            title: pricingPage.decided,
            width: 260,
            render: (_, { decidedBy, decidedAt, decidedReason }) =>
              [decidedBy, timeText(decidedAt), decidedReason].filter(Boolean).join(' · '),
          },
        ]}
      />
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
      <Suspense fallback={null}>
        {change && <ChangeDrawer id={change} />}
        {isProposing === 'form' && <ProposeDecision close={close} />}
        {isProposing === 'file' && <ImportTable close={close} />}
      </Suspense>
    </>
  )
}
export default ChangesTab
