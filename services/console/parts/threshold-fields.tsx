import { Form, InputNumber, Select } from 'antd'
import { api, dataOf, type Schemas, type Signature } from '../api/client.ts'
import { useWords } from '../words/index.tsx'
import { CriterionPreview } from './criterion-preview.tsx'

type Criterion = Schemas['CriterionView']

const NAMES = ['yellowFrom', 'orangeFrom', 'redFrom'] as const
const FIRST = 'induction-furnace'

/** A signature and from which score on it is which level. */
export type ThresholdValues = { readonly signature: Signature } & Record<(typeof NAMES)[number], number>

/** What a form of thresholds begins with. */
export const firstThresholds = (criteria: readonly Criterion[]): Partial<ThresholdValues> => ({
  signature: FIRST,
  ...standingOf(criteria, FIRST),
})

/** The thresholds that were released last for a signature. */
const standingOf = (criteria: readonly Criterion[], signature: Signature) => {
  const standing = criteria.findLast(one => one.signature === signature && one.state === 'released')
  return standing && Object.fromEntries(NAMES.map(name => [name, standing[name]]))
}

/** The fields of thresholds, inside a form; they begin with those in force. */
export const ThresholdFields = ({ criteria }: { readonly criteria: readonly Criterion[] }) => {
  const words = useWords()
  const form = Form.useFormInstance<ThresholdValues>()
  return (
    <>
      <Form.Item name="signature" label={words.signature}>
        <Select
          options={(Object.keys(words.signatures) as Signature[]).map(value => ({
            value,
            label: words.signatures[value],
          }))}
          onChange={(signature: Signature) => form.setFieldsValue(standingOf(criteria, signature) ?? {})}
        />
      </Form.Item>
      <div className="field-grid">
        {NAMES.map(name => (
          <Form.Item key={name} name={name} label={words.rooms.thresholds[name]} rules={[{ required: true }]}>
            <InputNumber min={0.5} max={1} step={0.01} />
          </Form.Item>
        ))}
      </div>
    </>
  )
}

/** Of what stands in the form around it now. */
export const ThresholdPreview = () => {
  const form = Form.useFormInstance<ThresholdValues>()
  return (
    <Form.Item>
      <CriterionPreview
        ask={async query => {
          const body = await form.validateFields(['signature', ...NAMES]).catch(() => null)
          return body && dataOf(api.POST('/v1/criteria/preview', { params: { query }, body }))
        }}
      />
    </Form.Item>
  )
}
