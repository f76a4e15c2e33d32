import type { Precision } from '../../schemas/criterion.ts'

/** Two-sided 95 % of the normal distribution */
const Z = 1.959964

/**
 * Share confirmed with its 95 % score interval.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209-212.
 */
export const precisionOf = (confirmed: number, of: number): Precision => {
  if (of === 0) return { confirmed, of, precision: null, lower: null, upper: null }
  const share = confirmed / of
  const middle = share + Z ** 2 / (2 * of)
  const reach = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))
  const scale = 1 + Z ** 2 / of
  return {
    confirmed,
    of,
    precision: share,
    // At 0 and 1 the bound is the share itself, but for rounding.
    lower: confirmed === 0 ? 0 : (middle - reach) / scale,
    upper: confirmed === of ? 1 : (middle + reach) / scale,
  }
}
