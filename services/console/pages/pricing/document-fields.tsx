import { DatePicker, Form, Input } from 'antd'
import type dayjs from 'dayjs'
import { useWords } from '../../words/index.tsx'

/** Of the government document that decides. */
export interface DocumentGiven {
  readonly documentNo?: string
  readonly title?: string
  readonly issuer?: string
  readonly issuedOn?: dayjs.Dayjs | null
  readonly restsOn?: string
}

/** Number, title, issuer, day and ground of a decision; beside a table that tells them they may stay empty. */
export const DocumentFields = ({ isNeeded }: { readonly isNeeded: boolean }) => {
  const { pricingPage } = useWords()
  const rules = [{ required: isNeeded, message: pricingPage.needed }]
  return (
    <div className="field-grid">
      <Form.Item name="documentNo" label={pricingPage.documentNo} rules={rules}>
        <Input />
      </Form.Item>
      <Form.Item name="title" label={pricingPage.documentTitle} rules={rules}>
        <Input />
      </Form.Item>
      <Form.Item name="issuer" label={pricingPage.issuer} rules={rules}>
        <Input />
      </Form.Item>
      <Form.Item name="issuedOn" label={pricingPage.issuedOn} rules={rules}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="restsOn" label={pricingPage.restsOn} rules={rules}>
        <Input />
      </Form.Item>
    </div>
  )
}
