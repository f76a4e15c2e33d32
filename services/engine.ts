import { unpackFeatures } from '../detectors/index.ts'
import type { Endpoint } from '../schemas/alert.ts'
import type { Context } from '../schemas/context.ts'
import type { Finding } from '../schemas/finding.ts'
import type { ImportState } from '../schemas/import.ts'
import type { Meter } from '../schemas/meter.ts'
import type { Reject } from '../schemas/outcome.ts'
import type { ImportProfile } from '../schemas/profile.ts'
import { addAccounts, hasAccounts, type NewAccount } from './accounts/index.ts'
import type { EnginePorts, Ports } from './adapters/index.ts'
import { type Batch, readingsIn, shardOf } from './adapters/log/index.ts'
import type { Db } from './adapters/store/index.ts'
import { type DeliveryResult, putEndpoint, recordAttempt } from './alerts/index.ts'
import {
  followRegistry,
  type Move,
  type MoveResult,
  moveCase,
  noteSuspicions,
  noteView,
  type Suspicion,
  suspicionsOf,
} from './cases/index.ts'
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
import type { WorkFigures } from './operation/index.ts'
import { loadTariffRules } from './pricing/index.ts'
import {
  createCalendar,
  createPipeline,
  createStoreShards,
  type JudgedDay,
  type Keep,
  letGoOld,
  POINTS_PER_SHARED_TRANSACTION,
} from './process/index.ts'
import {
  createRegistryView,
  importRegistry,
  type RegistryChange,
  type RegistryMode,
  type RegistryView,
} from './registry/index.ts'
import {
  createLaneWork,
  createPublisher,
  createShardWork,
  createSuspicions,
  type Lane,
  type Opening,
  type Work,
  type WorkLog,
} from './work/index.ts'

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
  /** Adds the first accounts; false when there are some already. */
  addAccounts(accounts: readonly NewAccount[]): Promise<boolean>
  /** Closes the days whose time has come by the clock. */
  closeByClock(nowMs: number): Promise<void>
  /**
   * Lets go what is older than it is to be kept; answers how many days of readings went, null when it is not this
   * process's turn.
   */
  letGoOld(keep: Keep): Promise<number | null>
  /** Whether this process is the one that sends alerts; asked before each look at the outbox */
  sendsAlerts(): Promise<boolean>
  /** Readings, on Kafka messages, that are durable and wait to be judged */
  backlog(): Promise<number>
  /** Resolves when everything appended so far is judged, and every correction with it. */
  settle(): Promise<void>
  /** How the work goes. */
  figures(): Promise<WorkFigures>
  /** When the work's loop last went round, UTC ms; null where there is none */
  roundAtMs(): Promise<number | null>
  close(): Promise<void>
}

export interface EngineDeps {
  readonly ports: Ports
  readonly context?: Context | undefined
  /** When cases are opened; as soon as nothing waits unless told */
  readonly opening?: Opening | undefined
  readonly nowMs: () => number
  /** A checkpoint failed: nothing can be judged any more. Servers that are away are waited for instead. */
  readonly onFatal: (error: Error) => void
}

/** The engine on the servers, beside those of other processes. */
export interface SharedEngineDeps extends Omit<EngineDeps, 'ports' | 'opening' | 'onFatal'> {
  readonly ports: EnginePorts
  /** Whether this process works readings off, and not only takes them in */
  readonly works: boolean
  readonly lingerMs: number
  readonly logger: WorkLog
}

/** Composes the work on the embedded stores. */
export const createEngine = async (deps: EngineDeps): Promise<Engine> => {
  const { ports, context, opening = 'as-found', nowMs, onFatal } = deps
  const { store, log } = ports
  const registry = createRegistryView(store.db)
  await registry.refresh()
  const pipeline = createPipeline({ ...workDeps(ports, registry, context), nowMs })
  const suspicions = createSuspicions({ ...caseDeps(registry), store, nowMs, follow: async () => {} })
  const work = createLaneWork({ ports, pipeline, suspicions, opening, nowMs, onFatal })
  const waits = (await log.backlog()) > 0 || (await nextStretch(store.db)) || (await suspicions.wait())
  if (waits) void work.kick()
  return commands(ports, registry, work, nowMs, keep => letGoOld(ports, keep))
}

