import { useInfiniteQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Input, Select, Table } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'
import { FormDialog } from './form-dialog.tsx'
import { ProblemNote } from './problem-note.tsx'
import { timeText } from './times.ts'

type Entry = Schemas['RejectPage']['rejects'][number]
type Answer = Schemas['ReplayAnswer']

const FILTERS = ['reason', 'source', 'text'] as const
type Asked = Partial<Record<(typeof FILTERS)[number], string>>

/** What was turned away and why; searched, taken away, and taken in again once its cause is mended. */
export const Rejects = () => {
  const words = useWords()
  const { abilities } = useMe()
  const [address, setAddress] = useSearchParams()
  const [isReplaying, setReplaying] = useState(false)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const asked: Asked = Object.fromEntries(
    FILTERS.flatMap(name => (address.get(name) ? [[name, address.get(name)]] : [])),
  )
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['rejects', asked],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/v1/rejects', { params: { query: { ...asked, after: pageParam } } })),
    getNextPageParam: ({ next }) => next,
  })
  const ask = (name: keyof Asked, value: string | undefined): void => {
    const { [name]: _, ...rest } = asked
    setAddress({ tab: 'rejects', ...rest, ...(value ? { [name]: value } : {}) }, { replace: true })
  }
  const rows = data?.pages.flatMap(({ rejects }) => rejects) ?? []
  return (
    <div className="stack">
      <div className="toolbar">
        <Select
          aria-label={words.reason}
          allowClear
          className="wide-select"
          placeholder={words.reason}
          value={asked.reason ?? null}
          options={Object.entries(words.rooms.readingOutcomes).map(([value, label]) => ({ value, label }))}
          onChange={value => ask('reason', value ?? undefined)}
        />
        <Input.Search
          aria-label={words.rooms.partOfRaw}
          allowClear
          className="search"
          placeholder={words.rooms.partOfRaw}
          defaultValue={asked.text ?? ''}
          onSearch={value => ask('text', value)}
        />
        <Input.Search
          aria-label={words.rooms.source}
          allowClear
          className="search"
          placeholder={words.rooms.source}
          defaultValue={asked.source ?? ''}
          onSearch={value => ask('source', value)}
        />
        <span className="spacer" />
        <a href={`/v1/rejects/export?${new URLSearchParams(asked)}`}>{words.rooms.exportCsv}</a>
        {abilities.includes('rejects.write') && (
          <Button onClick={() => setReplaying(true)}>{words.rooms.takeInAgain}</Button>
        )}
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
      <RejectTable rows={rows} isLoading={isFetching} />
      {hasNextPage && (
        <Button loading={isFetching} onClick={() => void fetchNextPage()}>
          {words.rooms.more}
        </Button>
      )}
      {isReplaying && (
        <ReplayDialog
          asked={asked}
          show={setAnswer}
          close={() => setReplaying(false)}
          done={() => void refetch()}
        />
      )}
    </div>
  )
}

const RejectTable = ({ rows, isLoading }: { readonly rows: Entry[]; readonly isLoading: boolean }) => {
  const words = useWords()
  const names: Readonly<Record<string, string>> = words.rooms.readingOutcomes
  return (
    <Table<Entry>
      size="small"
      rowKey="sequence"
      loading={isLoading}
      dataSource={rows}
      pagination={false}
      scroll={{ x: true }}
      locale={{ emptyText: words.nothingHere }}
      columns={[
        { title: words.rooms.lastAt, dataIndex: 'lastAt', render: timeText },
        {
          title: words.reason,
          render: (_, { reason, detail }) => (
            <>
              {names[reason] ?? reason}
              <br />
              <span className="quiet">{detail}</span>
            </>
          ),
        },
        { title: words.rooms.raw, render: (_, { raw }) => <code className="raw">{raw}</code> },
        { title: words.rooms.source, dataIndex: 'source' },
        { title: words.rooms.times, dataIndex: 'times', className: 'number' },
        { title: words.rooms.takenInAt, dataIndex: 'replayedAt', render: timeText },
      ]}
    />
  )
}

interface ReplayDialogProps {
  readonly asked: Asked
  readonly show: (answer: Answer) => void
  readonly close: () => void
  readonly done: () => void
}

const ReplayDialog = ({ asked, show, close, done }: ReplayDialogProps) => {
  const words = useWords()
  return (
    <FormDialog<{ backfill?: boolean }>
      title={words.rooms.takeInAgain}
      close={close}
      done={done}
      send={async ({ backfill = false }, key) =>
        show(
          await dataOf(
            api.POST('/v1/rejects/replay', {
              params: { header: { 'Idempotency-Key': key } },
              body: { ...asked, backfill },
            }),
          ),
        )
      }
    >
      <p>{words.rooms.takeInAgainHint}</p>
      <Form.Item name="backfill" valuePropName="checked">
        <Checkbox>{words.rooms.backfill}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
