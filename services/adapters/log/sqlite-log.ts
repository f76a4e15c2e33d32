import type { SqliteConnection } from '../store/sqlite-connection.ts'
import { decodeBatch, encodeBatch } from './batch-codec.ts'
import type { LogEntry, ReadingLog } from './port.ts'
import { readingsIn } from './readings-in.ts'

const CREATE = `
  create table if not exists batch_log (
    offset integer primary key autoincrement, partition integer not null, readings integer not null, batch blob not null,
    appended_at integer not null default 0);
  create index if not exists batch_log_partition on batch_log (partition, offset, readings);`

const KNOWS_ITS_TIME = "select 1 from pragma_table_info('batch_log') where name = 'appended_at'"
const ADD_ITS_TIME = 'alter table batch_log add column appended_at integer not null default 0'

/** Creates the table, or brings an older one up to date; the writer does so once before anybody reads. */
export const prepareLog = ({ raw }: SqliteConnection): void => {
  raw.exec(CREATE)
  if (!raw.prepare(KNOWS_ITS_TIME).get()) raw.exec(ADD_ITS_TIME)
}

/** The reading log as a table of batches: an entry is deleted when it is worked off. */
export const createSqliteLog = (connection: SqliteConnection): ReadingLog => ({
  async append(partition, batch) {
    connection
      .prepare('insert into batch_log (partition, readings, batch, appended_at) values (?, ?, ?, ?)')
      .run(partition, readingsIn(batch), encodeBatch(batch), Date.now())
  },
  async read(partition, offset, readings) {
    const rows = connection
      .prepare(
        'select offset, readings, batch from batch_log where partition = ? and offset >= ? order by offset',
      )
      .iterate(partition, offset) as Iterable<{ offset: number; readings: number; batch: Uint8Array }>
    const entries: LogEntry[] = []
    let held = 0
    for (const row of rows) {
      entries.push({ offset: row.offset, batch: decodeBatch(row.batch) })
      held += row.readings
      if (held >= readings) break
    }
    return entries
  },
  async trim(partition, offset) {
    connection.prepare('delete from batch_log where partition = ? and offset < ?').run(partition, offset)
  },
  async backlog(partition) {
    const row =
      partition === undefined
        ? connection.prepare('select coalesce(sum(readings), 0) as waiting from batch_log').get()
        : connection
            .prepare('select coalesce(sum(readings), 0) as waiting from batch_log where partition = ?')
            .get(partition)
    return Number(row?.waiting)
  },
  async waitingSinceMs() {
    const row = connection.prepare('select min(appended_at) as since from batch_log').get()
    return (row?.since as number | null | undefined) ?? null
  },
})
