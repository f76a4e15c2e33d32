import { Button, Card, Space } from 'antd'
import { useState } from 'react'
import type { CaseAction, CaseView } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'
import type { Act } from './act-dialog.tsx'
import { ActDialog, AnswerDialog, OutcomeDialog } from './dialogs.tsx'

interface CaseActionsProps {
  readonly view: CaseView
  readonly done: () => void
}

/** What moves the case on comes first and stands out. */
const MOVING: readonly CaseAction[] = ['release', 'submit', 'acknowledge', 'handle', 'answer', 'inspect']

/** Everything the service says that who is signed in may do now; nothing else is offered. */
export const CaseActions = ({ view, done }: CaseActionsProps) => {
  const words = useWords()
  const { account } = useMe()
  const [act, setAct] = useState<CaseAction | null>(null)
  const close = (): void => setAct(null)
  const offered = view.next.toSorted((a, b) => rank(a) - rank(b))
  const first = offered.find(action => MOVING.includes(action))
  const target = { id: view.id, number: view.number, version: view.version }
  return (
    <Card size="small" title={words.act} className="actions">
      <Space wrap>
        {offered.map(action => (
          <Button key={action} type={action === first ? 'primary' : 'default'} onClick={() => setAct(action)}>
            {words.actions[action]}
          </Button>
        ))}
      </Space>
      <p className="quiet">
        {words.assignee}: {view.assignee ?? words.nobody}
        {view.assignee === account.name ? ' ✓' : ''}
      </p>
      {act === 'outcome' && <OutcomeDialog view={view} close={close} done={done} />}
      {act === 'answer' && <AnswerDialog view={view} close={close} done={done} />}
      {act !== null && act !== 'outcome' && act !== 'answer' && (
        <ActDialog act={act as Act} targets={[target]} close={close} done={done} />
      )}
    </Card>
  )
}

const rank = (action: CaseAction): number => {
  const i = MOVING.indexOf(action)
  return i === -1 ? MOVING.length : i
}
