import type { Meter } from '../../schemas/meter.ts'

/** Other customers a group must have before anything is told of it. */
export const PEERS_LEAST = 8

/** Stands for every trade of a district. */
export const ALL_TRADES = ''

/** GB/T 4754: the first two digits are the division (大类). */
const DIVISION_DIGITS = 2

/** Where a point's peers are looked for. */
export const groupOf = ({ districtCode, industryCode }: Pick<Meter, 'districtCode' | 'industryCode'>) => ({
  districtCode,
  trade: /^\d{2}/.test(industryCode) ? industryCode.slice(0, DIVISION_DIGITS) : ALL_TRADES,
})
