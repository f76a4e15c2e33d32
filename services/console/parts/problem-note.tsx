import { Alert, Button } from 'antd'
import { type Problem, ProblemAnswer } from '../api/client.ts'
import { useWords, type Words } from '../words/index.tsx'
import { deedOf } from './deeds.ts'
import { timeText } from './times.ts'

interface ProblemNoteProps {
  readonly error: Error
  readonly again?: () => void
}

/** What went wrong: its kind in the language spoken, the one sentence of the service, and a way to try again. */
export const ProblemNote = ({ error, again }: ProblemNoteProps) => {
  const words = useWords()
  const problem = error instanceof ProblemAnswer ? error.problem : null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={problem ? words.problems[problem.code] : words.unreached}
      description={problem && <Detail problem={problem} />}
      action={again && <Button onClick={again}>{words.again}</Button>}
    />
  )
}

const Detail = ({ problem: { detail, changes = [], id } }: { readonly problem: Problem }) => {
  const words = useWords()
  return (
    <>
      {detail}
      <ul className="plain">
        {changes.map(({ version, at, actor, action, reason }) => (
          <li key={version}>
            {timeText(at)} {actor} {deedOf(words, action)} {reason}
          </li>
        ))}
      </ul>
      <span className="quiet">
        {words.problemId}: {id}
      </span>
    </>
  )
}

/** The same in one line, for what is told in passing. */
export const problemText = (words: Words, error: unknown): string =>
  error instanceof ProblemAnswer
    ? `${words.problems[error.problem.code]}: ${error.problem.detail}`
    : words.unreached
