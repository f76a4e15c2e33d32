import { App, Button, DatePicker, Form, Input, Modal, Radio } from 'antd'
import type dayjs from 'dayjs'
import { useState } from 'react'
import { api, commandKey, dataOf, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useOnce } from '../api/once.ts'
import { useWords, type Words } from '../words/index.tsx'
import { ProblemNote, problemText } from './problem-note.tsx'
import { clockText } from './times.ts'

/** What one reason is enough for, on one case or on many. */
export type Act = Schemas['BulkAction']
type BulkBody = Schemas['BulkBodyInput']
type Result = Schemas['BulkAnswer']['results'][number]

/** A case as it was looked at: a command on another version is refused, so nothing in progress is overwritten. */
export interface Target {
  readonly id: string
  readonly number: string
  readonly version: number
}

interface ActDialogProps {
  readonly act: Act
  readonly targets: readonly Target[]
  readonly close: () => void
  readonly done: () => void
}

interface Fields {
  readonly reason?: string
  readonly to?: string
  readonly text?: string
  readonly audience?: 'internal' | 'all'
  readonly until?: dayjs.Dayjs
  readonly department?: string
}

const FIELDS_OF: Partial<Record<Act, readonly (keyof Fields)[]>> = {
  assign: ['to', 'reason'],
  comment: ['text', 'audience'],
  snooze: ['until', 'reason'],
  pass: ['department', 'reason'],
}

/** Asks for what an action takes and carries it out; what was written stays until it is done. */
export const ActDialog = ({ act, targets, close, done }: ActDialogProps) => {
  const words = useWords()
  const { account } = useMe()
  const tell = useTold(done)
  const [form] = Form.useForm<Fields>()
  const [error, setError] = useState<Error | null>(null)
  const [refused, setRefused] = useState<readonly Result[]>([])
  const [isSending, setSending] = useState(false)
  const once = useOnce()
  const fields = FIELDS_OF[act] ?? ['reason']
  const send = async (): Promise<void> => {
    setSending(true)
    setError(null)
    try {
      const { results } = await once(key => carryOut(act, targets, form.getFieldsValue(), key))
      const notDone = results.filter(one => one.refused)
      setRefused(notDone)
      tell(act, results)
      if (notDone.length === 0) close()
    } catch (problem) {
      setError(problem as Error)
    } finally {
      setSending(false)
    }
  }
  return (
    <Modal
      open
      title={`${words.actions[act]} · ${targets.length === 1 ? targets[0]!.number : words.chosen(targets.length)}`}
      okText={words.send}
      cancelText={words.cancel}
      confirmLoading={isSending}
      onOk={() => void send()}
      onCancel={close}
    >
      {error && <ProblemNote error={error} />}
      <RefusedList refused={refused} targets={targets} />
      <Form form={form} layout="vertical" initialValues={{ to: account.name, audience: 'internal' }}>
        {fields.map(name => (
          <Field key={name} name={name} words={words} />
        ))}
      </Form>
    </Modal>
  )
}

const Field = ({ name, words }: { readonly name: keyof Fields; readonly words: Words }) => {
  switch (name) {
    case 'to':
      return (
        <Form.Item name="to" label={words.assignTo}>
          <Input />
        </Form.Item>
      )
    case 'text':
      return (
        <Form.Item name="text" label={words.commentText}>
          <Input.TextArea rows={4} autoFocus />
        </Form.Item>
      )
    case 'audience':
      return (
        <Form.Item name="audience" label={words.audience}>
          <Radio.Group
            options={[
              { value: 'internal', label: words.audienceInternal },
              { value: 'all', label: words.audienceAll },
            ]}
          />
        </Form.Item>
      )
    case 'until':
      return (
        <Form.Item name="until" label={words.until}>
          <DatePicker />
        </Form.Item>
      )
    case 'department':
      return (
        <Form.Item name="department" label={words.department} extra={words.departmentHint}>
          <Input />
        </Form.Item>
      )
    case 'reason':
      return (
        <Form.Item name="reason" label={words.reason}>
          <Input.TextArea rows={3} autoFocus />
        </Form.Item>
      )
  }
}

const RefusedList = ({
  refused,
  targets,
}: {
  readonly refused: readonly Result[]
  readonly targets: readonly Target[]
}) => {
  const words = useWords()
  if (refused.length === 0) return null
  return (
    <section role="alert">
      <h3>{words.refusedBecause}</h3>
      <ul>
        {refused.map(({ caseId, refused: why }) => (
          <li key={caseId}>
            {targets.find(({ id }) => id === caseId)?.number ?? caseId}:{' '}
            {why && `${words.problems[why.code]}: ${why.detail}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

const carryOut = (
  action: Act,
  targets: readonly Target[],
  { until, ...fields }: Fields,
  key: string,
): Promise<Schemas['BulkAnswer']> => {
  const body: BulkBody = {
    action,
    ids: targets.map(({ id }) => id),
    versions: Object.fromEntries(targets.map(({ id, version }) => [id, version])),
    reason: '',
    ...fields,
    ...(until ? { until: until.format('YYYY-MM-DD') } : {}),
    ...(action === 'pass' ? { department: fields.department ?? '' } : {}),
  }
  return dataOf(api.POST('/v1/cases/bulk', { body, params: { header: { 'Idempotency-Key': key } } }))
}

/** Says what was done, with a way to take it back as long as there is one. */
export const useTold = (done: () => void) => {
  const words = useWords()
  const { message } = App.useApp()
  return (act: Act, results: readonly Result[]): void => {
    const finished = results.flatMap(({ caseId, done: how }) => (how ? [{ caseId, ...how }] : []))
    done()
    if (finished.length === 0) return
    const undoable = finished.filter(({ undoableUntil }) => undoableUntil !== null)
    const undo = async (): Promise<void> => {
      message.destroy('done')
      const targets = undoable.map(({ caseId, version }) => ({ id: caseId, number: caseId, version }))
      await carryOut('undo', targets, {}, commandKey())
      done()
      message.success(words.undone)
    }
    const text = words.bulkDone(finished.length, results.length - finished.length)
    message.success({
      key: 'done',
      duration: act === 'undo' ? 3 : 8,
      content:
        undoable.length === 0 || act === 'undo' ? (
          text
        ) : (
          <>
            {words.actions[act]} · {text}{' '}
            <Button
              size="small"
              onClick={() => void undo().catch(problem => message.error(problemText(words, problem)))}
            >
              {words.undo}
            </Button>{' '}
            <span className="quiet">{words.undoUntil(clockText(undoable[0]!.undoableUntil!))}</span>
          </>
        ),
    })
  }
}
