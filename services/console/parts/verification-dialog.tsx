import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { useSpoken, useWords } from '../words/index.tsx'
import { ProblemNote } from './problem-note.tsx'
import { Waiting } from './waiting.tsx'

type Check = Schemas['VerificationCheck']

/** Every number of a case made anew of what is stored, step by step. */
export const VerificationDialog = ({ id, close }: { readonly id: string; readonly close: () => void }) => {
  const words = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['verification', id],
    gcTime: 0,
    queryFn: () => dataOf(api.GET('/v1/cases/{id}/verify', { params: { path: { id } } })),
  })
  return (
    <Modal open width={760} title={words.verify} footer={null} onCancel={close}>
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <p>
            <strong>{words.verdictSays[data.verdict]}</strong>
          </p>
          <ul className="facts">
            {data.checks.map(check => (
              <CheckLine key={`${check.name} ${check.signature}`} check={check} />
            ))}
          </ul>
        </>
      )}
    </Modal>
  )
}

const CheckLine = ({ check: { signature, verdict, sentence, differences } }: { readonly check: Check }) => {
  const { words, language } = useSpoken()
  return (
    <li>
      <span className={verdict === 'different' ? 'for' : ''}>{words.verdicts[verdict]}</span>
      <span className="sentence">
        {signature && `${words.signatures[signature]} · `}
        {sentence[language]}
        <ul className="plain">
          {differences.map(({ at, stored, rebuilt }) => (
            <li key={at}>
              {at}: {stored} → {rebuilt}
            </li>
          ))}
        </ul>
      </span>
    </li>
  )
}
