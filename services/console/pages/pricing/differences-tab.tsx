import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Empty, Segmented, Table } from 'antd'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useWords } from '../../words/index.tsx'
import { useAsked, useSay } from './asked.ts'
import { useFieldName } from './field-names.ts'
import { DayFilter, ExportLinks, KnownAtFilter } from './filters.tsx'

type Difference = Schemas['ListDifference']
type Side = Difference['before']
type List = 'rules' | 'customers'

/** What came, went and changed on a list from one day to another, or from one state of knowledge to another. */
const DifferencesTab = () => {
  const words = useWords()
  const { pricingPage } = words
  const asked = useAsked()
  const list = (asked.get('list') ?? 'customers') as List
  const { from, to, ...known } = asked.query('from', 'to', 'fromKnownAt', 'knownAt')
  return (
    <>
      <search className="toolbar">
        <Segmented<List>
          value={list}
          options={(['customers', 'rules'] as const).map(value => ({
            value,
            label: pricingPage.tabs[value],
          }))}
          onChange={value => asked.set({ list: value })}
        />
        <DayFilter name="from" label={pricingPage.before} />
        <KnownAtFilter name="fromKnownAt" />
        →
        <DayFilter name="to" label={pricingPage.after} />
        <KnownAtFilter />
        <span className="spacer" />
        {from && to && <ExportLinks path="/v1/pricing/differences" query={{ list, from, to, ...known }} />}
      </search>
      {from && to ? (
        <Differences query={{ list, from, to, ...known }} />
      ) : (
        <Empty description={pricingPage.askTwoDays} />
      )}
    </>
  )
}
export default DifferencesTab

const Differences = ({
  query,
}: {
  readonly query: { readonly list: List; readonly from: string; readonly to: string }
}) => {
  const words = useWords()
  const { pricingPage } = words
  const nameOf = useFieldName()
  const { data, error, isFetching, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['price-differences', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/v1/pricing/differences', {
          params: { query: { ...query, ...(pageParam === undefined ? {} : { after: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  return (
    <>
      <Table<Difference>
        size="small"
        rowKey="key"
        loading={isFetching && !data}
        pagination={false}
        scroll={{ x: 1000 }}
        dataSource={data?.pages.flatMap(({ differences }) => differences) ?? []}
        columns={[
          {
            title: pricingPage.whatHappened,
            width: 130,
            render: (_, { change, fields }) => (
              <>
                {pricingPage.came[change]}
                <div className="quiet">{fields.map(nameOf).join('、')}</div>
              </>
            ),
          },
          { title: pricingPage.entry, dataIndex: 'key', width: 280 },
          {
            title: pricingPage.before,
            render: (_, { before, fields }) => <SideText row={before} fields={fields} />,
          },
          {
            title: pricingPage.after,
            render: (_, { after, fields }) => <SideText row={after} fields={fields} />,
          },
        ]}
      />
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
    </>
  )
}

/** What the line of a row tells already. */
const IN_THE_LINE = ['category', 'amount', 'yuanPerKwh', 'documentNo', 'sourceStatus']

/** A row in one line, and under it each other field that differs. */
const SideText = ({ row, fields }: { readonly row: Side; readonly fields: readonly string[] }) => {
  const { sourceStatuses, pricingPage, yuan } = useWords()
  const say = useSay()
  const nameOf = useFieldName()
  if (!row) return <span className="quiet">—</span>
  const perKwh = (amount: string | null): string =>
    amount === null ? pricingPage.unknown : `+${amount} ${yuan}/kWh`
  const status = row.sourceStatus === 'decision' ? pricingPage.byDecision : sourceStatuses[row.sourceStatus]
  const words = 'amount' in row ? say(row.amount) : perKwh(row.yuanPerKwh)
  return (
    <>
      {'customerName' in row && `${row.customerName} · `}
      {row.category} · {words} · {row.documentNo} · {status}
      {fields
        .filter(field => !IN_THE_LINE.includes(field))
        .map(field => (
          <div key={field} className="quiet">
            {nameOf(field)}
            {pricingPage.colon}
            {shown(row[field as keyof typeof row], say)}
          </div>
        ))}
    </>
  )
}

const shown = (value: unknown, say: ReturnType<typeof useSay>): string => {
  if (value === null || value === undefined) return '—'
  if (Array.isArray(value)) return value.join('、')
  return typeof value === 'object' ? say(value as Parameters<typeof say>[0]) : String(value)
}
