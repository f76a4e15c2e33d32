import type { Slots } from './day-slots.ts'

const UNKNOWN = { kvarSlope: Number.NaN, zeroKvar: Number.NaN, kvarFit: Number.NaN }

/** Least variation of the active power that a line can be laid through, as a share of its mean. */
const LEAST_SPREAD = 0.04

/**
 * The line kvar = zeroKvar + kvarSlope · kW through the day's readings (least squares), and the share of the
 * variance it explains. A constant load of P0 with a better power factor than the working host moves the line
 * down by P0 · (tan φ host − tan φ constant): below 0 at 0 kW, where motors and transformers leave it above.
 */
export const measureReactiveLine = ({ kw, kvar }: Slots) => {
  if (kvar === null) return UNKNOWN
  let count = 0
  let sumP = 0
  let sumQ = 0
  let sumPp = 0
  let sumPq = 0
  let sumQq = 0
  for (let i = 0; i < kw.length; i++) {
    const p = kw[i]!
    const q = kvar[i]!
    if (p + q - (p + q) !== 0) continue
    count++
    sumP += p
    sumQ += q
    sumPp += p * p
    sumPq += p * q
    sumQq += q * q
  }
  const meanP = sumP / count
  const meanQ = sumQ / count
  const varP = sumPp / count - meanP * meanP
  const varQ = sumQq / count - meanQ * meanQ
  if (!(Math.sqrt(varP) > LEAST_SPREAD * meanP) || !(varQ > 0)) return UNKNOWN
  const covariance = sumPq / count - meanP * meanQ
  const kvarSlope = covariance / varP
  return {
    kvarSlope,
    zeroKvar: meanQ - kvarSlope * meanP,
    kvarFit: (covariance * covariance) / (varP * varQ),
  }
}
