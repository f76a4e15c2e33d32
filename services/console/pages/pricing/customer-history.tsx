import { useQuery } from '@tanstack/react-query'
import { Empty, Table, Timeline } from 'antd'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { timeText } from '../../parts/times.ts'
import { Waiting } from '../../parts/waiting.tsx'
import { useWords, type Words } from '../../words/index.tsx'
import { Amount, Days } from './amount.tsx'
import { useAsked } from './asked.ts'

type Record = Schemas['PriceRecord']

/** What held from when to when, and everything on record that made it so. */
export const CustomerHistory = ({ customer }: { readonly customer: string }) => {
  const words = useWords()
  const { pricingPage } = words
  const { day, knownAt } = useAsked().query('day', 'knownAt')
  const query = { ...(day ? { to: day } : {}), ...(knownAt ? { knownAt } : {}) }
  const { data, error, refetch } = useQuery({
    queryKey: ['price-history', customer, query],
    queryFn: () =>
      dataOf(api.GET('/v1/pricing/customers/{id}/history', { params: { path: { id: customer }, query } })),
  })
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  if (data.records.length === 0) return <Empty description={pricingPage.nothingOnRecord} />
  return (
    <>
      <Timeline
        items={data.stretches.toReversed().map((stretch, i) => ({
          key: stretch.from,
          content: <Stretch stretch={stretch} isLast={i === 0} />,
        }))}
      />
      <Table<Record>
        size="small"
        rowKey={({ kind, id }) => `${kind} ${id}`}
        pagination={false}
        scroll={{ x: 900 }}
        dataSource={data.records}
        columns={[
          {
            title: pricingPage.recordKind,
            width: 100,
            render: (_, { kind }) => pricingPage.recordKinds[kind],
          },
          { title: pricingPage.what, render: (_, record) => textOf(record, words) },
          { title: pricingPage.change, dataIndex: 'changeId', width: 190 },
          {
            title: pricingPage.enteredAndReleased,
            width: 200,
            render: (_, { enteredBy, releasedBy }) => `${enteredBy} → ${releasedBy}`,
          },
          { title: pricingPage.releasedAt, width: 150, render: (_, { releasedAt }) => timeText(releasedAt) },
        ]}
      />
    </>
  )
}

interface StretchProps {
  readonly stretch: Schemas['TierStretch']
  /** It ends where the question does, and may go on */
  readonly isLast: boolean
}

const Stretch = ({ stretch: { from, to, tiers }, isLast }: StretchProps) => {
  const { pricingPage } = useWords()
  return (
    <>
      <Days from={from} to={to} />
      {isLast && <span className="quiet">{pricingPage.askedTo}</span>}
      {tiers.length === 0 && ` · ${pricingPage.onNoList}`}
      {tiers.map(tier => (
        <div key={tier.entryId}>
          {tier.industry} {tier.category}
          {tier.step !== null && ` · ${pricingPage.step(tier.step)}`} ·{' '}
          <Amount yuanPerKwh={tier.yuanPerKwh} toEnter={tier.toEnter} status={tier.sourceStatus} /> ·{' '}
          {tier.documentNo}
          {tier.ruleId && ` · ${tier.ruleId} v${tier.ruleVersion}`}
        </div>
      ))}
    </>
  )
}

const textOf = ({ entry, assessment, notice }: Record, { pricingPage }: Words): string => {
  if (entry) {
    const { industry, category, from, to, document, id } = entry
    return `${id} · ${industry} ${category} · ${from} – ${to ?? pricingPage.openEnd} · ${document.documentNo}`
  }
  if (assessment) {
    const { line, year, kwhPerTonne, documentNo } = assessment
    return `${line} ${year} · ${kwhPerTonne} kWh/t · ${documentNo}`
  }
  return notice ? `${notice.documentNo} · ${notice.from} – ${notice.to} · ${notice.noticedOn}` : ''
}
