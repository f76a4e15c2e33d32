import type { WorkState } from '../../schemas/work.ts'
import { type HealthDeps, inTime } from './health.ts'

/** How the work goes, for people; null when it does not answer in time. */
export const workState = async (
  engine: HealthDeps['engine'],
  lately: WorkState['lately'],
): Promise<WorkState | null> => {
  const found = await inTime(engine.figures())
  if (!found) return null
  return {
    engines: found.engines.map(([name, isUp]) => ({ name, isUp })),
    problems: [...found.down],
    checkpointAt: instant(found.checkpointAtMs),
    waitingSince: instant(found.waitingSinceMs),
    lately,
  }
}

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())
