import { App, DatePicker, Form, Input, Modal, Select } from 'antd'
import type dayjs from 'dayjs'
import { useRef, useState } from 'react'
import { api, type CaseView, dataOf, type Schemas } from '../api/client.ts'
import { useOnce } from '../api/once.ts'
import { useWords } from '../words/index.tsx'
import { ProblemNote } from './problem-note.tsx'
import { uploadFile } from './upload-file.ts'

interface AnswerDialogProps {
  readonly view: CaseView
  readonly close: () => void
  readonly done: () => void
}

type Found = Schemas['FeedbackFound']
type Measure = Schemas['Measure']

interface Fields {
  readonly found: Record<string, Found>
  readonly measures?: Measure[]
  readonly inspectedOn?: dayjs.Dayjs
  readonly note?: string
}

/** What a district reports back: found what of each charge, measures, the day, a note, files. */
export const AnswerDialog = ({ view, close, done }: AnswerDialogProps) => {
  const words = useWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [error, setError] = useState<Error | null>(null)
  const [isSending, setSending] = useState(false)
  const [files, setFiles] = useState<readonly File[]>([])
  // Those that arrived are not sent again when the rest is.
  const sent = useRef(new Map<File, string>())
  const once = useOnce()
  const send = async ({ found, measures = [], inspectedOn, note = '' }: Fields): Promise<void> => {
    setSending(true)
    setError(null)
    try {
      for (const file of files) {
        if (!sent.current.has(file)) sent.current.set(file, (await uploadFile(view.id, file, false)).id)
      }
      await once(key =>
        dataOf(
          api.POST('/v1/cases/{id}/answer', {
            params: { path: { id: view.id }, header: { 'Idempotency-Key': key } },
            body: {
              found: view.charges.map(({ signature }) => ({ signature, found: found[signature]!, text: '' })),
              measures,
              inspectedOn: inspectedOn?.format('YYYY-MM-DD') ?? null,
              note,
              fileIds: files.map(file => sent.current.get(file)!),
              reason: '',
              version: view.version,
            },
          }),
        ),
      )
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
      title={`${words.answerCase} · ${view.number}`}
      okText={words.send}
      cancelText={words.cancel}
      confirmLoading={isSending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      {error && <ProblemNote error={error} />}
      <p className="quiet">{words.answerHint}</p>
      <Form<Fields> form={form} layout="vertical" onFinish={fields => void send(fields)}>
        {view.charges.map(({ signature }) => (
          <Form.Item
            key={signature}
            name={['found', signature]}
            label={`${words.found} · ${words.signatures[signature]}`}
            rules={[{ required: true }]}
          >
            <Select
              options={(Object.keys(words.foundNames) as Found[]).map(value => ({
                value,
                label: words.foundNames[value],
              }))}
            />
          </Form.Item>
        ))}
        <Form.Item name="measures" label={words.measures}>
          <Select
            mode="multiple"
            options={(Object.keys(words.measureNames) as Measure[]).map(value => ({
              value,
              label: words.measureNames[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="inspectedOn" label={words.inspectedOn}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="note" label={words.note}>
          <Input.TextArea rows={3} />
        </Form.Item>
        <Form.Item label={words.files} htmlFor="answer-files">
          <input
            id="answer-files"
            type="file"
            multiple
            onChange={({ target }) => setFiles([...(target.files ?? [])])}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
