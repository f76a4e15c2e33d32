import { DatePicker, Form, Input, Select } from 'antd'
import type dayjs from 'dayjs'
import { useRef, useState } from 'react'
import { api, type CaseView, dataOf, type Schemas } from '../api/client.ts'
import { useWords } from '../words/index.tsx'
import { FileChoice } from './file-choice.tsx'
import { FormDialog } from './form-dialog.tsx'
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
  const [files, setFiles] = useState<readonly File[]>([])
  // Those that arrived are not sent again when the rest is.
  const sent = useRef(new Map<File, string>())
  const send = async (
    { found, measures = [], inspectedOn, note = '' }: Fields,
    key: string,
  ): Promise<unknown> => {
    for (const file of files) {
      if (!sent.current.has(file)) sent.current.set(file, (await uploadFile(view.id, file, false)).id)
    }
    return dataOf(
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
    )
  }
  return (
    <FormDialog<Fields> title={`${words.answerCase} · ${view.number}`} send={send} close={close} done={done}>
      <p className="quiet">{words.answerHint}</p>
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
      <Form.Item label={words.files}>
        <FileChoice label={words.upload} multiple choose={setFiles} />
      </Form.Item>
    </FormDialog>
  )
}