/** Composes the work on Kafka, InfluxDB and PostgreSQL. */
export const createSharedEngine = async (deps: SharedEngineDeps): Promise<Engine> => {
  const { ports, context, nowMs, works } = deps
  const registry = createRegistryView(ports.store.db, { isShared: true })
  await registry.refresh()
  const letGo = (keep: Keep) => letGoOld(ports, keep, POINTS_PER_SHARED_TRANSACTION)
  if (!works) return commands(ports, registry, createPublisher(ports), nowMs, letGo)
  const pipeline = createPipeline({
    ...workDeps(ports, registry, context),
    nowMs,
    shared: {
      shards: createStoreShards(ports.worker, ports.committed),
      checkpoints: ports.committed.offsets,
      shardOf,
      nameOf: ports.nameOf,
      publishRejects: rejected => ports.log.publishRejects(rejected),
      writeTotals: days => ports.history.writeDayTotals(days.map(totalsOf)),
    },
  })
  const { store } = ports
  const follow = (trx: Db) => registry.follow(trx)
  const suspicions = createSuspicions({ ...caseDeps(registry), store, nowMs, follow })
  return commands(ports, registry, await createShardWork({ ...deps, pipeline, suspicions }), nowMs, letGo)
}

const workDeps = (ports: Ports, registry: RegistryView, context: Context | undefined) => ({
  ports,
  calendar: createCalendar(context),
  registry,
  suspect: async (trx: Db, findings: readonly Finding[], lapsed: readonly Suspicion[]) =>
    noteSuspicions(trx, await suspicionsOf(trx, findings, lapsed)),
})

const caseDeps = (registry: RegistryView) => ({ rules: loadTariffRules(), meterAt: registry.atPoint })

const commands = (
  ports: Ports,
  registry: RegistryView,
  work: Work,
  nowMs: () => number,
  letGo: (keep: Keep) => Promise<number>,
): Engine => {
  const { store } = ports
  /** A command that changes cases, whose numbers and audit chains follow each other. */
  const onCases = <T>(command: (trx: Db) => Promise<T>): Promise<T> =>
    store.transact(async trx => {
      await store.lock(trx, 'cases')
      return command(trx)
    })
  return {
    append: (batch, rejects, source, lane = 'live') =>
      work.append(
        { batch: batch && readingsIn(batch) > 0 ? batch : null, rejects, source, lane },
        async trx => {
          await keepRejects(trx, rejects, source, nowMs())
          await countOutcomes(trx, countsOf(rejects))
        },
      ),
    async importRegistry(meters, mode, actor) {
      try {
        const result = await onCases(async trx => {
          const { change, corrections, renamed } = await importRegistry(trx, meters, mode, nowMs())
          await registry.changed(trx)
          await followRegistry(trx, renamed, nowMs())
          return { ...change, correctionId: await recordRegistryCorrection(trx, corrections, actor, nowMs()) }
        })
        if (result.correctionId !== null) void work.kick()
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
    moveCase: move => onCases(trx => moveCase(trx, move, nowMs())),
    noteView: (caseId, actor) => onCases(trx => noteView(trx, caseId, actor, nowMs())),
    putEndpoint: endpoint => store.transact(trx => putEndpoint(trx, endpoint, nowMs())),
    recordAttempt: result => store.transact(trx => recordAttempt(trx, result)),
    addAccounts: accounts =>
      store.transact(async trx => {
        await store.lock(trx, 'accounts')
        if (await hasAccounts(trx)) return false
        await addAccounts(trx, accounts)
        return true
      }),
    closeByClock: now => work.closeByClock(now),
    letGoOld: async keep => ((await work.letsGo()) ? letGo(keep) : null),
    sendsAlerts: () => work.sendsAlerts(),
    backlog: () => work.backlog(),
    settle: () => work.settle(),
    figures: () => work.figures(),
    roundAtMs: async () => work.roundAtMs(),
    async close() {
      await work.stop()
      await ports.close()
    },
  }
}

/** What is kept of a judged day beside the readings. */
const totalsOf = ({ pointId, day, kwh, coverage, features }: JudgedDay) => ({
  pointId,
  day,
  kwh,
  maxKw: unpackFeatures(features).maxKw,
  coverage,
})

const countsOf = (rejects: readonly Reject[]): Map<Reject['reason'], number> => {
  const counts = new Map<Reject['reason'], number>()
  for (const { reason } of rejects) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return counts
}
