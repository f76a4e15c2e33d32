import type { SqliteConnection } from '../store/sqlite-connection.ts'
import { decodeBatch, encodeBatch } from './batch-codec.ts'
import type { LogEntry, ReadingLog } from './port.ts'

const CREATE = `create table if not exists reading_log (
  offset integer primary key autoincrement, readings integer not null, batch blob not null)`

/** Creates the table; the writer does so once before anybody reads. */
export const prepareLog = (connection: SqliteConnection): void => connection.raw.exec(CREATE)

/** The reading log as a table of batches: one partition, an entry is deleted when it is worked off. */
export const createSqliteLog = (connection: SqliteConnection): ReadingLog => ({
  async append(batch) {
    connection
      .prepare('insert into reading_log (readings, batch) values (?, ?)')
      .run(batch.atMs.length, encodeBatch(batch))
  },
  async read(_partition, offset, readings) {
    const rows = connection
      .prepare('select offset, readings, batch from reading_log where offset >= ? order by offset')
      .iterate(offset) as Iterable<{ offset: number; readings: number; batch: Uint8Array }>
    const entries: LogEntry[] = []
    let held = 0
    for (const row of rows) {
      entries.push({ offset: row.offset, batch: decodeBatch(row.batch) })
      held += row.readings
      if (held >= readings) break
    }
    return entries
  },
  async trim(_partition, offset) {
    connection.prepare('delete from reading_log where offset < ?').run(offset)
  },
  async backlog() {
    const row = connection.prepare('select coalesce(sum(readings), 0) as waiting from reading_log').get()
    return Number(row?.waiting)
  },
})
