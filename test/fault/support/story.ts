import { join } from 'node:path'
import { makeFolder, removeFolder } from '../../support/folder.ts'
import type { Faults } from './ledger.ts'
import { planOf } from './plan.ts'
import { round } from './round.ts'
import { compile } from './service.ts'
import { createStage, type Fallen } from './stage.ts'

/** How one seed's story went. */
export interface Story {
  readonly seed: number
  readonly kills: readonly Fallen[]
  /** From the launch to listening, after each kill, ms */
  readonly recoveriesMs: readonly number[]
  /** Lines, sent again ones included */
  readonly acknowledged: number
  readonly faults: Faults
  /** What broke the promise, in a sentence; undefined when it was kept */
  readonly wrong: string | undefined
}

/**
 * Sends a district's readings to the real service, again from the first after each kill, and a last time without
 * one; after every start what was acknowledged must be there. A folder where it was not is kept.
 */
const tellStory = async (seed: number, compiled: string): Promise<Story> => {
  const folder = makeFolder()
  const stage = createStage(planOf(seed), join(folder, 'data'), compiled)
  let wrong: string | undefined
  try {
    for (const kill of stage.plan.kills) await round(stage, kill)
    await round(stage, undefined)
    removeFolder(folder)
  } catch (error) {
    wrong = `seed ${seed}, kill ${stage.kills.length}: ${(error as Error).message}; its folder is ${folder}`
  }
  const { kills, recoveriesMs, ledger, faults } = stage
  return { seed, kills, recoveriesMs, acknowledged: ledger.lines, faults, wrong }
}

/** Tells the stories of seeds, two side by side. */
export const tellStories = async (
  seeds: readonly number[],
  onStory: (story: Story) => void = () => {},
): Promise<Story[]> => {
  const folder = makeFolder()
  const compiled = join(folder, 'compiled')
  await compile(join(folder, 'data'), compiled)
  const stories: Story[] = []
  const waiting = seeds.values()
  const lane = async (): Promise<void> => {
    for (const seed of waiting) {
      const story = await tellStory(seed, compiled)
      stories.push(story)
      onStory(story)
    }
  }
  await Promise.all([lane(), lane()])
  removeFolder(folder)
  return stories
}
