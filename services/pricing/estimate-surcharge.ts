import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { SurchargeEstimate } from '../../schemas/tariff.ts'

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
  const rate = tenThousandths(basis.yuanPerKwh)
  const wattHours = toWattHours(basis.kwh)
  const attributableWattHours = toWattHours(basis.attributableKwh)
  return {
    from: dayText(basis.from),
    to: dayText(basis.to),
    days: basis.days,
    kwh: Number(wattHours) / 1000,
    yuan: yuanText(wattHours * rate),
    attributableKwh: Number(attributableWattHours) / 1000,
    attributableYuan: yuanText(attributableWattHours * rate),
  }
}

/** A rate as a whole number of 0.0001 yuan/kWh. */
const tenThousandths = (yuanPerKwh: string): bigint => {
  const [, whole, part] = /^(\d+)\.(\d{1,4})$/.exec(yuanPerKwh) ?? []
  if (whole === undefined || part === undefined) {
    throw new RangeError(`The rate "${yuanPerKwh}" is no decimal of yuan/kWh with one to four places.`)
  }
  return BigInt(whole + part.padEnd(4, '0'))
}

// Ten thousand points at the highest power that is taken in, and still every Wh is a safe integer.
const MAX_KWH = 9e12

/** Energy as a whole number of Wh. `toFixed` rounds the double's exact value half up, so nothing drifts. */
const toWattHours = (kwh: number): bigint => {
  if (!(kwh >= 0 && kwh <= MAX_KWH)) throw new RangeError(`${kwh} kWh is no energy of a customer.`)
  return BigInt(kwh.toFixed(3).replace('.', ''))
}

// 0.0001 yuan/kWh × 0.001 kWh = 1e-7 yuan, and 1 fen = 0.01 yuan = 1e5 of these
const UNITS_PER_FEN = 100_000n

const yuanText = (units: bigint): string => {
  const fen = (units + UNITS_PER_FEN / 2n) / UNITS_PER_FEN
  return `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`
}
