import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Service } from '../../../acceptance/support/cli.ts'
import { makeFolder, removeFolder } from '../../../support/folder.ts'
import { launch } from '../service.ts'
import { type Offices, openOffices } from './offices.ts'
import { type Kill, type Plan, type Point, planOf } from './plan.ts'
import { DISTRICTS, ENVIRONMENT, fillSite, look, makeEndpoints, type SeenCase, send } from './site.ts'

/** What must not be. All zero when the promise is kept. */
export interface Faults {
  readonly releasedWithoutAlert: number
  readonly alertsWithoutCase: number
  /** Releases that were acknowledged and are none */
  readonly releasesLost: number
  /** Alerts that a receiver which knows a webhook-id again took no times, or as more than one */
  readonly effectsNotOne: number
}

/** How one seed's story went. */
export interface DeliveryStory {
  readonly seed: number
  readonly kills: readonly Point[]
  readonly released: number
  /** Requests beyond one an alert */
  readonly repeated: number
  readonly faults: Faults
  /** What broke the promise, in a sentence; undefined when it was kept */
  readonly wrong: string | undefined
}

interface Stage {
  readonly plan: Plan
  readonly data: string
  readonly compiled: string
  readonly offices: Offices
  readonly kills: Point[]
  /** Cases whose release was acknowledged, by id */
  readonly acknowledged: Set<string>
  faults: Faults
}

const NO_FAULTS: Faults = {
  ...{ releasedWithoutAlert: 0, alertsWithoutCase: 0, releasesLost: 0, effectsNotOne: 0 },
}
const WITHIN_MS = 60_000
const BETWEEN_MS = 10

const tellStory = async (seed: number, site: string, compiled: string): Promise<DeliveryStory> => {
  const folder = makeFolder()
  const data = join(folder, 'data')
  cpSync(site, data, { recursive: true })
  const offices = await openOffices()
  const plan = planOf(seed)
  const stage: Stage = {
    ...{ plan, data, compiled, offices, kills: [], acknowledged: new Set(), faults: NO_FAULTS },
  }
  let wrong: string | undefined
  try {
    for (const kill of plan.kills) await round(stage, kill)
    await round(stage, undefined)
    removeFolder(folder)
  } catch (error) {
    wrong = `seed ${seed}, kill ${stage.kills.length}: ${(error as Error).message}; its folder is ${folder}`
  } finally {
    await offices.close()
  }
  const { kills, faults } = stage
  const released = offices.effects.size
  return { seed, kills, released, repeated: offices.requests() - released, faults, wrong }
}

/** One run of the service, until it is killed or, without a kill, everything released has arrived. */
const round = async (stage: Stage, kill: Kill | undefined): Promise<void> => {
  const { offices, plan } = stage
  const launched = launch(stage.data, stage.compiled, ENVIRONMENT)
  try {
    if (kill?.point === 'starting') {
      await Promise.race([launched.listening, pause(kill.delayMs)])
      stage.kills.push('starting')
      return
    }
    // Before the service listens: it sends what waits as soon as it does.
    const armed = kill && arm(offices, kill, () => launched.kill())
    const service = await unlessDead(launched.listening, armed)
    if (service) await work(stage, service, armed)
    if (armed) {
      await within(armed.isOver, `the service was not killed ${kill.point} ${kill.count}`)
      stage.kills.push(kill.point)
    } else if (service) {
      await allArrived(service)
      await check(stage, service)
      checkEffects(stage, await look(service))
      // An endpoint is sent one alert at a time, so of each at most one was on its way when the service fell.
      const sentAgain = offices.requests() - offices.effects.size
      if (sentAgain > plan.kills.length * DISTRICTS.length)
        throw new Broken(`${sentAgain} requests were sent again`)
    }
  } finally {
    offices.onRequest = async () => {}
    offices.onAnswered = () => {}
    await launched.kill()
  }
}

/** What waited is sent as soon as the service starts, and it may fall over that before anybody looked. */
const unlessDead = async <T>(asked: Promise<T>, armed: Armed | undefined): Promise<T | undefined> => {
  try {
    return await asked
  } catch (error) {
    if (armed?.isDue() && !(error instanceof Broken)) return undefined
    throw error
  }
}

const work = async (stage: Stage, service: Service, armed: Armed | undefined): Promise<void> => {
  const { offices } = stage
  const isFirst = offices.secrets.length === 0
  if (isFirst) offices.secrets.push(...(await makeEndpoints(service, offices.url)))
  const waiting = await unlessDead(check(stage, service), armed)
  if (waiting) await releaseSome(stage, service, waiting, armed)
}

