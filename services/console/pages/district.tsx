import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Empty, Space } from 'antd'
import { useState } from 'react'
import { api, type CaseAction, type CaseSummary, dataOf } from '../api/client.ts'
import { useEvents } from '../api/live.tsx'
import type { Act } from '../parts/act-dialog.tsx'
import { CaseLink } from '../parts/case-link.tsx'
import { ActDialog, AnswerDialog } from '../parts/dialogs.tsx'
import { LevelTag } from '../parts/level-tag.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { dateText } from '../parts/times.ts'
import { Waiting } from '../parts/waiting.tsx'
import { WholeCase } from '../parts/whole-case.tsx'
import { useWords } from '../words/index.tsx'

const CASES = 500

/** What a state asks of a district next. */
const STEPS = [
  { state: 'reported', act: 'acknowledge' },
  { state: 'acknowledged', act: 'handle' },
  { state: 'handling', act: 'answer' },
  { state: 'answered', act: null },
  { state: 'closed', act: null },
] as const satisfies readonly { state: CaseSummary['state']; act: CaseAction | null }[]

/** The cases a district was told of, by what they ask of it next. */
const District = () => {
  const words = useWords()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['cases', 'district'],
    queryFn: () => dataOf(api.GET('/v1/cases', { params: { query: { limit: CASES, sort: 'due' } } })),
  })
  const [asked, setAsked] = useState<{ act: CaseAction; of: CaseSummary } | null>(null)
  useEvents(() => void refetch())
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  const close = (): void => setAsked(null)
  const done = (): void => void client.invalidateQueries({ queryKey: ['cases'] })
  return (
    <section aria-label={words.district}>
      {data.cases.length === 0 && <Empty description={words.nothingHere} />}
      <div className="lanes">
        {STEPS.map(({ state, act }) => (
          <Lane
            key={state}
            title={words.states[state]}
            cases={data.cases.filter(one => one.state === state)}
            step={act}
            ask={of => act && setAsked({ act, of })}
          />
        ))}
      </div>
      {asked?.act === 'answer' && (
        <WholeCase number={asked.of.number} close={close}>
          {view => <AnswerDialog view={view} close={close} done={done} />}
        </WholeCase>
      )}
      {asked && asked.act !== 'answer' && (
        <ActDialog act={asked.act as Act} targets={[asked.of]} close={close} done={done} />
      )}
    </section>
  )
}
export default District

interface LaneProps {
  readonly title: string
  readonly cases: readonly CaseSummary[]
  readonly step: CaseAction | null
  readonly ask: (of: CaseSummary) => void
}

const Lane = ({ title, cases, step, ask }: LaneProps) => {
  const words = useWords()
  return (
    <Card size="small" title={`${title} · ${cases.length}`}>
      <ul className="facts">
        {cases.map(one => (
          <li key={one.id}>
            <span className="sentence">
              <Space wrap size={6}>
                <LevelTag level={one.level} />
                <CaseLink number={one.number} />
              </Space>
              <br />
              {one.customerName}
              <br />
              <span className="quiet">
                {one.charges.map(({ signature }) => words.signatures[signature]).join('、')}
                {one.department !== '' && ` · ${one.department}`}
              </span>
              {one.dueAt && (
                <span className={Date.parse(one.dueAt) < Date.now() ? 'overdue' : 'quiet'}>
                  {' '}
                  · {words.due} {dateText(one.dueAt)}
                </span>
              )}
            </span>
            {step && (
              <Button size="small" type="primary" onClick={() => ask(one)}>
                {words.actions[step]}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {cases.length === 0 && <span className="quiet">{words.nothingHere}</span>}
    </Card>
  )
}
