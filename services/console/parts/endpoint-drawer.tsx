import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, DatePicker, Descriptions, Drawer, Form, Input, Space } from 'antd'
import type dayjs from 'dayjs'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { api, commandKey, dataOf, type Schemas } from '../api/client.ts'
import { useDistricts } from '../api/districts.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'
import { AttemptList } from './alert-table.tsx'
import { EndpointDialog } from './endpoint-dialog.tsx'
import { FormDialog } from './form-dialog.tsx'
import { ProblemNote } from './problem-note.tsx'
import { timeText } from './times.ts'
import { Waiting } from './waiting.tsx'

type Endpoint = Schemas['Endpoint']

interface EndpointDrawerProps {
  readonly id: string
  readonly close: () => void
  readonly done: () => void
  readonly show: (secret: string | null) => void
}

/** How one endpoint fares, and what can be done with it. */
export const EndpointDrawer = ({ id, close, done, show }: EndpointDrawerProps) => {
  const words = useWords()
  const { abilities } = useMe()
  const { data, error, refetch } = useQuery({
    queryKey: ['endpoints', 'one', id],
    queryFn: () => dataOf(api.GET('/v1/endpoints/{id}', { params: { path: { id } } })),
  })
  return (
    <Drawer open title={id} size="large" onClose={close}>
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <div className="stack">
          {abilities.includes('endpoints.write') && (
            <Commands endpoint={data.endpoint} done={done} show={show} />
          )}
          <Health health={data} />
          <Link to={`/endpoints?tab=alerts&endpoint=${id}`} onClick={close}>
            {words.rooms.itsAlerts}
          </Link>
          <h3>{words.attempts}</h3>
          {data.attempts.length === 0 && <span className="quiet">{words.nothingHere}</span>}
          <AttemptList attempts={data.attempts} />
        </div>
      )}
    </Drawer>
  )
}

const Health = ({ health }: { readonly health: Schemas['EndpointHealth'] }) => {
  const words = useWords()
  const districts = useDistricts()
  const { endpoint, waiting, oldestWaitingAt, givenUp } = health
  const { types, signatures, level } = endpoint
  const all = words.rooms.all
  const rows: readonly (readonly [string, string])[] = [
    [words.rooms.url, endpoint.url],
    [
      words.districtName,
      `${districts.get(endpoint.districtCode) ?? endpoint.districtCode} ${endpoint.department}`,
    ],
    [words.rooms.status, words.rooms.endpointStates[endpoint.state]],
    [words.rooms.alertType, types.map(type => words.rooms.alertTypes[type]).join('、') || all],
    [words.signature, signatures.map(name => words.signatures[name]).join('、') || all],
    [words.rooms.lowestLevel, words.levels[level]],
    [words.rooms.lastSuccess, timeText(endpoint.lastSuccessAt)],
    [words.rooms.failingSince, timeText(endpoint.failingSince)],
    [words.rooms.waiting, `${waiting} ${timeText(oldestWaitingAt)}`],
    [words.rooms.givenUp, String(givenUp)],
    [words.rooms.oldSecretUntil, timeText(endpoint.oldSecretUntil)],
    [words.rooms.madeBy, `${endpoint.createdBy} ${timeText(endpoint.createdAt)}`],
    [words.note, endpoint.note],
  ]
  return (
    <Descriptions
      size="small"
      column={1}
      bordered
      items={rows
        .filter(([, told]) => told !== '')
        .map(([label, children]) => ({ key: label, label, children }))}
    />
  )
}

type Step = 'change' | 'rotate' | 'switch' | 'replay'

interface CommandsProps {
  readonly endpoint: Endpoint
  readonly done: () => void
  readonly show: (secret: string | null) => void
}

