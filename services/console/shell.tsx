import { Alert, Button, Layout, Menu, Space } from 'antd'
import type { ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { api, dataOf } from './api/client.ts'
import { useLive } from './api/live.tsx'
import { useMe } from './api/me.tsx'
import { ROOMS } from './rooms.ts'
import { useLook } from './theme.tsx'
import { useSpoken } from './words/index.tsx'

/** What stands around every room: the menu, who is signed in, language and look, and whether the line is open. */
export const Shell = ({ children }: { readonly children: ReactNode }) => (
  <Layout className="shell">
    <SkipLink />
    <Header />
    <LineNote />
    <Layout.Content className="content" id="content" role="main" tabIndex={-1}>
      {children}
    </Layout.Content>
  </Layout>
)

const SkipLink = () => {
  const { words } = useSpoken()
  return (
    <a className="skip" href="#content">
      {words.skip}
    </a>
  )
}

const Header = () => {
  const { words } = useSpoken()
  const me = useMe()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const rooms = ROOMS.filter(({ isOpenTo }) => isOpenTo(me))
  const here = rooms.find(({ path }) => pathname.startsWith(path))
  return (
    <Layout.Header className="header">
      <span className="brand">{words.product}</span>
      <nav aria-label={words.menu} className="rooms">
        <Menu
          mode="horizontal"
          selectedKeys={here ? [here.path] : []}
          items={rooms.map(({ path, name }) => ({ key: path, label: words[name] as string }))}
          onClick={({ key }) => void navigate(key)}
        />
      </nav>
      <Controls />
    </Layout.Header>
  )
}

const Controls = () => {
  const { words, language, setLanguage } = useSpoken()
  const { look, setLook } = useLook()
  const { account, fullName } = useMe()
  return (
    <Space size="small" className="controls">
      <span className="who">
        {fullName || account.name} · {words.roles[account.role]}
      </span>
      <Button size="small" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
        {words.otherLanguage}
      </Button>
      <Button size="small" onClick={() => setLook(look === 'dark' ? 'light' : 'dark')}>
        {look === 'dark' ? words.light : words.dark}
      </Button>
      <Button size="small" onClick={() => void signOut()}>
        {words.signOut}
      </Button>
    </Space>
  )
}

const signOut = async (): Promise<void> => {
  await dataOf(api.POST('/v1/sign-out', {}))
  location.assign('/sign-in')
}

/** A lost connection says so; nothing on the page is thrown away. */
const LineNote = () => {
  const { words } = useSpoken()
  const { connection } = useLive()
  if (connection !== 'lost') return null
  return <Alert banner type="warning" role="status" title={words.connectionLost} />
}
