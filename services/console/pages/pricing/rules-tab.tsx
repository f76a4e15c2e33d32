import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { lazy, Suspense } from 'react'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useWords, type Words } from '../../words/index.tsx'
import { Days, DocumentText, SourceMark } from './amount.tsx'
import { useAsked, useSay } from './asked.ts'
import { Choice, DayFilter, ExportLinks, KnownAtFilter, PlaceFilters, TextFilter } from './filters.tsx'

const RuleDrawer = lazy(() => import('./rule-drawer.tsx'))

type Row = Schemas['RuleRow']
type Status = Schemas['SourceStatus']
const STATUSES: readonly Status[] = ['original', 'secondary', 'memory']

/** The tariff list of a day: which rules are in force, and how surely each is known. */
const RulesTab = () => {
  const words = useWords()
  const say = useSay()
  const asked = useAsked()
  const query = asked.query('day', 'knownAt', 'district', 'industry', 'category', 'status', 'text')
  const { data, error, isFetching, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['price-rules', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/v1/pricing/rules', {
          params: {
            query: { ...(query as object), ...(pageParam === undefined ? {} : { after: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const rule = asked.get('rule')
  return (
    <>
      <search className="toolbar">
        <DayFilter name="day" label={words.pricingPage.day} empty={words.pricingPage.today} />
        <KnownAtFilter />
        <PlaceFilters />
        <Choice
          name="status"
          label={words.sourceStatus}
          options={STATUSES.map(value => ({ value, label: words.sourceStatuses[value] }))}
          width={150}
        />
        <TextFilter name="text" label={words.pricingPage.searchRules} />
        <span className="spacer" />
        <ExportLinks path="/v1/pricing/rules" query={query} />
      </search>
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey="ruleId"
        loading={isFetching && !data}
        dataSource={data?.pages.flatMap(({ rules }) => rules) ?? []}
        columns={columnsOf(words, say, id => asked.set({ rule: id }))}
        pagination={false}
        scroll={{ x: 1280 }}
        title={() => data && words.pricingPage.onDay(data.pages[0]!.day)}
      />
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
      {rule && (
        <Suspense fallback={null}>
          <RuleDrawer id={rule} />
        </Suspense>
      )}
    </>
  )
}
export default RulesTab

const columnsOf = (
  words: Words,
  say: ReturnType<typeof useSay>,
  open: (id: string) => void,
): TableColumnsType<Row> => [
  {
    title: words.pricingPage.rule,
    width: 230,
    render: (_, row) => (
      <Button type="link" size="small" onClick={() => open(row.ruleId)}>
        {row.ruleId} · v{row.version}
      </Button>
    ),
  },
  { title: words.pricingPage.place, dataIndex: 'jurisdictionName', width: 90 },
  {
    title: words.pricingPage.industry,
    width: 130,
    render: (_, row) =>
      row.industries.map(one => (one === '*' ? words.pricingPage.everyIndustry : one)).join('、'),
  },
  { title: words.pricingPage.category, dataIndex: 'category', width: 100 },
  {
    title: words.pricingPage.amount,
    width: 270,
    render: (_, row) => say(row.amount),
  },
  { title: words.sourceStatus, width: 170, render: (_, row) => <SourceMark status={row.sourceStatus} /> },
  {
    title: words.document,
    width: 300,
    render: (_, row) => <DocumentText no={row.documentNo} title={row.documentTitle} />,
  },
  {
    title: words.pricingPage.inForce,
    width: 190,
    render: (_, row) => <Days from={row.effectiveFrom} to={row.effectiveTo} />,
  },
]
