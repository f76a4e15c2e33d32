import fc from 'fast-check'
import { dayText, type EpochDay, parseDay } from '../../../schemas/day.ts'
import type { Meter } from '../../../schemas/meter.ts'
import { meter } from '../../support/meters.ts'

export const FIRST = parseDay('2024-01-01')
export const DAYS = 12
/** Days to ask about: before, among and after all first and last days. */
export const ALL_DAYS: readonly EpochDay[] = Array.from({ length: DAYS + 4 }, (_, i) => FIRST - 2 + i)

/** A registry as a plain list, asked day by day. */
export type Model = readonly Meter[]

const beginOf = ({ validFrom }: Meter): number => (validFrom === null ? 0 : parseDay(validFrom))
const endOf = ({ validTo }: Meter): number =>
  validTo === null ? Number.POSITIVE_INFINITY : parseDay(validTo)

/** What holds for a meter: the row that began last, unless it has ended. */
export const holding = (model: Model, meterId: string, day: EpochDay): Meter | undefined => {
  const begun = model.filter(row => row.meterId === meterId && beginOf(row) <= day)
  const last = begun.sort((a, b) => beginOf(b) - beginOf(a))[0]
  return last && endOf(last) >= day ? last : undefined
}

/** Who speaks for a point: a main feed, of several the one that began last, of these the first by name. */
export const speaking = (model: Model, pointId: string, day: EpochDay): Meter | undefined =>
  [...new Set(model.map(({ meterId }) => meterId))]
    .flatMap(id => holding(model, id, day) ?? [])
    .filter(row => row.pointId === pointId)
    .sort(
      (a, b) =>
        (a.feed === 'main' ? 0 : 1) - (b.feed === 'main' ? 0 : 1) ||
        beginOf(b) - beginOf(a) ||
        (a.meterId < b.meterId ? -1 : 1),
    )[0]

/** One more import, by the words of its docstring. */
export const imported = (model: Model, rows: readonly Meter[], replace: boolean): Model => {
  let result = [...model]
  for (const row of rows) {
    const own = rows.filter(({ meterId }) => meterId === row.meterId)
    const known = model.filter(({ meterId }) => meterId === row.meterId)
    if (replace) {
      if (row === own[0]) result = result.filter(({ meterId }) => meterId !== row.meterId)
      result.push(row)
      continue
    }
    const latest = known
      .filter(held => beginOf(held) <= endOf(row))
      .sort((a, b) => beginOf(b) - beginOf(a))[0]
    const corrects = row.validFrom === null && own.length === 1 ? latest : undefined
    const entry = corrects
      ? { ...row, validFrom: corrects.validFrom, validTo: row.validTo ?? corrects.validTo }
      : row
    result = result.filter(held => held.meterId !== row.meterId || beginOf(held) !== beginOf(entry))
    result.push(entry)
  }
  return result
}

const date = fc.option(fc.nat(DAYS - 1).map(i => dayText(FIRST + i)))

/** A row of one of three meters at one of two points. */
export const row: fc.Arbitrary<Meter> = fc
  .record({
    meterId: fc.constantFrom('M1', 'M2', 'M3'),
    pointId: fc.constantFrom('P1', 'P2'),
    customerId: fc.constantFrom('C1', 'C2'),
    customerName: fc.constantFrom('甲', '乙'),
    contractKva: fc.constantFrom(0, 100),
    multiplier: fc.constantFrom(1, 60),
    feed: fc.constantFrom('main' as const, 'backup' as const),
    licensedProcesses: fc.constantFrom<Meter['licensedProcesses'][]>([], ['forging'], ['rolling', 'forging']),
    validFrom: date,
    validTo: date,
  })
  .filter(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo)
  .map(one => meter(one))

/** The rows of one import: a meter begins no two of them on one day. */
export const rows = fc.uniqueArray(row, {
  maxLength: 5,
  selector: ({ meterId, validFrom }) => `${meterId} ${validFrom}`,
})
