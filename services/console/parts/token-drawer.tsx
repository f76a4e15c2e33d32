import { useQuery } from '@tanstack/react-query'
import { App, Button, Drawer, Form, Input, InputNumber, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { api, commandKey, dataOf, type Me } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'
import { FormDialog } from './form-dialog.tsx'
import { ProblemNote, problemText } from './problem-note.tsx'
import { ShownOnce } from './shown-once.tsx'
import { timeText } from './times.ts'
import { Waiting } from './waiting.tsx'
import { whoText } from './who.ts'

interface TokenDrawerProps {
  readonly account: string
  readonly close: () => void
}

/** The tokens of an account: what each is for, until when, and an end to it. */
export const TokenDrawer = ({ account, close }: TokenDrawerProps) => {
  const words = useWords()
  const { message } = App.useApp()
  const { abilities } = useMe()
  const may = abilities.includes('accounts.write')
  const [isMaking, setMaking] = useState(false)
  const [token, setToken] = useState<string | null | undefined>(undefined)
  const { data, error, refetch } = useQuery({
    queryKey: ['tokens', account],
    queryFn: () => dataOf(api.GET('/v1/tokens', { params: { query: { account } } })),
  })
  const revoke = async (id: string): Promise<void> => {
    try {
      const header = { 'Idempotency-Key': commandKey() }
      await dataOf(api.POST('/v1/tokens/{id}/revoke', { params: { path: { id }, header } }))
    } catch (problem) {
      message.error(problemText(words, problem))
    }
    void refetch()
  }
  return (
    <Drawer open title={`${words.rooms.tokens} · ${account}`} size="large" onClose={close}>
      <div className="stack">
        {may && (
          <div>
            <Button type="primary" onClick={() => setMaking(true)}>
              {words.rooms.makeToken}
            </Button>
          </div>
        )}
        {error && <ProblemNote error={error} again={() => void refetch()} />}
        {!data && !error && <Waiting />}
        {data?.tokens.length === 0 && <span className="quiet">{words.nothingHere}</span>}
        <ul className="facts">
          {data?.tokens.map(one => (
            <li key={one.id}>
              <span className="sentence">
                <strong>{one.label}</strong> · {one.abilities?.join('、') ?? words.rooms.allOfRole}
                <br />
                <span className="quiet">
                  {whoText(one.createdBy, words)} {timeText(one.createdAt)} · {words.until}{' '}
                  {timeText(one.expiresAt)}
                  {one.revokedAt !== null && ` · ${words.rooms.revoked} ${timeText(one.revokedAt)}`}
                </span>
              </span>
              {may && one.revokedAt === null && (
                <Popconfirm
                  title={`${words.rooms.revoke} ${one.label}`}
                  description={words.rooms.revokeHint}
                  okText={words.rooms.revoke}
                  cancelText={words.cancel}
                  onConfirm={() => revoke(one.id)}
                >
                  <Button size="small" danger>
                    {words.rooms.revoke}
                  </Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      </div>
      {isMaking && (
        <TokenDialog
          account={account}
          show={setToken}
          close={() => setMaking(false)}
          done={() => void refetch()}
        />
      )}
      {token !== undefined && (
        <ShownOnce
          title={words.rooms.token}
          hint={words.rooms.tokenHint}
          secret={token}
          close={() => setToken(undefined)}
        />
      )}
    </Drawer>
  )
}

interface TokenDialogProps {
  readonly account: string
  readonly show: (token: string | null) => void
  readonly close: () => void
  readonly done: () => void
}

interface Fields {
  readonly label: string
  readonly abilities?: Me['abilities']
  readonly days: number
}

const ABILITIES = ['readings.write', 'registry.write', 'cases.read', 'alerts.read', 'pricing.read'] as const
const DAYS = 90

const TokenDialog = ({ account, show, close, done }: TokenDialogProps) => {
  const words = useWords()
  return (
    <FormDialog<Fields>
      title={`${words.rooms.makeToken} · ${account}`}
      initial={{ days: DAYS }}
      close={close}
      done={done}
      send={async ({ label, abilities = [], days }, key) => {
        const params = { path: { name: account }, header: { 'Idempotency-Key': key } }
        const body = { label, days, abilities: abilities.length === 0 ? null : abilities }
        show((await dataOf(api.POST('/v1/accounts/{name}/tokens', { params, body }))).token)
      }}
    >
      <Form.Item name="label" label={words.rooms.tokenLabel} rules={[{ required: true }]}>
        <Input />
      </Form.Item>
      <Form.Item name="abilities" label={words.rooms.abilities} extra={words.rooms.abilitiesHint}>
        <Select mode="tags" options={ABILITIES.map(value => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="days" label={words.rooms.validDays} rules={[{ required: true }]}>
        <InputNumber min={1} max={366} />
      </Form.Item>
    </FormDialog>
  )
}
