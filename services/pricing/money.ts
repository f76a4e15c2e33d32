import Big from 'big.js'

// Ten thousand points at the highest power that is taken in, and still every Wh is a safe integer.
const MAX_KWH = 9e12

/**
 * Energy as a whole number of Wh: rounded half up to 0.001 kWh. `toFixed` rounds the double's exact value, so nothing
 * drifts. Throws RangeError when it is negative, not finite, or beyond any customer.
 */
export const wattHoursOf = (kwh: number): number => {
  if (!(kwh >= 0 && kwh <= MAX_KWH)) throw new RangeError(`${kwh} kWh is no energy of a customer.`)
  return Number(kwh.toFixed(3).replace('.', ''))
}

/** Whole Wh as kWh. */
export const kwhOf = (wattHours: number): number => wattHours / 1000

/** Whole Wh as kWh with three places, to be shown in an arithmetic. */
export const kwhText = (wattHours: number): string => new Big(wattHours).div(1000).toFixed(3)

/** Whole Wh × yuan/kWh, exact, rounded half up to 0.01 yuan: the one way money is rounded. */
export const yuanFor = (wattHours: number, yuanPerKwh: Big | string): string =>
  new Big(wattHours).div(1000).times(yuanPerKwh).toFixed(2, Big.roundHalfUp)

/** The sum of amounts in yuan, which are round already. */
export const sumYuan = (amounts: readonly string[]): string =>
  amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed(2)
