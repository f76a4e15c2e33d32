import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { onTestFinished } from 'vitest'
import {
  type Db,
  openPostgresReader,
  openPostgresStore,
  type Store,
} from '../../../services/adapters/store/index.ts'
import { engines } from './engines.ts'

/** A connection of an administrator, ended with the test; to a database when one is named. */
export const testAdmin = async (url = engines().postgres.url): Promise<Client> => {
  const admin = new Client({ connectionString: url })
  await admin.connect()
  onTestFinished(() => admin.end())
  return admin
}

/** The address of an empty database of the running test, dropped when it ends. */
export const testDatabase = async (options = ''): Promise<string> => {
  const admin = await testAdmin()
  const name = `dianshao_test_${randomBytes(6).toString('hex')}`
  await admin.query(`create database ${name} ${options}`)
  onTestFinished(() => admin.query(`drop database ${name} with (force)`).then(() => {}))
  const url = new URL(engines().postgres.url)
  url.pathname = `/${name}`
  return url.href
}

/** A store on a database, closed when the test ends. */
export const testPostgresStore = async (url?: string): Promise<Store> => {
  const store = await openPostgresStore({ url: url ?? (await testDatabase()) })
  onTestFinished(() => store.close())
  return store
}

/** A reader of a database, closed when the test ends. */
export const testReader = async (url: string): Promise<Db> => {
  const { db, close } = await openPostgresReader({ url })
  onTestFinished(close)
  return db
}

export const insert = (db: Db, outcome: string) =>
  db.insertInto('outcome').values({ outcome, count: 1 }).execute()

export const outcomes = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('outcome').select('outcome').orderBy('outcome').execute()).map(row => row.outcome)
