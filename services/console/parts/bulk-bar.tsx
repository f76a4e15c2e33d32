import { Button, Space } from 'antd'
import { useState } from 'react'
import type { CaseAction, CaseSummary } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'
import type { Act } from './act-dialog.tsx'
import { ActDialog, OutcomeDialog } from './dialogs.tsx'
import { WholeCase } from './whole-case.tsx'

const ORDER = [
  ...(['submit', 'release', 'return', 'inspect', 'outcome', 'assign', 'comment'] as const),
  ...(['snooze', 'wake', 'urge'] as const),
] satisfies readonly CaseAction[]
type Offered = (typeof ORDER)[number]

interface BulkBarProps {
  readonly chosen: readonly CaseSummary[]
  readonly clear: () => void
  readonly done: () => void
}

/** One deed with one reason for all that are chosen; what was found is told of one case at a time. */
export const BulkBar = ({ chosen, clear, done }: BulkBarProps) => {
  const words = useWords()
  const { actions } = useMe()
  const [act, setAct] = useState<Offered | null>(null)
  const close = (): void => setAct(null)
  const finish = (): void => {
    clear()
    done()
  }
  const offered = ORDER.filter(name =>
    chosen.some(one => actions.some(({ action, states }) => action === name && states.includes(one.state))),
  ).filter(name => fits(name, chosen))
  if (chosen.length === 0) return null
  return (
    <Space wrap className="toolbar" role="toolbar" aria-label={words.act}>
      <strong>{words.chosen(chosen.length)}</strong>
      {offered.map(name => (
        <Button key={name} size="small" onClick={() => setAct(name)}>
          {words.actions[name]}
        </Button>
      ))}
      <Button size="small" type="link" onClick={clear}>
        {words.cancel}
      </Button>
      {act === 'outcome' && (
        <WholeCase number={chosen[0]!.number} close={close}>
          {view => <OutcomeDialog view={view} close={close} done={finish} />}
        </WholeCase>
      )}
      {act !== null && act !== 'outcome' && (
        <ActDialog act={act as Act} targets={chosen} close={close} done={finish} />
      )}
    </Space>
  )
}

const fits = (name: Offered, chosen: readonly CaseSummary[]): boolean => {
  if (name === 'outcome') return chosen.length === 1
  if (name === 'wake') return chosen.some(({ snoozedUntil }) => snoozedUntil !== null)
  return true
}
