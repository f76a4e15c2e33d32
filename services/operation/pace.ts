import { MS_PER_MINUTE } from '../../schemas/day.ts'
import type { WorkState } from '../../schemas/work.ts'

const WINDOW_MS = 5 * MS_PER_MINUTE
/** Looks closer together than this are not kept. */
export const LOOK_EVERY_MS = 10_000

/** How many readings the service gets through, whoever of its processes works them off. */
export interface Pace {
  /** Looks at the counts of outcomes now; answers what came since the oldest look of the last minutes. */
  look(outcomes: Readonly<Record<string, number>>): WorkState['lately']
}

export const createPace = (nowMs: () => number): Pace => {
  let looks: { readonly atMs: number; readonly total: number }[] = []
  return {
    look(outcomes) {
      const now = { atMs: nowMs(), total: Object.values(outcomes).reduce((sum, count) => sum + count, 0) }
      looks = looks.filter(({ atMs }) => atMs >= now.atMs - WINDOW_MS)
      const [first, last] = [looks[0], looks.at(-1)]
      if (last === undefined || now.atMs >= last.atMs + LOOK_EVERY_MS) looks.push(now)
      if (first === undefined || first.atMs === now.atMs) return null
      return { readings: now.total - first.total, seconds: (now.atMs - first.atMs) / 1000 }
    },
  }
}
