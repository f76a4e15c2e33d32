import { shortest } from '../../../../schemas/single.ts'

/** A single-precision value as the shortest decimal that stands for it. */
export const singleText = (single: number): string => {
  if (single === 0) return Object.is(single, -0) ? '-0' : '0'
  // Most meters tell three decimals or fewer.
  const short = Math.round(single * 1_000) / 1_000
  return String(Math.fround(short) === single ? short : shortest(single))
}
