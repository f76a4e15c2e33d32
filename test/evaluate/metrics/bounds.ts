/** Standard normal quantile of 97.5 %: two-sided 95 %. */
const Z = 1.959964

/**
 * Wilson's score interval of a share, 95 % two-sided: E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", JASA 22 (1927), 209-212. 0 to 1 when nothing was seen.
 */
export const wilson = (hits: number, of: number): readonly [lower: number, upper: number] => {
  if (of === 0) return [0, 1]
  const share = hits / of
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))
  const middle = share + Z ** 2 / (2 * of)
  const width = 1 + Z ** 2 / of
  return [Math.max(0, (middle - spread) / width), Math.min(1, (middle + spread) / width)]
}

/** What of those accused is right, where `prevalence` of all are suspects (Bayes). NaN when nobody is accused. */
export const precisionAt = (prevalence: number, recall: number, falseShare: number): number => {
  const right = recall * prevalence
  return right / (right + falseShare * (1 - prevalence))
}
