import { useQuery } from '@tanstack/react-query'
import { Alert, Empty, Statistic, Table } from 'antd'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { rateText, tenthText, yuanText } from '../../parts/numbers.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { timeText } from '../../parts/times.ts'
import { Waiting } from '../../parts/waiting.tsx'
import { useWords } from '../../words/index.tsx'
import { Days, SourceMark } from './amount.tsx'
import { useAsked, useSay } from './asked.ts'
import { Choice, DayFilter, KnownAtFilter, TextFilter } from './filters.tsx'

type Bill = Schemas['Bill']
type Line = Schemas['BillLine']
const SOURCES = ['auto', 'interval', 'daily'] as const

/** What a customer's surcharge comes to over a period, with every step of its arithmetic. */
const BillTab = () => {
  const words = useWords()
  const { pricingPage } = words
  const { customer, from, to, ...more } = useAsked().query('customer', 'from', 'to', 'knownAt', 'source')
  return (
    <>
      <search className="toolbar">
        <TextFilter name="customer" label={words.customerId} />
        <DayFilter name="from" label={pricingPage.from} />
        <DayFilter name="to" label={pricingPage.to} />
        <KnownAtFilter />
        <Choice
          name="source"
          label={pricingPage.energySource}
          options={SOURCES.map(value => ({ value, label: pricingPage.energySources[value] }))}
          width={200}
        />
      </search>
      {customer && from && to ? (
        <BillOf query={{ customer, from, to, ...(more as object) }} />
      ) : (
        <Empty description={pricingPage.askBill} />
      )}
    </>
  )
}
export default BillTab

interface BillAsked {
  readonly customer: string
  readonly from: string
  readonly to: string
}

const BillOf = ({ query }: { readonly query: BillAsked }) => {
  const { pricingPage } = useWords()
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: ['bill', query],
    queryFn: () => dataOf(api.GET('/v1/pricing/bill', { params: { query } })),
  })
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  return (
    <div className="stack">
      <Sums bill={data} />
      {data.openLines > 0 && <Alert type="warning" showIcon title={pricingPage.openLines(data.openLines)} />}
      <Lines lines={data.lines} />
      {data.notes.length > 0 && (
        <ul>
          {data.notes.map(note => (
            <li key={note.zh}>{say(note)}</li>
          ))}
        </ul>
      )}
      <BillDays days={data.days} />
    </div>
  )
}

const Sums = ({ bill }: { readonly bill: Bill }) => {
  const { pricingPage, yuan } = useWords()
  return (
    <div className="totals">
      <Statistic title={`${pricingPage.surcharge} (${yuan})`} value={yuanText(bill.yuan)} />
      <Statistic title="kWh" value={tenthText(bill.kwh)} />
      <Statistic title={pricingPage.measured} value={tenthText(bill.measuredKwh)} />
      <Statistic title={pricingPage.estimated} value={tenthText(bill.estimatedKwh)} />
      <Statistic title={pricingPage.knownAt} value={timeText(bill.knownAt)} />
    </div>
  )
}

const Lines = ({ lines }: { readonly lines: readonly Line[] }) => {
  const words = useWords()
  const { pricingPage } = words
  const say = useSay()
  return (
    <Table<Line & { readonly key: number }>
      size="small"
      rowKey="key"
      pagination={false}
      scroll={{ x: 1100 }}
      dataSource={lines.map((line, key) => ({ ...line, key }))}
      expandable={{
        defaultExpandAllRows: true,
        expandedRowRender: ({ working }) => (
          <ol aria-label={pricingPage.working}>
            {working.map(step => (
              <li key={step.zh}>{say(step)}</li>
            ))}
          </ol>
        ),
      }}
      columns={[
        { title: pricingPage.days, width: 200, render: (_, { from, to }) => <Days from={from} to={to} /> },
        {
          title: pricingPage.category,
          width: 150,
          render: (_, { industry, category, band }) => [industry, category, band].filter(Boolean).join(' · '),
        },
        { title: pricingPage.decision, dataIndex: 'documentNo', width: 170 },
        {
          title: pricingPage.rule,
          width: 260,
          render: (_, { ruleId, ruleVersion, sourceStatus }) => (
            <>
              {ruleId && `${ruleId} v${ruleVersion} `}
              <SourceMark status={sourceStatus ?? 'decision'} />
            </>
          ),
        },
        {
          title: 'kWh',
          className: 'number',
          width: 130,
          render: (_, { kwh, estimatedKwh }) => (
            <>
              {kwh === null ? pricingPage.unknown : tenthText(kwh)}
              {estimatedKwh > 0 && (
                <div className="quiet">
                  {pricingPage.estimated} {tenthText(estimatedKwh)}
                </div>
              )}
            </>
          ),
        },
        {
          title: `${words.yuan}/kWh`,
          className: 'number',
          width: 90,
          render: (_, { yuanPerKwh }) => (yuanPerKwh === null ? '—' : rateText(yuanPerKwh)),
        },
        {
          title: words.yuan,
          className: 'number',
          width: 160,
          render: (_, { yuan, gap }) =>
            yuan === null ? <span className="gap">{gap && pricingPage.gaps[gap]}</span> : yuanText(yuan),
        },
      ]}
    />
  )
}

const BillDays = ({ days }: { readonly days: Bill['days'] }) => {
  const { pricingPage } = useWords()
  return (
    <details>
      <summary>{pricingPage.dayByDay(days.length)}</summary>
      <Table<Bill['days'][number]>
        size="small"
        rowKey={({ entryId, day }) => `${entryId} ${day}`}
        dataSource={days}
        columns={[
          { title: pricingPage.day, dataIndex: 'day' },
          { title: pricingPage.entry, dataIndex: 'entryId' },
          {
            title: 'kWh',
            className: 'number',
            render: (_, { kwh }) => (kwh === null ? pricingPage.unknown : tenthText(kwh)),
          },
          {
            title: pricingPage.estimated,
            className: 'number',
            render: (_, { estimatedKwh }) => tenthText(estimatedKwh),
          },
          {
            title: pricingPage.basis,
            render: (_, { basis }) => basis.map(one => pricingPage.bases[one]).join('、'),
          },
          {
            title: pricingPage.method,
            render: (_, { estimates }) => estimates.map(one => pricingPage.methods[one]).join('、'),
          },
        ]}
      />
    </details>
  )
}
