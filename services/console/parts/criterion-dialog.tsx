import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { api, dataOf, type Level, type Schemas, type Signature } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'
import { FormDialog } from './form-dialog.tsx'
import { ProblemNote } from './problem-note.tsx'
import { dateText, dayPlus } from './times.ts'

const LEVELS = ['red', 'orange', 'yellow'] as const satisfies readonly Level[]
const NAMES = ['yellowFrom', 'orangeFrom', 'redFrom'] as const
const BACK_DAYS = 30
const FIRST = 'induction-furnace'

interface Fields {
  readonly signature: Signature
  readonly yellowFrom: number
  readonly orangeFrom: number
  readonly redFrom: number
  readonly validFrom: dayjs.Dayjs
  readonly reason: string
}

type Criterion = Schemas['CriterionView']

interface CriterionDialogProps {
  readonly criteria: readonly Criterion[]
  readonly close: () => void
  readonly done: () => void
}

/** Proposes thresholds; what they would have made of the last weeks is shown before. */
export const CriterionDialog = ({ criteria, close, done }: CriterionDialogProps) => {
  const words = useWords()
  const { abilities } = useMe()
  return (
    <FormDialog<Fields>
      title={words.rooms.propose}
      initial={{
        ...{ signature: FIRST, ...standingOf(criteria, FIRST) },
        validFrom: dayjs().add(7, 'day'),
      }}
      close={close}
      done={done}
      send={({ validFrom, ...rest }, key) =>
        dataOf(
          api.POST('/v1/criteria', {
            params: { header: { 'Idempotency-Key': key } },
            body: { ...rest, validFrom: validFrom.format('YYYY-MM-DD') },
          }),
        )
      }
    >
      <SignatureField criteria={criteria} />
      {NAMES.map(name => (
        <Form.Item key={name} name={name} label={words.rooms.thresholds[name]} rules={[{ required: true }]}>
          <InputNumber min={0.5} max={1} step={0.01} />
        </Form.Item>
      ))}
      {abilities.includes('openings.read') && <Preview />}
      <Form.Item name="validFrom" label={words.rooms.validFrom} rules={[{ required: true }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={[{ required: true }]}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialog>
  )
}

/** The thresholds that were released last for a signature: what a proposal begins with. */
const standingOf = (criteria: readonly Criterion[], signature: Signature) => {
  const standing = criteria.findLast(one => one.signature === signature && one.state === 'released')
  return standing && Object.fromEntries(NAMES.map(name => [name, standing[name]]))
}

const SignatureField = ({ criteria }: { readonly criteria: readonly Criterion[] }) => {
  const words = useWords()
  const form = Form.useFormInstance<Fields>()
  return (
    <Form.Item name="signature" label={words.signature}>
      <Select
        options={(Object.keys(words.signatures) as Signature[]).map(value => ({
          value,
          label: words.signatures[value],
        }))}
        onChange={(signature: Signature) => form.setFieldsValue(standingOf(criteria, signature) ?? {})}
      />
    </Form.Item>
  )
}

/** Of what stands in the form now; nothing is changed by it. */
const Preview = () => {
  const words = useWords()
  const form = Form.useFormInstance<Fields>()
  const [answer, setAnswer] = useState<Schemas['OpeningPreview'] | Error | null>(null)
  const [isAsking, setAsking] = useState(false)
  const ask = async (): Promise<void> => {
    setAsking(true)
    const { signature, yellowFrom, orangeFrom, redFrom } = form.getFieldsValue()
    const to = dateText(new Date().toISOString())
    setAnswer(
      await dataOf(
        api.POST('/v1/criteria/preview', {
          params: { query: { from: dayPlus(to, -BACK_DAYS), to } },
          body: { signature, yellowFrom, orangeFrom, redFrom },
        }),
      ).catch((error: Error) => error),
    )
    setAsking(false)
  }
  return (
    <Form.Item>
      <Button loading={isAsking} onClick={() => void ask()}>
        {words.rooms.preview(BACK_DAYS)}
      </Button>
      {answer instanceof Error && <ProblemNote error={answer} />}
      {answer && !(answer instanceof Error) && (
        <output>
          <p>
            {words.rooms.opens} {answer.opens} · {words.rooms.opensNoLonger} {answer.opensNoLonger} ·{' '}
            {words.rooms.changesLevel} {answer.changesLevel}
          </p>
          <p className="quiet">
            {LEVELS.map(
              level => `${words.levels[level]} ${answer.before[level]} → ${answer.after[level]}`,
            ).join(' · ')}
          </p>
        </output>
      )}
    </Form.Item>
  )
}
