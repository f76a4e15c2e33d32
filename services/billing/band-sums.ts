import type { BandSum } from '../../schemas/bill.ts'
import type { EpochDay } from '../../schemas/day.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import { kwhOf } from '../pricing/index.ts'
import { addBands, BANDS, type BandWh, NO_BANDS } from './energy.ts'
import type { PricedDay } from './priced-day.ts'
import { bandPrice, basePriceOf, type TimeOfUse } from './time-of-use.ts'

/** Energy by band, with what is to be said of the periods it goes by. */
export interface BandSums {
  /** null: not every day is told by hour */
  readonly bands: BandSum[] | null
  readonly notes: BothLanguages[]
}

/** Energy by band of all days together, and the price of each band where a dated table of the whole period is known. */
export const bandSums = (
  days: readonly PricedDay[],
  period: { readonly from: EpochDay; readonly to: EpochDay },
  voltageKv: number,
): BandSums => {
  const wh = days.reduce<BandWh | null>((sum, { energy }) => addBands(sum, energy?.bands ?? null), NO_BANDS)
  const tables = new Set(days.flatMap(({ timeOfUse }) => (timeOfUse ? [timeOfUse] : [])))
  if (!wh || tables.size === 0) return { bands: null, notes: [] }
  const [table] = tables as Set<TimeOfUse> & Iterable<TimeOfUse>
  const price = tables.size === 1 ? basePriceOf(table!, voltageKv, period.from, period.to) : undefined
  const bands = BANDS.map(band => ({
    band,
    kwh: kwhOf(wh[band]),
    basePrice: price && wh[band] !== 0 ? bandPrice(table!, price, band).toFixed(6) : null,
  }))
  return { bands, notes: [...[...tables].flatMap(startNotes), ...(price ? [priceNote(price)] : [])] }
}

const startNotes = ({ documentNo, effectiveFrom, publishedOn }: TimeOfUse): BothLanguages[] =>
  effectiveFrom === null
    ? [
        {
          zh: `分时时段依据 ${documentNo}；其执行起始日未核实，${publishedOn} 公布之日起按其时段划分。`,
          en: `The bands go by ${documentNo}. Its first day of force is not verified: days since its publication on ${publishedOn} are told by it.`,
        },
      ]
    : []

const priceNote = ({
  label,
  verification,
}: {
  readonly label: string
  readonly verification: string
}): BothLanguages => ({
  zh: `基础电价为 ${label} 价目，仅对执行该价目的用户有效，来源为转引：只有浮动部分随分时浮动。`,
  en: `The base prices are those of ${label} and hold for customers of that price alone (${verification}).`,
})
