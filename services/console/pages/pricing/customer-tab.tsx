import { useQuery } from '@tanstack/react-query'
import { Button, Card, Descriptions, Empty, Table } from 'antd'
import { Link } from 'react-router'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { useWords } from '../../words/index.tsx'
import { Amount, Days, DocumentText, SourceMark } from './amount.tsx'
import { useAsked, useSay } from './asked.ts'
import { CustomerHistory } from './customer-history.tsx'
import { DayFilter, KnownAtFilter, TextFilter } from './filters.tsx'

/** One customer: which tier holds on a day, by which document, why no other rule does, and how it came. */
const CustomerTab = () => {
  const { pricingPage, customerId } = useWords()
  const asked = useAsked()
  const customer = asked.get('customer')
  return (
    <>
      <search className="toolbar">
        <TextFilter name="customer" label={customerId} />
        <DayFilter name="day" label={pricingPage.day} empty={pricingPage.today} />
        <KnownAtFilter />
        {customer && <Button onClick={() => asked.open('bill')}>{pricingPage.tabs.bill}</Button>}
      </search>
      {customer ? <Tier customer={customer} /> : <Empty description={pricingPage.askCustomer} />}
    </>
  )
}
export default CustomerTab

const Tier = ({ customer }: { readonly customer: string }) => {
  const { pricingPage } = useWords()
  const say = useSay()
  const moment = useAsked().query('day', 'knownAt')
  const { data, error, refetch } = useQuery({
    queryKey: ['price-tier', customer, moment],
    queryFn: () => dataOf(api.GET('/v1/pricing/tier', { params: { query: { customer, ...moment } } })),
  })
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  return (
    <div className="stack">
      <p className="tier-sentence">
        <strong>{say(data.sentence)}</strong>
      </p>
      {data.place && <Place place={data.place} />}
      {data.inForce.map(tier => (
        <InForce key={tier.entry.id} tier={tier} />
      ))}
      {data.proposed.map(proposal => (
        <Proposed key={`${proposal.caseId} ${proposal.signature}`} proposal={proposal} />
      ))}
      <Considered answer={data} />
      <h2>{pricingPage.customerHistory}</h2>
      <CustomerHistory customer={customer} />
    </div>
  )
}

const Place = ({ place }: { readonly place: NonNullable<Schemas['TierAnswer']['place']> }) => (
  <p className="quiet">
    {place.customerName} · {place.districtName ?? place.districtCode} · {place.supplyUnit} · GB/T 4754-
    {place.industryEdition} {place.industryCode} · {place.jurisdictions.join(' → ')}
  </p>
)

const InForce = ({ tier }: { readonly tier: Schemas['TierInForce'] }) => {
  const words = useWords()
  const { pricingPage } = words
  const say = useSay()
  const { entry } = tier
  const { document } = entry
  const items = [
    [pricingPage.amount, <Amount key="a" {...tier} status={tier.sourceStatus} />],
    [pricingPage.working, tier.working.map(say).join('；')],
    [
      pricingPage.decision,
      <span key="d">
        <DocumentText no={document.documentNo} title={document.title} /> · {document.issuer} ·{' '}
        {document.issuedOn}
      </span>,
    ],
    [pricingPage.restsOn, document.restsOn],
    [pricingPage.inForce, <Days key="i" from={entry.from} to={entry.lastDay} />],
    [pricingPage.points, entry.pointIds.join('、') || pricingPage.allEnergy],
    [words.caseNumber, entry.caseNumber && <CaseLink key="c" number={entry.caseNumber} />],
    [
      pricingPage.rule,
      tier.ruleId && (
        <span key="r">
          {tier.ruleId} v{tier.ruleVersion} ·{' '}
          <DocumentText no={tier.ruleDocumentNo} title={tier.ruleDocumentTitle} />
        </span>
      ),
    ],
    [pricingPage.fields.verification, say(tier.verified)],
    [pricingPage.enteredAndReleased, `${entry.enteredBy} → ${entry.releasedBy} · ${entry.changeId}`],
  ] as const
  return (
    <Card
      size="small"
      title={`${pricingPage.customerStatuses['in-force']} · ${entry.industry} ${entry.category} · ${entry.id}`}
    >
      <Descriptions
        size="small"
        column={1}
        items={items.flatMap(([label, children]) => (children ? [{ key: label, label, children }] : []))}
      />
    </Card>
  )
}

const CaseLink = ({ number }: { readonly number: string }) => <Link to={`/cases/${number}`}>{number}</Link>

const Proposed = ({ proposal }: { readonly proposal: Schemas['TierProposal'] }) => {
  const words = useWords()
  return (
    <Card size="small" title={proposal.label}>
      {proposal.industry} {proposal.category} ·{' '}
      <Amount yuanPerKwh={proposal.yuanPerKwh} toEnter={null} status={proposal.sourceStatus} />
      <br />
      <DocumentText no={proposal.documentNo} title={proposal.documentTitle} /> ·{' '}
      <CaseLink number={proposal.caseNumber} />
      <br />
      <span className="quiet">{words.pricingPage.onlyProposed}</span>
    </Card>
  )
}

const NOT_IN_FORCE: readonly Schemas['RuleVerdict'][] = ['over', 'not-yet', 'no-start', 'no-amount']

/** What applies comes first, what is not in force last. */
const rank = ({ verdict }: Schemas['RuleConsidered']): number =>
  verdict === 'applies' ? 0 : NOT_IN_FORCE.includes(verdict) ? 2 : 1

/** The chain of rules that were looked at, what came closest first. */
const Considered = ({ answer }: { readonly answer: Schemas['TierAnswer'] }) => {
  const words = useWords()
  const { pricingPage } = words
  const say = useSay()
  return (
    <>
      <h2>{pricingPage.considered}</h2>
      <ul className="facts">
        {answer.industries.map(({ industry, by, why }) => (
          <li key={`${industry} ${by}`}>
            {industry}
            {pricingPage.colon}
            {say(why)}
          </li>
        ))}
      </ul>
      <Table<Schemas['RuleConsidered']>
        size="small"
        rowKey="ruleId"
        pagination={false}
        scroll={{ x: 1100 }}
        dataSource={answer.considered.toSorted((a, b) => rank(a) - rank(b))}
        rowClassName={({ verdict }) => (verdict === 'applies' ? 'row-at' : '')}
        columns={[
          {
            title: pricingPage.rule,
            width: 240,
            render: (_, { ruleId, version }) => `${ruleId} v${version}`,
          },
          { title: pricingPage.place, dataIndex: 'jurisdiction', width: 80 },
          { title: pricingPage.category, dataIndex: 'category', width: 100 },
          { title: pricingPage.verdict, width: 300, render: (_, { why }) => say(why) },
          {
            title: words.sourceStatus,
            width: 170,
            render: (_, { sourceStatus }) => <SourceMark status={sourceStatus} />,
          },
          {
            title: words.document,
            render: (_, rule) => <DocumentText no={rule.documentNo} title={rule.documentTitle} />,
          },
        ]}
        footer={() => pricingPage.otherRules(answer.otherRules)}
      />
    </>
  )
}
