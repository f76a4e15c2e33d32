import { ask, type Service } from '../../acceptance/support/cli.ts'
import { registryOf } from './district.ts'
import { createLedger, type Faults, type Ledger } from './ledger.ts'
import { look, type Seen } from './look.ts'
import type { Moment, Plan } from './plan.ts'
import type { Request } from './requests.ts'
import { databaseIn } from './store-copy.ts'
import { type WalPosition, walPosition } from './wal.ts'

/** A kill as it fell. */
export interface Fallen {
  /** By what the service had acknowledged when it fell */
  readonly moment: Moment
  /** Requests acknowledged since the last start */
  readonly requests: number
  readonly delayMs: number
  /** Bytes of the write-ahead log that went with the power; undefined when the power stayed */
  readonly bytesCut: number | undefined
}

/** What the rounds of a story share. */
export interface Stage {
  readonly plan: Plan
  readonly data: string
  /** Folder of compiled code */
  readonly compiled: string
  readonly database: string
  readonly ledger: Ledger
  readonly kills: Fallen[]
  readonly recoveriesMs: number[]
  /** Where the log stood at the last acknowledgement */
  kept: WalPosition | undefined
  hasRegistry: boolean
  faults: Faults
}

export const createStage = (plan: Plan, data: string, compiled: string): Stage => ({
  plan,
  data,
  compiled,
  database: databaseIn(data),
  ledger: createLedger(plan),
  kills: [],
  recoveriesMs: [],
  kept: undefined,
  hasRegistry: false,
  faults: { lost: 0, doubled: 0, torn: 0, miscounted: 0 },
})

/** What was acknowledged just now is in the log up to here, if the promise is kept. */
export const keep = (stage: Stage): void => {
  stage.kept = walPosition(stage.database) ?? stage.kept
}

export const sendRegistry = async (stage: Stage, service: Service): Promise<void> => {
  const registry = { method: 'POST', type: 'text/csv', body: registryOf(stage.plan) }
  const { status } = await ask(service, '/v1/registry', registry)
  keep(stage)
  if (status !== 200) throw new Error(`the registry was answered with ${status}`)
  stage.hasRegistry = true
}

export const send = async (stage: Stage, service: Service, request: Request): Promise<void> => {
  const { type, body, cells, bad } = request
  stage.ledger.sent(request)
  const answer = await ask(service, '/v1/readings', { method: 'POST', type, body })
  keep(stage)
  const { accepted, rejected } = answer.body as { accepted: number; rejected: number }
  if (answer.status !== 200 || accepted !== cells.length || rejected !== bad.length) {
    throw new Error(`readings were answered with ${answer.status} ${JSON.stringify(answer.body)}`)
  }
  stage.ledger.acknowledged(request)
}

/** Nothing that was acknowledged may be missing, nothing be there twice, no day be torn. */
export const checkPromise = async (stage: Stage, service: Service): Promise<Seen> => {
  const seen = await look(service, stage.plan)
  stage.faults = stage.ledger.check(seen)
  const faults = Object.entries(stage.faults).filter(([, count]) => count > 0)
  if (seen.meters !== stage.plan.meters)
    throw new Error(`${seen.meters} of ${stage.plan.meters} meters are left`)
  if (faults.length > 0) throw new Error(faults.map(([fault, count]) => `${count} ${fault}`).join(', '))
  return seen
}
