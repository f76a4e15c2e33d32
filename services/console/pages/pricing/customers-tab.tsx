import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { useEvents } from '../../api/live.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useWords, type Words } from '../../words/index.tsx'
import { Amount, Days, DocumentText } from './amount.tsx'
import { useAsked } from './asked.ts'
import { Choice, DayFilter, ExportLinks, KnownAtFilter, PlaceFilters, TextFilter } from './filters.tsx'

type Row = Schemas['CustomerRow']

/** The customer list of a day: who is on it by which decision, and who is only proposed. */
const CustomersTab = () => {
  const words = useWords()
  const { pricingPage } = words
  const asked = useAsked()
  const query = asked.query('day', 'knownAt', 'district', 'industry', 'category', 'status', 'text')
  const { data, error, isFetching, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['price-customers', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/v1/pricing/customers', {
          params: {
            query: { ...(query as object), ...(pageParam === undefined ? {} : { after: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  useEvents(() => void refetch())
  return (
    <>
      <search className="toolbar">
        <DayFilter name="day" label={pricingPage.day} empty={pricingPage.today} />
        <KnownAtFilter />
        <PlaceFilters />
        <Choice
          name="status"
          label={words.state}
          options={(['in-force', 'proposed'] as const).map(value => ({
            value,
            label: pricingPage.customerStatuses[value],
          }))}
        />
        <TextFilter name="text" label={pricingPage.searchCustomers} />
        <span className="spacer" />
        <ExportLinks path="/v1/pricing/customers" query={query} />
      </search>
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey={row => row.entryId ?? `${row.caseNumber} ${row.industry} ${row.category}`}
        loading={isFetching && !data}
        dataSource={data?.pages.flatMap(({ customers }) => customers) ?? []}
        columns={columnsOf(words, customer => asked.open('customer', { customer }))}
        pagination={false}
        scroll={{ x: 1280 }}
        title={() => data && pricingPage.onDay(data.pages[0]!.day)}
      />
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
    </>
  )
}
export default CustomersTab

const columnsOf = (words: Words, open: (customer: string) => void): TableColumnsType<Row> => [
  {
    title: words.customer,
    width: 190,
    render: (_, row) => (
      <>
        <Button type="link" size="small" onClick={() => open(row.customerId)}>
          {row.customerId}
        </Button>
        <br />
        {row.customerName}
      </>
    ),
  },
  { title: words.districtName, width: 110, render: (_, row) => row.districtName ?? row.districtCode },
  {
    title: words.state,
    width: 110,
    render: (_, row) => words.pricingPage.customerStatuses[row.status],
  },
  {
    title: words.pricingPage.category,
    width: 170,
    render: (_, { industry, category, step, line }) =>
      [industry, category, step !== null && words.pricingPage.step(step), line].filter(Boolean).join(' · '),
  },
  {
    title: words.pricingPage.amount,
    width: 300,
    render: (_, row) => (
      <Amount yuanPerKwh={row.yuanPerKwh} toEnter={row.toEnter} status={row.sourceStatus} />
    ),
  },
  {
    title: words.pricingPage.decision,
    width: 250,
    render: (_, row) => (
      <>
        <DocumentText no={row.documentNo} title={row.documentTitle} />
        {row.caseNumber && <Link to={`/cases/${row.caseNumber}`}>{row.caseNumber}</Link>}
      </>
    ),
  },
  { title: words.pricingPage.rule, dataIndex: 'ruleId', width: 190 },
  {
    title: words.pricingPage.inForce,
    width: 190,
    render: (_, row) => row.from && <Days from={row.from} to={row.until} />,
  },
]
