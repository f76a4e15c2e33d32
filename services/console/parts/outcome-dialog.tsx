import { App, DatePicker, Form, Input, Modal, Radio, Select } from 'antd'
import type dayjs from 'dayjs'
import { useState } from 'react'
import { api, type CaseView, dataOf, type Schemas, type Signature } from '../api/client.ts'
import { useOnce } from '../api/once.ts'
import { useWords } from '../words/index.tsx'
import { ProblemNote } from './problem-note.tsx'

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
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const outcome = Form.useWatch('outcome', form)
  const [error, setError] = useState<Error | null>(null)
  const [isSending, setSending] = useState(false)
  const once = useOnce()
  const open = view.charges.filter(({ outcomes }) => outcomes.every(one => one.lapsed || !one.final))
  const send = async (fields: Fields): Promise<void> => {
    setSending(true)
    setError(null)
    try {
      await once(key => record(view.id, fields, key))
      message.success(words.done)
      done()
      close()
    } catch (problem) {
      setError(problem as Error)
    } finally {
      setSending(false)
    }
  }
  return (
    <Modal
      open
      title={`${words.recordOutcome} · ${view.number}`}
      okText={words.send}
      cancelText={words.cancel}
      confirmLoading={isSending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      {error && <ProblemNote error={error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ signature: (open[0] ?? view.charges[0])?.signature, outcome: 'confirmed' }}
        onFinish={fields => void send(fields)}
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
        <Form.Item name="inspectedOn" label={words.inspectedOn}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="note" label={words.note} rules={[{ required: true, message: words.reasonNeeded }]}>
          <Input.TextArea rows={3} />
        </Form.Item>
      </Form>
    </Modal>
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
