import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readConfig } from '../../../schemas/config.ts'
import { hashOf } from '../../../services/accounts/index.ts'
import { migrate } from '../../../services/adapters/store/migrate.ts'
import { SQLITE_MIGRATIONS } from '../../../services/adapters/store/migrations.ts'
import { openWriter } from '../../../services/adapters/store/sqlite-connection.ts'
import { kyselyOver } from '../../../services/adapters/store/sqlite-dialect.ts'
import { type App, startApp } from '../../../services/app.ts'
import { testFolder } from '../../support/folder.ts'

const PASSWORD = 'a fence of seven boards'

const start = async (folder: string): Promise<App> => {
  const config = readConfig({ DIANSHAO_DATA: folder, DIANSHAO_PORT: '0' })
  const app = await startApp(config, pino({ level: 'silent' }), error => {
    throw error
  })
  onTestFinished(() => app.close())
  return app
}

const post = (app: App, path: string, body: object): Promise<Response> =>
  fetch(app.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const asking = async (app: App, token: string, path = '/v1/status'): Promise<number> =>
  (await fetch(app.url + path, { headers: { authorization: `Bearer ${token}` } })).status

const tokensIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'tokens.json'), 'utf8')) as Record<string, string>

const secretOf = (app: App): string => app.firstSignIn!.link.split('#secret=')[1]!

describe('the first start', () => {
  it('makes one account that can only take files in, and a link for the first operator', async () => {
    const folder = testFolder()
    const app = await start(folder)
    const file = join(folder, 'first-sign-in.txt')
    expect(app.firstSignIn).toEqual({ link: readFileSync(file, 'utf8').trim(), path: file, isNew: true })
    expect(app.firstSignIn!.link).toMatch(new RegExp(`^${app.url}/welcome#secret=[\\w-]{43}$`))
    for (const path of [file, join(folder, 'tokens.json')]) {
      expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
    }
    expect(Object.keys(tokensIn(folder))).toEqual(['local'])
    const { local } = tokensIn(folder) as { local: string }
    for (const path of ['/v1/status', '/v1/registry', '/v1/rejects', '/v1/corrections', '/v1/profiles']) {
      expect(await asking(app, local, path), path).toBe(200)
    }
    for (const path of ['/v1/accounts', '/v1/cases', '/v1/alerts', '/v1/tokens', '/v1/me']) {
      expect(await asking(app, local, path), path).toBe(403)
    }
    const db = new DatabaseSync(join(folder, 'dianshao.sqlite'), { readOnly: true })
    expect(db.prepare('select name from account').all()).toEqual([{ name: 'local' }])
    db.close()
    const body = { name: 'chief', password: PASSWORD, secret: secretOf(app) }
    expect((await post(app, '/v1/sign-in/invitation', body)).status).toBe(200)
    expect(existsSync(file)).toBe(false)
  })

  it('twice keeps link and token; after the first sign-in there is no link', async () => {
    const folder = testFolder()
    const first = await start(folder)
    const token = tokensIn(folder)
    await first.close()
    const second = await start(folder)
    expect(secretOf(second)).toBe(secretOf(first))
    expect(second.firstSignIn!.isNew).toBe(false)
    expect(second.firstSignIn!.link.startsWith(second.url)).toBe(true)
    expect(tokensIn(folder)).toEqual(token)
    const body = { name: 'chief', password: PASSWORD, secret: secretOf(second) }
    expect((await post(second, '/v1/sign-in/invitation', body)).status).toBe(200)
    await second.close()
    // As if another process had left its own.
    writeFileSync(join(folder, 'first-sign-in.txt'), 'stale')
    const third = await start(folder)
    expect(third.firstSignIn).toBeUndefined()
    expect(existsSync(join(folder, 'first-sign-in.txt'))).toBe(false)
    expect((await post(third, '/v1/sign-in', { name: 'chief', password: PASSWORD })).status).toBe(200)
  })

  it('makes a new link when the old one ran out, and a new token when it is lost', async () => {
    const folder = testFolder()
    const first = await start(folder)
    const { local } = tokensIn(folder) as { local: string }
    await first.close()
    const db = new DatabaseSync(join(folder, 'dianshao.sqlite'))
    db.exec(`update invitation set expires_at = ${Date.now()}`)
    db.close()
    writeFileSync(join(folder, 'tokens.json'), '')
    const second = await start(folder)
    expect(secretOf(second)).not.toBe(secretOf(first))
    expect(second.firstSignIn!.isNew).toBe(true)
    const late = { name: 'chief', password: PASSWORD, secret: secretOf(first) }
    expect((await post(second, '/v1/sign-in/invitation', late)).status).toBe(401)
    const fresh = (tokensIn(folder) as { local: string }).local
    expect(fresh).not.toBe(local)
    expect(await asking(second, fresh)).toBe(200)
    // It may stand in a copy of the folder; an operator ends it, or disables the account.
    expect(await asking(second, local)).toBe(200)
  })
})

describe('a folder of a version before people signed in', () => {
  it('keeps its accounts and tokens, and gets a first operator', async () => {
    const folder = testFolder()
    await oldFolder(folder, { analyst: 'ds_old_analyst', reviewer: 'ds_old_reviewer' })
    const app = await start(folder)
    expect(await asking(app, 'ds_old_analyst', '/v1/cases')).toBe(200)
    expect(await asking(app, 'ds_old_reviewer', '/v1/me')).toBe(200)
    expect(tokensIn(folder)).toEqual({
      ...{ analyst: 'ds_old_analyst', reviewer: 'ds_old_reviewer' },
      local: expect.stringMatching(/^ds_/),
    })
    const body = { name: 'chief', password: PASSWORD, secret: secretOf(app) }
    expect((await post(app, '/v1/sign-in/invitation', body)).status).toBe(200)
  })
})

/** A store as the version before left it, with its accounts. */
const oldFolder = async (folder: string, tokens: Record<string, string>): Promise<void> => {
  const connection = openWriter(join(folder, 'dianshao.sqlite'), 'scratch')
  const before = Object.entries(SQLITE_MIGRATIONS).filter(([name]) => name < '007')
  await migrate(kyselyOver(connection), Object.fromEntries(before))
  for (const [role, token] of Object.entries(tokens)) {
    connection.raw
      .prepare('insert into account (name, role, token_hash) values (?, ?, ?)')
      .run(role, role, hashOf(token))
  }
  connection.close()
  writeFileSync(join(folder, 'tokens.json'), JSON.stringify(tokens))
}
