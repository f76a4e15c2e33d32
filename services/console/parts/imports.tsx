import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Progress, Space, Table } from 'antd'
import { useRef, useState } from 'react'
import { api, commandKey, dataOf, ProblemAnswer, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'
import { wholeText } from './numbers.ts'
import { ProblemNote, problemText } from './problem-note.tsx'
import { timeText } from './times.ts'

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
  const { data, error, refetch } = useQuery({
    queryKey: ['imports'],
    queryFn: () => dataOf(api.GET('/v1/imports', { params: { query: {} } })),
    // Only what moves is watched.
    refetchInterval: ({ state }) => (state.data?.imports.some(isUnderWay) ? SOON_MS : false),
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
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  return (
    <div className="stack">
      {may && <Upload done={() => void refetch()} />}
      <Table<Job>
        size="small"
        rowKey="id"
        loading={!data}
        dataSource={data?.imports ?? []}
        pagination={false}
        scroll={{ x: true }}
        locale={{ emptyText: words.nothingHere }}
        columns={[
          { title: words.rooms.file, dataIndex: 'fileName' },
          {
            title: words.rooms.progress,
            render: (_, job) => (
              <>
                {words.rooms.importStates[job.state]}
                {isUnderWay(job) && (
                  <Progress
                    size="small"
                    percent={Math.floor((100 * job.bytesRead) / Math.max(1, job.bytes))}
                  />
                )}
                {job.problem !== null && <div className="overdue">{job.problem}</div>}
              </>
            ),
          },
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
    </div>
  )
}

const Upload = ({ done }: { readonly done: () => void }) => {
  const words = useWords()
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const [isSending, setSending] = useState(false)
  const [backfill, setBackfill] = useState(false)
  const upload = async (file: File): Promise<void> => {
    setSending(true)
    try {
      const asked = new URLSearchParams({ fileName: file.name, backfill: String(backfill) })
      const answer = await fetch(`/v1/imports?${asked}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', 'idempotency-key': commandKey() },
        body: file,
      })
      if (!answer.ok) throw new ProblemAnswer(await answer.json())
      done()
    } catch (problem) {
      message.error(problemText(words, problem))
    } finally {
      setSending(false)
    }
  }
  return (
    <Space wrap>
      <input
        ref={input}
        type="file"
        hidden
        onChange={event => {
          const [file] = event.target.files ?? []
          if (file) void upload(file)
          event.target.value = ''
        }}
      />
      <Button type="primary" loading={isSending} onClick={() => input.current?.click()}>
        {words.rooms.importFile}
      </Button>
      <Checkbox checked={backfill} onChange={event => setBackfill(event.target.checked)}>
        {words.rooms.backfill}
      </Checkbox>
    </Space>
  )
}
