import { App, Form, type FormProps, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useOnce } from '../api/once.ts'
import { useWords } from '../words/index.tsx'
import { ProblemNote } from './problem-note.tsx'

interface FormDialogProps<F> {
  readonly title: string
  readonly initial?: FormProps<F>['initialValues']
  /** Carries it out under a key that stays the same until it is answered */
  readonly send: (fields: F, key: string) => Promise<unknown>
  readonly close: () => void
  readonly done: () => void
  readonly children: ReactNode
}

/** Asks for what a command takes and carries it out; what was written stays until it is done. */
export const FormDialog = <F extends object>(asked: FormDialogProps<F>) => {
  const { title, initial, send, close, done, children } = asked
  const words = useWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<F>()
  const [error, setError] = useState<Error | null>(null)
  const [isSending, setSending] = useState(false)
  const once = useOnce()
  const carryOut = async (fields: F): Promise<void> => {
    setSending(true)
    setError(null)
    try {
      await once(key => send(fields, key))
      message.success(words.done)
      close()
      done()
    } catch (problem) {
      setError(problem as Error)
    } finally {
      setSending(false)
    }
  }
  return (
    <Modal
      open
      centered
      title={title}
      okText={words.send}
      cancelText={words.cancel}
      confirmLoading={isSending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<F>
        form={form}
        layout="vertical"
        initialValues={initial ?? {}}
        onFinish={fields => void carryOut(fields)}
      >
        {children}
      </Form>
      {/* Beside the button that was pressed: the beginning of a long form is out of sight. */}
      {error && <ProblemNote error={error} />}
    </Modal>
  )
}
