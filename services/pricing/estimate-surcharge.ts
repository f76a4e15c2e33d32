import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { SurchargeEstimate } from '../../schemas/tariff.ts'
import { kwhOf, wattHoursOf, yuanFor } from './money.ts'

/** What an estimate is made from: the rate in yuan/kWh and the energy in kWh of the days `from` to `to`. */
export interface SurchargeBasis {
  /** Exact decimal with at most four places, such as "0.50" */
  readonly yuanPerKwh: string
  /** All energy of the customer, kWh */
  readonly kwh: number
  /** Of it the suspected load alone, kWh */
  readonly attributableKwh: number
  readonly from: EpochDay
  /** The last day, inclusive */
  readonly to: EpochDay
  /** Days with readings */
  readonly days: number
}

/**
 * Surcharge = kWh × yuan/kWh, in exact decimals: energy is rounded to 0.001 kWh, the product half up to
 * 0.01 yuan. Throws RangeError when an energy is negative or not finite, or the rate is no such decimal.
 */
export const estimateSurcharge = (basis: SurchargeBasis): SurchargeEstimate => {
  const rate = rateIn(basis)
  const wattHours = wattHoursOf(basis.kwh)
  const attributableWattHours = wattHoursOf(basis.attributableKwh)
  return {
    from: dayText(basis.from),
    to: dayText(basis.to),
    days: basis.days,
    kwh: kwhOf(wattHours),
    yuan: yuanFor(wattHours, rate),
    attributableKwh: kwhOf(attributableWattHours),
    attributableYuan: yuanFor(attributableWattHours, rate),
  }
}

const rateIn = ({ yuanPerKwh }: SurchargeBasis): string => {
  if (/^\d+\.\d{1,4}$/.test(yuanPerKwh)) return yuanPerKwh
  throw new RangeError(`The rate "${yuanPerKwh}" is no decimal of yuan/kWh with one to four places.`)
}
