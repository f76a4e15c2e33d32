/** A meter as a ranking sees it. */
export interface Ranked {
  readonly score: number
  readonly isSuspect: boolean
}

/** Suspects and others above each distinct score, from the highest score down. */
const steps = (all: readonly Ranked[]): { score: number; hits: number; false: number }[] => {
  const found: { score: number; hits: number; false: number }[] = []
  let hits = 0
  let wrong = 0
  const ordered = all.toSorted((a, b) => b.score - a.score)
  ordered.forEach(({ score, isSuspect }, i) => {
    if (isSuspect) hits++
    else wrong++
    if (ordered[i + 1]?.score !== score) found.push({ score, hits, false: wrong })
  })
  return found
}

const suspectsOf = (all: readonly Ranked[]): number => all.filter(({ isSuspect }) => isSuspect).length

/** Average precision: precision at each distinct score, weighted by the recall it adds. NaN without suspects. */
export const averagePrecision = (all: readonly Ranked[]): number => {
  const suspects = suspectsOf(all)
  let before = 0
  let sum = 0
  for (const { hits, false: wrong } of steps(all)) {
    sum += ((hits - before) / suspects) * (hits / (hits + wrong))
    before = hits
  }
  return suspects === 0 ? Number.NaN : sum
}

/** Share of the suspects above the lowest score that accuses at most so many others. */
export const recallAtFalse = (all: readonly Ranked[], falseMost: number): number => {
  const best = steps(all).findLast(step => step.false <= falseMost)
  return (best?.hits ?? 0) / suspectsOf(all)
}

/** The highest F1 any threshold gives, and the threshold. */
export const bestF1 = (all: readonly Ranked[]): { readonly f1: number; readonly threshold: number } => {
  const suspects = suspectsOf(all)
  let best = { f1: 0, threshold: Number.POSITIVE_INFINITY }
  for (const { score, hits, false: wrong } of steps(all)) {
    const f1 = f1Of(hits, wrong, suspects - hits)
    if (f1 > best.f1) best = { f1, threshold: score }
  }
  return best
}

/** Harmonic mean of precision and recall; 0 when nothing is right. */
export const f1Of = (hits: number, wrong: number, missed: number): number =>
  hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong + missed)

/** The value that a share of the values does not exceed, between neighbours. NaN of nothing. */
export const quantileOf = (values: readonly number[], share: number): number => {
  const ordered = values.toSorted((a, b) => a - b)
  const at = share * (ordered.length - 1)
  const left = Math.floor(at)
  const low = ordered[left] ?? Number.NaN
  return low + ((ordered[left + 1] ?? low) - low) * (at - left)
}