const Commands = ({ endpoint, done, show }: CommandsProps) => {
  const words = useWords()
  const [step, setStep] = useState<Step | null>(null)
  const close = (): void => setStep(null)
  const names: Readonly<Record<Step, string>> = {
    change: words.rooms.change,
    rotate: words.rooms.rotate,
    switch: endpoint.state === 'off' ? words.rooms.switchOn : words.rooms.switchOff,
    replay: words.rooms.replay,
  }
  return (
    <>
      <Test id={endpoint.id}>
        {(Object.keys(names) as Step[]).map(name => (
          <Button key={name} onClick={() => setStep(name)}>
            {names[name]}
          </Button>
        ))}
      </Test>
      {step === 'change' && <EndpointDialog endpoint={endpoint} close={close} done={done} />}
      {step === 'replay' && <ReplayDialog id={endpoint.id} close={close} done={done} />}
      {(step === 'rotate' || step === 'switch') && (
        <ReasonDialog
          title={`${names[step]} · ${endpoint.id}`}
          hint={step === 'rotate' ? words.rooms.rotateHint : ''}
          close={close}
          done={done}
          send={async (reason, key) => {
            const params = { path: { id: endpoint.id }, header: { 'Idempotency-Key': key } }
            if (step === 'rotate') {
              const { secret } = await dataOf(
                api.POST('/v1/endpoints/{id}/rotate', { params, body: { reason } }),
              )
              show(secret)
            } else if (endpoint.state === 'off') {
              await dataOf(api.POST('/v1/endpoints/{id}/on', { params, body: { reason } }))
            } else {
              await dataOf(api.POST('/v1/endpoints/{id}/off', { params, body: { reason } }))
            }
          }}
        />
      )}
    </>
  )
}

interface TestProps {
  readonly id: string
  /** Buttons beside that of the test */
  readonly children: ReactNode
}

/** Sends a test and shows what came back, below the buttons. */
const Test = ({ id, children }: TestProps) => {
  const words = useWords()
  const client = useQueryClient()
  const [isSending, setSending] = useState(false)
  const [answer, setAnswer] = useState<Schemas['EndpointTest'] | Error | null>(null)
  const send = async (): Promise<void> => {
    setSending(true)
    const params = { path: { id }, header: { 'Idempotency-Key': commandKey() } }
    setAnswer(await dataOf(api.POST('/v1/endpoints/{id}/test', { params })).catch((error: Error) => error))
    setSending(false)
    void client.invalidateQueries({ queryKey: ['endpoints', 'one', id] })
  }
  return (
    <>
      <Space wrap>
        <Button type="primary" loading={isSending} onClick={() => void send()}>
          {words.rooms.test}
        </Button>
        {children}
      </Space>
      {answer instanceof Error && <ProblemNote error={answer} />}
      {answer && !(answer instanceof Error) && (
        <Alert
          type={answer.ok ? 'success' : 'error'}
          showIcon
          role="status"
          title={answer.ok ? words.rooms.testOk : words.rooms.testFailed}
          description={`${answer.status ?? '—'} ${answer.error ?? ''} · ${answer.durationMs} ms`}
        />
      )}
    </>
  )
}

interface ReasonDialogProps {
  readonly title: string
  readonly hint: string
  readonly close: () => void
  readonly done: () => void
  readonly send: (reason: string, key: string) => Promise<void>
}

const ReasonDialog = ({ title, hint, close, done, send }: ReasonDialogProps) => {
  const words = useWords()
  return (
    <FormDialog<{ reason?: string }>
      title={title}
      close={close}
      done={done}
      send={({ reason = '' }, key) => send(reason, key)}
    >
      {hint !== '' && <p className="quiet">{hint}</p>}
      <Form.Item name="reason" label={words.reason}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialog>
  )
}

interface ReplayDialogProps {
  readonly id: string
  readonly close: () => void
  readonly done: () => void
}

interface ReplayFields {
  readonly range: readonly [dayjs.Dayjs, dayjs.Dayjs]
  readonly reason: string
}

const ReplayDialog = ({ id, close, done }: ReplayDialogProps) => {
  const words = useWords()
  return (
    <FormDialog<ReplayFields>
      title={`${words.rooms.replay} · ${id}`}
      close={close}
      done={done}
      send={({ range: [from, to], reason }, key) =>
        dataOf(
          api.POST('/v1/endpoints/{id}/replay', {
            params: { path: { id }, header: { 'Idempotency-Key': key } },
            // Whole days of the plant's clock, the last one included.
            body: {
              from: `${from.format('YYYY-MM-DD')}T00:00:00+08:00`,
              to: `${to.add(1, 'day').format('YYYY-MM-DD')}T00:00:00+08:00`,
              reason,
            },
          }),
        )
      }
    >
      <p className="quiet">{words.rooms.replayHint}</p>
      <Form.Item name="range" label={words.rooms.days} rules={[{ required: true }]}>
        <DatePicker.RangePicker />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={[{ required: true }]}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialog>
  )
}
