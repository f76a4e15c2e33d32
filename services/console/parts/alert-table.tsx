import { Button, Form, Input, Table, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { useDistricts } from '../api/districts.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'
import { FormDialog } from './form-dialog.tsx'
import { timeText } from './times.ts'

type AlertRecord = Schemas['AlertRecord']
type Delivery = AlertRecord['deliveries'][number]
type Attempt = Schemas['AlertAttempt']

const COLOUR: Readonly<Record<AlertRecord['status'], string>> = {
  waiting: 'processing',
  delivered: 'success',
  partly: 'warning',
  'no-endpoint': 'warning',
  'given-up': 'error',
}

interface AlertTableProps {
  readonly alerts: readonly AlertRecord[]
  /** On the page of a case there is no need to name it */
  readonly ofOneCase?: boolean
  readonly done: () => void
}

/** What governments were told, and what became of it at every endpoint. */
export const AlertTable = ({ alerts, ofOneCase = false, done }: AlertTableProps) => {
  const words = useWords()
  const { abilities } = useMe()
  const districts = useDistricts()
  const [again, setAgain] = useState<{ id: string; endpointId?: string } | null>(null)
  const may = abilities.includes('endpoints.write')
  return (
    <>
      <Table<AlertRecord>
        size="small"
        rowKey="id"
        dataSource={alerts}
        pagination={false}
        scroll={{ x: true }}
        locale={{ emptyText: words.nothingHere }}
        expandable={{
          expandedRowRender: ({ id, deliveries }) => (
            <Deliveries
              deliveries={deliveries}
              resend={may ? endpointId => setAgain({ id, endpointId }) : null}
            />
          ),
          rowExpandable: ({ deliveries }) => deliveries.length > 0,
        }}
        columns={[
          { title: words.rooms.madeAt, dataIndex: 'createdAt', render: timeText },
          {
            title: words.rooms.alertType,
            render: (_, { type }) => words.rooms.alertTypes[type],
          },
          ...(ofOneCase
            ? []
            : [
                {
                  title: words.caseNumber,
                  render: (_: unknown, { caseId }: AlertRecord) => (
                    <Link to={`/cases/${caseId}`}>{caseId}</Link>
                  ),
                },
              ]),
          {
            title: words.districtName,
            render: (_, { districtCode, department }) =>
              `${districts.get(districtCode) ?? districtCode} ${department}`,
          },
          {
            title: words.rooms.status,
            render: (_, { status }) => <Tag color={COLOUR[status]}>{words.rooms.alertStatuses[status]}</Tag>,
          },
          {
            title: words.attempts,
            className: 'number',
            render: (_, { deliveries }) => deliveries.reduce((sum, { attempts }) => sum + attempts.length, 0),
          },
          {
            render: (_, { id, deliveries }) =>
              may &&
              deliveries.length > 0 && (
                <Button size="small" onClick={() => setAgain({ id })}>
                  {words.rooms.resend}
                </Button>
              ),
          },
        ]}
      />
      {again && <ResendDialog {...again} close={() => setAgain(null)} done={done} />}
    </>
  )
}

interface DeliveriesProps {
  readonly deliveries: readonly Delivery[]
  readonly resend: ((endpointId: string) => void) | null
}

const Deliveries = ({ deliveries, resend }: DeliveriesProps) => {
  const words = useWords()
  return (
    <ul className="facts">
      {deliveries.map(({ endpointId, status, nextAttemptAt, attempts }) => (
        <li key={endpointId}>
          <div className="sentence">
            <strong>{endpointId}</strong> · {words.rooms.deliveryStatuses[status]}
            {nextAttemptAt !== null && ` · ${words.rooms.nextAttempt} ${timeText(nextAttemptAt)}`}
            <AttemptList attempts={attempts} />
          </div>
          {resend && (
            <Button size="small" onClick={() => resend(endpointId)}>
              {words.rooms.resend}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Each try with what came back of it. */
export const AttemptList = ({ attempts }: { readonly attempts: readonly Attempt[] }) => (
  <ol className="attempts">
    {attempts.map(({ alertId, number, at, status, error, durationMs }) => (
      <li key={`${alertId} ${number}`}>
        {timeText(at)} · {status ?? '—'} {error} · {durationMs} ms
      </li>
    ))}
  </ol>
)

interface ResendDialogProps {
  readonly id: string
  readonly endpointId?: string
  readonly close: () => void
  readonly done: () => void
}

const ResendDialog = ({ id, endpointId, close, done }: ResendDialogProps) => {
  const words = useWords()
  return (
    <FormDialog<{ reason: string }>
      title={`${words.rooms.resend} · ${endpointId ?? words.rooms.everyEndpoint}`}
      close={close}
      done={done}
      send={({ reason }, key) =>
        dataOf(
          api.POST('/v1/alerts/{id}/resend', {
            params: { path: { id }, header: { 'Idempotency-Key': key } },
            body: { reason, ...(endpointId === undefined ? {} : { endpointId }) },
          }),
        )
      }
    >
      <p className="quiet">{words.rooms.resendHint}</p>
      <Form.Item name="reason" label={words.reason} rules={[{ required: true }]}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialog>
  )
}
