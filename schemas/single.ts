const MOST_DIGITS = 9

/**
 * The shortest decimal that a single-precision value stands for, as it was sent: 181.55, not 181.5500030517578.
 * It rounds to the same single-precision value again.
 */
export const shortest = (single: number): number => {
  for (let digits = 6; digits < MOST_DIGITS; digits++) {
    const short = Number(single.toPrecision(digits))
    if (Math.fround(short) === single) return short
  }
  return single
}
