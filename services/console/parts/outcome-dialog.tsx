import { DatePicker, Form, Input, Radio, Select } from 'antd'
import type dayjs from 'dayjs'
import { api, type CaseView, dataOf, type Schemas, type Signature } from '../api/client.ts'
import { useWords } from '../words/index.tsx'
import { FormDialog } from './form-dialog.tsx'

interface OutcomeDialogProps {
  readonly view: CaseView
  readonly close: () => void
  readonly done: () => void
}

type Outcome = Schemas['ChargeOutcome']

interface Fields {
  readonly signature: Signature
  readonly outcome: Outcome
  readonly cause?: Schemas['DismissalCause']
  readonly note?: string
  readonly inspectedOn?: dayjs.Dayjs
  readonly passedTo?: string
}

/** What a check found of a charge, from a closed list; the last of them closes the case. */
export const OutcomeDialog = ({ view, close, done }: OutcomeDialogProps) => {
  const words = useWords()
  const open = view.charges.filter(({ outcomes }) => outcomes.every(one => one.lapsed || !one.final))
  return (
    <FormDialog<Fields>
      title={`${words.recordOutcome} · ${view.number}`}
      initial={{ signature: (open[0] ?? view.charges[0])?.signature, outcome: 'confirmed' }}
      send={(fields, key) => record(view.id, fields, key)}
      close={close}
      done={done}
    >
      <Form.Item name="signature" label={words.outcomeOf}>
        <Select
          options={view.charges.map(({ signature: value }) => ({ value, label: words.signatures[value] }))}
        />
      </Form.Item>
      <Form.Item name="outcome" label={words.outcome}>
        <Radio.Group
          options={(Object.keys(words.outcomes) as Outcome[]).map(value => ({
            value,
            label: words.outcomes[value],
          }))}
        />
      </Form.Item>
      <AsksOfOutcome />
      <Form.Item name="inspectedOn" label={words.inspectedOn}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="note" label={words.note} rules={[{ required: true, message: words.reasonNeeded }]}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialog>
  )
}

/** What only one outcome asks for: of a dismissal its cause, of what is passed on to whom. */
const AsksOfOutcome = () => {
  const words = useWords()
  const outcome: Outcome | undefined = Form.useWatch('outcome')
  return (
    <>
      {outcome === 'dismissed' && (
        <Form.Item name="cause" label={words.cause} rules={[{ required: true }]}>
          <Select
            options={(Object.keys(words.causes) as (keyof typeof words.causes)[]).map(value => ({
              value,
              label: words.causes[value],
            }))}
          />
        </Form.Item>
      )}
      {outcome === 'passed-on' && (
        <Form.Item name="passedTo" label={words.passedTo} rules={[{ required: true }]}>
          <Input />
        </Form.Item>
      )}
    </>
  )
}

const record = (
  id: string,
  { signature, inspectedOn, outcome, note = '', cause, passedTo }: Fields,
  key: string,
): Promise<unknown> =>
  dataOf(
    api.POST('/v1/cases/{id}/charges/{signature}/outcome', {
      params: { path: { id, signature }, header: { 'Idempotency-Key': key } },
      body: {
        outcome,
        note,
        cause: outcome === 'dismissed' ? (cause ?? null) : null,
        inspectedOn: inspectedOn?.format('YYYY-MM-DD') ?? null,
        metRunning: null,
        ...(outcome === 'passed-on' ? { passedTo: passedTo ?? '' } : {}),
      },
    }),
  )
