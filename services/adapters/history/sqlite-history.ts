import type { SqliteConnection } from '../store/sqlite-connection.ts'
import type { History, StoredDay } from './port.ts'

const CREATE = `create table if not exists day_block (
  point_id text not null, day integer not null, interval_minutes integer not null,
  kw blob not null, kvar blob, revision blob, primary key (point_id, day)) without rowid`

const WRITE = `insert into day_block (point_id, day, interval_minutes, kw, kvar, revision) values (?, ?, ?, ?, ?, ?)
  on conflict (point_id, day) do update set interval_minutes = excluded.interval_minutes, kw = excluded.kw,
  kvar = excluded.kvar, revision = excluded.revision`

const WINDOW = 'select * from day_block where point_id = ? and day between ? and ? order by day'

interface Row {
  point_id: string
  day: number
  interval_minutes: number
  kw: Uint8Array
  kvar: Uint8Array | null
  revision: Uint8Array | null
}

/** Creates the tables; the writer does so once before anybody reads. */
export const prepareHistory = (connection: SqliteConnection): void => connection.raw.exec(CREATE)

/** The history as one row of blobs a point and day. */
export const createSqliteHistory = (connection: SqliteConnection): History => {
  const window = (pointId: string, from: number, to: number): StoredDay[] =>
    (connection.prepare(WINDOW).all(pointId, from, to) as unknown as Row[]).map(storedDay)
  return {
    async write(days) {
      const statement = connection.prepare(WRITE)
      for (const { pointId, day, intervalMinutes, kw, kvar, revision } of days) {
        statement.run(
          pointId,
          day,
          intervalMinutes,
          bytes(kw),
          kvar && bytes(kvar),
          revision && bytes(revision),
        )
      }
    },
    async read(pointId, day) {
      return window(pointId, day, day)[0]
    },
    async window(pointId, from, to) {
      return window(pointId, from, to)
    },
  }
}

const storedDay = (row: Row): StoredDay => ({
  pointId: row.point_id,
  day: row.day,
  intervalMinutes: row.interval_minutes,
  kw: new Float32Array(new Uint8Array(row.kw).buffer),
  kvar: row.kvar && new Float32Array(new Uint8Array(row.kvar).buffer),
  revision: row.revision && new Uint16Array(new Uint8Array(row.revision).buffer),
})

const bytes = (column: ArrayBufferView): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
