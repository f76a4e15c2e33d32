import Big from 'big.js'
import type { Band, BillGap, BillLine } from '../../schemas/bill.ts'
import { dayText } from '../../schemas/day.ts'
import { kwhOf, yuanFor } from '../pricing/index.ts'
import { BANDS, type DayEnergy } from './energy.ts'
import type { Levy, PricedDay, Stretch } from './priced-day.ts'
import { floatFactor } from './time-of-use.ts'
import { workingOf } from './working.ts'

/** The lines of a levy: one for each stretch of a constant rate, of a rule that floats one for each band. */
export const chargeLines = (levy: Levy, days: readonly PricedDay[]): BillLine[] =>
  stretchesOf(days).flatMap(some => linesOf({ levy, days: some }))

const stretchesOf = (days: readonly PricedDay[]): PricedDay[][] => {
  const stretches: PricedDay[][] = []
  for (const one of days) {
    const last = stretches.at(-1)?.at(-1)
    if (last && last.day === one.day - 1 && isAlike(last, one)) stretches.at(-1)!.push(one)
    else stretches.push([one])
  }
  return stretches
}

const isAlike = (a: PricedDay, b: PricedDay): boolean =>
  (a.energy === null) === (b.energy === null) &&
  a.rule?.id === b.rule?.id &&
  a.rule?.version === b.rule?.version &&
  (a.rate === b.rate || JSON.stringify(a.rate) === JSON.stringify(b.rate)) &&
  a.late?.notice === b.late?.notice &&
  (!a.rule?.floats || (a.timeOfUse === b.timeOfUse && hasBands(a) === hasBands(b)))

const hasBands = ({ energy }: PricedDay): boolean => energy !== null && energy.bands !== null

const linesOf = (stretch: Stretch): BillLine[] => {
  const [first] = stretch.days as [PricedDay]
  const { rule, energy, rate, timeOfUse } = first
  const floats = rule?.floats === true && rate.yuanPerKwh !== null && energy !== null
  if (!floats) return [lineOf(stretch, null, null)]
  if (!hasBands(first) || !timeOfUse) return [lineOf(stretch, null, 'no-bands')]
  const used = BANDS.filter(band => stretch.days.some(one => one.energy!.bands![band] !== 0))
  return used.length === 0 ? [lineOf(stretch, null, null)] : used.map(band => lineOf(stretch, band, null))
}

const lineOf = ({ levy, days }: Stretch, band: Band | null, lacking: BillGap | null): BillLine => {
  const [first] = days as [PricedDay]
  const { rule, rate, late, timeOfUse } = first
  const sum = (of: (energy: DayEnergy) => number): number =>
    days.reduce((total, { energy }) => total + (energy ? of(energy) : 0), 0)
  const wh = sum(energy => (band ? energy.bands![band] : energy.wh))
  const estimatedWh = sum(energy => (band ? energy.estimatedBands![band] : energy.estimatedWh))
  const gap = rate.gap ?? (first.energy === null ? 'no-energy' : wh < 0 ? 'negative-energy' : lacking)
  const factors = {
    band: band && timeOfUse ? floatFactor(timeOfUse, band) : null,
    late: late ? new Big(late.factor) : null,
  }
  const amount =
    gap === null ? new Big(rate.yuanPerKwh!).times(factors.band ?? 1).times(factors.late ?? 1) : null
  const yuan = amount && yuanFor(wh, amount)
  return {
    ...levy,
    ruleId: rule?.id ?? null,
    ruleVersion: rule?.version ?? null,
    ruleDocumentNo: rule?.documentNo ?? null,
    sourceStatus: rule?.sourceStatus ?? null,
    from: dayText(first.day),
    to: dayText(days.at(-1)!.day),
    days: days.length,
    band,
    kwh: first.energy === null ? null : kwhOf(wh),
    measuredKwh: kwhOf(wh - estimatedWh),
    estimatedKwh: kwhOf(estimatedWh),
    yuanPerKwh: amount?.toFixed() ?? null,
    yuan,
    gap,
    working: workingOf({ days, band, wh, estimatedWh, factors, amount, yuan, gap }),
  }
}
