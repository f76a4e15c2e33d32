import { useInfiniteQuery } from '@tanstack/react-query'
import { App, Button, Progress, Table } from 'antd'
import { Link } from 'react-router'
import { api, commandKey, dataOf, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'
import { wholeText } from './numbers.ts'
import { ProblemNote, problemText } from './problem-note.tsx'
import { timeText } from './times.ts'
import { Uploads } from './uploads.tsx'

type Job = Schemas['ImportJob']

const SOON_MS = 1_000
const UNDER_WAY: readonly Job['state'][] = ['uploading', 'waiting', 'running']
const isUnderWay = ({ state }: Job): boolean => UNDER_WAY.includes(state)

/** Files that are taken in beside the live readings: how far they have come, and a way to stop them. */
export const Imports = () => {
  const words = useWords()
  const { abilities } = useMe()
  const { message } = App.useApp()
  const may = abilities.includes('readings.write')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['imports'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/v1/imports', { params: { query: pageParam === null ? {} : { before: pageParam } } })),
    getNextPageParam: ({ next }) => next,
    // Only what moves is watched.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ imports }) => imports.some(isUnderWay)) ? SOON_MS : false,
  })
  const cancel = async (id: string): Promise<void> => {
    try {
      const header = { 'Idempotency-Key': commandKey() }
      await dataOf(api.POST('/v1/imports/{id}/cancel', { params: { path: { id }, header } }))
    } catch (problem) {
      message.error(problemText(words, problem))
    }
    void refetch()
  }
  return (
    <div className="stack">
      {may && <Uploads done={() => void refetch()} />}
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      <Table<Job>
        size="small"
        rowKey="id"
        loading={!data && !error}
        dataSource={data?.pages.flatMap(({ imports }) => imports) ?? []}
        pagination={false}
        scroll={{ x: true }}
        locale={{ emptyText: words.nothingHere }}
        expandable={{
          rowExpandable: ({ result }) => (result?.rejected ?? 0) > 0,
          expandedRowRender: job => <JobRejects job={job} />,
        }}
        columns={[
          { title: words.rooms.file, dataIndex: 'fileName' },
          { title: words.rooms.progress, render: (_, job) => <JobProgress job={job} /> },
          {
            title: words.rooms.accepted,
            className: 'number',
            render: (_, { result }) => wholeText(result?.accepted ?? null),
          },
          {
            title: words.rooms.rejected,
            className: 'number',
            render: (_, { result }) => wholeText(result?.rejected ?? null),
          },
          {
            title: words.rooms.madeBy,
            render: (_, { createdBy, createdAt }) => `${createdBy} ${timeText(createdAt)}`,
          },
          {
            render: (_, job) =>
              may &&
              isUnderWay(job) && (
                <Button size="small" onClick={() => void cancel(job.id)}>
                  {words.rooms.cancelImport}
                </Button>
              ),
          },
        ]}
      />
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.rooms.more}
        </Button>
      )}
    </div>
  )
}

const JobProgress = ({ job }: { readonly job: Job }) => {
  const words = useWords()
  const share = Math.floor((100 * job.bytesRead) / Math.max(1, job.bytes))
  return (
    <>
      {words.rooms.importStates[job.state]}
      {isUnderWay(job) && <Progress size="small" percent={share} aria-label={words.rooms.progress} />}
      {job.state === 'cancelled' && job.bytes > 0 && (
        <span className="quiet"> {words.rooms.ofBytes(share)}</span>
      )}
      {job.problem !== null && <div className="overdue">{job.problem}</div>}
    </>
  )
}

/** What of a file was turned away: how many for which reason, and the first of them. */
const JobRejects = ({ job: { id, result } }: { readonly job: Job }) => {
  const words = useWords()
  const names: Readonly<Record<string, string>> = words.rooms.readingOutcomes
  if (!result) return null
  return (
    <>
      <p>
        {Object.entries(result.byReason)
          .map(([reason, count]) => `${names[reason] ?? reason} ${wholeText(count)}`)
          .join(' · ')}{' '}
        <Link
          to={`/operation?${new URLSearchParams({ tab: 'rejects', source: `import:${id}`, replayed: 'all' })}`}
        >
          {words.rooms.itsRejects}
        </Link>
      </p>
      <span className="quiet">{words.rooms.firstRejects}</span>
      <ul className="facts">
        {result.firstRejects.slice(0, 5).map(({ line, reason, detail, raw }) => (
          <li key={`${line} ${reason} ${raw}`}>
            <span className="sentence">
              {line !== undefined && words.rooms.line(line)} · {names[reason]} · {detail}
              <code className="raw">{raw}</code>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
