import { dayStartMs, MS_PER_DAY, parseDay, shanghaiText } from '../../schemas/day.ts'
import type { Preview } from '../../services/ingest/index.ts'
import type { ExpectedIntake } from './read-golden.ts'
import { stock } from './stock.ts'
import type { DayTexts } from './tell.ts'

export const cellsOf = (row: string): string[] => row.split('|').map(cell => cell.trim())
export const lineOf = (row: string): number => Number(cellsOf(row)[0])
export const withoutLine = (row: string): string => cellsOf(row).slice(1).join(' | ')

const valuesOf = (rows: readonly string[]): string[] => rows.flatMap(row => row.trim().split(/\s+/))
const filledOf = (rows: readonly string[]): number[] =>
  valuesOf(rows)
    .filter(value => value !== '-')
    .map(Number)

export const expectedDays = ({ days }: ExpectedIntake): DayTexts[] =>
  days.map(({ row, kw, kvar }) => ({
    row: withoutLine(row),
    kw: valuesOf(kw).join(' '),
    kvar: (kvar ? valuesOf(kvar) : valuesOf(kw).map(() => '-')).join(' '),
  }))

export const expectedCounts = ({ readings, registers, days, rejects }: ExpectedIntake) => {
  const accepted = readings.length + registers.length + days.flatMap(({ kw }) => filledOf(kw)).length
  return { received: accepted + rejects.length, accepted, rejected: rejects.length }
}

/** What a preview must say of the good lines: meter, end, readings and the first four kW of the primary side. */
export const expectedPreview = ({
  profile,
  readings,
  days,
  registers,
}: ExpectedIntake): Map<number, string> => {
  const primary = (meterId: string, kw: number[]): number[] => {
    const times = profile?.side === 'secondary' ? stock.find(meterId, parseDay('2026-03-05'))!.multiplier : 1
    return kw.slice(0, 4).map(value => value * times)
  }
  const told: [number, string][] = [
    ...readings.map((row): [number, string] => {
      const [, meterId, to, kw] = cellsOf(row) as [string, string, string, string]
      return [lineOf(row), shown(meterId, to, 1, primary(meterId, [Number(kw)]))]
    }),
    ...registers.map((row): [number, string] => {
      const [, meterId, day] = cellsOf(row) as [string, string, string]
      const kw = filledOf([cellsOf(row)[8]!])
      return [
        lineOf(row),
        shown(meterId, shanghaiText(dayStartMs(parseDay(day) + 1)), 1, primary(meterId, kw)),
      ]
    }),
    ...days.map(({ row, kw }): [number, string] => {
      const [, meterId, day, first] = cellsOf(row) as [string, string, string, string]
      const firstMs = Date.parse(`${day}T${first}:00+08:00`)
      const lastMs = firstMs + MS_PER_DAY - MS_PER_DAY / valuesOf(kw).length
      const filled = filledOf(kw)
      return [lineOf(row), shown(meterId, shanghaiText(lastMs), filled.length, primary(meterId, filled))]
    }),
  ]
  return new Map(told)
}

/** A row of a preview as `expectedPreview` writes it. */
export const previewText = ({ understood }: Preview['rows'][number]): string =>
  understood ? shown(understood.meterId, understood.to ?? '', understood.points, understood.kw) : ''

const shown = (meterId: string, to: string, points: number, kw: readonly number[]): string =>
  [meterId, to, points, ...kw.map(value => Number(value.toPrecision(6)))].join(' | ')
