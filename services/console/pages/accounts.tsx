import { useQuery } from '@tanstack/react-query'
import { App, Button, Popconfirm, Space, Table, Tag } from 'antd'
import { useState } from 'react'
import { api, commandKey, dataOf, type Schemas } from '../api/client.ts'
import { useDistrictsEver } from '../api/districts.ts'
import { useMe } from '../api/me.tsx'
import { AccountDialog } from '../parts/account-dialog.tsx'
import { ProblemNote, problemText } from '../parts/problem-note.tsx'
import { ShownOnce } from '../parts/shown-once.tsx'
import { timeText } from '../parts/times.ts'
import { TokenDrawer } from '../parts/token-drawer.tsx'
import { whoText } from '../parts/who.ts'
import { useWords } from '../words/index.tsx'

type Account = Schemas['AccountView']

/** Who may enter, as what, and by which tokens. */
const Accounts = () => {
  const words = useWords()
  const { abilities, account: own } = useMe()
  const may = abilities.includes('accounts.write')
  const [isAdding, setAdding] = useState(false)
  const [changing, setChanging] = useState<Account | null>(null)
  const [tokensOf, setTokensOf] = useState<string | null>(null)
  const [link, setLink] = useState<string | null | undefined>(undefined)
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts'],
    queryFn: () => dataOf(api.GET('/v1/accounts')),
  })
  const done = (): void => void refetch()
  const carryOut = useSteps(done, setLink)
  return (
    <section aria-label={words.accounts}>
      {error && <ProblemNote error={error} again={done} />}
      {may && (
        <div className="toolbar">
          <Button type="primary" onClick={() => setAdding(true)}>
            {words.rooms.addAccount}
          </Button>
        </div>
      )}
      <Table<Account>
        size="small"
        rowKey="name"
        loading={!data && !error}
        dataSource={data?.accounts ?? []}
        pagination={false}
        scroll={{ x: true }}
        columns={[
          {
            title: words.rooms.accountName,
            render: (_, { name, fullName }) => (
              <>
                <strong>{name}</strong> {fullName}
              </>
            ),
          },
          { title: words.rooms.role, render: (_, { role }) => words.roles[role] },
          { title: words.rooms.seesOnly, render: (_, account) => <SeesOnly account={account} /> },
          { title: words.rooms.status, render: (_, account) => <StateTag account={account} /> },
          {
            title: words.rooms.madeBy,
            render: (_, { createdBy, createdAt }) => `${whoText(createdBy, words)} ${timeText(createdAt)}`,
          },
          {
            render: (_, account) => (
              <Space wrap size={4}>
                <Button size="small" onClick={() => setTokensOf(account.name)}>
                  {words.rooms.tokens}
                </Button>
                {may && (
                  <>
                    <Button size="small" onClick={() => setChanging(account)}>
                      {words.rooms.change}
                    </Button>
                    <Button size="small" onClick={() => void carryOut('invite', account.name)}>
                      {words.rooms.invite}
                    </Button>
                    {account.name !== own.name && <Switch account={account} carryOut={carryOut} />}
                  </>
                )}
              </Space>
            ),
          },
        ]}
      />
      {isAdding && <AccountDialog close={() => setAdding(false)} done={done} show={setLink} />}
      {changing && <AccountDialog account={changing} close={() => setChanging(null)} done={done} />}
      {tokensOf !== null && <TokenDrawer account={tokensOf} close={() => setTokensOf(null)} />}
      {link !== undefined && (
        <ShownOnce
          title={words.rooms.link}
          hint={words.rooms.linkHint}
          secret={link}
          close={() => setLink(undefined)}
        />
      )}
    </section>
  )
}
export default Accounts

type Step = 'invite' | 'disable' | 'enable'

interface SwitchProps {
  readonly account: Account
  readonly carryOut: (step: Step, name: string) => Promise<void>
}

/** Shuts somebody out, which is asked twice, or lets him in again. */
const Switch = ({ account: { name, disabledAt }, carryOut }: SwitchProps) => {
  const words = useWords()
  if (disabledAt !== null) {
    return (
      <Button size="small" onClick={() => void carryOut('enable', name)}>
        {words.rooms.enable}
      </Button>
    )
  }
  return (
    <Popconfirm
      title={`${words.rooms.disable} ${name}`}
      description={words.rooms.disableHint}
      okText={words.rooms.disable}
      cancelText={words.cancel}
      onConfirm={() => carryOut('disable', name)}
    >
      <Button size="small" danger>
        {words.rooms.disable}
      </Button>
    </Popconfirm>
  )
}

/** What one button does; a refusal is told, nothing else changes. */
const useSteps = (done: () => void, show: (link: string | null) => void) => {
  const words = useWords()
  const { message } = App.useApp()
  return async (step: Step, name: string): Promise<void> => {
    const params = { path: { name }, header: { 'Idempotency-Key': commandKey() } }
    try {
      if (step === 'invite') show((await dataOf(api.POST('/v1/accounts/{name}/invite', { params }))).link)
      else if (step === 'disable') await dataOf(api.POST('/v1/accounts/{name}/disable', { params }))
      else await dataOf(api.POST('/v1/accounts/{name}/enable', { params }))
      done()
    } catch (problem) {
      message.error(problemText(words, problem))
    }
  }
}

const SeesOnly = ({ account }: { readonly account: Account }) => {
  const words = useWords()
  const districts = useDistrictsEver()
  const { districtCode, department, supplyUnits } = account
  if (districtCode !== null) return `${districts.get(districtCode) ?? districtCode} ${department}`
  return supplyUnits === null ? words.rooms.all : supplyUnits.join('、')
}

const StateTag = ({ account }: { readonly account: Account }) => {
  const words = useWords()
  const { disabledAt, lockedUntil, hasPassword, oidcSubject } = account
  if (disabledAt !== null) {
    return (
      <Tag color="error">
        {words.rooms.disabled} {timeText(disabledAt)}
      </Tag>
    )
  }
  if (lockedUntil !== null && Date.parse(lockedUntil) > Date.now()) {
    return (
      <Tag color="warning">
        {words.rooms.lockedUntil} {timeText(lockedUntil)}
      </Tag>
    )
  }
  if (!hasPassword && oidcSubject === null) return <Tag>{words.rooms.invited}</Tag>
  return <Tag color="success">{words.rooms.active}</Tag>
}