/** A kill that waits for its moment. */
interface Armed {
  readonly releaseAcknowledged: () => void
  readonly isDue: () => boolean
  readonly isOver: Promise<void>
}

const arm = (
  offices: Offices,
  { point, count, delayMs, isTaken }: Kill,
  strike: () => Promise<void>,
): Armed => {
  const over = Promise.withResolvers<void>()
  const before = offices.requests()
  let releases = 0
  let isDue = false
  const fall = async (): Promise<void> => {
    isDue = true
    await pause(delayMs)
    await strike()
    over.resolve()
  }
  offices.onRequest = async (number, take) => {
    if (point !== 'sending' || number - before !== count) return
    if (isTaken) take()
    await fall()
  }
  offices.onAnswered = number => {
    if (point === 'answered' && number - before === count) void fall()
  }
  return {
    releaseAcknowledged: () => {
      releases += 1
      if (point === 'releasing' && releases === count) void fall()
    },
    isDue: () => isDue,
    isOver: over.promise,
  }
}

const releaseSome = async (
  { plan, acknowledged }: Stage,
  service: Service,
  waiting: readonly SeenCase[],
  armed: Armed | undefined,
): Promise<void> => {
  const due = waiting.slice(0, plan.releasesPerRound).values()
  const lane = async (): Promise<void> => {
    for (const { id } of due) {
      try {
        await send(service, 'reviewer', `/v1/cases/${id}/release`, { reason: 'Invented.' })
      } catch (error) {
        if (armed?.isDue()) return
        throw error
      }
      acknowledged.add(id)
      armed?.releaseAcknowledged()
    }
  }
  await Promise.all(Array.from({ length: plan.inFlight }, lane))
}

/** The promise is broken: no fall of the service explains it. */
class Broken extends Error {}

/** Holds cases and alerts of a service against each other; answers what waits for its release. */
const check = async (stage: Stage, service: Service): Promise<SeenCase[]> => {
  const { waiting, reported, alerts } = await look(service)
  const told = new Set(alerts.map(({ caseId }) => caseId))
  const ids = new Set(reported.map(({ id }) => id))
  raise(stage, {
    releasedWithoutAlert: reported.filter(({ id }) => !told.has(id)).length,
    alertsWithoutCase: alerts.filter(({ caseId }) => !ids.has(caseId)).length,
    releasesLost: [...stage.acknowledged].filter(id => !ids.has(id)).length,
  })
  return waiting
}

const checkEffects = (stage: Stage, { reported }: Awaited<ReturnType<typeof look>>): void => {
  const { effects } = stage.offices
  const numbers = new Set(reported.map(({ number }) => number))
  const notOne = reported.filter(({ number }) => effects.get(number)?.size !== 1).length
  const ofNobody = [...effects.keys()].filter(number => !numbers.has(number)).length
  raise(stage, { effectsNotOne: notOne + ofNobody })
  if (stage.offices.refused() > 0) throw new Broken(`${stage.offices.refused()} signatures did not fit`)
}

const raise = (stage: Stage, found: Partial<Faults>): void => {
  stage.faults = { ...stage.faults, ...found }
  const faults = Object.entries(found).filter(([, count]) => count > 0)
  if (faults.length > 0) throw new Broken(faults.map(([fault, count]) => `${count} ${fault}`).join(', '))
}

const allArrived = async (service: Service): Promise<void> => {
  for (
    const startedMs = performance.now();
    performance.now() - startedMs < WITHIN_MS;
    await pause(BETWEEN_MS)
  ) {
    const { alerts } = await look(service)
    if (alerts.every(({ status }) => status === 'delivered')) return
  }
  throw new Error('not every alert arrived although every receiver answered')
}

const within = async (what: Promise<void>, otherwise: string): Promise<void> => {
  const tooLate = Symbol('too late')
  const stop = new AbortController()
  const late = pause(WITHIN_MS, tooLate, { signal: stop.signal }).catch(() => tooLate)
  const first = await Promise.race([what, late])
  stop.abort()
  if (first === tooLate) throw new Error(otherwise)
}

/** Tells the stories of seeds, two side by side. */
export const tellDeliveryStories = async (
  seeds: readonly number[],
  onStory: (story: DeliveryStory) => void = () => {},
): Promise<DeliveryStory[]> => {
  const folder = makeFolder()
  const compiled = join(folder, 'compiled')
  const site = join(folder, 'site')
  await fillSite(site, compiled)
  const stories: DeliveryStory[] = []
  const waiting = seeds.values()
  const lane = async (): Promise<void> => {
    for (const seed of waiting) {
      const story = await tellStory(seed, site, compiled)
      stories.push(story)
      onStory(story)
    }
  }
  await Promise.all([lane(), lane()])
  removeFolder(folder)
  return stories
}
