import { setTimeout as pause } from 'node:timers/promises'
import type { Service } from '../../acceptance/support/cli.ts'
import type { Kill, Plan } from './plan.ts'
import type { Request } from './requests.ts'
import { type Launched, launch } from './service.ts'
import { checkPromise, keep, type Stage, send, sendRegistry } from './stage.ts'
import { cutPower } from './wal.ts'

/** One run of the service, until it is killed or, without a kill, has taken everything. */
export const round = async (stage: Stage, kill: Kill | undefined): Promise<void> => {
  const startedMs = performance.now()
  const launched = launch(stage.data, stage.compiled)
  try {
    if (kill?.moment === 'starting') return await killAtStart(stage, launched, kill)
    const service = await launched.listening
    if (stage.kills.length > 0) stage.recoveriesMs.push(performance.now() - startedMs)
    keep(stage)
    if (stage.hasRegistry) await checkPromise(stage, service)
    else await sendRegistry(stage, service)
    if (kill) await killAtIntake(stage, service, kill)
    else await sendCalmly(stage, service)
  } finally {
    await launched.kill()
  }
}

const killAtStart = async (stage: Stage, { listening, kill }: Launched, planned: Kill): Promise<void> => {
  await Promise.race([listening, pause(planned.delayMs)])
  await kill()
  fall(stage, planned, 'starting', 0)
}

const killAtIntake = async (stage: Stage, service: Service, planned: Kill): Promise<void> => {
  let acknowledged = 0
  let isDead = false
  const killWhenDue = async (): Promise<void> => {
    if (acknowledged !== planned.acknowledged) return
    await pause(planned.delayMs)
    isDead = true
    await service.kill()
  }
  const killed = [killWhenDue()]
  await inLanes(stage.plan, async request => {
    if (isDead) return
    const isIn = await send(stage, service, request).then(
      () => true,
      error => {
        if (!isDead) throw error
        return false
      },
    )
    if (!isIn) return
    acknowledged++
    killed.push(killWhenDue())
  })
  // Only now: an answer may have been on its way when the service died, and what it acknowledged is not cut.
  await Promise.all(killed)
  fall(stage, planned, acknowledged < stage.plan.requests.length ? 'intake' : 'after', acknowledged)
}

const fall = (
  { kills, plan, database, kept }: Stage,
  { delayMs, cut }: Kill,
  moment: Kill['moment'],
  requests: number,
): void => {
  const bytesCut = cut && cutPower(database, kept, cut, plan.random)
  kills.push({ moment, requests, delayMs, bytesCut })
}

const sendCalmly = async (stage: Stage, service: Service): Promise<void> => {
  await inLanes(stage.plan, request => send(stage, service, request))
  const { kw, judgedDays } = await checkPromise(stage, service)
  const { meters, days } = stage.plan
  if (kw.some(Number.isNaN)) throw new Error('not all is stored although all was acknowledged')
  if (judgedDays !== meters * days) throw new Error(`${judgedDays} of ${meters * days} days are judged`)
}

/** Several requests are under way at once. */
const inLanes = async (
  { requests, inFlight }: Plan,
  work: (request: Request) => Promise<void>,
): Promise<void> => {
  const waiting = requests.values()
  const lane = async (): Promise<void> => {
    for (const request of waiting) await work(request)
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
}
