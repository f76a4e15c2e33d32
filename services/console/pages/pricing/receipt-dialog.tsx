import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { useOnce } from '../../api/once.ts'
import { FileChoice } from '../../parts/file-choice.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useWords } from '../../words/index.tsx'

interface ReceiptDialogProps {
  readonly of: Schemas['HandOver']
  readonly close: () => void
  readonly done: () => void
}

interface Fields {
  readonly sha256?: string
  readonly note?: string
}

/** Puts down what arrived by the digest of the very file, which the browser reckons where it may. */
export const ReceiptDialog = ({ of, close, done }: ReceiptDialogProps) => {
  const words = useWords()
  const { pricingPage } = words
  const [form] = Form.useForm<Fields>()
  const [error, setError] = useState<Error | null>(null)
  const [isSending, setSending] = useState(false)
  const once = useOnce()
  const send = async (): Promise<void> => {
    setSending(true)
    setError(null)
    const { sha256 = '', note = '' } = form.getFieldsValue()
    try {
      await once(key =>
        dataOf(
          api.POST('/v1/pricing/hand-overs/{id}/received', {
            params: { path: { id: of.id }, header: { 'Idempotency-Key': key } },
            body: { sha256: sha256.trim(), note },
          }),
        ),
      )
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
      title={`${pricingPage.receive} · ${of.id}`}
      okText={words.send}
      cancelText={words.cancel}
      confirmLoading={isSending}
      onOk={() => void send()}
      onCancel={close}
      maskClosable={false}
    >
      {error && <ProblemNote error={error} />}
      <Form form={form} layout="vertical">
        {/* Browsers reckon digests on a secure origin only. */}
        {isSecureContext && (
          <Form.Item label={pricingPage.fileThatArrived}>
            <FileChoice
              label={pricingPage.chooseFile}
              choose={([file]) =>
                file && void digestOf(file).then(sha256 => form.setFieldsValue({ sha256 }), setError)
              }
            />
          </Form.Item>
        )}
        <Form.Item name="sha256" label="SHA-256">
          <Input spellCheck={false} />
        </Form.Item>
        <Form.Item name="note" label={words.note}>
          <Input.TextArea rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

const digestOf = async (file: File): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
