import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Descriptions, Drawer, Input, Space } from 'antd'
import { useState } from 'react'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { useMe } from '../../api/me.tsx'
import { useOnce } from '../../api/once.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { timeText } from '../../parts/times.ts'
import { Waiting } from '../../parts/waiting.tsx'
import { useWords } from '../../words/index.tsx'
import { useAsked } from './asked.ts'
import { ChangeRows } from './change-rows.tsx'
import { Verdict } from './faults.tsx'

type Change = Schemas['PriceChange']
type Step = 'release' | 'refuse' | 'withdraw'

/** A change with its rows, and what the one who looks at it may do with it. */
const ChangeDrawer = ({ id }: { readonly id: string }) => {
  const words = useWords()
  const { pricingPage } = words
  const asked = useAsked()
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['price-change', id],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/v1/pricing/changes/{id}', { params: { path: { id }, query: { after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const change = data?.pages[0]?.change
  return (
    <Drawer
      open
      size={1000}
      title={`${pricingPage.change} ${id}`}
      onClose={() => asked.set({ change: undefined })}
    >
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {change && (
        <div className="stack">
          <About change={change} />
          <Space>
            {change.kind === 'rules' && (
              <Button onClick={() => asked.open('what-if', { change: id })}>
                {pricingPage.tabs['what-if']}
              </Button>
            )}
            {words.export}
            {(['xlsx', 'csv'] as const).map(format => (
              <a key={format} href={`/v1/pricing/changes/${id}/table?format=${format}`} download>
                {format.toUpperCase()}
              </a>
            ))}
          </Space>
          {data.pages.map(({ rows, customerNames, next }) => (
            <ChangeRows key={next ?? 'last'} rows={rows} customerNames={customerNames} />
          ))}
          {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
          <Verdict error={null} preview={data.pages[0]!.preview} />
          {change.state === 'proposed' && <Decide key={change.id} change={change} />}
        </div>
      )}
    </Drawer>
  )
}
export default ChangeDrawer

const About = ({ change }: { readonly change: Change }) => {
  const words = useWords()
  const { pricingPage } = words
  return (
    <Descriptions
      size="small"
      column={2}
      items={[
        { key: 'kind', label: pricingPage.kind, children: pricingPage.kinds[change.kind] },
        { key: 'state', label: words.state, children: pricingPage.states[change.state] },
        { key: 'reason', label: words.reason, children: change.reason },
        { key: 'rows', label: pricingPage.rows, children: change.rows },
        {
          key: 'proposed',
          label: pricingPage.proposed,
          children: `${change.proposedBy} · ${timeText(change.proposedAt)}`,
        },
        {
          key: 'decided',
          label: pricingPage.decided,
          children: [change.decidedBy, timeText(change.decidedAt), change.decidedReason]
            .filter(Boolean)
            .join(' · '),
        },
      ]}
    />
  )
}

/** Who put it up may withdraw it, another person releases or refuses it. */
const Decide = ({ change }: { readonly change: Change }) => {
  const words = useWords()
  const { pricingPage } = words
  const { account } = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<Error | null>(null)
  const [isReasonNeeded, setReasonNeeded] = useState(false)
  const [sending, setSending] = useState<Step | null>(null)
  const once = useOnce()
  const isOwn = change.proposedBy === account.name
  const steps: readonly Step[] = isOwn ? ['withdraw'] : ['release', 'refuse']
  const decide = async (step: Step): Promise<void> => {
    if (step === 'refuse' && reason.trim() === '') {
      setReasonNeeded(true)
      return
    }
    setSending(step)
    setError(null)
    try {
      await once(key =>
        dataOf(
          api.POST(`/v1/pricing/changes/{id}/${step}`, {
            params: { path: { id: change.id }, header: { 'Idempotency-Key': key } },
            body: { reason },
          }),
        ),
      )
      message.success(`${pricingPage.steps[step]} · ${words.done}`)
      // A release changes lists, tiers, bills and what-ifs alike.
      await client.invalidateQueries()
    } catch (problem) {
      setError(problem as Error)
    } finally {
      setSending(null)
    }
  }
  return (
    <section aria-label={pricingPage.decide} className="stack">
      {isOwn && <p className="quiet">{pricingPage.waitsForAnother}</p>}
      {error && <ProblemNote error={error} />}
      <Input.TextArea
        aria-label={words.reason}
        placeholder={words.reason}
        rows={2}
        status={isReasonNeeded ? 'error' : ''}
        value={reason}
        onChange={event => {
          setReason(event.target.value)
          setReasonNeeded(false)
        }}
      />
      {isReasonNeeded && (
        <span role="alert" className="gap">
          {words.reasonNeeded}
        </span>
      )}
      <Space>
        {steps.map(step => (
          <Button
            key={step}
            type={step === 'release' ? 'primary' : 'default'}
            loading={sending === step}
            disabled={sending !== null && sending !== step}
            onClick={() => void decide(step)}
          >
            {pricingPage.steps[step]}
          </Button>
        ))}
      </Space>
    </section>
  )
}
