import { type Detector, detectors as programDetectors, unpackFeatures } from '../detectors/index.ts'
import type { Account } from '../schemas/account.ts'
import type { Endpoint } from '../schemas/alert.ts'
import type { Charge } from '../schemas/case.ts'
import type { Context } from '../schemas/context.ts'
import type { CriterionProposal } from '../schemas/criterion.ts'
import { dayOf } from '../schemas/day.ts'
import type { Finding } from '../schemas/finding.ts'
import type { ImportState } from '../schemas/import.ts'
import type { Meter } from '../schemas/meter.ts'
import type { Reject } from '../schemas/outcome.ts'
import type { ImportProfile } from '../schemas/profile.ts'
import type { NewWatch, WatchEntry } from '../schemas/watch.ts'
import { addAccounts, hasAccounts, type NewAccount } from './accounts/index.ts'
import type { EnginePorts, Ports } from './adapters/index.ts'
import { type Batch, readingsIn, shardOf } from './adapters/log/index.ts'
import type { Db } from './adapters/store/index.ts'
import { type DeliveryResult, putEndpoint, recordAttempt } from './alerts/index.ts'
import {
  followRegistry,
  noteSuspicions,
  noteView,
  type OutcomeDeps,
  rankOlderCases,
  type Suspicion,
  suspicionsOf,
} from './cases/index.ts'
import { nextStretch, recordRegistryCorrection, recordWatchCorrection } from './corrections/index.ts'
import {
  type CriterionDecision,
  type CriterionResult,
  decideCriterion,
  proposeCriterion,
} from './criteria/index.ts'
import {
  type AnswerOf,
  type Attempt,
  type CommandName,
  carryOut,
  noteRefused,
  type Order,
  type Refused,
} from './desk/index.ts'
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
  createDetectorChoice,
  type DetectorChoice,
  decideVersion,
  syncVersions,
  type VersionDecision,
  type VersionResult,
} from './versions/index.ts'
import {
  addWatches,
  createWatchView,
  type Ending,
  endWatch,
  type Members,
  type WatchView,
  watchChanges,
  watchConfirmed,
} from './watch/index.ts'
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

/** What putting entries on the watch did. */
export interface WatchResult {
  readonly added: readonly WatchEntry[]
  readonly known: readonly WatchEntry[]
  readonly correctionId: number | null
}

/** The ended entry, or why there is none to end. */
export type EndResult =
  | { readonly entry: WatchEntry; readonly correctionId: number | null }
  | { readonly refused: 'unknown' | 'ended' }

/** Every write there is. One engine works on a store; all its arguments and answers can cross a thread. */
export interface Engine {
  /** Makes good readings and the rejects beside them durable; judging follows by itself. */
  append(batch: Batch | null, rejects: readonly BookedReject[], source: string, lane?: Lane): Promise<void>
  importRegistry(meters: readonly Meter[], mode: RegistryMode, actor: string): Promise<RegistryResult>
  /** Puts customers and places on the watch. */
  addWatches(watches: readonly NewWatch[], actor: string): Promise<WatchResult>
  endWatch(ending: Ending, actor: string): Promise<EndResult>
  addImport(job: NewImport): Promise<void>
  /** Moves an import on if it still is in the state `from`; answers whether it was. */
  moveImport(id: string, from: ImportState, change: ImportChange): Promise<boolean>
  saveProfile(name: string, profile: ImportProfile, actor: string): Promise<void>
  /** Answers whether there was one of that name. */
  removeProfile(name: string): Promise<boolean>
  /** Notes that entries of the reject book were taken in after all. */
  noteReplayed(sequences: readonly number[]): Promise<void>
  /** Carries out a command of a person at the desk: the one door of them all. */
  carryOut<N extends CommandName>(order: Order<N>): Promise<AnswerOf<N> | Refused>
  noteView(caseId: string, actor: string): Promise<void>
  /** Puts a refused question on record. */
  noteRefused(attempt: Attempt): Promise<void>
  proposeCriterion(proposal: CriterionProposal, actor: Account): Promise<CriterionResult>
  decideCriterion(decision: CriterionDecision): Promise<CriterionResult>
  decideVersion(decision: VersionDecision): Promise<VersionResult>
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
  /** Every version of every detector there is; those of this program unless told */
  readonly detectors?: readonly Detector[] | undefined
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
  const { ports, opening = 'as-found', nowMs, onFatal } = deps
  const { store, log } = ports
  await rankOlderCases(store)
  const views = createViews(store.db, false)
  await views.registry.refresh()
  const detectors = await chooseDetectors(deps)
  const pipeline = createPipeline({ ...workDeps(deps, views), detectors })
  const suspicions = createSuspicions({ ...caseDeps(deps, views), follow: async () => {} })
  const work = createLaneWork({ ports, pipeline, suspicions, opening, nowMs, onFatal })
  const waits = (await log.backlog()) > 0 || (await nextStretch(store.db)) || (await suspicions.wait())
  if (waits) void work.kick()
  return commands({ ...deps, ...views, detectors, work, letGo: keep => letGoOld(ports, keep) })
}

