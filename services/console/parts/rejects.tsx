import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { addressNow, givenIn } from '../api/address.ts'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords, type Words } from '../words/index.tsx'
import { wholeText } from './numbers.ts'
import { ProblemNote } from './problem-note.tsx'
import { type Entry, RejectTable } from './reject-table.tsx'
import { ReplayDialog } from './replay-dialog.tsx'

const FILTERS = ['reason', 'source', 'text'] as const
type Asked = Partial<Record<(typeof FILTERS)[number], string>>

const STATES = ['no', 'yes', 'all'] as const
type State = (typeof STATES)[number]
const ASKED_OF_STATE = { no: { replayed: 'false' }, yes: { replayed: 'true' }, all: {} } as const

const askedBy = (address: URLSearchParams): Asked => givenIn(address, FILTERS)

const stateIn = (address: URLSearchParams): State =>
  STATES.find(name => name === address.get('replayed')) ?? 'no'

/** What was turned away and why; searched, taken away, and taken in again once its cause is mended. */
export const Rejects = () => {
  const words = useWords()
  const { abilities } = useMe()
  const may = abilities.includes('rejects.write')
  const [address, setAddress] = useSearchParams()
  const [replaying, setReplaying] = useState<Asked | Entry | null>(null)
  const [answer, setAnswer] = useState<Schemas['ReplayAnswer'] | null>(null)
  const asked = askedBy(address)
  const state = stateIn(address)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['rejects', asked, state],
    initialPageParam: 0,
    queryFn: ({ pageParam }) => {
      const query = { ...asked, ...ASKED_OF_STATE[state], after: pageParam }
      return dataOf(api.GET('/v1/rejects', { params: { query } }))
    },
    getNextPageParam: ({ next }) => next,
  })
  const ask = (change: Asked & { replayed?: State }): void => {
    const now = addressNow()
    const next = Object.entries({ ...askedBy(now), replayed: stateIn(now), ...change }).filter(
      ([, value]) => value,
    )
    setAnswer(null)
    setAddress({ tab: 'rejects', ...Object.fromEntries(next) }, { replace: true })
  }
  return (
    <div className="stack">
      <div className="toolbar">
        <Segmented<State>
          value={state}
          options={STATES.map(value => ({ value, label: words.rooms.replayedStates[value] }))}
          onChange={replayed => ask({ replayed })}
        />
        <ReasonSelect reason={asked.reason} ask={reason => ask({ reason })} />
        <Input.Search
          key={`text ${asked.text}`}
          aria-label={words.rooms.partOfRaw}
          allowClear
          className="search"
          placeholder={words.rooms.partOfRaw}
          defaultValue={asked.text ?? ''}
          onSearch={text => ask({ text })}
        />
        <Input.Search
          key={`source ${asked.source}`}
          aria-label={words.rooms.source}
          allowClear
          className="search"
          placeholder={words.rooms.source}
          defaultValue={asked.source ?? ''}
          onSearch={source => ask({ source })}
        />
        <span className="spacer" />
        <a href={`/v1/rejects/export?${new URLSearchParams({ ...asked, ...ASKED_OF_STATE[state] })}`}>
          {words.rooms.exportCsv}
        </a>
        {may && <Button onClick={() => setReplaying(asked)}>{words.rooms.takeAllInAgain}</Button>}
      </div>
      {answer && (
        <Alert
          type={answer.rejected === 0 ? 'success' : 'warning'}
          showIcon
          role="status"
          title={words.rooms.replayed(answer.looked, answer.accepted, answer.rejected)}
        />
      )}
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      <RejectTable
        rows={data?.pages.flatMap(({ rejects }) => rejects) ?? []}
        isLoading={isFetching}
        replay={may ? setReplaying : null}
      />
      {hasNextPage && (
        <Button loading={isFetching} onClick={() => void fetchNextPage()}>
          {words.rooms.more}
        </Button>
      )}
      {replaying && (
        <ReplayDialog
          of={'sequence' in replaying ? { ids: [replaying.sequence] } : replaying}
          meant={'sequence' in replaying ? replaying.raw : meant(replaying, words)}
          show={setAnswer}
          close={() => setReplaying(null)}
          done={() => void refetch()}
        />
      )}
    </div>
  )
}

/** Which entries a filter means, in words. */
const meant = ({ reason, source, text }: Asked, { rooms }: Words): string => {
  const names: Readonly<Record<string, string>> = rooms.readingOutcomes
  const told = [
    ...(reason === undefined ? [] : [`${rooms.rejectReason}: ${names[reason] ?? reason}`]),
    ...(text === undefined ? [] : [`${rooms.raw}: ${text}`]),
    ...(source === undefined ? [] : [`${rooms.source}: ${source}`]),
  ]
  return told.join(' · ') || rooms.wholeBook
}

/** What is no reject: it was taken. */
const TAKEN = ['accepted', 'duplicate', 'too-late']

interface ReasonSelectProps {
  readonly reason: string | undefined
  readonly ask: (reason: string) => void
}

/** The reasons there are, with how often each was one since the service began; those that came most first. */
const ReasonSelect = ({ reason, ask }: ReasonSelectProps) => {
  const words = useWords()
  const { data } = useQuery({ queryKey: ['status'], queryFn: () => dataOf(api.GET('/v1/status')) })
  const counts = data?.outcomes ?? {}
  const options = Object.entries(words.rooms.readingOutcomes)
    .filter(([value]) => !TAKEN.includes(value))
    .toSorted(([a], [b]) => (counts[b] ?? 0) - (counts[a] ?? 0))
    .map(([value, name]) => ({ value, label: `${name} ${counts[value] ? wholeText(counts[value]) : ''}` }))
  return (
    <Select
      aria-label={words.rooms.rejectReason}
      allowClear
      className="wide-select"
      placeholder={words.rooms.rejectReason}
      value={reason ?? null}
      options={options}
      onChange={value => ask(value ?? '')}
    />
  )
}
