import { useInfiniteQuery } from '@tanstack/react-query'
import { Alert, Button, DatePicker, Input, Select, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { addressNow, givenIn } from '../api/address.ts'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { deedsOf } from '../parts/deeds.ts'
import { ProblemNote } from '../parts/problem-note.tsx'
import { dateText, dayPlus, timeText } from '../parts/times.ts'
import { whoText } from '../parts/who.ts'
import { useWords } from '../words/index.tsx'

type Entry = Schemas['AuditEntry']
type Asked = Partial<Record<(typeof FILTERS)[number], string>>

const FILTERS = ['case', 'actor', 'action', 'from', 'to'] as const
const DAYS = 7
/** What is verified in one request */
const DAYS_AT_MOST = 31

/** What the address asks for; the last days unless it says otherwise, as the audit is read from its beginning. */
const askedBy = (address: URLSearchParams): Asked => {
  const given = givenIn(address, FILTERS)
  if (FILTERS.some(name => name in given)) return given
  const today = dateText(new Date().toISOString())
  return { from: dayPlus(today, -DAYS), to: today }
}

/** Who did what, to the letter, and whether that record is whole. */
const Audit = () => {
  const words = useWords()
  const [address, setAddress] = useSearchParams()
  const asked = askedBy(address)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['audit', asked],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/v1/audit', {
          params: {
            query: {
              ...(asked as { action?: Entry['action'] }),
              ...(pageParam === null ? {} : { after: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  })
  const ask = (change: Asked): void => {
    const next = Object.entries({ ...askedBy(addressNow()), ...change }).filter(([, value]) => value)
    setAddress(Object.fromEntries(next), { replace: true })
  }
  return (
    <section aria-label={words.audit} className="stack">
      <Filters asked={asked} ask={ask} />
      <Verification key={JSON.stringify(asked)} asked={asked} />
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      <Entries
        entries={data?.pages.flatMap(({ entries }) => entries) ?? []}
        isLoading={isFetching}
        ask={ask}
      />
      {hasNextPage && (
        <Button loading={isFetching} onClick={() => void fetchNextPage()}>
          {words.rooms.more}
        </Button>
      )}
    </section>
  )
}
export default Audit

interface FiltersProps {
  readonly asked: Asked
  readonly ask: (change: Asked) => void
}

const Filters = ({ asked, ask }: FiltersProps) => {
  const words = useWords()
  const deeds = deedsOf(words)
  return (
    <div className="toolbar">
      <Input.Search
        key={`case ${asked.case}`}
        aria-label={words.rooms.caseId}
        placeholder={words.rooms.caseId}
        className="search"
        allowClear
        defaultValue={asked.case ?? ''}
        onSearch={value => ask({ case: value })}
      />
      <Input.Search
        key={`actor ${asked.actor}`}
        aria-label={words.rooms.who}
        placeholder={words.rooms.who}
        className="search"
        allowClear
        defaultValue={asked.actor ?? ''}
        onSearch={value => ask({ actor: value })}
      />
      <Select
        aria-label={words.rooms.deed}
        placeholder={words.rooms.deed}
        className="wide-select"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={asked.action ?? null}
        options={Object.entries(deeds).map(([value, label]) => ({ value, label }))}
        onChange={value => ask({ action: value ?? '' })}
      />
      <DatePicker.RangePicker
        value={[asked.from ? dayjs(asked.from) : null, asked.to ? dayjs(asked.to) : null]}
        onChange={range =>
          ask({
            from: range?.[0]?.format('YYYY-MM-DD') ?? '',
            to: range?.[1]?.format('YYYY-MM-DD') ?? '',
          })
        }
      />
      <span className="spacer" />
      {(['csv', 'ndjson'] as const).map(format => (
        <a key={format} href={`/v1/audit/export?${new URLSearchParams({ ...asked, format })}`}>
          {format === 'csv' ? words.rooms.exportCsv : words.rooms.exportNdjson}
        </a>
      ))}
    </div>
  )
}

/** Hashes the chain of a case, or of the days that are asked for, anew. Of days only an auditor may. */
const Verification = ({ asked }: { readonly asked: Asked }) => {
  const words = useWords()
  const { account } = useMe()
  const [answer, setAnswer] = useState<Schemas['AuditVerification'] | Error | null>(null)
  const [isAsking, setAsking] = useState(false)
  if (asked.case === undefined && account.role !== 'auditor') return null
  const verify = async (): Promise<void> => {
    setAsking(true)
    const to = asked.to ?? dateText(new Date().toISOString())
    const query =
      asked.case === undefined
        ? { from: asked.from ?? dayPlus(to, 1 - DAYS_AT_MOST), to }
        : { case: asked.case }
    setAnswer(await dataOf(api.GET('/v1/audit/verify', { params: { query } })).catch((error: Error) => error))
    setAsking(false)
  }
  return (
    <div className="toolbar">
      <Button loading={isAsking} onClick={() => void verify()}>
        {words.rooms.verifyChain}
      </Button>
      {answer instanceof Error && <ProblemNote error={answer} />}
      {answer && !(answer instanceof Error) && (
        <Alert
          type={answer.whole ? 'success' : 'error'}
          showIcon
          role="status"
          title={
            answer.whole
              ? words.rooms.chainWhole(answer.chains, answer.links, answer.roots)
              : words.rooms.chainBroken(answer.faultsInAll)
          }
          description={
            answer.faults.length > 0 &&
            answer.faults.map(({ chain, sequence, day, at }) => (
              <div key={`${chain} ${sequence} ${day} ${at}`}>
                {chain} {sequence ?? day} · {at}
              </div>
            ))
          }
        />
      )}
    </div>
  )
}

interface EntriesProps {
  readonly entries: readonly Entry[]
  readonly isLoading: boolean
  readonly ask: (change: Asked) => void
}

const Entries = ({ entries, isLoading, ask }: EntriesProps) => {
  const words = useWords()
  const deeds = deedsOf(words)
  return (
    <Table<Entry>
      size="small"
      rowKey={({ caseId, sequence }) => `${caseId} ${sequence}`}
      loading={isLoading}
      dataSource={entries}
      pagination={false}
      scroll={{ x: true }}
      locale={{ emptyText: words.nothingHere }}
      expandable={{
        expandedRowRender: ({ detail, hash, previousHash }) => (
          <>
            <pre className="detail">{JSON.stringify(detail, null, 2)}</pre>
            <p className="quiet">
              {previousHash} → {hash}
            </p>
          </>
        ),
      }}
      columns={[
        { title: words.rooms.at, dataIndex: 'at', className: 'days', render: timeText },
        {
          title: words.rooms.who,
          render: (_, { actor }) => (
            <Button type="link" size="small" onClick={() => ask({ actor })}>
              {whoText(actor, words)}
            </Button>
          ),
        },
        { title: words.rooms.deed, render: (_, { action }) => deeds[action] },
        {
          title: words.rooms.chain,
          render: (_, { caseId, sequence }) => (
            <>
              <Button type="link" size="small" onClick={() => ask({ case: caseId })}>
                {caseId}
              </Button>{' '}
              <span className="quiet">{sequence}</span>
              {caseId.startsWith('case-') && <Link to={`/cases/${caseId}`}> {words.rooms.itsCase}</Link>}
            </>
          ),
        },
        {
          title: words.state,
          render: (_, { from, to }) =>
            to === null || from === to
              ? ''
              : `${from === null ? '' : words.states[from]} → ${words.states[to]}`,
        },
        { title: words.reason, dataIndex: 'reason' },
      ]}
    />
  )
}
