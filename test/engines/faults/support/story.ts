import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { TOPICS } from '../../../../schemas/topic.ts'
import { createRandom, type Random } from '../../../detectors/support/random.ts'
import { removeFolder } from '../../../support/folder.ts'
import { type Result, resultIn } from '../../../support/result.ts'
import { checkpointsOf, doubleEffects, outcomesOf, rejectedOf, rejectsOf } from './check-effects.ts'
import { faultsOfFlux, faultsOfHistory } from './check-history.ts'
import type { Good } from './message.ts'
import { type Model, modelOf } from './model.ts'
import { planOf } from './plan.ts'
import { readBack } from './read-back.ts'
import { release } from './release.ts'
import { openScene, type Scene } from './scene.ts'
import { undisturbed } from './undisturbed.ts'

/** What happens while a share of the messages is being sent. Resolves when the work goes on again. */
export type Fault = (scene: Scene) => Promise<void>

/** Share of a fault's messages that are sent before it falls */
const BEFORE = 0.3
const FALLS_WITHIN_MS = 400

/**
 * Sends a seed's messages with faults among them, then holds all that came of it against the log and against the
 * same messages undisturbed. Everything but what the clock of the machine decides is drawn from the seed.
 */
export const tellStory = async (
  name: string,
  seed: number,
  faultsOf: (random: Random) => Fault[],
): Promise<void> => {
  const startedMs = performance.now()
  const random = createRandom(seed)
  const { meters, messages } = planOf(seed)
  const scene = await openScene(meters)
  try {
    const faults = faultsOf(random)
    for (let i = 0; i < 2; i++) scene.launch()
    await scene.producer.send(messages.slice(0, 1_000))
    await scene.advances(0)
    const rest = messages.slice(1_000)
    let released: string | undefined
    for (const [i, fault] of faults.entries()) {
      const portion = rest.slice((i * rest.length) / faults.length, ((i + 1) * rest.length) / faults.length)
      const before = Math.ceil(portion.length * BEFORE)
      await scene.producer.send(portion.slice(0, before))
      const sending = scene.producer.send(portion.slice(before))
      await pause(random.between(0, FALLS_WITHIN_MS))
      await Promise.all([sending, fault(scene)])
      if (i >= faults.length / 2) released ??= await release(scene)
    }
    await scene.settles()
    const seconds = (performance.now() - startedMs) / 1_000
    const told = await check(scene, meters, released!)
    console.log(
      `${name}, seed ${seed}: ${told}; ${scene.workers.length} workers, ${scene.producer.failed} failed sends, ${seconds.toFixed(0)} s + checks`,
    )
  } catch (error) {
    // What went wrong says more than what cannot be cleared away after it.
    await scene.close().catch(() => {})
    throw new Error(`${name}, seed ${seed}; logs of the workers in ${scene.folder}`, { cause: error })
  }
  await scene.close()
  removeFolder(scene.folder)
}

const check = async (
  scene: Scene,
  meters: Parameters<typeof undisturbed>[0],
  released: string,
): Promise<string> => {
  expect(scene.workers.filter(worker => worker.hasFailed()).map(({ logFile }) => logFile)).toEqual([])
  const log = await readBack(
    scene.kafka,
    [TOPICS.readings, TOPICS.days].map(topic => scene.prefix + topic),
  )
  const taken: Good[] = []
  const model = modelOf(log, meters, good => taken.push(good))

  const checkpoints = await checkpointsOf(scene)
  expect(checkpoints.found).toEqual(checkpoints.expected)
  const outcomes = await outcomesOf(scene, model)
  expect(outcomes.found).toEqual(outcomes.expected)
  const rejects = await rejectsOf(scene, model)
  expect(rejects.found).toEqual(rejects.expected)
  const rejected = await rejectedOf(scene, model)
  expect(rejected.found).toEqual(rejected.expected)
  expect(await faultsOfHistory(scene, model)).toEqual([])
  expect(await faultsOfFlux(scene, model)).toEqual([])
  expect(await doubleEffects(scene, released)).toEqual([])
  const result = await resultIn(scene.db)
  expect(result.charges.length).toBeGreaterThan(2)
  expect(await withoutReleased(scene, released, result)).toEqual(
    await withoutReleased(scene, released, await undisturbed(meters, taken)),
  )
  return summary(log.length, model, result, rejected.again)
}

/** What was released does not change any more, whatever came after it. */
const withoutReleased = async ({ db }: Scene, caseId: string, result: Result): Promise<Result> => {
  const { customer_id } = await db
    .selectFrom('cases')
    .select('customer_id')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  return {
    ...result,
    charges: result.charges.filter(charge => (charge as { customerId: string }).customerId !== customer_id),
    openedAt: result.openedAt.filter(opened => !opened.startsWith(`${customer_id} `)),
  }
}

const summary = (
  messages: number,
  { outcomes, poison, slots }: Model,
  result: Result,
  again: number,
): string => {
  const counts = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ')
  return (
    `${messages} messages, ${slots.size} slots (${counts}); ${poison.length} turned away, ${again} of them told twice; ` +
    `${result.features.length} days, ${result.findings.length} findings, ${result.charges.length} charges`
  )
}
