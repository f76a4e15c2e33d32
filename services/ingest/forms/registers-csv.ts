import { dayText } from '../../../schemas/day.ts'
import type { ImportProfile } from '../../../schemas/profile.ts'
import { type Fault, fault } from '../fault.ts'
import type { RawRegister } from '../raw-rows.ts'
import { isAbsent, notANumber, numberOf, toKw } from './cells.ts'
import { datedRows } from './dated-rows.ts'
import type { Header } from './header.ts'
import { createInstantReader } from './instant.ts'

const NUMBERS = ['reg_total', 'reg_sharp', 'reg_peak', 'reg_flat', 'reg_valley', 'max_kw'] as const
const TIME_ALONE = /^\d\d?:\d\d(:\d\d(\.\d+)?)?$/
const PLANT_ZONE = '+08:00'

/**
 * Reads rows of `meter_id,date,reg_total[,reg_sharp,reg_peak,reg_flat,reg_valley][,max_kw,max_kw_at][,revision]`.
 * `max_kw_at` may be a time alone: of the day that the registers end.
 */
export const registerRows = (
  header: Header,
  profile: ImportProfile,
): ((line: string) => RawRegister | Fault) => {
  const places = NUMBERS.map(name => header.place(name))
  const maxAt = header.place('max_kw_at')
  const instant = createInstantReader(profile.zone ?? PLANT_ZONE)
  const scaled = toKw(profile)
  return datedRows(header, profile, ['meter_id', 'date', 'reg_total'], (cells, row) => {
    const day = profile.registerAt === 'day-start' ? row.day - 1 : row.day
    const numbers = places.map(at => (at < 0 || isAbsent(cells[at]!) ? Number.NaN : numberOf(cells[at]!)))
    const bad = numbers.indexOf(undefined)
    if (bad >= 0) return notANumber(NUMBERS[bad]!, cells[places[bad]!]!)
    const [total, sharp, peak, flat, valley, maxKw] = numbers as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    const time = maxAt < 0 ? '' : cells[maxAt]!.trim()
    const maxAtMs = isAbsent(time)
      ? Number.NaN
      : instant(TIME_ALONE.test(time) ? `${dayText(day)} ${time}` : time)
    if (!isAbsent(time) && Number.isNaN(maxAtMs)) return badTime(time)
    return { kind: 'register', ...row, day, total, sharp, peak, flat, valley, maxKw: scaled(maxKw), maxAtMs }
  })
}

const badTime = (text: string): Fault =>
  fault('bad-time', `max_kw_at "${text.slice(0, 40)}" is no time, such as 09:45 or 2026-11-01 09:45.`)
