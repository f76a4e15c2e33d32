import { useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Form, Input, Modal, Segmented, Space } from 'antd'
import type dayjs from 'dayjs'
import { useState } from 'react'
import { api, commandKey, dataOf, type Schemas } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useSpoken } from '../../words/index.tsx'
import { Effect, Faults, faultsOf } from './faults.tsx'
import { KINDS } from './kinds.ts'

type Kind = (typeof KINDS)[number]
type Answer = Schemas['PriceTableAnswer']

interface Fields {
  readonly reason?: string
  readonly documentNo?: string
  readonly title?: string
  readonly issuer?: string
  readonly issuedOn?: dayjs.Dayjs | null
  readonly restsOn?: string
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
  const send = async (dryRun: boolean): Promise<void> => {
    if (!file) return
    setSending(true)
    setError(null)
    setAnswer(null)
    try {
      const told = await putUp(file, kind, form.getFieldsValue(), dryRun)
      setAnswer(told)
      if (told.change) {
        message.success(pricingPage.putUp(told.change.id))
        await client.invalidateQueries({ queryKey: ['price-changes'] })
        close()
      }
    } catch (problem) {
      setError(problem as Error)
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
            setAnswer(null)
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
        <input
          type="file"
          aria-label={pricingPage.file}
          accept=".csv,.xlsx,.gz"
          onChange={event => {
            setFile(event.target.files?.[0] ?? null)
            setAnswer(null)
          }}
        />
        <Form form={form} layout="vertical" disabled={isSending}>
          {kind === 'decision' && <DocumentFields />}
          <Form.Item name="reason" label={pricingPage.whyPutUp}>
            <Input.TextArea rows={2} />
          </Form.Item>
        </Form>
        {error && <ProblemNote error={error} />}
        <Faults title={pricingPage.faults} faults={faultsOf(error)} />
        {answer && (
          <>
            <p>{pricingPage.rowsRead(answer.rows, answer.faultCount)}</p>
            <Faults title={pricingPage.faults} faults={answer.faults} />
            <Faults title={pricingPage.warnings} faults={answer.warnings} />
            <Effect effect={answer.effect} />
          </>
        )}
      </div>
    </Modal>
  )
}
export default ImportTable

const putUp = (file: File, kind: Kind, { issuedOn, ...fields }: Fields, dryRun: boolean): Promise<Answer> => {
  const document = kind === 'decision' ? { ...fields, issuedOn: issuedOn?.format('YYYY-MM-DD') } : fields
  const told = Object.fromEntries(Object.entries(document).filter(([, value]) => value?.trim()))
  return dataOf(
    api.POST('/v1/pricing/changes/import', {
      params: {
        query: { kind, ...told, ...(dryRun ? { dryRun: 'true' as const } : {}) },
        header: dryRun ? {} : { 'Idempotency-Key': commandKey() },
      },
      headers: { 'content-type': 'application/octet-stream' },
      // The bytes go as they are; its type speaks of text alone.
      body: '',
      bodySerializer: () => file,
    }),
  )
}

/** What a table of a decision does not tell in columns of its own. */
const DocumentFields = () => {
  const { words } = useSpoken()
  const { pricingPage } = words
  return (
    <>
      <p className="quiet">{pricingPage.documentHint}</p>
      <div className="field-grid">
        <Form.Item name="documentNo" label={pricingPage.documentNo}>
          <Input />
        </Form.Item>
        <Form.Item name="title" label={pricingPage.documentTitle}>
          <Input />
        </Form.Item>
        <Form.Item name="issuer" label={pricingPage.issuer}>
          <Input />
        </Form.Item>
        <Form.Item name="issuedOn" label={pricingPage.issuedOn}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="restsOn" label={pricingPage.restsOn}>
          <Input />
        </Form.Item>
      </div>
    </>
  )
}
