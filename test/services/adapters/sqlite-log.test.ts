import { expect, it, onTestFinished } from 'vitest'
import { createSqliteLog, prepareLog } from '../../../services/adapters/log/sqlite-log.ts'
import { openWriter } from '../../../services/adapters/store/sqlite-connection.ts'
import { batchOf, MONDAY, sample } from '../../support/readings.ts'

const OLDER = `create table batch_log (
  offset integer primary key autoincrement, partition integer not null, readings integer not null, batch blob not null)`

it('tells since when something waits, of a file of before too', async () => {
  const connection = openWriter(':memory:', 'scratch')
  onTestFinished(() => connection.close())
  connection.raw.exec(OLDER)
  prepareLog(connection)
  prepareLog(connection)
  const log = createSqliteLog(connection)
  expect(await log.waitingSinceMs()).toBeNull()
  const before = Date.now()
  await log.append(0, batchOf([sample(MONDAY, 0, 1)]))
  const since = (await log.waitingSinceMs())!
  expect(since).toBeGreaterThanOrEqual(before)
  expect(since).toBeLessThanOrEqual(Date.now())
  await log.append(0, batchOf([sample(MONDAY, 1, 1)]))
  expect(await log.waitingSinceMs()).toBe(since)
  await log.trim(0, 100)
  expect(await log.waitingSinceMs()).toBeNull()
})
