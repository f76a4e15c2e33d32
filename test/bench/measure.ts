/** One line of the bench table. */
export interface Figure {
  readonly what: string
  readonly value: string
  /** The aim, or what a bare loop does in the same run */
  readonly beside: string
}

/** CPU seconds (user and system, all threads of this process) that `work` took, and seconds on the clock. */
export const measure = async (work: () => unknown): Promise<{ cpuSeconds: number; seconds: number }> => {
  const cpu = process.cpuUsage()
  const startedMs = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { cpuSeconds: (user + system) / 1e6, seconds: (performance.now() - startedMs) / 1000 }
}

/** `n` per second in thousands or millions. */
export const rate = (n: number, seconds: number): string => {
  const perSecond = n / seconds
  return perSecond >= 1e6 ? `${(perSecond / 1e6).toFixed(2)} M/s` : `${(perSecond / 1e3).toFixed(0)} k/s`
}

/** The p-th percentile of durations in ms. */
export const percentileMs = (durationsMs: readonly number[], p: number): string => {
  const sorted = durationsMs.toSorted((a, b) => a - b)
  return `${sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))]!.toFixed(2)} ms`
}

/** The median and the worst of durations in ms. */
export const medianAndWorst = (durationsMs: readonly number[]): string => {
  const sorted = durationsMs.toSorted((a, b) => a - b)
  return `${sorted[sorted.length >> 1]!.toFixed(0)} ms (worst ${sorted.at(-1)!.toFixed(0)})`
}
