import { useQuery } from '@tanstack/react-query'
import { Card, DatePicker, Segmented, Table } from 'antd'
import dayjs from 'dayjs'
import { useSearchParams } from 'react-router'
import { api, dataOf, type Schemas, type Signature } from '../api/client.ts'
import { useDistrictsEver } from '../api/districts.ts'
import { useSpoken } from '../words/index.tsx'
import { ProblemNote } from './problem-note.tsx'
import { dateText, dayPlus } from './times.ts'

type Row = Schemas['BoardRow']
type By = Schemas['BoardBy']

const DAYS = 90
const percent = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 100)} %`)

/** How often what was flagged was right, with the number behind each share, and what that speaks for. */
export const Board = () => {
  const { words, language } = useSpoken()
  const districts = useDistrictsEver()
  const [address, setAddress] = useSearchParams()
  const today = dateText(new Date().toISOString())
  const query = {
    by: (address.get('by') ?? 'detector') as By,
    from: address.get('from') ?? dayPlus(today, -DAYS),
    to: address.get('to') ?? today,
  }
  const { data, error, refetch } = useQuery({
    queryKey: ['board', query],
    queryFn: () => dataOf(api.GET('/v1/board', { params: { query } })),
  })
  const rowName = (by: By, key: string): string => {
    if (by === 'district') return districts.get(key) ?? key
    const [signature, version] = key.split(' ')
    return by === 'detector' ? `${words.signatures[signature as Signature]} ${version}` : key
  }
  const ask = (change: Partial<typeof query>): void =>
    setAddress({ tab: 'board', ...query, ...change }, { replace: true })
  return (
    <div className="stack">
      <div className="toolbar">
        <Segmented<By>
          value={query.by}
          options={(Object.keys(words.rooms.boardBy) as By[]).map(value => ({
            value,
            label: words.rooms.boardBy[value],
          }))}
          onChange={by => ask({ by })}
        />
        <DatePicker.RangePicker
          allowClear={false}
          value={[dayjs(query.from), dayjs(query.to)]}
          onChange={range =>
            range?.[0] &&
            range[1] &&
            ask({ from: range[0].format('YYYY-MM-DD'), to: range[1].format('YYYY-MM-DD') })
          }
        />
        <span className="spacer" />
        <a href={`/v1/board/export?${new URLSearchParams(query)}`}>{words.rooms.exportCsv}</a>
      </div>
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {data && (
        <Card size="small" title={words.rooms.advice}>
          <ul className="facts">
            {data.advice.map(({ signature, sentence }) => (
              <li key={signature}>
                <strong>{words.signatures[signature]}</strong> {sentence[language]}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Table<Row>
        size="small"
        rowKey="key"
        loading={!data && !error}
        dataSource={data?.rows ?? []}
        pagination={false}
        scroll={{ x: true }}
        locale={{ emptyText: words.nothingHere }}
        columns={[
          {
            title: words.rooms.boardBy[query.by],
            render: (_, { key }) => rowName(query.by, key),
          },
          { title: words.rooms.precision, className: 'number', render: (_, row) => percent(row.precision) },
          {
            title: words.rooms.bounds,
            className: 'number',
            render: (_, { lower, upper }) => `${percent(lower)} – ${percent(upper)}`,
          },
          { title: words.outcomes.confirmed, dataIndex: 'confirmed', className: 'number' },
          { title: words.outcomes.dismissed, dataIndex: 'dismissed', className: 'number' },
          { title: words.outcomes['cannot-verify'], dataIndex: 'cannotVerify', className: 'number' },
          { title: words.outcomes['passed-on'], dataIndex: 'passedOn', className: 'number' },
          {
            title: words.rooms.byCause,
            render: (_, { byCause }) =>
              Object.entries(byCause)
                .map(([cause, count]) => `${words.causes[cause as keyof typeof words.causes]} ${count}`)
                .join('、'),
          },
        ]}
      />
    </div>
  )
}
