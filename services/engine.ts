import type { Endpoint } from '../schemas/alert.ts'
import type { Context } from '../schemas/context.ts'
import type { Meter } from '../schemas/meter.ts'
import type { Reject } from '../schemas/outcome.ts'
import { addAccounts, type NewAccount } from './accounts/index.ts'
import type { Ports } from './adapters/index.ts'
import type { ReadingBatch } from './adapters/log/index.ts'
import { type DeliveryResult, putEndpoint, recordAttempt } from './alerts/index.ts'
import { accuse, type Move, type MoveResult, moveCase, noteView } from './cases/index.ts'
import {
  countOutcomes,
  createRegistryView,
  importRegistry,
  keepRejects,
  type RegistryChange,
} from './ingest/index.ts'
import { loadTariffRules } from './pricing/index.ts'
import { createCalendar, createPipeline } from './process/index.ts'

/** Readings that may wait to be worked off before intake is slowed down. */
const BACKLOG_AT_MOST = 400_000

/** Every write there is. One engine works on a store; all its arguments and answers can cross a thread. */
export interface Engine {
  /** Makes good readings and the rejects beside them durable; judging follows by itself. */
  append(batch: ReadingBatch, rejects: readonly Reject[], source: string): Promise<void>
  importRegistry(meters: readonly Meter[]): Promise<RegistryChange>
  moveCase(move: Move): Promise<MoveResult>
  noteView(caseId: string, actor: string): Promise<void>
  putEndpoint(endpoint: Endpoint): Promise<string>
  recordAttempt(result: DeliveryResult): Promise<void>
  addAccounts(accounts: readonly NewAccount[]): Promise<void>
  /** Closes the days whose time has come by the clock. */
  closeByClock(nowMs: number): Promise<void>
  /** Resolves when everything appended so far is judged. */
  settle(): Promise<void>
  close(): Promise<void>
}

export interface EngineDeps {
  readonly ports: Ports
  readonly context?: Context | undefined
  readonly nowMs: () => number
  /** A checkpoint failed: nothing can be judged any more. */
  readonly onFatal: (error: Error) => void
}

/** Composes the work on given stores. */
export const createEngine = async ({ ports, context, nowMs, onFatal }: EngineDeps): Promise<Engine> => {
  const { store, log } = ports
  const registry = createRegistryView(store.db)
  await registry.refresh()
  const rules = loadTariffRules()
  const pipeline = createPipeline({
    ports,
    calendar: createCalendar(context),
    findMeter: registry.find,
    meterOfPoint: registry.atPoint,
    accuse: (trx, findings, now) => accuse(trx, findings, now, { rules, meterOfPoint: registry.atPoint }),
    nowMs,
  })
  let waiting = await log.backlog()
  let working: Promise<void> | undefined
  let failure: Error | undefined

  let more = false
  const workOff = async (): Promise<void> => {
    try {
      do {
        more = false
        while (await pipeline.step()) waiting = await log.backlog()
      } while (more)
    } catch (error) {
      failure = error as Error
      onFatal(failure)
    } finally {
      working = undefined
    }
  }
  const kick = (): Promise<void> => {
    more = true
    working ??= workOff()
    return working
  }
  if (waiting > 0) void kick()

  return {
    async append(batch, rejects, source) {
      if (failure) throw failure
      if (waiting > BACKLOG_AT_MOST) await kick()
      await store.transact(async trx => {
        await keepRejects(trx, rejects, source, nowMs())
        await countOutcomes(trx, countsOf(rejects))
        if (batch.atMs.length > 0) await log.append(batch)
      })
      waiting += batch.atMs.length
      void kick()
    },
    async importRegistry(meters) {
      try {
        return await store.transact(async trx => {
          const change = await importRegistry(trx, meters, nowMs())
          await registry.refresh(trx)
          return change
        })
      } catch (error) {
        await registry.refresh()
        throw error
      }
    },
    moveCase: move => store.transact(trx => moveCase(trx, move, nowMs())),
    noteView: (caseId, actor) => store.transact(trx => noteView(trx, caseId, actor, nowMs())),
    putEndpoint: endpoint => store.transact(trx => putEndpoint(trx, endpoint, nowMs())),
    recordAttempt: result => store.transact(trx => recordAttempt(trx, result)),
    addAccounts: accounts => store.transact(trx => addAccounts(trx, accounts)),
    async closeByClock(now) {
      // What still waits may hold the rest of a day.
      if ((await log.backlog()) === 0) await pipeline.closeByClock(now)
    },
    async settle() {
      while ((await log.backlog()) > 0) {
        if (failure) throw failure
        await kick()
      }
    },
    async close() {
      await working
      await ports.close()
    },
  }
}

const countsOf = (rejects: readonly Reject[]): Map<Reject['reason'], number> => {
  const counts = new Map<Reject['reason'], number>()
  for (const { reason } of rejects) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return counts
}
