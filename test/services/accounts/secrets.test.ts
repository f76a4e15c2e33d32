import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import { readConfig } from '../../../schemas/config.ts'
import { startApp } from '../../../services/app.ts'
import { testFolder } from '../../support/folder.ts'

const PASSWORDS = {
  chief: 'a fence of seven boards',
  li: 'the kettle by the window',
  wrong: 'eleven wrong horses',
}

it('no password, link, session or token stands in the store, in the audit or in the log', async () => {
  const folder = testFolder()
  const logged: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  const app = await startApp(readConfig({ DIANSHAO_DATA: folder, DIANSHAO_PORT: '0' }), log, error => {
    throw error
  })
  onTestFinished(() => app.close())
  let cookie = ''
  const secrets: string[] = Object.values(PASSWORDS)
  let number = 0
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': `k${number++}` }
    const answer = await fetch(app.url + path, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: cookie ? { ...headers, cookie, origin: app.url } : headers,
    })
    const session = /dianshao_session=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
    if (session) {
      secrets.push(session)
      cookie = `dianshao_session=${session}`
    }
    return (await answer.json()) as Record<string, string>
  }
  const secretIn = (link: string) => {
    const secret = link.split('#secret=')[1]!.split('&')[0]!
    secrets.push(secret)
    return secret
  }
  const first = secretIn(app.firstSignIn!.link)
  await post('/v1/sign-in/invitation', { secret: first, name: 'chief', password: PASSWORDS.chief })
  await post('/v1/sign-in/invitation', { secret: first, name: 'other', password: PASSWORDS.chief })
  const made = await post('/v1/accounts', { name: 'li', role: 'analyst' })
  await post('/v1/accounts', { name: 'li', role: 'analyst' })
  secrets.push((await post('/v1/tokens', { label: 'one', days: 1 })).token!)
  secrets.push((await post('/v1/accounts/li/tokens', { label: 'two', days: 1 })).token!)
  await post('/v1/me/password', { old: PASSWORDS.wrong, new: PASSWORDS.li })
  await post('/v1/sign-in', { name: 'chief', password: PASSWORDS.wrong })
  await post('/v1/sign-in', { name: PASSWORDS.wrong, password: 'x' })
  await post('/v1/sign-in/invitation', { secret: secretIn(made.link!), password: PASSWORDS.li })
  secrets.push((JSON.parse(readFileSync(join(folder, 'tokens.json'), 'utf8')) as { local: string }).local)

  const files = readdirSync(folder).filter(name => name.includes('.sqlite'))
  const stored = files.map(name => readFileSync(join(folder, name)).toString('latin1')).join()
  expect(stored).toContain('$scrypt$')
  expect(secrets.length).toBe(3 + 2 + 2 + 2 + 1)
  for (const secret of secrets) {
    expect(stored.includes(secret), secret).toBe(false)
    expect(logged.join().includes(secret), secret).toBe(false)
  }
})
