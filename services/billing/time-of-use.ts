import Big from 'big.js'
import { z } from 'zod'
import { Band } from '../../schemas/bill.ts'
import { dayText, type EpochDay, parseDay } from '../../schemas/day.ts'
import { SourceStatus } from '../../schemas/tariff.ts'
import tables from './time-of-use.data.json' with { type: 'json' }

const Clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const Decimal = z.string().regex(/^-?\d+\.\d+$/)

const BasePrice = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  fromKv: z.number(),
  toKv: z.number().describe('Inclusive'),
  label: z.string(),
  floatingBase: Decimal.describe('yuan/kWh that floats'),
  fixed: Decimal.describe('yuan/kWh that does not'),
  sourceStatus: SourceStatus,
  verification: z.string(),
  source: z.string(),
})
export type BasePrice = z.infer<typeof BasePrice>

const TimeOfUse = z.object({
  id: z.string(),
  jurisdiction: z.string(),
  documentNo: z.string(),
  documentTitle: z.string(),
  publishedOn: z.iso.date(),
  effectiveFrom: z.iso.date().nullable().describe('null: not verified; days since its publication go by it'),
  effectiveTo: z.iso.date().nullable(),
  sourceStatus: SourceStatus,
  verification: z.string(),
  source: z.string(),
  periods: z
    .array(z.object({ band: Band, from: Clock, to: Clock }))
    .describe('From 00:00 to 24:00, in order'),
  sharpPeak: z.object({ months: z.array(z.int().min(1).max(12)), from: Clock, to: Clock }),
  floats: z.object({ peak: Decimal, valley: Decimal, sharpOverPeak: Decimal }),
  prices: z.array(BasePrice),
})
/** The periods of a day by which prices float, with the document that says so. */
export type TimeOfUse = z.infer<typeof TimeOfUse>

const known = z
  .array(TimeOfUse)
  .parse(tables)
  .map(table => ({
    table,
    from: parseDay(table.effectiveFrom ?? table.publishedOn),
    to: table.effectiveTo === null ? Number.POSITIVE_INFINITY : parseDay(table.effectiveTo),
  }))

/** The periods that hold on a plant's day at a place; undefined when none is known for it. */
export const timeOfUseOn = (jurisdictions: readonly string[], day: EpochDay): TimeOfUse | undefined =>
  known.find(({ table, from, to }) => jurisdictions.includes(table.jurisdiction) && from <= day && day <= to)
    ?.table

/** The band of an hour of a day, 0 up to 24, such as 12.25. */
export const bandOf = ({ periods, sharpPeak }: TimeOfUse, day: EpochDay, hour: number): Band => {
  const isSharp =
    sharpPeak.months.includes(Number(dayText(day).slice(5, 7))) &&
    hoursOf(sharpPeak.from) <= hour &&
    hour < hoursOf(sharpPeak.to)
  if (isSharp) return '尖峰'
  return periods.find(({ to }) => hour < hoursOf(to))!.band
}

const hoursOf = (clock: string): number => Number(clock.slice(0, 2)) + Number(clock.slice(3)) / 60

/** What an amount that floats is multiplied by in a band, exact. */
export const floatFactor = ({ floats }: TimeOfUse, band: Band): Big => {
  const peak = new Big(1).plus(floats.peak)
  switch (band) {
    case '尖峰':
      return peak.times(new Big(1).plus(floats.sharpOverPeak))
    case '峰':
      return peak
    case '平':
      return new Big(1)
    case '谷':
      return new Big(1).plus(floats.valley)
  }
}

/** The price of a kWh in a band, yuan, exact: only the base floats (平段 = floating base + fixed part). */
export const bandPrice = (tou: TimeOfUse, { floatingBase, fixed }: BasePrice, band: Band): Big =>
  new Big(floatingBase).times(floatFactor(tou, band)).plus(fixed)

/** The table of base prices of a voltage that holds on every day of a period; undefined when none is known. */
export const basePriceOf = (
  { prices }: TimeOfUse,
  voltageKv: number,
  from: EpochDay,
  to: EpochDay,
): BasePrice | undefined =>
  prices.find(
    one =>
      one.from <= dayText(from) && dayText(to) <= one.to && one.fromKv <= voltageKv && voltageKv <= one.toKv,
  )