/** Composes the work on Kafka, InfluxDB and PostgreSQL. */
export const createSharedEngine = async (deps: SharedEngineDeps): Promise<Engine> => {
  const { ports, works } = deps
  const views = createViews(ports.store.db, true)
  await views.registry.refresh()
  const letGo = (keep: Keep) => letGoOld(ports, keep, POINTS_PER_SHARED_TRANSACTION)
  const { detectors: program = programDetectors } = deps
  if (!works) {
    const detectors = createDetectorChoice(program)
    return commands({ ...deps, ...views, detectors, work: createPublisher(ports), letGo })
  }
  await rankOlderCases(ports.store)
  const detectors = await chooseDetectors(deps)
  const pipeline = createPipeline({
    ...workDeps(deps, views),
    detectors,
    shared: {
      shards: createStoreShards(ports.worker, ports.committed),
      checkpoints: ports.committed.offsets,
      shardOf,
      nameOf: ports.nameOf,
      publishRejects: rejected => ports.log.publishRejects(rejected),
      writeTotals: days => ports.history.writeDayTotals(days.map(totalsOf)),
    },
  })
  const suspicions = createSuspicions({ ...caseDeps(deps, views), follow: trx => views.registry.follow(trx) })
  const work = await createShardWork({ ...deps, pipeline, suspicions })
  return commands({ ...deps, ...views, detectors, work, letGo })
}

/** What both engines are made of. */
type CommonDeps = Pick<EngineDeps, 'ports' | 'context' | 'nowMs' | 'detectors'>

/** The versions of this program in the store, and which of them judge. */
const chooseDetectors = async ({
  ports: { store },
  nowMs,
  detectors = programDetectors,
}: CommonDeps): Promise<DetectorChoice> => {
  const choice = createDetectorChoice(detectors)
  await store.transact(async trx => {
    await store.lock(trx, 'criteria')
    await syncVersions(trx, detectors, nowMs())
    await choice.follow(trx)
  })
  return choice
}

/** The registry, and the watch that is read whenever it is. */
interface Views {
  readonly registry: RegistryView
  readonly watch: WatchView
}

const createViews = (db: Db, isShared: boolean): Views => {
  const watch = createWatchView()
  return { registry: createRegistryView(db, { isShared, beside: watch.refresh }), watch }
}

const workDeps = ({ ports, context, nowMs }: CommonDeps, { registry, watch }: Views) => ({
  ports,
  calendar: createCalendar(context),
  registry,
  watch,
  nowMs,
  suspect: async (trx: Db, findings: readonly Finding[], lapsed: readonly Suspicion[]) =>
    noteSuspicions(trx, await suspicionsOf(trx, findings, lapsed)),
})

/** What cases are opened with, apart from the checkpoints. */
const caseDeps = ({ ports: { store }, nowMs }: CommonDeps, { registry }: Views) => ({
  store,
  nowMs,
  rules: loadTariffRules(),
  meterAt: registry.atPoint,
})

interface CommandDeps extends Omit<CommonDeps, 'detectors'>, Views {
  readonly detectors: DetectorChoice
  readonly work: Work
  readonly letGo: (keep: Keep) => Promise<number>
}

