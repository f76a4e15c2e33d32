import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Statistic, Table } from 'antd'
import { api, dataOf } from '../api/client.ts'
import { EmptyService } from '../pages/empty-service.tsx'
import { useSpoken } from '../words/index.tsx'
import { wholeText } from './numbers.ts'
import { ProblemNote } from './problem-note.tsx'
import { Waiting } from './waiting.tsx'
import { WorkFigures } from './work-figures.tsx'

const EVERY_MS = 10_000
const FIGURES = [
  ...(['toJudgeAgain', 'meters', 'judgedDays', 'heldFindings', 'openCases', 'alertsWaiting'] as const),
]

/** What was taken in and judged, what waits, and what somebody should decide. */
export const Figures = () => {
  const { words, language } = useSpoken()
  const { data, error, refetch } = useQuery({
    queryKey: ['status'],
    refetchInterval: EVERY_MS,
    queryFn: () => dataOf(api.GET('/v1/status')),
  })
  if (!data) return error ? <ProblemNote error={error} again={() => void refetch()} /> : <Waiting />
  return (
    <div className="stack">
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {data.meters === 0 && <EmptyService />}
      {data.notices?.map(notice => (
        <Alert key={notice.en} type="warning" showIcon title={notice[language]} />
      ))}
      {data.work !== undefined && <WorkFigures work={data.work} waiting={data.waiting ?? 0} />}
      <div className="totals">
        {FIGURES.map(name => {
          const value = data[name]
          return (
            value !== undefined && (
              <Statistic key={name} title={words.rooms.figures[name]} value={wholeText(value)} />
            )
          )
        })}
      </div>
      <div className="lanes">
        <Counts
          title={words.rooms.outcomesOfReadings}
          counts={data.outcomes ?? {}}
          names={words.rooms.readingOutcomes}
        />
        <Counts title={words.rooms.markedDays} counts={data.markedDays ?? {}} names={words.rooms.marks} />
      </div>
    </div>
  )
}

interface CountsProps {
  readonly title: string
  readonly counts: Readonly<Record<string, number>>
  readonly names: Readonly<Record<string, string>>
}

const Counts = ({ title, counts, names }: CountsProps) => {
  const { words } = useSpoken()
  const rows = Object.entries(counts).toSorted(([, a], [, b]) => b - a)
  return (
    <Card size="small" title={title}>
      <Table
        size="small"
        rowKey={([name]) => name}
        showHeader={false}
        pagination={false}
        dataSource={rows}
        locale={{ emptyText: words.nothingHere }}
        columns={[
          { render: (_, [name]) => names[name] ?? name },
          { className: 'number', render: (_, [, count]) => wholeText(count) },
        ]}
      />
    </Card>
  )
}
