import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseDay } from '../../schemas/day.ts'
import { openEmbedded, openEmbeddedReader } from '../../services/adapters/index.ts'
import { MARK } from '../support/readings.ts'
import { fleetDays } from './fleet-days.ts'
import { type Figure, measure, percentileMs } from './measure.ts'
import { withFolder } from './service.ts'

const METERS = 1_000
const DAYS = 60
const FIRST_DAY = parseDay('2026-05-01')
const WINDOWS = 2_000
const ROW_POINTS = 100
const SLOTS = 96

/** Windows of one point and the space on the disk, beside a table with a row for each reading. */
export const benchHistory = async (): Promise<Figure[]> =>
  withFolder(async folder => {
    const { meters, days } = fleetDays({ meters: METERS, days: DAYS, firstDay: FIRST_DAY })
    const ports = await openEmbedded(folder, 'scratch')
    const column = (texts: readonly string[]): Float32Array<ArrayBuffer> => Float32Array.from(texts, Number)
    await ports.store.transact(async () => {
      for (const { meterId, date, kw, kvar } of days) {
        const place = { pointId: meterId, day: parseDay(date), intervalMinutes: 15 }
        const source = { sources: [{ meterId, multiplier: null }], source: null, clashed: null }
        const values = { kw: column(kw), kvar: column(kvar), revision: null }
        await ports.history.write([{ ...place, ...values, ...source }], MARK)
      }
    })
    await ports.close()
    const bytes = tableBytes(join(folder, 'dianshao.sqlite'), ['day_block', 'sqlite_autoindex_day_block_1'])
    const quarterly = meters.filter(({ intervalMinutes }) => intervalMinutes === 15)
    const reader = openEmbeddedReader(folder)
    const rows = rowTable(join(folder, 'rows.sqlite'), days.slice(0, ROW_POINTS * DAYS))
    try {
      const figures: Figure[] = []
      for (const window of [7, 30]) {
        const ours: number[] = []
        const theirs: number[] = []
        for (let i = 0; i < WINDOWS; i++) {
          const from = FIRST_DAY + ((i * 7) % (DAYS - window))
          const point = quarterly[(i * 13) % quarterly.length]!.pointId
          ours.push(
            (await measure(() => reader.history.window(point, from, from + window - 1))).seconds * 1_000,
          )
          if (i < ROW_POINTS) theirs.push((await measure(() => rows.window(i, from, window))).seconds * 1_000)
        }
        figures.push({
          what: `${window}-day window of one point, kW and kvar, warm`,
          value: `p50 ${percentileMs(ours, 50)}, p95 ${percentileMs(ours, 95)}`,
          beside: `aim p95 ${window === 7 ? 2 : 5} ms; a row for each reading: p95 ${percentileMs(theirs, 95)}`,
        })
      }
      figures.push({
        what: 'log and history on the disk, per reading and quantity',
        value: `${(bytes / (days.length * SLOTS * 2)).toFixed(2)} bytes`,
        beside: `aim 8; a row for each reading: ${rows.bytesPerValue.toFixed(1)}`,
      })
      return figures
    } finally {
      rows.close()
      reader.close()
    }
  })

const tableBytes = (path: string, names: readonly string[]): number => {
  const database = new DatabaseSync(path, { readOnly: true })
  const marks = names.map(() => '?').join(',')
  const row = database.prepare(`select sum(pgsize) as n from dbstat where name in (${marks})`).get(...names)
  database.close()
  return Number(row?.n)
}

/** The yardstick: SQLite with a row for each reading. */
const rowTable = (path: string, days: ReturnType<typeof fleetDays>['days']) => {
  const database = new DatabaseSync(path)
  database.exec(`pragma journal_mode = wal; pragma synchronous = off;
    create table reading (point integer, at integer, kw real, kvar real, primary key (point, at)) without rowid; begin`)
  const insert = database.prepare('insert or replace into reading values (?, ?, ?, ?)')
  const points = new Map<string, number>()
  for (const { meterId, date, kw, kvar } of days) {
    const point = points.get(meterId) ?? points.size
    points.set(meterId, point)
    const first = parseDay(date) * SLOTS
    for (let slot = 0; slot < SLOTS; slot++)
      insert.run(point, first + slot, Number(kw[slot]), Number(kvar[slot]))
  }
  database.exec('commit')
  const select = database.prepare('select at, kw, kvar from reading where point = ? and at between ? and ?')
  const { n } = database.prepare(`select sum(pgsize) as n from dbstat where name = 'reading'`).get() as {
    n: number
  }
  return {
    bytesPerValue: n / (days.length * SLOTS * 2),
    window: (i: number, from: number, length: number) =>
      select.all(i % points.size, from * SLOTS, (from + length) * SLOTS - 1),
    close: () => database.close(),
  }
}
