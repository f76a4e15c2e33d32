import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, DatePicker, Form, Input, InputNumber, Modal, Select, Space } from 'antd'
import type dayjs from 'dayjs'
import { useState } from 'react'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { useOnce } from '../../api/once.ts'
import { useWords } from '../../words/index.tsx'
import { DocumentFields, type DocumentGiven } from './document-fields.tsx'
import { Verdict } from './faults.tsx'
import { CATEGORIES, INDUSTRIES } from './filters.tsx'

type Content = Schemas['PriceChangeBodyInput']['content']
type Proposal = Schemas['PriceChangeProposal']

interface EntryFields {
  readonly action: 'apply' | 'correct' | 'end'
  readonly entryId?: string
  readonly customerId?: string
  readonly industry?: string
  readonly category?: (typeof CATEGORIES)[number]
  readonly step?: number | null
  readonly line?: string
  readonly points?: string
  readonly yuanPerKwh?: string
  readonly from?: dayjs.Dayjs | null
  readonly to?: dayjs.Dayjs | null
  readonly caseNumber?: string
  readonly note?: string
}

interface Fields extends DocumentGiven {
  readonly reason?: string
  readonly entries: readonly EntryFields[]
}

const DAY = 'YYYY-MM-DD'
const AMOUNT = /^\s*\d{1,4}\.\d{1,4}\s*$/

/** A decision as it is written, checked before it is put up; what was written stays until it is. */
const ProposeDecision = ({ close }: { readonly close: () => void }) => {
  const words = useWords()
  const { pricingPage } = words
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [checked, setChecked] = useState<Proposal | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const [isSending, setSending] = useState(false)
  const once = useOnce()
  const send = async (dryRun: boolean): Promise<void> => {
    setSending(true)
    setError(null)
    setChecked(null)
    try {
      const fields = await form.validateFields()
      const body = { reason: fields.reason ?? '', content: contentOf(fields) }
      const post = (params: { query?: { dryRun: 'true' }; header?: { 'Idempotency-Key': string } }) =>
        dataOf(api.POST('/v1/pricing/changes', { params, body }))
      const answer = dryRun
        ? await post({ query: { dryRun: 'true' } })
        : await once(key => post({ header: { 'Idempotency-Key': key } }))
      setChecked(answer)
      if (answer.change) {
        message.success(pricingPage.putUp(answer.change.id))
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
  return (
    <Modal
      open
      width={1000}
      maskClosable={false}
      keyboard={false}
      style={{ top: 24 }}
      title={pricingPage.proposeDecision}
      onCancel={close}
      footer={
        <Space>
          <Button onClick={close}>{words.cancel}</Button>
          <Button loading={isSending} onClick={() => void send(true)}>
            {pricingPage.dryRun}
          </Button>
          <Button type="primary" loading={isSending} onClick={() => void send(false)}>
            {pricingPage.putUpForRelease}
          </Button>
        </Space>
      }
    >
      <div className="stack">
        <Form form={form} layout="vertical" initialValues={{ entries: [{ action: 'apply' }] }}>
          <DocumentFields isNeeded />
          <Form.List name="entries">
            {(entries, { add, remove }) => (
              <div className="stack">
                {entries.map(({ key, name }, i) => (
                  <Card
                    key={key}
                    size="small"
                    title={`${pricingPage.entry} ${i + 1}`}
                    extra={
                      entries.length > 1 && (
                        <Button size="small" onClick={() => remove(name)}>
                          {pricingPage.removeEntry}
                        </Button>
                      )
                    }
                  >
                    <EntryForm name={name} />
                  </Card>
                ))}
                <Button onClick={() => add({ action: 'apply' })}>{pricingPage.addEntry}</Button>
              </div>
            )}
          </Form.List>
          <Form.Item
            name="reason"
            label={pricingPage.whyPutUp}
            rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
          >
            <Input.TextArea rows={2} />
          </Form.Item>
        </Form>
        <Verdict error={error} preview={checked} />
      </div>
    </Modal>
  )
}
export default ProposeDecision

const contentOf = ({ entries, issuedOn, reason: _, ...document }: Fields): Content => ({
  kind: 'decision',
  decision: {
    ...{ documentNo: '', title: '', issuer: '', restsOn: '', ...document },
    issuedOn: issuedOn?.format(DAY) ?? '',
    entries: entries.map(entry => ({
      action: entry.action,
      entryId: entry.entryId?.trim() || null,
      customerId: entry.customerId?.trim() ?? '',
      industry: entry.industry ?? '',
      category: entry.category ?? '淘汰类',
      step: entry.step ?? null,
      line: entry.line?.trim() ?? '',
      pointIds: entry.points?.split(/[\s,，、;；]+/).filter(Boolean) ?? [],
      yuanPerKwh: entry.yuanPerKwh?.trim() || null,
      from: entry.from?.format(DAY) ?? '',
      to: entry.to?.format(DAY) ?? null,
      caseNumber: entry.caseNumber?.trim() || null,
      note: entry.note ?? '',
    })),
  },
})

const EntryForm = ({ name }: { readonly name: number }) => {
  const words = useWords()
  const { pricingPage } = words
  const action = Form.useWatch(['entries', name, 'action'])
  const needed = [{ required: true, message: pricingPage.needed }]
  return (
    <div className="field-grid">
      <Form.Item name={[name, 'action']} label={pricingPage.action}>
        <Select
          options={(['apply', 'correct', 'end'] as const).map(value => ({
            value,
            label: pricingPage.entryActions[value],
          }))}
        />
      </Form.Item>
      {action !== 'apply' && (
        <Form.Item name={[name, 'entryId']} label={pricingPage.entryId} rules={needed}>
          <Input />
        </Form.Item>
      )}
      <Form.Item name={[name, 'customerId']} label={words.customerId} rules={needed}>
        <Input />
      </Form.Item>
      <Form.Item name={[name, 'industry']} label={pricingPage.industry} rules={needed}>
        <Select options={INDUSTRIES.map(value => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name={[name, 'category']} label={pricingPage.category} rules={needed}>
        <Select options={CATEGORIES.map(value => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item
        name={[name, 'from']}
        label={pricingPage.firstDay[action === 'end' ? 'end' : 'apply']}
        rules={needed}
      >
        <DatePicker />
      </Form.Item>
      <Form.Item name={[name, 'to']} label={pricingPage.lastDay}>
        <DatePicker placeholder={pricingPage.openEnd} />
      </Form.Item>
      <Form.Item
        name={[name, 'yuanPerKwh']}
        label={pricingPage.amountPerKwh}
        tooltip={pricingPage.amountHint}
        rules={[{ pattern: AMOUNT, message: pricingPage.amountHint }]}
      >
        <Input placeholder={pricingPage.byRule} inputMode="decimal" />
      </Form.Item>
      <Form.Item name={[name, 'step']} label={pricingPage.stepNumber}>
        <InputNumber min={1} precision={0} />
      </Form.Item>
      <Form.Item name={[name, 'line']} label={pricingPage.line}>
        <Input />
      </Form.Item>
      <Form.Item name={[name, 'points']} label={pricingPage.points}>
        <Input placeholder={pricingPage.allEnergy} />
      </Form.Item>
      <Form.Item name={[name, 'caseNumber']} label={words.caseNumber}>
        <Input />
      </Form.Item>
      <Form.Item name={[name, 'note']} label={words.note}>
        <Input />
      </Form.Item>
    </div>
  )
}
