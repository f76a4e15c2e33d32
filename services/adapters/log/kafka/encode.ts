import { dayText, shanghaiText } from '../../../../schemas/day.ts'
import { shortest } from '../../../../schemas/single.ts'
import type { Batch, DayBatch, ReadingBatch, RegisterBatch } from '../port.ts'

const MS_PER_SECOND = 1_000
/** Below, a number with three decimals has no more digits than `shortest` would try first */
const PLAIN_BELOW = 1_000

/** Row i of a batch as the JSON of its contract: `Reading`, `DayRow` or `DailyRegister`. */
export const rowEncoder = (batch: Batch): ((row: number) => string) => {
  const ids = batch.meterIds.map(id => JSON.stringify(id))
  const start = (row: number): string => `{"meterId":${ids[batch.meter[row]!]}`
  const end = (row: number): string =>
    batch.revision[row] === 0 ? '}' : `,"revision":${batch.revision[row]}}`
  const middle = MIDDLES[batch.kind](batch as never)
  return row => `${start(row)},${middle(row)}${end(row)}`
}

type Middle = (row: number) => string

const ofReadings = ({ atMs, kw, kvar }: ReadingBatch): Middle => {
  const at = createInstants()
  return row => {
    const reactive = kvar[row]!
    const text = `"at":"${at(atMs[row]!)}","kw":${decimal(kw[row]!)}`
    return Number.isNaN(reactive) ? text : `${text},"kvar":${decimal(reactive)}`
  }
}

const ofDays = ({ day, points, kw, kvar }: DayBatch): Middle => {
  const list = (values: Float32Array, row: number): string => {
    const texts: string[] = []
    for (let i = row * points; i < (row + 1) * points; i++) texts.push(decimal(values[i]!))
    return texts.join(',')
  }
  return row => {
    const text = `"date":"${dayText(day[row]!)}","kw":[${list(kw, row)}]`
    return kvar ? `${text},"kvar":[${list(kvar, row)}]` : text
  }
}

const ofRegisters = (batch: RegisterBatch): Middle => {
  const told = ['total', 'sharp', 'peak', 'flat', 'valley', 'maxKw'] as const
  const at = createInstants()
  return row => {
    const texts = [`"date":"${dayText(batch.day[row]!)}"`]
    for (const name of told) {
      const value = batch[name][row]!
      if (!Number.isNaN(value)) texts.push(`"${name}":${value}`)
    }
    const maxAt = batch.maxAtMs[row]!
    if (!Number.isNaN(maxAt)) texts.push(`"maxKwAt":"${at(maxAt)}"`)
    return texts.join(',')
  }
}

const MIDDLES = { readings: ofReadings, days: ofDays, registers: ofRegisters }

/** The shortest decimal of a single-precision value; null for none. */
const decimal = (single: number): string => {
  if (Number.isNaN(single)) return 'null'
  const plain = Math.round(single * 1_000) / 1_000
  return String(plain < PLAIN_BELOW && Math.fround(plain) === single ? plain : shortest(single))
}

/** Instants as text; neighbouring rows often have the same. */
const createInstants = (): ((ms: number) => string) => {
  let lastMs = Number.NaN
  let text = ''
  return ms => {
    if (ms !== lastMs) {
      lastMs = ms
      text = ms % MS_PER_SECOND === 0 ? shanghaiText(ms) : new Date(ms).toISOString()
    }
    return text
  }
}
