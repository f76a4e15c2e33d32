import type { EpochDay } from '../../../../schemas/day.ts'
import type { History, PointDay, StoredDay, WriteMark, WrittenDay } from '../port.ts'
import { changedLines, goneLines } from './changed-lines.ts'
import type { InfluxPlace } from './connection.ts'
import { type DayTotal, totalLines } from './day-totals.ts'
import { type HeldRegister, readRegisters, storedRegisters } from './held-registers.ts'
import { letGo } from './let-go.ts'
import { fieldsQuery, type Stretch, stretchesOf } from './queries.ts'
import { type IsCommitted, readDays } from './read-days.ts'
import { freshLines } from './reading-lines.ts'
import { goneRegisterLines, isNumbered, registerLines } from './register-lines.ts'
import { type InfluxCounts, openServer, type Server, type ServerOptions } from './server.ts'
import type { HeldDay } from './slots.ts'
import { hasReadings, storedDay } from './stored-day.ts'

export interface InfluxOptions extends InfluxPlace, Partial<ServerOptions> {
  /** Whether a value from a place in the log counts; all do for those who only read */
  readonly isCommitted?: IsCommitted
}

/** The reading history in a bucket of InfluxDB 2. */
export interface InfluxHistory extends History {
  /** Keeps sums of days beside the readings, for those who look at the bucket itself. */
  writeDayTotals(totals: readonly DayTotal[]): Promise<void>
  /** Asks the server whether it is there. */
  ping(): Promise<void>
  /** Whether the server answered when last asked */
  isConnected(): boolean
  readonly counts: Readonly<InfluxCounts>
  close(): Promise<void>
}

const QUERIES_AT_ONCE = 2
const ALL: IsCommitted = () => true

/** Opens a bucket. Throws EngineError with a sentence when the server cannot be used as it is set up. */
export const openInfluxHistory = async (options: InfluxOptions): Promise<InfluxHistory> => {
  const { bucket, isCommitted = ALL } = options
  const server = await openServer(options, options)
  const read = createReads(server, bucket, isCommitted)
  const { send } = server
  return {
    ...readHistory(read),
    async write(days, mark) {
      const whole = days.filter(({ fresh }) => !fresh)
      const held = new Map((await read.days(stretchesOf(whole))).map(day => [keyOf(day), day]))
      await send(dayLines(days, held, mark))
    },
    async writeRegisters(rows, mark) {
      const unnumbered = rows.filter(row => !isNumbered(row))
      await send(registerLines(rows, await read.registers(stretchesOf(unnumbered)), mark))
    },
    async remove(pointId, day, mark) {
      const [held] = await read.days([{ points: [pointId], from: day, to: day }])
      if (held) await send(goneLines(held, mark, () => true))
    },
    async removeRegister(row, mark) {
      const { pointId, day } = row
      const held = await read.registers([{ points: [pointId], from: day, to: day }])
      await send(goneRegisterLines(row, held, mark))
    },
    letGo: (pointId, day, atMost) => letGo(pointId, day, atMost, { bucket, ...server }),
    writeDayTotals: totals => send(totalLines(totals)),
    ping: server.ping,
    isConnected: server.isConnected,
    counts: server.counts,
    async close() {
      server.close()
    },
  }
}

const keyOf = ({ pointId, day }: PointDay): string => `${day} ${pointId}`

function* dayLines(
  days: readonly WrittenDay[],
  held: ReadonlyMap<string, HeldDay>,
  mark: WriteMark,
): Generator<string> {
  for (const day of days) {
    if (day.fresh) yield* freshLines(day, day.fresh)
    else yield* changedLines(day, held.get(keyOf(day)), mark)
  }
}

interface Reads {
  days(stretches: readonly Stretch[]): Promise<HeldDay[]>
  registers(stretches: readonly Stretch[]): Promise<Map<string, HeldRegister>>
}

const createReads = (server: Server, bucket: string, isCommitted: IsCommitted): Reads => {
  /** A few questions at a time, each answer taken in as it comes. */
  const ask = async (
    measurement: string,
    stretches: readonly Stretch[],
    take: (csv: string) => void,
  ): Promise<void> => {
    const queue = stretches.values()
    const worker = async (): Promise<void> => {
      for (const stretch of queue) take(await server.query(fieldsQuery(bucket, measurement, stretch)))
    }
    await Promise.all(Array.from({ length: QUERIES_AT_ONCE }, worker))
  }
  return {
    async days(stretches) {
      const days: HeldDay[] = []
      await ask('reading', stretches, csv => days.push(...readDays(csv, isCommitted)))
      return days
    },
    async registers(stretches) {
      const rows = new Map<string, HeldRegister>()
      await ask('register', stretches, csv => {
        for (const [key, row] of readRegisters(csv, isCommitted)) rows.set(key, row)
      })
      return rows
    },
  }
}

type Reading = Pick<History, 'read' | 'readMany' | 'window' | 'registers' | 'registersOf'>

const readHistory = (read: Reads): Reading => {
  const readMany = async (wanted: readonly PointDay[]): Promise<StoredDay[]> => {
    const keys = new Set(wanted.map(keyOf))
    const days = await read.days(stretchesOf(wanted))
    return days.filter(day => keys.has(keyOf(day))).map(storedDay)
  }
  const stretch = (pointId: string, from: EpochDay, to: EpochDay): Stretch[] =>
    from > to ? [] : [{ points: [pointId], from, to }]
  return {
    readMany,
    read: async (pointId, day) => (await readMany([{ pointId, day }]))[0],
    async window(pointId, from, to) {
      const days = (await read.days(stretch(pointId, from, to))).map(storedDay)
      return days.filter(hasReadings).sort((a, b) => a.day - b.day)
    },
    registers: async (pointId, from, to) => storedRegisters(await read.registers(stretch(pointId, from, to))),
    async registersOf(wanted) {
      const keys = new Set(wanted.map(keyOf))
      return storedRegisters(await read.registers(stretchesOf(wanted))).filter(row => keys.has(keyOf(row)))
    },
  }
}
