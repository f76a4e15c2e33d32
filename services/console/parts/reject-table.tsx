import { Button, Table } from 'antd'
import type { Schemas } from '../api/client.ts'
import { useWords } from '../words/index.tsx'
import { timeText } from './times.ts'

export type Entry = Schemas['RejectPage']['rejects'][number]

/** Another value won their slot: they are never taken in again. */
const LOST = ['corrected', 'superseded']

interface RejectTableProps {
  readonly rows: readonly Entry[]
  readonly isLoading: boolean
  /** null: whoever looks may not */
  readonly replay: ((entry: Entry) => void) | null
}

/** Entries of the reject book, each with what arrived, to the letter. */
export const RejectTable = ({ rows, isLoading, replay }: RejectTableProps) => {
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
      expandable={{
        expandedRowRender: ({ raw, firstAt, lastAt }) => (
          <>
            <pre className="detail">{raw}</pre>
            <p className="quiet">
              {words.rooms.firstAt} {timeText(firstAt)} · {words.rooms.lastAt} {timeText(lastAt)}
            </p>
          </>
        ),
      }}
      columns={[
        { title: words.rooms.lastAt, dataIndex: 'lastAt', className: 'days', render: timeText },
        {
          title: words.rooms.rejectReason,
          className: 'told',
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
        {
          title: words.rooms.takenInAt,
          className: 'days',
          render: (_, entry) => {
            const { reason, replayedAt } = entry
            if (replayedAt !== null) return timeText(replayedAt)
            if (LOST.includes(reason)) return <span className="quiet">{words.rooms.lostByRule}</span>
            return (
              replay && (
                <Button size="small" onClick={() => replay(entry)}>
                  {words.rooms.takeInAgain}
                </Button>
              )
            )
          },
        },
      ]}
    />
  )
}
