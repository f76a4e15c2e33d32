import type { ImportProfile } from '../../../schemas/profile.ts'
import type { Fault } from '../fault.ts'
import type { RawDay } from '../raw-rows.ts'
import { isAbsent, numberOf, toKw } from './cells.ts'
import { datedRows } from './dated-rows.ts'
import { readPoints } from './day-points.ts'
import type { Header } from './header.ts'

/** Reads rows of `meter_id,date,P1..P96[,Q1..Q96][,revision]`, or of 48 or 24 points. */
export const dayRows = (header: Header, profile: ImportProfile): ((line: string) => RawDay | Fault) => {
  const { points, place } = header
  const placesOf = (kind: 'p' | 'q') => Array.from({ length: points }, (_, i) => place(`${kind}${i + 1}`))
  const active = placesOf('p')
  const reactive = place('q1') < 0 ? null : placesOf('q')
  const scaled = toKw(profile)
  return datedRows(header, profile, ['meter_id', 'date'], (cells, row) => {
    const kwAt = (point: number) => valueIn(cells[active[point]!]!)
    const kvarAt = reactive && ((point: number) => valueIn(cells[reactive[point]!]!))
    return { kind: 'day', ...row, ...readPoints(points, kwAt, kvarAt, scaled) }
  })
}

const valueIn = (cell: string): number | string =>
  numberOf(cell) ?? (isAbsent(cell) ? Number.NaN : cell.trim())
