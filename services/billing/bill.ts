import Big from 'big.js'
import type { Bill, BillDay, BillLine } from '../../schemas/bill.ts'
import { dayText } from '../../schemas/day.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import { kwhOf, sumYuan } from '../pricing/index.ts'
import type { PricedDay } from './priced-day.ts'

/** Above every surcharge ever ordered, with every factor: 2.00 yuan/kWh × 1.92 × 1.5. */
const YUAN_PER_KWH_AT_MOST = 10
/** More than twice of what its contract lets it draw no customer draws. */
const CAPACITY_FACTOR = 2

export const ROUNDING: BothLanguages = {
  zh: '电量按日计至 0.001 kWh；每行金额四舍五入至 0.01 元；合计为各行金额之和。',
  en: 'Energy is rounded to 0.001 kWh a day, each line half up to 0.01 yuan; the sum is the sum of the lines.',
}

/** Why lines are no bill: negative or absurd. Undefined when they are. */
export const faultOf = (lines: readonly BillLine[], contractKva: number): Refusal | undefined => {
  for (const { from, to, days, kwh, yuanPerKwh } of lines) {
    const place = `From ${from} to ${to}`
    if (kwh !== null && kwh < 0) {
      return refusal(
        'bad-request',
        `${place} the energy is ${kwh} kWh: what hangs behind the meters drew more than they did. Correct the registry or the readings.`,
      )
    }
    const most = contractKva * 24 * days * CAPACITY_FACTOR
    if (kwh !== null && contractKva > 0 && kwh > most) {
      return refusal(
        'bad-request',
        `${place} the energy is ${kwh} kWh, more than twice what ${contractKva} kVA can draw in ${days} days: correct the energy, the multiplier or the contract capacity.`,
      )
    }
    if (yuanPerKwh !== null && (new Big(yuanPerKwh).lt(0) || new Big(yuanPerKwh).gt(YUAN_PER_KWH_AT_MOST))) {
      return refusal(
        'bad-request',
        `${place} the surcharge is ${yuanPerKwh} yuan/kWh: no rule ever asked for more than ${YUAN_PER_KWH_AT_MOST}. Correct the rule or the decision.`,
      )
    }
  }
  return undefined
}

/** The sums of lines that are a bill. */
export const sumsOf = (
  lines: readonly BillLine[],
): Pick<Bill, 'kwh' | 'measuredKwh' | 'estimatedKwh' | 'yuan' | 'openLines'> => {
  const sum = (of: (line: BillLine) => number): number =>
    lines.reduce((total, line) => total.plus(of(line)), new Big(0)).toNumber()
  return {
    kwh: sum(({ kwh }) => kwh ?? 0),
    measuredKwh: sum(({ measuredKwh }) => measuredKwh),
    estimatedKwh: sum(({ estimatedKwh }) => estimatedKwh),
    yuan: sumYuan(lines.flatMap(({ yuan }) => (yuan === null ? [] : [yuan]))),
    openLines: lines.filter(({ yuan }) => yuan === null).length,
  }
}

/** The days of a levy with what each rests on. */
export const billDays = (entryId: string | null, days: readonly PricedDay[]): BillDay[] =>
  days.map(({ day, energy }) => ({
    entryId,
    day: dayText(day),
    kwh: energy && kwhOf(energy.wh),
    estimatedKwh: kwhOf(energy?.estimatedWh ?? 0),
    basis: [...(energy?.basis ?? [])],
    estimates: [...(energy?.estimates ?? [])],
  }))
