import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'
import { ProblemNote } from './problem-note.tsx'
import { timeText } from './times.ts'
import { Waiting } from './waiting.tsx'
import { whoText } from './who.ts'

type Correction = Schemas['Correction']

/** What was corrected, what was judged again for it, and what difference that made. */
export const Corrections = () => {
  const words = useWords()
  const { abilities } = useMe()
  const mayOpen = abilities.includes('openings.read')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['corrections'],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/v1/corrections', {
          params: { query: pageParam === null ? {} : { before: pageParam } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  })
  const names: Readonly<Record<string, string>> = words.rooms.registryFields
  return (
    <div className="stack">
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      <Table<Correction>
        size="small"
        rowKey="id"
        loading={isFetching}
        dataSource={data?.pages.flatMap(({ corrections }) => corrections) ?? []}
        pagination={false}
        scroll={{ x: true }}
        locale={{ emptyText: words.nothingHere }}
        expandable={{
          rowExpandable: ({ effects }) => mayOpen && effects > 0,
          expandedRowRender: ({ id }) => <Effects id={id} />,
        }}
        columns={[
          { title: words.rooms.madeAt, dataIndex: 'at', className: 'days', render: timeText },
          { title: words.rooms.who, render: (_, { actor }) => whoText(actor, words) },
          { title: words.rooms.kind, render: (_, { kind }) => words.rooms.correctionKinds[kind] },
          {
            title: words.rooms.whatChanged,
            render: (_, { changes }) => (
              <ul className="facts">
                {changes.slice(0, 3).map(({ meterId, ruleId, fields }) => (
                  <li key={`${meterId} ${ruleId} ${Object.keys(fields).join()}`}>
                    {meterId ?? ruleId}:{' '}
                    {Object.entries(fields)
                      .map(
                        ([name, { before, after }]) =>
                          `${names[name] ?? name} ${before || '—'} → ${after || '—'}`,
                      )
                      .join(' · ')}
                  </li>
                ))}
                {changes.length > 3 && <li className="quiet">… {changes.length}</li>}
              </ul>
            ),
          },
          { title: words.rooms.points, dataIndex: 'points', className: 'number' },
          { title: words.rooms.stillWaiting, dataIndex: 'waiting', className: 'number' },
          { title: words.rooms.figures.judgedDays, dataIndex: 'judgedDays', className: 'number' },
          { title: words.rooms.effects, dataIndex: 'effects', className: 'number' },
        ]}
      />
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.rooms.more}</Button>}
    </div>
  )
}

const scoreOr = (score: number | null): string => (score === null ? '—' : score.toFixed(2))

const Effects = ({ id }: { readonly id: number }) => {
  const words = useWords()
  const { data, error } = useQuery({
    queryKey: ['corrections', id],
    queryFn: () => dataOf(api.GET('/v1/corrections/{id}', { params: { path: { id }, query: {} } })),
  })
  if (error) return <ProblemNote error={error} />
  if (!data) return <Waiting />
  return (
    <ul className="facts">
      {data.effects.map(({ pointId, customerId, signature, day, scoreBefore, scoreAfter }) => (
        <li key={`${pointId} ${signature} ${day}`}>
          {day} · {customerId} · {pointId} · {words.signatures[signature]}: {scoreOr(scoreBefore)} →{' '}
          {scoreOr(scoreAfter)}
        </li>
      ))}
      {data.tiers.map(({ caseNumber, customerId, signature, before, after }) => (
        <li key={`${caseNumber} ${signature}`}>
          {caseNumber} · {customerId} · {words.signatures[signature]}: {before?.category ?? '—'} →{' '}
          {after?.category ?? '—'}
        </li>
      ))}
    </ul>
  )
}
