import { useQuery } from '@tanstack/react-query'
import { Collapse, Descriptions, Drawer, Empty, Timeline } from 'antd'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { timeText } from '../../parts/times.ts'
import { Waiting } from '../../parts/waiting.tsx'
import { useWords } from '../../words/index.tsx'
import { Days, DocumentText, SourceMark } from './amount.tsx'
import { useAsked, useSay } from './asked.ts'

/** A rule as a time line: what it adds from when to when, and each version that two people released. */
const RuleDrawer = ({ id }: { readonly id: string }) => {
  const { pricingPage } = useWords()
  const asked = useAsked()
  const knownAt = asked.query('knownAt')
  const { data, error, refetch } = useQuery({
    queryKey: ['rule-history', id, knownAt],
    queryFn: () =>
      dataOf(api.GET('/v1/pricing/rules/{id}/history', { params: { path: { id }, query: knownAt } })),
  })
  return (
    <Drawer
      open
      size={640}
      title={`${pricingPage.ruleHistory} · ${id}`}
      onClose={() => asked.set({ rule: undefined })}
    >
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && <History history={data} />}
    </Drawer>
  )
}
export default RuleDrawer

const History = ({ history: { versions, stretches } }: { readonly history: Schemas['RuleHistory'] }) => {
  const { pricingPage } = useWords()
  const say = useSay()
  const counting = versions.at(-1)!
  return (
    <div className="stack">
      <section aria-label={pricingPage.stretches}>
        <h2>{pricingPage.stretches}</h2>
        {stretches.length === 0 && <Empty description={pricingPage.neverInForce} />}
        <Timeline
          items={stretches.map(({ from, to, amount }) => ({
            key: from,
            content: (
              <>
                <Days from={from} to={to} /> <SourceMark status={counting.sourceStatus} />
                <br />
                {say(amount)}
              </>
            ),
          }))}
        />
      </section>
      <section aria-label={pricingPage.versions} className="stack">
        <h2>{pricingPage.versions}</h2>
        <Collapse
          size="small"
          defaultActiveKey={counting.version}
          items={versions.toReversed().map(version => ({
            key: version.version,
            label: `v${version.version}${version === counting ? ` · ${pricingPage.counts}` : ''}`,
            children: <Version version={version} />,
          }))}
        />
      </section>
    </div>
  )
}

const Version = ({ version }: { readonly version: Schemas['RuleHistory']['versions'][number] }) => {
  const words = useWords()
  const { pricingPage } = words
  const say = useSay()
  const items = [
    [pricingPage.amountOnFirstDay, say(version.amount)],
    [words.sourceStatus, <SourceMark key="mark" status={version.sourceStatus} />],
    [pricingPage.inForce, <Days key="days" from={version.effectiveFrom} to={version.effectiveTo} />],
    [words.document, <DocumentText key="no" no={version.documentNo} title={version.documentTitle} />],
    [pricingPage.appliesTo, version.appliesTo],
    [pricingPage.planYear, version.planYear],
    [pricingPage.fields.verification, say(version.verified)],
    [words.source, version.source],
    [words.note, version.note],
    [pricingPage.gapReason, version.gapReason],
    [pricingPage.mayBeProposed, version.enabled ? pricingPage.yes : pricingPage.no],
    [pricingPage.change, `${version.changeId} · ${timeText(version.releasedAt)}`],
  ] as const
  return (
    <Descriptions
      size="small"
      column={1}
      items={items.flatMap(([label, children]) =>
        children === null || children === '' ? [] : [{ key: label, label, children }],
      )}
    />
  )
}
