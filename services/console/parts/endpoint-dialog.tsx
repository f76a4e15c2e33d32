import { Form, Input, Select } from 'antd'
import { api, dataOf, type Level, type Schemas, type Signature } from '../api/client.ts'
import { useDistricts } from '../api/districts.ts'
import { useWords } from '../words/index.tsx'
import { FormDialog } from './form-dialog.tsx'

type Endpoint = Schemas['Endpoint']

interface EndpointDialogProps {
  /** None: a new one */
  readonly endpoint?: Endpoint
  readonly close: () => void
  readonly done: () => void
  /** Shows the secret of a new one, this once */
  readonly show?: (secret: string | null) => void
}

interface Fields {
  readonly districtCode: string
  readonly department?: string
  readonly url: string
  readonly types?: Schemas['AlertType'][]
  readonly signatures?: Signature[]
  readonly level: Level
  readonly note?: string
  readonly reason?: string
}

/** Makes an endpoint, or changes what it receives and where. Its district stays what it is. */
export const EndpointDialog = ({ endpoint, close, done, show }: EndpointDialogProps) => {
  const words = useWords()
  const districts = useDistricts()
  const send = async (fields: Fields, key: string): Promise<void> => {
    const { url, types = [], signatures = [], level, note = '' } = fields
    const wishes = { url, types, signatures, level, note }
    const header = { 'Idempotency-Key': key }
    if (endpoint) {
      const params = { path: { id: endpoint.id }, header }
      const body = { ...wishes, reason: fields.reason ?? '' }
      await dataOf(api.POST('/v1/endpoints/{id}/change', { params, body }))
      return
    }
    const body = { ...wishes, districtCode: fields.districtCode, department: fields.department ?? '' }
    const { secret } = await dataOf(api.POST('/v1/endpoints', { params: { header }, body }))
    show?.(secret)
  }
  const optionsOf = <K extends string>(names: Readonly<Record<K, string>>) =>
    (Object.keys(names) as K[]).map(value => ({ value, label: names[value] }))
  return (
    <FormDialog<Fields>
      title={endpoint ? `${words.rooms.change} · ${endpoint.id}` : words.rooms.addEndpoint}
      initial={endpoint ?? { level: 'yellow' }}
      close={close}
      done={done}
      send={send}
    >
      {!endpoint && (
        <>
          <Form.Item name="districtCode" label={words.districtName} rules={[{ required: true }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={[...districts].map(([value, name]) => ({ value, label: `${name} ${value}` }))}
            />
          </Form.Item>
          <Form.Item name="department" label={words.department} extra={words.rooms.departmentHint}>
            <Input />
          </Form.Item>
        </>
      )}
      <Form.Item name="url" label={words.rooms.url} rules={[{ required: true }]}>
        <Input placeholder="https://" />
      </Form.Item>
      <Form.Item name="types" label={words.rooms.alertType} extra={words.rooms.emptyMeansAll}>
        <Select mode="multiple" options={optionsOf(words.rooms.alertTypes)} />
      </Form.Item>
      <Form.Item name="signatures" label={words.signature} extra={words.rooms.emptyMeansAll}>
        <Select mode="multiple" options={optionsOf(words.signatures)} />
      </Form.Item>
      <Form.Item name="level" label={words.rooms.lowestLevel}>
        <Select options={optionsOf(words.levels)} />
      </Form.Item>
      <Form.Item name="note" label={words.note}>
        <Input.TextArea rows={2} />
      </Form.Item>
      {endpoint && (
        <Form.Item name="reason" label={words.reason}>
          <Input.TextArea rows={2} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
