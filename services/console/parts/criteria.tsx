import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Space, Table } from 'antd'
import { useState } from 'react'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useSpoken, useWords } from '../words/index.tsx'
import { CriterionDialog, TrialDialog } from './criterion-dialog.tsx'
import { CriterionPreview } from './criterion-preview.tsx'
import { FormDialog } from './form-dialog.tsx'
import { scoreText } from './numbers.ts'
import { ProblemNote } from './problem-note.tsx'
import { timeText } from './times.ts'
import { whoText } from './who.ts'

type Criterion = Schemas['CriterionView']
type Decision = 'release' | 'refuse'

/** From which scores on a charge opens; one person proposes another, a second one releases it. */
export const Criteria = () => {
  const { words, language } = useSpoken()
  const { abilities, account } = useMe()
  const [isProposing, setProposing] = useState(false)
  const [isTrying, setTrying] = useState(false)
  const [asked, setAsked] = useState<{ of: Criterion; decision: Decision } | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['criteria'],
    queryFn: () => dataOf(api.GET('/v1/criteria')),
  })
  const done = (): void => void refetch()
  const mayWrite = abilities.includes('criteria.write')
  const mayDecide = (one: Criterion): boolean =>
    mayWrite && account.role === 'reviewer' && one.state === 'proposed' && one.proposedBy !== account.name
  return (
    <div className="stack">
      <div className="toolbar">
        {mayWrite && (
          <Button type="primary" onClick={() => setProposing(true)}>
            {words.rooms.propose}
          </Button>
        )}
        {abilities.includes('openings.read') && (
          <Button onClick={() => setTrying(true)}>{words.rooms.tryThresholds}</Button>
        )}
      </div>
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      <Table<Criterion>
        size="small"
        rowKey="id"
        loading={!data && !error}
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
            render: (_, one) => `${whoText(one.proposedBy, words)} ${timeText(one.proposedAt)}`,
          },
          {
            title: words.rooms.decidedBy,
            render: (_, one) =>
              `${whoText(one.releasedBy ?? one.refusedBy ?? '', words)} ${timeText(one.releasedAt ?? one.refusedAt)}`,
          },
          {
            render: (_, one) => {
              if (!mayDecide(one))
                return (
                  one.state === 'proposed' && <span className="quiet">{words.rooms.waitsForAnother}</span>
                )
              return (
                <Space>
                  {(['release', 'refuse'] as const).map(decision => (
                    <Button key={decision} size="small" onClick={() => setAsked({ of: one, decision })}>
                      {words.rooms.decisions[decision]}
                    </Button>
                  ))}
                </Space>
              )
            },
          },
        ]}
      />
      {isTrying && data && <TrialDialog criteria={data.criteria} close={() => setTrying(false)} />}
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
  const words = useWords()
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
      <Form.Item>
        <CriterionPreview
          ask={query => dataOf(api.GET('/v1/criteria/{id}/preview', { params: { path: { id }, query } }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={[{ required: decision === 'refuse' }]}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialog>
  )
}
