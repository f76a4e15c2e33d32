import type { SqliteConnection } from '../store/sqlite-connection.ts'
import type { History, Source, StoredDay, StoredRegister } from './port.ts'

const CREATE = `
  create table if not exists day_block (
    point_id text not null, day integer not null, interval_minutes integer not null, kw blob not null, kvar blob,
    revision blob, sources text, source blob, clashed blob, primary key (point_id, day));
  -- A meter's registers stand beside those of the meter that followed it on the same day.
  create table if not exists register_day (
    point_id text not null, day integer not null, meter_id text not null, multiplier real, total real, sharp real,
    peak real, flat real, valley real, max_kw real, max_at real, revision integer not null,
    primary key (point_id, day, meter_id)) without rowid;`

// An upsert changes the row in its place; REPLACE would write it anew at the table's end.
const WRITE = `insert into day_block values (?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (point_id, day) do update set interval_minutes = excluded.interval_minutes, kw = excluded.kw,
  kvar = excluded.kvar, revision = excluded.revision, sources = excluded.sources, source = excluded.source,
  clashed = excluded.clashed`
const WRITE_REGISTER = 'insert or replace into register_day values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
const WINDOW = 'select * from day_block where point_id = ? and day between ? and ? order by day'
const REGISTERS =
  'select * from register_day where point_id = ? and day between ? and ? order by day, meter_id'

interface Row {
  point_id: string
  day: number
  interval_minutes: number
  kw: Uint8Array
  kvar: Uint8Array | null
  revision: Uint8Array | null
  /** JSON [[meter id, multiplier]]; null when the point's own meter delivered primary values */
  sources: string | null
  source: Uint8Array | null
  clashed: Uint8Array | null
}

interface RegisterRow {
  point_id: string
  day: number
  meter_id: string
  multiplier: number | null
  total: number | null
  sharp: number | null
  peak: number | null
  flat: number | null
  valley: number | null
  max_kw: number | null
  max_at: number | null
  revision: number
}

/** Creates the tables; the writer does so once before anybody reads. */
export const prepareHistory = (connection: SqliteConnection): void => connection.raw.exec(CREATE)

/** The history as one row of blobs a point and day. */
export const createSqliteHistory = (connection: SqliteConnection): History => {
  const window = (pointId: string, from: number, to: number): StoredDay[] =>
    (connection.prepare(WINDOW).all(pointId, from, to) as unknown as Row[]).map(storedDay)
  const registers = (pointId: string, from: number, to: number): StoredRegister[] =>
    (connection.prepare(REGISTERS).all(pointId, from, to) as unknown as RegisterRow[]).map(storedRegister)
  return {
    async write(days) {
      const statement = connection.prepare(WRITE)
      for (const day of days) {
        statement.run(
          day.pointId,
          day.day,
          day.intervalMinutes,
          bytes(day.kw),
          day.kvar && bytes(day.kvar),
          day.revision && bytes(day.revision),
          sourcesText(day),
          day.source && bytes(day.source),
          day.clashed && bytes(day.clashed),
        )
      }
    },
    async read(pointId, day) {
      return window(pointId, day, day)[0]
    },
    async readMany(wanted) {
      return wanted.flatMap(({ pointId, day }) => window(pointId, day, day))
    },
    async window(pointId, from, to) {
      return window(pointId, from, to)
    },
    async writeRegisters(rows) {
      const statement = connection.prepare(WRITE_REGISTER)
      for (const { pointId, day, source, revision, ...values } of rows) {
        const { total, sharp, peak, flat, valley, maxKw, maxAtMs } = values
        const numbers = [total, sharp, peak, flat, valley, maxKw, maxAtMs].map(orNull)
        statement.run(pointId, day, source.meterId, source.multiplier, ...numbers, revision)
      }
    },
    async registers(pointId, from, to) {
      return registers(pointId, from, to)
    },
    async registersOf(wanted) {
      return wanted.flatMap(({ pointId, day }) => registers(pointId, day, day))
    },
    async remove(pointId, day) {
      connection.prepare('delete from day_block where point_id = ? and day = ?').run(pointId, day)
    },
    async removeRegister({ pointId, day, source }) {
      connection
        .prepare('delete from register_day where point_id = ? and day = ? and meter_id = ?')
        .run(pointId, day, source.meterId)
    },
    async letGo(pointId, day, atMost) {
      let gone = 0
      for (const table of ['day_block', 'register_day']) {
        const { changes } = connection
          .prepare(
            `delete from ${table} where point_id = ? and day in
             (select day from ${table} where point_id = ? and day < ? order by day limit ?)`,
          )
          .run(pointId, pointId, day, atMost - gone)
        gone += Number(changes)
      }
      return gone
    },
  }
}

const storedDay = (row: Row): StoredDay => ({
  pointId: row.point_id,
  day: row.day,
  intervalMinutes: row.interval_minutes,
  kw: new Float32Array(copy(row.kw)),
  kvar: row.kvar && new Float32Array(copy(row.kvar)),
  revision: row.revision && new Uint16Array(copy(row.revision)),
  sources: sourcesOf(row),
  source: row.source && new Uint8Array(copy(row.source)),
  clashed: row.clashed && new Uint8Array(copy(row.clashed)),
})

const sourcesText = ({ pointId, sources }: StoredDay): string | null => {
  const [first] = sources
  if (sources.length === 1 && first!.meterId === pointId && first!.multiplier === null) return null
  return JSON.stringify(sources.map(({ meterId, multiplier }) => [meterId, multiplier]))
}

const sourcesOf = ({ point_id, sources }: Row): Source[] =>
  sources === null
    ? [{ meterId: point_id, multiplier: null }]
    : (JSON.parse(sources) as [string, number | null][]).map(([meterId, multiplier]) => ({
        meterId,
        multiplier,
      }))

const storedRegister = (row: RegisterRow): StoredRegister => ({
  pointId: row.point_id,
  day: row.day,
  source: { meterId: row.meter_id, multiplier: row.multiplier },
  total: row.total ?? Number.NaN,
  sharp: row.sharp ?? Number.NaN,
  peak: row.peak ?? Number.NaN,
  flat: row.flat ?? Number.NaN,
  valley: row.valley ?? Number.NaN,
  maxKw: row.max_kw ?? Number.NaN,
  maxAtMs: row.max_at ?? Number.NaN,
  revision: row.revision,
})

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)

const copy = (blob: Uint8Array): ArrayBuffer => new Uint8Array(blob).buffer

const bytes = (column: ArrayBufferView): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
