import type { Endpoint } from '../schemas/alert.ts'
import type { Context } from '../schemas/context.ts'
import type { ImportState } from '../schemas/import.ts'
import type { Meter } from '../schemas/meter.ts'
import type { Reject } from '../schemas/outcome.ts'
import type { ImportProfile } from '../schemas/profile.ts'
import { addAccounts, type NewAccount } from './accounts/index.ts'
import type { Ports } from './adapters/index.ts'
import { type Batch, readingsIn } from './adapters/log/index.ts'
import { type DeliveryResult, putEndpoint, recordAttempt } from './alerts/index.ts'
import { accuse, followRegistry, type Move, type MoveResult, moveCase, noteView } from './cases/index.ts'
import { nextStretch, recordRegistryCorrection } from './corrections/index.ts'
import {
  addImport,
  type ImportChange,
  moveImport,
  type NewImport,
  removeProfile,
  saveProfile,
} from './imports/index.ts'
import { type BookedReject, countOutcomes, keepRejects, noteReplayed } from './ingest/index.ts'
import { LANES, type Lane } from './lanes.ts'
import { loadTariffRules } from './pricing/index.ts'
import { createCalendar, createPipeline, type Keep, type Lateness, letGoOld } from './process/index.ts'
import {
  createRegistryView,
  importRegistry,
  type RegistryChange,
  type RegistryMode,
} from './registry/index.ts'

/** Readings that may wait in a lane to be worked off before intake is slowed down. */
const BACKLOG_AT_MOST = 400_000

/** What a registry import did; `correctionId` names the correction when days are to be judged again. */
export interface RegistryResult extends RegistryChange {
  readonly correctionId: number | null
}

/** Every write there is. One engine works on a store; all its arguments and answers can cross a thread. */
export interface Engine {
  /** Makes good readings and the rejects beside them durable; judging follows by itself. */
  append(batch: Batch | null, rejects: readonly BookedReject[], source: string, lane?: Lane): Promise<void>
  importRegistry(meters: readonly Meter[], mode: RegistryMode, actor: string): Promise<RegistryResult>
  addImport(job: NewImport): Promise<void>
  /** Moves an import on if it still is in the state `from`; answers whether it was. */
  moveImport(id: string, from: ImportState, change: ImportChange): Promise<boolean>
  saveProfile(name: string, profile: ImportProfile, actor: string): Promise<void>
  /** Answers whether there was one of that name. */
  removeProfile(name: string): Promise<boolean>
  /** Notes that entries of the reject book were taken in after all. */
  noteReplayed(sequences: readonly number[]): Promise<void>
  moveCase(move: Move): Promise<MoveResult>
  noteView(caseId: string, actor: string): Promise<void>
  putEndpoint(endpoint: Endpoint): Promise<string>
  recordAttempt(result: DeliveryResult): Promise<void>
  addAccounts(accounts: readonly NewAccount[]): Promise<void>
  /** Closes the days whose time has come by the clock. */
  closeByClock(nowMs: number): Promise<void>
  /** Lets go what is older than it is to be kept; answers how many days of readings went. */
  letGoOld(keep: Keep): Promise<number>
  /** Resolves when everything appended so far is judged, and every correction with it. */
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
    registry,
    accuse: (trx, findings, now, lapsed) =>
      accuse(trx, findings, now, { rules, meterAt: registry.atPoint }, lapsed),
    nowMs,
  })
  let working: Promise<void> | undefined
  let failure: Error | undefined
  let round = Promise.withResolvers<void>()
  let more = false

  /** What is live first; then a piece of what may wait, so that neither stands still. */
  const workRound = async (): Promise<boolean> => {
    const live = await workLane('live', 'store')
    const other =
      (await workLane('bulk', 'store')) || (await workLane('backfill', 'judge')) || (await workCorrections())
    return live || other
  }
  const workLane = async (lane: Lane, lateness: Lateness): Promise<boolean> =>
    (await log.backlog(LANES[lane])) > 0 && pipeline.step(LANES[lane], lateness)
  const workCorrections = async (): Promise<boolean> =>
    (await nextStretch(store.db)) !== undefined && pipeline.rescore()
  const endRound = (): void => {
    round.resolve()
    round = Promise.withResolvers()
  }
  const workOff = async (): Promise<void> => {
    try {
      do {
        more = false
        while (await workRound()) endRound()
      } while (more)
    } catch (error) {
      failure = error as Error
      onFatal(failure)
    } finally {
      working = undefined
      endRound()
    }
  }
  const kick = (): Promise<void> => {
    more = true
    working ??= workOff()
    return working
  }
  /** Slows a lane's intake down while much of it waits. */
  const roomIn = async (lane: Lane): Promise<void> => {
    while ((await log.backlog(LANES[lane])) > BACKLOG_AT_MOST) {
      if (failure) throw failure
      void kick()
      await round.promise
    }
  }
  if ((await log.backlog()) > 0 || (await nextStretch(store.db))) void kick()

  return {
    async append(batch, rejects, source, lane = 'live') {
      await roomIn(lane)
      if (failure) throw failure
      await store.transact(async trx => {
        await keepRejects(trx, rejects, source, nowMs())
        await countOutcomes(trx, countsOf(rejects))
        if (batch && readingsIn(batch) > 0) await log.append(LANES[lane], batch)
      })
      void kick()
    },
    async importRegistry(meters, mode, actor) {
      try {
        const result = await store.transact(async trx => {
          const { change, corrections, renamed } = await importRegistry(trx, meters, mode, nowMs())
          await registry.refresh(trx)
          await followRegistry(trx, renamed, nowMs())
          return { ...change, correctionId: await recordRegistryCorrection(trx, corrections, actor, nowMs()) }
        })
        if (result.correctionId !== null) void kick()
        return result
      } catch (error) {
        await registry.refresh()
        throw error
      }
    },
    addImport: job => store.transact(trx => addImport(trx, job)),
    moveImport: (id, from, change) => store.transact(trx => moveImport(trx, id, from, change)),
    saveProfile: (name, profile, actor) =>
      store.transact(trx => saveProfile(trx, name, profile, actor, nowMs())),
    removeProfile: name => store.transact(trx => removeProfile(trx, name)),
    noteReplayed: sequences => store.transact(trx => noteReplayed(trx, sequences, nowMs())),
    moveCase: move => store.transact(trx => moveCase(trx, move, nowMs())),
    noteView: (caseId, actor) => store.transact(trx => noteView(trx, caseId, actor, nowMs())),
    putEndpoint: endpoint => store.transact(trx => putEndpoint(trx, endpoint, nowMs())),
    recordAttempt: result => store.transact(trx => recordAttempt(trx, result)),
    addAccounts: accounts => store.transact(trx => addAccounts(trx, accounts)),
    async closeByClock(now) {
      // What still waits may hold the rest of a day.
      if ((await log.backlog()) === 0) await pipeline.closeByClock(now)
    },
    letGoOld: keep => letGoOld(ports, keep),
    async settle() {
      if (failure) throw failure
      do {
        await kick()
        if (failure) throw failure
      } while ((await log.backlog()) > 0)
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
