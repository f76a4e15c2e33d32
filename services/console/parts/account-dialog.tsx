import { Form, Input, Select } from 'antd'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { useDistricts } from '../api/districts.ts'
import { useWords } from '../words/index.tsx'
import { FormDialog } from './form-dialog.tsx'

type Role = Schemas['Role']

interface AccountDialogProps {
  /** None: a new one */
  readonly account?: Schemas['AccountView']
  readonly close: () => void
  readonly done: () => void
  /** Shows the link of a new one, this once */
  readonly show?: (link: string | null) => void
}

interface Fields {
  readonly name: string
  readonly fullName?: string
  readonly role: Role
  readonly supplyUnits?: string[] | null
  readonly districtCode?: string | null
  readonly department?: string
  readonly oidcSubject?: string | null
}

/** Makes an account, or changes what it is; what its role has no use for is left out. */
export const AccountDialog = ({ account, close, done, show }: AccountDialogProps) => {
  const words = useWords()
  const send = async (fields: Fields, key: string): Promise<void> => {
    const header = { 'Idempotency-Key': key }
    const body = bodyOf(fields)
    if (account) {
      await dataOf(
        api.POST('/v1/accounts/{name}/change', { params: { path: { name: account.name }, header }, body }),
      )
      return
    }
    const { link } = await dataOf(
      api.POST('/v1/accounts', { params: { header }, body: { ...body, name: fields.name } }),
    )
    show?.(link)
  }
  return (
    <FormDialog<Fields>
      title={account ? `${words.rooms.change} · ${account.name}` : words.rooms.addAccount}
      initial={account ?? { role: 'analyst' }}
      close={close}
      done={done}
      send={send}
    >
      {!account && (
        <Form.Item name="name" label={words.rooms.accountName} rules={[{ required: true }]}>
          <Input autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="fullName" label={words.rooms.fullName}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={words.rooms.role}>
        <Select
          options={(Object.keys(words.roles) as Role[]).map(value => ({ value, label: words.roles[value] }))}
        />
      </Form.Item>
      <Place />
      <Form.Item name="oidcSubject" label={words.rooms.oidcSubject} extra={words.rooms.oidcHint}>
        <Input autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}

const bodyOf = ({ role, fullName = '', supplyUnits, districtCode, department, oidcSubject }: Fields) => ({
  role,
  fullName,
  supplyUnits: isOfUnit(role) && supplyUnits?.length ? supplyUnits : null,
  districtCode: role === 'district' ? (districtCode ?? null) : null,
  department: role === 'district' ? (department ?? '') : '',
  oidcSubject: oidcSubject || null,
})

const isOfUnit = (role: Role): boolean => role === 'analyst' || role === 'reviewer'

/** What an account of its role sees alone. */
const Place = () => {
  const words = useWords()
  const districts = useDistricts()
  const role = Form.useWatch<Role>('role')
  if (role === 'district') {
    return (
      <>
        <Form.Item name="districtCode" label={words.districtName} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[...districts].map(([value, name]) => ({ value, label: `${name} ${value}` }))}
          />
        </Form.Item>
        <Form.Item name="department" label={words.department} extra={words.rooms.departmentSees}>
          <Input />
        </Form.Item>
      </>
    )
  }
  if (role === undefined || !isOfUnit(role)) return null
  return (
    <Form.Item name="supplyUnits" label={words.supplyUnit} extra={words.rooms.emptyMeansAll}>
      <Select mode="tags" tokenSeparators={[',', '，', '、']} open={false} />
    </Form.Item>
  )
}
