import { Alert, Button } from 'antd'
import { ProblemAnswer } from '../api/client.ts'
import { useWords } from '../words/index.tsx'

interface ProblemNoteProps {
  readonly error: Error
  readonly again?: () => void
}

/** What went wrong in the one sentence of the service, and a way to try again. */
export const ProblemNote = ({ error, again }: ProblemNoteProps) => {
  const words = useWords()
  const problem = error instanceof ProblemAnswer ? error.problem : null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={problem?.detail ?? words.unreached}
      description={problem && `${words.problemId}: ${problem.id}`}
      action={again && <Button onClick={again}>{words.again}</Button>}
    />
  )
}
