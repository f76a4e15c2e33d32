import { Checkbox, Form } from 'antd'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { useWords } from '../words/index.tsx'
import { FormDialog } from './form-dialog.tsx'

/** Which entries are meant: these, or those that a filter finds. */
type Replayed = Pick<Schemas['ReplayBody'], 'reason' | 'source' | 'text' | 'ids'>

interface ReplayDialogProps {
  readonly of: Replayed
  /** The same in words */
  readonly meant: string
  readonly show: (answer: Schemas['ReplayAnswer']) => void
  readonly close: () => void
  readonly done: () => void
}

/** Takes entries of the reject book in again; says which before. */
export const ReplayDialog = ({ of, meant, show, close, done }: ReplayDialogProps) => {
  const words = useWords()
  return (
    <FormDialog<{ backfill?: boolean }>
      title={words.rooms.takeInAgain}
      close={close}
      done={done}
      send={async ({ backfill = false }, key) =>
        show(
          await dataOf(
            api.POST('/v1/rejects/replay', {
              params: { header: { 'Idempotency-Key': key } },
              body: { ...of, backfill },
            }),
          ),
        )
      }
    >
      <p>{words.rooms.takeInAgainHint}</p>
      <p>
        <strong className="detail">{meant}</strong>
      </p>
      <Form.Item name="backfill" valuePropName="checked">
        <Checkbox>{words.rooms.backfill}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
