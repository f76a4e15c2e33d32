import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Space, Table } from 'antd'
import { useState } from 'react'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useSpoken } from '../words/index.tsx'
import { CriterionDialog } from './criterion-dialog.tsx'
import { FormDialog } from './form-dialog.tsx'
import { scoreText } from './numbers.ts'
import { ProblemNote } from './problem-note.tsx'
import { timeText } from './times.ts'

type Criterion = Schemas['CriterionView']
type Decision = 'release' | 'refuse'

/** From which scores on a charge opens; one person proposes another, a second one releases it. */
export const Criteria = () => {
  const { words, language } = useSpoken()
  const { abilities, account } = useMe()
  const [isProposing, setProposing] = useState(false)
  const [asked, setAsked] = useState<{ of: Criterion; decision: Decision } | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['criteria'],
    queryFn: () => dataOf(api.GET('/v1/criteria')),
  })
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  const done = (): void => void refetch()
  const mayWrite = abilities.includes('criteria.write')
  const mayDecide = (one: Criterion): boolean =>
    mayWrite && account.role === 'reviewer' && one.state === 'proposed' && one.proposedBy !== account.name
  return (
    <div className="stack">
      {mayWrite && (
        <div className="toolbar">
          <Button type="primary" onClick={() => setProposing(true)}>
            {words.rooms.propose}
          </Button>
        </div>
      )}
      <Table<Criterion>
        size="small"
        rowKey="id"
        loading={!data}
        dataSource={data?.criteria ?? []}
        pagination={false}
        scroll={{ x: true }}
        expandable={{
          expandedRowRender: ({ levels, reason }) => (
            <>
              {reason !== '' && <p>{reason}</p>}
              <ul className="facts">
                {levels.map(({ level, sentence, measured }) => (
                  <li key={level}>
                    <span className="sentence">{sentence[language]}</span>
                    <span className="quiet">
                      {words.rooms.measured} {measured.confirmed}/{measured.of}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          ),
        }}
        columns={[
          { title: words.signature, render: (_, { signature }) => words.signatures[signature] },
          { title: words.rooms.status, render: (_, { state }) => words.rooms.criterionStates[state] },
          { title: words.rooms.validFrom, render: (_, { validFrom }) => validFrom ?? words.rooms.always },
          ...(['yellowFrom', 'orangeFrom', 'redFrom', 'closeBelow'] as const).map(name => ({
            title: words.rooms.thresholds[name],
            className: 'number',
            render: (_: unknown, one: Criterion) => scoreText(one[name]),
          })),
          {
            title: words.rooms.proposedBy,
            render: (_, one) => `${one.proposedBy} ${timeText(one.proposedAt)}`,
          },
          {
            title: words.rooms.decidedBy,
            render: (_, one) =>
              `${one.releasedBy ?? one.refusedBy ?? ''} ${timeText(one.releasedAt ?? one.refusedAt)}`,
          },
          {
            render: (_, one) =>
              mayDecide(one) && (
                <Space>
                  {(['release', 'refuse'] as const).map(decision => (
                    <Button key={decision} size="small" onClick={() => setAsked({ of: one, decision })}>
                      {words.rooms.decisions[decision]}
                    </Button>
                  ))}
                </Space>
              ),
          },
        ]}
      />
      {isProposing && data && (
        <CriterionDialog criteria={data.criteria} close={() => setProposing(false)} done={done} />
      )}
      {asked && <DecisionDialog {...asked} close={() => setAsked(null)} done={done} />}
    </div>
  )
}

interface DecisionDialogProps {
  readonly of: Criterion
  readonly decision: Decision
  readonly close: () => void
  readonly done: () => void
}

const DecisionDialog = ({ of: { id, signature }, decision, close, done }: DecisionDialogProps) => {
  const { words } = useSpoken()
  return (
    <FormDialog<{ reason?: string }>
      title={`${words.rooms.decisions[decision]} · ${words.signatures[signature]}`}
      close={close}
      done={done}
      send={({ reason = '' }, key) => {
        const params = { path: { id }, header: { 'Idempotency-Key': key } }
        return decision === 'release'
          ? dataOf(api.POST('/v1/criteria/{id}/release', { params, body: { reason } }))
          : dataOf(api.POST('/v1/criteria/{id}/refuse', { params, body: { reason } }))
      }}
    >
      <Form.Item name="reason" label={words.reason} rules={[{ required: decision === 'refuse' }]}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialog>
  )
}
