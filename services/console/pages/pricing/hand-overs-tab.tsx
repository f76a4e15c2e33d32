import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Space, Table, Typography } from 'antd'
import { useState } from 'react'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { useMe } from '../../api/me.tsx'
import { useOnce } from '../../api/once.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { timeText } from '../../parts/times.ts'
import { useWords } from '../../words/index.tsx'
import { Days } from './amount.tsx'
import { useAsked } from './asked.ts'
import { DayFilter } from './filters.tsx'
import { ReceiptDialog } from './receipt-dialog.tsx'

type HandOver = Schemas['HandOver']
const PATH = '/v1/pricing/hand-overs'

/** What the grid company's billing is handed: made, signed, taken, received. */
const HandOversTab = () => {
  const words = useWords()
  const { pricingPage } = words
  const { abilities } = useMe()
  const [received, setReceived] = useState<HandOver | null>(null)
  const { data, error, isFetching, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['hand-overs'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(api.GET(PATH, { params: { query: pageParam === undefined ? {} : { after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return (
    <>
      {abilities.includes('pricing.write') && <Make done={() => void refetch()} />}
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      <Table<HandOver>
        size="small"
        rowKey="id"
        loading={isFetching && !data}
        pagination={false}
        scroll={{ x: 1150 }}
        dataSource={data?.pages.flatMap(({ handOvers }) => handOvers) ?? []}
        expandable={{ expandedRowRender: one => <Digests of={one} /> }}
        columns={[
          { title: pricingPage.handOver, dataIndex: 'id', width: 170 },
          { title: pricingPage.days, width: 200, render: (_, { from, to }) => <Days from={from} to={to} /> },
          { title: pricingPage.lines, dataIndex: 'lines', width: 70, className: 'number' },
          {
            title: pricingPage.withheld,
            width: 90,
            className: 'number',
            render: (_, { withheld }) => <span className={withheld > 0 ? 'gap' : ''}>{withheld}</span>,
          },
          {
            title: pricingPage.made,
            width: 230,
            render: (_, { madeBy, madeAt }) => `${madeBy} · ${timeText(madeAt)}`,
          },
          { title: words.rooms.file, width: 230, render: (_, { id }) => <Files id={id} /> },
          {
            title: pricingPage.receipt,
            render: (_, one) => {
              if (one.receipt) {
                const { receivedBy, receivedAt, note } = one.receipt
                return [receivedBy, timeText(receivedAt), note].filter(Boolean).join(' · ')
              }
              if (!abilities.includes('hand-overs.act'))
                return <span className="quiet">{pricingPage.notReceived}</span>
              return (
                <Button size="small" onClick={() => setReceived(one)}>
                  {pricingPage.receive}
                </Button>
              )
            },
          },
        ]}
      />
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
      <div className="toolbar">
        <a href="/v1/pricing/keys">{pricingPage.keys}</a>
        <span className="quiet">{pricingPage.verifyHint}</span>
      </div>
      {received && (
        <ReceiptDialog of={received} close={() => setReceived(null)} done={() => void refetch()} />
      )}
    </>
  )
}
export default HandOversTab

const Make = ({ done }: { readonly done: () => void }) => {
  const { pricingPage } = useWords()
  const { from, to } = useAsked().query('from', 'to')
  const [error, setError] = useState<Error | null>(null)
  const [isSending, setSending] = useState(false)
  const once = useOnce()
  const make = async (): Promise<void> => {
    if (!from || !to) return
    setSending(true)
    setError(null)
    try {
      await once(key =>
        dataOf(api.POST(PATH, { params: { header: { 'Idempotency-Key': key } }, body: { from, to } })),
      )
      done()
    } catch (problem) {
      setError(problem as Error)
    } finally {
      setSending(false)
    }
  }
  return (
    <>
      <div className="toolbar">
        <DayFilter name="from" label={pricingPage.from} />
        <DayFilter name="to" label={pricingPage.to} />
        <Button type="primary" disabled={!from || !to} loading={isSending} onClick={() => void make()}>
          {pricingPage.makeHandOver}
        </Button>
      </div>
      {error && <ProblemNote error={error} />}
    </>
  )
}

const Files = ({ id }: { readonly id: string }) => {
  const { pricingPage } = useWords()
  return (
    <Space size={8} wrap>
      {(['json', 'csv'] as const).map(format => (
        <span key={format}>
          <a href={`${PATH}/${id}/file?format=${format}`} download>
            {format.toUpperCase()}
          </a>{' '}
          (
          <a
            href={`${PATH}/${id}/signature?format=${format}`}
            download={`${id}.${format}.jws`}
            aria-label={`${pricingPage.signature} ${format.toUpperCase()}`}
          >
            {pricingPage.signature}
          </a>
          )
        </span>
      ))}
    </Space>
  )
}

const Digests = ({ of: { sha256, keyId, previous } }: { readonly of: HandOver }) => {
  const { pricingPage } = useWords()
  return (
    <ul className="facts">
      <li>
        SHA-256 JSON <Typography.Text code>{sha256.json}</Typography.Text>
      </li>
      <li>
        SHA-256 CSV <Typography.Text code>{sha256.csv}</Typography.Text>
      </li>
      <li>
        {pricingPage.key} <Typography.Text code>{keyId}</Typography.Text>
      </li>
      {previous && (
        <li>
          {pricingPage.previous} {previous}
        </li>
      )}
    </ul>
  )
}
