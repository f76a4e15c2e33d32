import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Segmented, Space } from 'antd'
import { useState } from 'react'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { useOnce } from '../../api/once.ts'
import { FileChoice } from '../../parts/file-choice.tsx'
import { useSpoken } from '../../words/index.tsx'
import { DocumentFields, type DocumentGiven } from './document-fields.tsx'
import { Verdict } from './faults.tsx'
import { KINDS } from './kinds.ts'

type Kind = (typeof KINDS)[number]
type Answer = Schemas['PriceTableAnswer']

interface Fields extends DocumentGiven {
  readonly reason?: string
}

/** A table of rules, lines of a decision, assessments or notices: tried first, then put up whole or not at all. */
const ImportTable = ({ close }: { readonly close: () => void }) => {
  const { words, language } = useSpoken()
  const { pricingPage } = words
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [kind, setKind] = useState<Kind>('decision')
  const [file, setFile] = useState<File | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const [isSending, setSending] = useState(false)
  const once = useOnce()
  const forget = (): void => {
    setAnswer(null)
    setError(null)
  }
  const putUp = (table: File, fields: Fields): Promise<Answer> =>
    once(key => sendTable(table, kind, fields, key))
  const send = async (dryRun: boolean): Promise<void> => {
    if (!file) return
    setSending(true)
    forget()
    try {
      const told = dryRun
        ? await sendTable(file, kind, form.getFieldsValue())
        : await putUp(file, await form.validateFields())
      setAnswer(told)
      if (told.change) {
        message.success(pricingPage.putUp(told.change.id))
        await client.invalidateQueries({ queryKey: ['price-changes'] })
        close()
      }
    } catch (problem) {
      // What is not filled in says so at its field.
      if (problem instanceof Error) setError(problem)
    } finally {
      setSending(false)
    }
  }
  const isClean = answer !== null && answer.faultCount === 0
  return (
    <Modal
      open
      width={900}
      maskClosable={false}
      keyboard={false}
      style={{ top: 24 }}
      title={pricingPage.uploadTable}
      onCancel={close}
      footer={
        <Space>
          <Button onClick={close}>{words.cancel}</Button>
          <Button loading={isSending} disabled={!file} onClick={() => void send(true)}>
            {pricingPage.dryRun}
          </Button>
          <Button type="primary" loading={isSending} disabled={!isClean} onClick={() => void send(false)}>
            {pricingPage.putUpForRelease}
          </Button>
        </Space>
      }
    >
      <div className="stack">
        <Segmented<Kind>
          value={kind}
          options={KINDS.map(value => ({ value, label: pricingPage.kinds[value] }))}
          onChange={value => {
            setKind(value)
            forget()
          }}
        />
        <span>
          {pricingPage.template}{' '}
          {(['xlsx', 'csv'] as const).map(format => (
            <a
              key={format}
              href={`/v1/pricing/changes/template?${new URLSearchParams({ kind, format, lang: language })}`}
              download
            >
              {format.toUpperCase()}{' '}
            </a>
          ))}
        </span>
        <FileChoice
          label={pricingPage.file}
          accept=".csv,.xlsx,.gz"
          choose={([chosen]) => {
            setFile(chosen ?? null)
            forget()
          }}
        />
        <Form form={form} layout="vertical" disabled={isSending}>
          {kind === 'decision' && <p className="quiet">{pricingPage.documentHint}</p>}
          {kind === 'decision' && <DocumentFields isNeeded={false} />}
          <Form.Item
            name="reason"
            label={pricingPage.whyPutUp}
            rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
          >
            <Input.TextArea rows={2} />
          </Form.Item>
        </Form>
        {answer && <strong>{pricingPage.rowsRead(answer.rows, answer.faultCount)}</strong>}
        <Verdict error={error} preview={answer} />
      </div>
    </Modal>
  )
}
export default ImportTable

/** Without a key it is only tried. */
const sendTable = (
  file: File,
  kind: Kind,
  { issuedOn, ...fields }: Fields,
  key?: string,
): Promise<Answer> => {
  const document = kind === 'decision' ? { ...fields, issuedOn: issuedOn?.format('YYYY-MM-DD') } : fields
  const told = Object.fromEntries(Object.entries(document).filter(([, value]) => value?.trim()))
  return dataOf(
    api.POST('/v1/pricing/changes/import', {
      params: {
        query: { kind, ...told, ...(key === undefined ? { dryRun: 'true' as const } : {}) },
        header: key === undefined ? {} : { 'Idempotency-Key': key },
      },
      headers: { 'content-type': 'application/octet-stream' },
      // The bytes go as they are; its type speaks of text alone.
      body: '',
      bodySerializer: () => file,
    }),
  )
}
