import { Button, Card, Table } from 'antd'
import type { Schemas } from '../../api/client.ts'
import { useWords } from '../../words/index.tsx'
import { Days, DocumentText, SourceMark } from './amount.tsx'
import { useAsked, useSay } from './asked.ts'

type Rows = Schemas['PriceChangeView']['rows']

interface ChangeRowsProps {
  readonly rows: Rows
  readonly customerNames: Schemas['PriceChangeView']['customerNames']
}

/** The rows of a change, of whichever kind it is. */
export const ChangeRows = ({ rows, customerNames: names }: ChangeRowsProps) => (
  <>
    {rows.document && <DocumentCard document={rows.document} />}
    {rows.entries.length > 0 && <Entries entries={rows.entries} names={names} />}
    {rows.rules.length > 0 && <Rules rules={rows.rules} />}
    {rows.assessments.length > 0 && <Assessments assessments={rows.assessments} names={names} />}
    {rows.notices.length > 0 && <Notices notices={rows.notices} names={names} />}
  </>
)

interface Named {
  readonly names: ChangeRowsProps['customerNames']
}

/** Who it is about by number and name, and a way to what holds of it now. */
const Customer = ({ id, names }: Named & { readonly id: string }) => {
  const asked = useAsked()
  return (
    <>
      <Button type="link" size="small" onClick={() => asked.open('customer', { customer: id })}>
        {id}
      </Button>
      <div>{names[id]}</div>
    </>
  )
}

const DocumentCard = ({ document }: { readonly document: NonNullable<Rows['document']> }) => (
  <Card size="small">
    <DocumentText no={document.documentNo} title={document.title} /> · {document.issuer} · {document.issuedOn}
    <br />
    <RestsOn text={document.restsOn} />
  </Card>
)

const RestsOn = ({ text }: { readonly text: string }) => {
  const { pricingPage } = useWords()
  return (
    <span className="quiet">
      {pricingPage.restsOn}
      {pricingPage.colon}
      {text}
    </span>
  )
}

const Entries = ({ entries, names }: Named & { readonly entries: Rows['entries'] }) => {
  const words = useWords()
  const { pricingPage } = words
  return (
    <Table<Rows['entries'][number]>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 940 }}
      dataSource={entries}
      columns={[
        {
          title: pricingPage.action,
          width: 100,
          render: (_, { action, entryId }) => (
            <>
              {pricingPage.entryActions[action]}
              {entryId && <div className="quiet">{entryId}</div>}
            </>
          ),
        },
        {
          title: words.customer,
          width: 210,
          render: (_, { customerId }) => <Customer id={customerId} names={names} />,
        },
        {
          title: pricingPage.category,
          render: (_, { industry, category, step, line }) =>
            [industry, category, step !== null && pricingPage.step(step), line].filter(Boolean).join(' · '),
        },
        {
          title: pricingPage.amountPerKwh,
          width: 130,
          render: (_, { yuanPerKwh }) => yuanPerKwh ?? <span className="quiet">{pricingPage.byRule}</span>,
        },
        {
          title: pricingPage.points,
          render: (_, { pointIds }) => pointIds.join('、') || pricingPage.allEnergy,
        },
        { title: pricingPage.inForce, width: 190, render: (_, { from, to }) => <Days from={from} to={to} /> },
        {
          title: words.note,
          render: (_, { note, caseNumber }) => [caseNumber, note].filter(Boolean).join(' · '),
        },
      ]}
    />
  )
}

const Rules = ({ rules }: { readonly rules: Rows['rules'] }) => {
  const words = useWords()
  const { pricingPage } = words
  const say = useSay()
  return (
    <Table<Rows['rules'][number]>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 900 }}
      dataSource={rules}
      expandable={{
        expandedRowRender: rule => (
          <>
            <p>
              {pricingPage.fields.verification}
              {pricingPage.colon}
              {say(rule.verified)}
            </p>
            <p>
              {words.source}
              {pricingPage.colon}
              {rule.source}
            </p>
            <pre>{JSON.stringify(rule.formula, null, 2)}</pre>
          </>
        ),
      }}
      columns={[
        { title: pricingPage.rule, dataIndex: 'id', width: 210 },
        { title: pricingPage.place, dataIndex: 'jurisdiction', width: 80 },
        { title: pricingPage.industry, render: (_, { industries }) => industries.join('、') },
        { title: pricingPage.category, dataIndex: 'category', width: 90 },
        {
          title: pricingPage.amountPerKwh,
          width: 100,
          render: (_, { formula }) => {
            if (formula === null) return pricingPage.unknown
            return formula.kind === 'flat' ? formula.yuanPerKwh : pricingPage.formulas[formula.kind]
          },
        },
        {
          title: words.sourceStatus,
          width: 170,
          render: (_, { sourceStatus }) => <SourceMark status={sourceStatus} />,
        },
        {
          title: pricingPage.inForce,
          width: 190,
          render: (_, rule) => <Days from={rule.effectiveFrom} to={rule.effectiveTo} />,
        },
      ]}
    />
  )
}

const Assessments = ({ assessments, names }: Named & { readonly assessments: Rows['assessments'] }) => {
  const words = useWords()
  const { pricingPage } = words
  return (
    <Table<Rows['assessments'][number]>
      size="small"
      rowKey={({ customerId, line, year }) => `${customerId} ${line} ${year}`}
      pagination={false}
      dataSource={assessments}
      columns={[
        { title: words.customer, render: (_, { customerId }) => <Customer id={customerId} names={names} /> },
        { title: pricingPage.line, dataIndex: 'line' },
        { title: pricingPage.year, dataIndex: 'year' },
        { title: 'kWh/t', dataIndex: 'kwhPerTonne' },
        { title: words.document, dataIndex: 'documentNo' },
      ]}
    />
  )
}

const Notices = ({ notices, names }: Named & { readonly notices: Rows['notices'] }) => {
  const words = useWords()
  const { pricingPage } = words
  return (
    <Table<Rows['notices'][number]>
      size="small"
      rowKey={({ customerId, documentNo, from }) => `${customerId} ${documentNo} ${from}`}
      pagination={false}
      dataSource={notices}
      columns={[
        { title: words.customer, render: (_, { customerId }) => <Customer id={customerId} names={names} /> },
        { title: words.document, dataIndex: 'documentNo' },
        { title: pricingPage.days, render: (_, { from, to }) => <Days from={from} to={to} /> },
        { title: pricingPage.noticedOn, dataIndex: 'noticedOn' },
        { title: pricingPage.paidOn, render: (_, { paidOn }) => paidOn ?? pricingPage.unpaid },
      ]}
    />
  )
}