const commands = (deps: CommandDeps): Engine => {
  const { ports, registry, watch, detectors, work, nowMs, letGo } = deps
  const { store } = ports
  /** A command on criteria or detector versions, whose numbers and states follow each other. */
  const onCriteria = <T>(command: (trx: Db) => Promise<T>): Promise<T> =>
    store.transact(async trx => {
      await store.lock(trx, 'criteria')
      return command(trx)
    })
  /** A command that changes cases, whose numbers and audit chains follow each other. */
  const onCases = <T>(command: (trx: Db) => Promise<T>): Promise<T> =>
    store.transact(async trx => {
      await store.lock(trx, 'cases')
      return command(trx)
    })
  /** What a changed watch asks to be judged again. */
  const watchedAnew = async (trx: Db, before: Members) =>
    (await watchChanges(trx, before, watch.members())).map(change => ({
      ...change,
      meterId: registry.atPoint(change.pointId, change.from)?.meterId ?? change.pointId,
    }))
  /** Commands that may change the watch: whoever has a view of it reads it anew, and its days are judged again. */
  const onWatch = async <T>(
    actor: string,
    command: (trx: Db) => Promise<T>,
  ): Promise<{ result: T; correctionId: number | null }> => {
    let isChanged = false
    try {
      const done = await onCases(async trx => {
        const result = await command(trx)
        isChanged = await watch.isBehind(trx)
        if (!isChanged) return { result, correctionId: null }
        const before = watch.members()
        await registry.changed(trx)
        const changes = await watchedAnew(trx, before)
        return { result, correctionId: await recordWatchCorrection(trx, changes, actor, nowMs()) }
      })
      if (done.correctionId !== null) void work.kick()
      return done
    } catch (error) {
      if (isChanged) await registry.refresh()
      throw error
    }
  }
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
          const before = watch.members()
          await registry.changed(trx)
          await followRegistry(trx, renamed, nowMs())
          const watched = await watchedAnew(trx, before)
          const correctionId = await recordRegistryCorrection(trx, corrections, watched, actor, nowMs())
          return { ...change, correctionId }
        })
        if (result.correctionId !== null) void work.kick()
        return result
      } catch (error) {
        await registry.refresh()
        throw error
      }
    },
    async addWatches(watches, actor) {
      const { result, correctionId } = await onWatch(actor, trx => addWatches(trx, watches, actor, nowMs()))
      return { ...result, correctionId }
    },
    async endWatch(ending, actor) {
      const { result, correctionId } = await onWatch(actor, trx => endWatch(trx, ending, actor, nowMs()))
      return typeof result === 'string' ? { refused: result } : { entry: result, correctionId }
    },
    addImport: job => store.transact(trx => addImport(trx, job)),
    moveImport: (id, from, change) => store.transact(trx => moveImport(trx, id, from, change)),
    saveProfile: (name, profile, actor) =>
      store.transact(trx => saveProfile(trx, name, profile, actor, nowMs())),
    removeProfile: name => store.transact(trx => removeProfile(trx, name)),
    noteReplayed: sequences => store.transact(trx => noteReplayed(trx, sequences, nowMs())),
    async carryOut<N extends CommandName>(order: Order<N>): Promise<AnswerOf<N> | Refused> {
      const by = order.actor.name
      const sitting = { nowMs: nowMs(), onConfirmed: watchWhatWasConfirmed(by) }
      const { result } = await onWatch(by, trx => carryOut(trx, order, sitting))
      // Whoever it put down may have a case to be opened, or made anew.
      if (!('refused' in result)) void work.kick()
      return result
    },
    proposeCriterion: (proposal, actor) => onCriteria(trx => proposeCriterion(trx, proposal, actor, nowMs())),
    decideCriterion: decision => onCriteria(trx => decideCriterion(trx, decision, nowMs())),
    async decideVersion(decision) {
      const result = await onCriteria(async trx => {
        const decided = await decideVersion(trx, decision, nowMs())
        // Other processes look for released versions when they hear of another registry.
        if (decision.action === 'release' && 'done' in decided) await registry.changed(trx)
        return decided
      })
      await detectors.follow(store.db)
      return result
    },
    noteView: (caseId, actor) => onCases(trx => noteView(trx, caseId, actor, nowMs())),
    noteRefused: attempt => onCases(trx => noteRefused(trx, attempt, nowMs())),
    putEndpoint: endpoint => store.transact(trx => putEndpoint(trx, endpoint, nowMs())),
    recordAttempt: result => store.transact(trx => recordAttempt(trx, result)),
    addAccounts: accounts =>
      store.transact(async trx => {
        await store.lock(trx, 'accounts')
        if (await hasAccounts(trx)) return false
        await addAccounts(trx, accounts, nowMs())
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

/** Who was confirmed is watched from the day on, with all its places. */
const watchWhatWasConfirmed =
  (by: string): OutcomeDeps['onConfirmed'] =>
  async (trx, { id, customerId }, confirmed, nowMs) => {
    const [{ pointId, signature }] = confirmed as [Charge, ...Charge[]]
    const sinceDay = dayOf(nowMs)
    await watchConfirmed(trx, { customerId, pointId, watchedFor: signature, sinceDay, caseId: id, by, nowMs })
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
