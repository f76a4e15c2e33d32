import type { Run } from './run.ts'

const MB = 1024 * 1024
/** Runs until caches and compiled code have settled */
const WARM_RUNS = 300
const MOST_GROWTH_MB = 64

/** What the runs of a seed came to. */
export const createTally = () => {
  const outcomes = new Map<string, number>()
  let runs = 0
  let slowest = { run: 0, ms: 0, from: '' }
  let warmMb: number | undefined
  return {
    add(run: number, { input, outcomes: told, slowestMs }: Run): void {
      runs++
      for (const [door, word] of Object.entries(told)) {
        const key = `${door}: ${word}`
        outcomes.set(key, (outcomes.get(key) ?? 0) + 1)
      }
      if (slowestMs > slowest.ms) slowest = { run, ms: slowestMs, from: input.from }
      if (runs === WARM_RUNS) warmMb = heldMb()
    },
    /** Throws when what is still held after the runs has grown. */
    checkHeap(): void {
      if (warmMb === undefined) return
      const growth = heldMb() - warmMb
      if (growth > MOST_GROWTH_MB)
        throw new Error(`${growth.toFixed(1)} MB more are held than after ${WARM_RUNS} runs`)
    },
    text: (seed: number): string =>
      [
        `seed ${seed}: ${runs} runs; slowest input ${Math.round(slowest.ms)} ms (run ${slowest.run}, of ${slowest.from})`,
        `highest RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; held ${warmMb?.toFixed(1)} MB after ${WARM_RUNS} runs, ${heldMb().toFixed(1)} MB at the end`,
        ...[...outcomes].sort().map(([key, count]) => `  ${key} ${count}`),
      ].join('\n'),
  }
}

/** Memory that is still in use, as far as the collector can be called (`--expose-gc`). */
const heldMb = (): number => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / MB
}
