import { randomBytes } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EngineError } from '../../services/adapters/engine-error.ts'
import { openPostgresReader, openPostgresStore } from '../../services/adapters/store/index.ts'
import { ASK_PASSWORD, DONE, fakePostgres, fatal, LET_IN, row } from './support/fake-postgres.ts'
import { testAdmin, testDatabase } from './support/postgres.ts'

/** What the operator is told when neither a store nor a reader can be opened. */
const toldOf = async (url: string): Promise<string> => {
  const errors = await Promise.all(
    [openPostgresStore, openPostgresReader].map(open => open({ url }).then(String, error => error as Error)),
  )
  for (const error of errors) expect(error).toBeInstanceOf(EngineError)
  const [told, again] = errors.map(error => (error as Error).message)
  expect(again).toBe(told)
  return told!
}

const facts = (version: string, encoding: string, isStandby: string): Buffer =>
  row([
    ['version', 23, version],
    ['encoding', 25, encoding],
    ['isStandby', 16, isStandby],
  ])

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

describe('a PostgreSQL that cannot be used', () => {
  it('is not there', async () => {
    const port = await freePort()
    expect(await toldOf(`postgres://me:secret@127.0.0.1:${port}/power`)).toBe(
      `PostgreSQL cannot be reached at 127.0.0.1:${port} (ECONNREFUSED): see that it runs, or correct DIANSHAO_POSTGRES_URL.`,
    )
  })

  it('is just starting', async () => {
    const place = await fakePostgres([fatal('57P03', 'the database system is starting up')])
    expect(await toldOf(`postgres://me:secret@${place}/power`)).toBe(
      `PostgreSQL at ${place} takes no connection now (the database system is starting up): start again later, or correct DIANSHAO_POSTGRES_URL.`,
    )
  })

  it('refuses the password, which is not told', async () => {
    const place = await fakePostgres([ASK_PASSWORD, fatal('28P01', 'password authentication failed')])
    expect(await toldOf(`postgres://me:secret@${place}/power`)).toBe(
      `PostgreSQL at ${place} does not let the user me in: correct user and password in DIANSHAO_POSTGRES_URL.`,
    )
  })

  it('has no such database', async () => {
    const url = new URL(await testDatabase())
    url.pathname = '/nowhere'
    expect(await toldOf(url.href)).toBe(
      `PostgreSQL at ${url.host} has no database nowhere: create it, or name another one in DIANSHAO_POSTGRES_URL.`,
    )
  })

  it('is too old', async () => {
    const place = await fakePostgres([LET_IN, DONE, facts('130014', 'UTF8', 'f')])
    expect(await toldOf(`postgres://me:secret@${place}/power`)).toBe(
      `PostgreSQL at ${place} is version 13, and 14 or newer is needed: name another server in DIANSHAO_POSTGRES_URL.`,
    )
  })

  it('is a standby', async () => {
    const place = await fakePostgres([LET_IN, DONE, facts('170002', 'UTF8', 't')])
    expect(await toldOf(`postgres://me:secret@${place}/power`)).toBe(
      `PostgreSQL at ${place} is a standby, which cannot be written to: name its primary in DIANSHAO_POSTGRES_URL.`,
    )
  })

  it('holds text in another encoding', async () => {
    const url = new URL(await testDatabase(`template template0 encoding 'LATIN1' locale 'C'`))
    expect(await toldOf(url.href)).toBe(
      `The database ${url.pathname.slice(1)} at ${url.host} holds text as LATIN1, not as UTF8: name another one in DIANSHAO_POSTGRES_URL.`,
    )
  })

  it('lets the user make no tables', async () => {
    const url = new URL(await testDatabase())
    const admin = await testAdmin(url.href)
    const user = `dianshao_test_${randomBytes(6).toString('hex')}`
    await admin.query(
      `revoke create on schema public from public; create role ${user} login password '${user}'`,
    )
    onTestFinished(() => admin.query(`drop role ${user}`).then(() => {}))
    url.username = user
    url.password = user
    const database = url.pathname.slice(1)
    await expect(openPostgresStore({ url: url.href })).rejects.toThrow(
      new EngineError(
        `The user ${user} may not create tables in the database ${database} at ${url.host}: grant it (grant create on schema public), or name another user in DIANSHAO_POSTGRES_URL.`,
      ),
    )
  })

  it('is named by no address', async () => {
    expect(await toldOf('http://me:secret@power:99999999')).toBe(
      'DIANSHAO_POSTGRES_URL is not of the form postgres://user:password@host:5432/database.',
    )
  })
})
