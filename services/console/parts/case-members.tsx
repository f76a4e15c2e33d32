import { Button, Card, Form, Input } from 'antd'
import { useState } from 'react'
import { api, type CaseState, type CaseView, dataOf } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'
import { FormDialog } from './form-dialog.tsx'

interface CaseMembersProps {
  readonly view: CaseView
  readonly done: () => void
}

/** Later, what was submitted or told to somebody would no longer be what they see. */
const BEFORE_REVIEW: readonly CaseState[] = ['to-check', 'on-site']

/** Cases of one site that are handled as one: who was merged in, and a way to merge more or take one out again. */
export const CaseMembers = ({ view, done }: CaseMembersProps) => {
  const words = useWords()
  const { account, abilities } = useMe()
  const [isMerging, setMerging] = useState(false)
  const [member, setMember] = useState<string | null>(null)
  const may =
    abilities.includes('cases.act') &&
    (account.role === 'analyst' || account.role === 'reviewer') &&
    BEFORE_REVIEW.includes(view.state)
  if (view.members.length === 0 && !may) return null
  return (
    <Card
      size="small"
      title={words.members}
      extra={
        may && (
          <Button className="no-print" size="small" onClick={() => setMerging(true)}>
            {words.rooms.merge}
          </Button>
        )
      }
    >
      {view.members.length === 0 && <span className="quiet">{words.rooms.none}</span>}
      <ul className="facts">
        {view.members.map(({ id, number, customerName, charges }) => (
          <li key={id}>
            <span className="sentence">
              {number} · {customerName}
              <br />
              <span className="quiet">
                {charges.map(({ signature }) => words.signatures[signature]).join('、')}
              </span>
            </span>
            {may && (
              <Button className="no-print" size="small" onClick={() => setMember(number)}>
                {words.rooms.split}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isMerging && <MergeDialog id={view.id} close={() => setMerging(false)} done={done} />}
      {member !== null && (
        <SplitDialog id={view.id} member={member} close={() => setMember(null)} done={done} />
      )}
    </Card>
  )
}

interface DialogProps {
  readonly id: string
  readonly close: () => void
  readonly done: () => void
}

const ReasonField = () => {
  const words = useWords()
  return (
    <Form.Item name="reason" label={words.reason} rules={[{ required: true }]}>
      <Input.TextArea rows={3} />
    </Form.Item>
  )
}

const MergeDialog = ({ id, close, done }: DialogProps) => {
  const words = useWords()
  return (
    <FormDialog<{ numbers: string; reason: string }>
      title={words.rooms.merge}
      close={close}
      done={done}
      send={({ numbers, reason }, key) =>
        dataOf(
          api.POST('/v1/cases/{id}/merge', {
            params: { path: { id }, header: { 'Idempotency-Key': key } },
            body: { with: numbers.split(/[\s,，、;；]+/).filter(Boolean), reason },
          }),
        )
      }
    >
      <Form.Item
        name="numbers"
        label={words.rooms.mergeWith}
        extra={words.rooms.mergeHint}
        rules={[{ required: true }]}
      >
        <Input placeholder="2026-00006" />
      </Form.Item>
      <ReasonField />
    </FormDialog>
  )
}

const SplitDialog = ({ id, member, close, done }: DialogProps & { readonly member: string }) => {
  const words = useWords()
  return (
    <FormDialog<{ reason: string }>
      title={`${words.rooms.split} · ${member}`}
      close={close}
      done={done}
      send={({ reason }, key) =>
        dataOf(
          api.POST('/v1/cases/{id}/split', {
            params: { path: { id }, header: { 'Idempotency-Key': key } },
            body: { member, reason },
          }),
        )
      }
    >
      <ReasonField />
    </FormDialog>
  )
}
