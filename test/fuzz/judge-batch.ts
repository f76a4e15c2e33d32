import { dayOf, dayStartMs, MS_PER_DAY } from '../../schemas/day.ts'
import type { ImportProfile } from '../../schemas/profile.ts'
import type { Batch, DayBatch, ReadingBatch, RegisterBatch } from '../../services/adapters/log/index.ts'
import { nowMs, stock } from '../golden/stock.ts'
import { must } from './must.ts'

const EARLIEST_MS = Date.parse('2005-01-01T00:00:00+08:00')
const LATEST_MS = nowMs() + MS_PER_DAY
const MOST_KW = 1_000_000

/** Whether a batch could have been made of readings that were checked; answers how many it holds. */
export const judgeBatch = (batch: Batch, { side, firstPoint }: ImportProfile): number => {
  const rows = batch.meter.length
  must(rows > 0, 'a batch is empty')
  must(batch.side === side, 'a batch tells another side than the profile')
  must(batch.revision.length === rows, 'revisions are as many as rows')
  must(
    batch.meter.every(m => m < batch.meterIds.length),
    'a row stands at no meter',
  )
  must(batch.meterIds.every(stock.knows), 'a meter is not in the registry')
  if (batch.kind === 'readings') return judgeReadings(batch)
  if (batch.kind === 'registers') return judgeRegisters(batch)
  must(batch.firstAtMidnight === (firstPoint === '00:00'), 'a batch tells another first point')
  return judgeDays(batch)
}

const judgeReadings = ({ meter, meterIds, intervalMinutes, atMs, kw, kvar }: ReadingBatch): number => {
  must(intervalMinutes.length === meterIds.length, 'intervals are as many as meters')
  for (const column of [atMs, kw, kvar]) must(column.length === meter.length, 'a column is too short or long')
  must(atMs.every(isInTime), 'a reading is before 2005 or in the future')
  must(kw.every(isPower), 'a kW is no power')
  must(kvar.every(isReactive), 'a kvar is no power')
  return meter.length
}

const judgeDays = ({ meter, points, day, kw, kvar }: DayBatch): number => {
  must([96, 48, 24].includes(points), 'a day has another number of points')
  must(day.length === meter.length, 'days are as many as rows')
  must(day.every(isDayInTime), 'a day is before 2005 or in the future')
  must(kw.length === meter.length * points, 'kW are as many as points')
  must(kvar === null || kvar.length === kw.length, 'kvar are as many as kW')
  must(
    kw.every(value => Number.isNaN(value) || isPower(value)),
    'a kW is no power',
  )
  must(kvar === null || kvar.every(isReactive), 'a kvar is no power')
  return kw.filter(value => !Number.isNaN(value)).length
}

const judgeRegisters = (batch: RegisterBatch): number => {
  const { meter, day, total, sharp, peak, flat, valley, maxKw, maxAtMs } = batch
  for (const column of [day, total, sharp, peak, flat, valley, maxKw, maxAtMs]) {
    must(column.length === meter.length, 'a column is too short or long')
  }
  must(day.every(isDayInTime), 'a day is before 2005 or in the future')
  must(total.every(isRegister), 'a total is no register')
  for (const column of [sharp, peak, flat, valley]) {
    must(
      column.every(value => Number.isNaN(value) || isRegister(value)),
      'a register is infinite or negative',
    )
  }
  must(
    maxKw.every(value => Number.isNaN(value) || isPower(value)),
    'a highest demand is no power',
  )
  must(
    maxAtMs.every(value => Number.isNaN(value) || isInTime(value)),
    'a highest demand is before 2005 or in the future',
  )
  return meter.length
}

const isInTime = (atMs: number): boolean => atMs >= EARLIEST_MS && atMs <= LATEST_MS
const isDayInTime = (day: number): boolean => day >= dayOf(EARLIEST_MS) && dayStartMs(day + 1) <= LATEST_MS
const isPower = (kw: number): boolean => kw >= 0 && kw <= MOST_KW
const isReactive = (kvar: number): boolean => Number.isNaN(kvar) || Math.abs(kvar) <= MOST_KW
const isRegister = (kwh: number): boolean => kwh >= 0 && Number.isFinite(kwh)
