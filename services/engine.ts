import { type Detector, detectors as programDetectors, unpackFeatures } from '../detectors/index.ts'
import type { Account } from '../schemas/account.ts'
import type { AuditRoot } from '../schemas/audit.ts'
import type { Charge } from '../schemas/case.ts'
import type { Context } from '../schemas/context.ts'
import type { CriterionProposal } from '../schemas/criterion.ts'
import { dayOf, type EpochDay } from '../schemas/day.ts'
import type { Finding } from '../schemas/finding.ts'
import type { ImportState } from '../schemas/import.ts'
import type { Meter } from '../schemas/meter.ts'
import type { Reject } from '../schemas/outcome.ts'
import type { ImportProfile } from '../schemas/profile.ts'
import type { NewWatch, WatchEntry } from '../schemas/watch.ts'
import {
  type Attempt,
  addAccounts,
  attemptSignIn,
  hasAccounts,
  type NewAccount,
  type Opened,
  type Opening as OpeningOfAccounts,
  openAccounts,
  type SignInResult,
} from './accounts/index.ts'
import type { EnginePorts, Ports } from './adapters/index.ts'
import { type Batch, readingsIn, shardOf } from './adapters/log/index.ts'
import type { Db } from './adapters/store/index.ts'
import {
  type DeliveryResult,
  endpointsWait,
  type FollowedEndpoint,
  followEndpoints,
  isGone,
  recordAttempt,
} from './alerts/index.ts'
import { appendLink, DESK_CHAIN, isSealDue, sealDays, shownRoot } from './audit/index.ts'
import { createCalendar } from './calendar/index.ts'
import {
  deadlinesWait,
  followDeadlines,
  followHolds,
  followRegistry,
  hasRunOut,
  noteSuspicions,
  noteView,
  type OutcomeDeps,
  rankOlderCases,
  type Suspicion,
  suspectChanged,
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
  answerBefore,
  type CommandName,
  carryOut,
  forgetKeys,
  type KeyUse,
  noteRefused,
  type Order,
  once,
  type Refused,
  type RefusedQuestion,
} from './desk/index.ts'
import { forgetEvents } from './events/index.ts'
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
import { shipRules } from './price-changes/index.ts'
import { loadTariffRules } from './pricing/index.ts'
import {
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

/** Transactions a minute in which deadlines are followed; what is left waits for the next minute. */
const FOLLOWING_AT_MOST = 20

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
  | { readonly notEnded: 'unknown' | 'ended' }

/** Every write there is. One engine works on a store; all its arguments and answers can cross a thread. */
export interface Engine {
  /** Makes good readings and the rejects beside them durable; judging follows by itself. */
  append(batch: Batch | null, rejects: readonly BookedReject[], source: string, lane?: Lane): Promise<void>
  importRegistry(meters: readonly Meter[], mode: RegistryMode, actor: string): Promise<RegistryResult>
  /** Puts customers and places on the watch; with a `key` of the client once, as every command that takes one. */
  addWatches(watches: readonly NewWatch[], actor: string, key?: string): Promise<WatchResult | Refused>
  endWatch(ending: Ending, actor: string, key?: string): Promise<EndResult | Refused>
  addImport(job: NewImport): Promise<void>
  /** Moves an import on if it still is in the state `from`; answers whether it was. */
  moveImport(id: string, from: ImportState, change: ImportChange): Promise<boolean>
  saveProfile(name: string, profile: ImportProfile, actor: string): Promise<void>
  /**
   * Puts an import whose upload is on the disk in the queue, once under a key of the client: answers its id, or that of
   * the import that was queued under the key before.
   */
  queueImport(id: string, bytes: number, use?: KeyUse): Promise<{ readonly id: string } | Refused>
  /** Answers whether there was one of that name. */
  removeProfile(name: string): Promise<boolean>
  /** Notes that entries of the reject book were taken in after all. */
  noteReplayed(sequences: readonly number[]): Promise<void>
  /** Carries out a command of a person at the desk: the one door of them all. */
  carryOut<N extends CommandName>(order: Order<N>): Promise<AnswerOf<N> | Refused>
  /** What was kept under a key of the client: its answer, null when none was, or that it was used for something else */
  answerBefore(use: KeyUse): Promise<{ readonly answer: object | null } | Refused>
  /** Keeps an answer under a key; answers the one that was kept before when there is one. */
  keepAnswer<T extends object>(use: KeyUse, answer: T): Promise<T | Refused>
  noteView(caseId: string, actor: string): Promise<void>
  /** Puts a refused question on record. */
  noteRefused(question: RefusedQuestion): Promise<void>
  proposeCriterion(proposal: CriterionProposal, actor: Account, key?: string): Promise<CriterionResult>
  decideCriterion(decision: CriterionDecision, key?: string): Promise<CriterionResult>
  decideVersion(decision: VersionDecision, key?: string): Promise<VersionResult>
  recordAttempt(result: DeliveryResult): Promise<void>
  /** Adds the first accounts; false when there are some already. */
  addAccounts(accounts: readonly NewAccount[]): Promise<boolean>
  /** Makes what a start of the service needs, so that somebody can sign in. */
  openAccounts(opening: OpeningOfAccounts): Promise<Opened>
  /** Lets in who says who he is, or not, and puts it on record. */
  attemptSignIn(attempt: Attempt): Promise<SignInResult>
  /** Closes the days whose time has come by the clock. */
  closeByClock(nowMs: number): Promise<void>
  /** Tells of deadlines that come near or are over, and lets go what holds no case back any more. */
  followDeadlines(nowMs: number): Promise<void>
  /** Warns of endpoints that nothing reaches, and switches off those that nothing reached for long; answers which. */
  followEndpoints(nowMs: number): Promise<readonly FollowedEndpoint[]>
  /**
   * Lets go what is older than it is to be kept; answers how many days of readings went, null when it is not this
   * process's turn.
   */
  letGoOld(keep: Keep): Promise<number | null>
  /** Seals the days of the audit that are due; answers their roots. */
  sealAudit(nowMs: number): Promise<readonly AuditRoot[]>
  /** Lets go the keys of clients and the events that nobody asks for any more. */
  clearDesk(nowMs: number): Promise<void>
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
    await store.lock(trx, 'cases')
    await store.lock(trx, 'criteria')
    await shipRules(trx, loadTariffRules(), nowMs())
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
  /** The day on which ended dismissals were looked for last */
  let holdsFollowed: EpochDay | undefined
  /** A command on criteria or detector versions, whose numbers and states follow each other. */
  const onCriteria = <T>(command: (trx: Db) => Promise<T>): Promise<T> =>
    store.transact(async trx => {
      // Keys of clients, and attempts that go to the chain of the desk, are under the lock of the cases.
      await store.lock(trx, 'cases')
      await store.lock(trx, 'criteria')
      return command(trx)
    })
  /** A command of somebody on criteria or detector versions, once under a key. */
  const onceOnCriteria = <T extends object>(
    asked: KeyUse | undefined,
    command: (trx: Db) => Promise<T>,
  ): Promise<T | Refused> => onCriteria(trx => once(trx, asked, nowMs(), () => command(trx)))
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
    asked?: KeyUse,
  ): Promise<{ result: T; correctionId: number | null } | Refused> => {
    let isChanged = false
    const commandAndCorrect = async (trx: Db): Promise<{ result: T; correctionId: number | null }> => {
      const result = await command(trx)
      isChanged = await watch.isBehind(trx)
      if (!isChanged) return { result, correctionId: null }
      const before = watch.members()
      await registry.changed(trx)
      const changes = await watchedAnew(trx, before)
      return { result, correctionId: await recordWatchCorrection(trx, changes, actor, nowMs()) }
    }
    try {
      const done = await onCases(trx => once(trx, asked, nowMs(), () => commandAndCorrect(trx)))
      if ('correctionId' in done && done.correctionId !== null) void work.kick()
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
          const { change, corrections, renamed, customers } = await importRegistry(trx, meters, mode, nowMs())
          const before = watch.members()
          await registry.changed(trx)
          await followRegistry(trx, renamed, nowMs())
          const isSuspected = await suspectChanged(trx, customers)
          const watched = await watchedAnew(trx, before)
          const correctionId = await recordRegistryCorrection(trx, corrections, watched, actor, nowMs())
          return { answer: { ...change, correctionId }, isSuspected }
        })
        if (result.answer.correctionId !== null || result.isSuspected) void work.kick()
        return result.answer
      } catch (error) {
        await registry.refresh()
        throw error
      }
    },
    async addWatches(watches, actor, key) {
      const asked = askedBy(actor, key, 'watch', { watches })
      const done = await onWatch(actor, trx => putOnWatch(trx, watches, actor, nowMs()), asked)
      return 'refused' in done ? done : { ...done.result, correctionId: done.correctionId }
    },
    async endWatch(ending, actor, key) {
      const asked = askedBy(actor, key, 'end-watch', ending)
      const done = await onWatch(actor, trx => takeOffWatch(trx, ending, actor, nowMs()), asked)
      if ('refused' in done) return done
      const { result, correctionId } = done
      return typeof result === 'string' ? { notEnded: result } : { entry: result, correctionId }
    },
    addImport: job => store.transact(trx => addImport(trx, job)),
    moveImport: (id, from, change) => store.transact(trx => moveImport(trx, id, from, change)),
    queueImport: (id, bytes, use) =>
      onCases(trx =>
        once(trx, use, nowMs(), async () => {
          await moveImport(trx, id, 'uploading', { state: 'waiting', bytes })
          return { id }
        }),
      ),
    saveProfile: (name, profile, actor) =>
      store.transact(trx => saveProfile(trx, name, profile, actor, nowMs())),
    removeProfile: name => store.transact(trx => removeProfile(trx, name)),
    noteReplayed: sequences => store.transact(trx => noteReplayed(trx, sequences, nowMs())),
    async carryOut<N extends CommandName>(order: Order<N>): Promise<AnswerOf<N> | Refused> {
      const by = order.actor.name
      const sitting = { nowMs: nowMs(), onConfirmed: watchWhatWasConfirmed(by) }
      const done = await onWatch(by, trx => carryOut(trx, order, sitting))
      if ('refused' in done) return done
      // Whoever it put down may have a case to be opened, or made anew.
      if (!('refused' in done.result)) void work.kick()
      return done.result
    },
    answerBefore: use => onCases(trx => answerBefore(trx, use, nowMs())),
    keepAnswer: (use, answer) => onCases(trx => once(trx, use, nowMs(), async () => answer)),
    proposeCriterion: (proposal, actor, key) =>
      onceOnCriteria(askedBy(actor.name, key, 'propose', proposal), trx =>
        proposeCriterion(trx, proposal, actor, nowMs()),
      ),
    decideCriterion: ({ actor, ...decision }, key) =>
      onceOnCriteria(askedBy(actor.name, key, 'decide', decision), trx =>
        decideCriterion(trx, { ...decision, actor }, nowMs()),
      ),
    async decideVersion(decision, key) {
      const { actor, ...asked } = decision
      const use = askedBy(actor.name, key, 'decide-version', asked)
      const result = await onceOnCriteria(use, async trx => {
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
    sealAudit: async now =>
      (await isSealDue(store.db, now))
        ? onCriteria(async trx => (await sealDays(trx, now)).map(shownRoot))
        : [],
    clearDesk: now =>
      store.transact(async trx => {
        await forgetKeys(trx, now)
        await forgetEvents(trx, now)
      }),
    recordAttempt: result => {
      const record = (trx: Db) => recordAttempt(trx, result)
      // What is put on record takes the lock of the cases; nearly every attempt does without.
      return isGone(result) ? onCases(record) : store.transact(record)
    },
    followEndpoints: async now =>
      (await endpointsWait(store.db, now)) ? onCases(trx => followEndpoints(trx, now)) : [],
    addAccounts: accounts =>
      store.transact(async trx => {
        await store.lock(trx, 'accounts')
        if (await hasAccounts(trx)) return false
        await addAccounts(trx, accounts, nowMs())
        return true
      }),
    openAccounts: opening => onCases(trx => openAccounts(trx, opening, nowMs())),
    attemptSignIn: attempt => onCases(trx => attemptSignIn(trx, attempt, nowMs())),
    closeByClock: now => work.closeByClock(now),
    async followDeadlines(now) {
      for (let i = 0; i < FOLLOWING_AT_MOST && (await deadlinesWait(store.db, now)); i++)
        await onCases(trx => followDeadlines(trx, now))
      const today = dayOf(now)
      if (today === holdsFollowed && !(await hasRunOut(store.db, now))) return
      await onCases(trx => followHolds(trx, now))
      holdsFollowed = today
      void work.kick()
    },
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

/** A change of the watch is on record in the chain of the desk. */
const putOnWatch: typeof addWatches = async (trx, watches, actor, nowMs) => {
  const result = await addWatches(trx, watches, actor, nowMs)
  const detail = { added: result.added.map(({ id }) => id), known: result.known.length }
  await appendLink(trx, { chainId: DESK_CHAIN, atMs: nowMs, actor, action: 'watch', detail })
  return result
}

const takeOffWatch: typeof endWatch = async (trx, ending, actor, nowMs) => {
  const { id, reason } = ending
  const result = await endWatch(trx, ending, actor, nowMs)
  const deed = { chainId: DESK_CHAIN, atMs: nowMs, actor, reason }
  await appendLink(
    trx,
    typeof result === 'string'
      ? { ...deed, action: 'refused', detail: { attempted: 'end', watch: id, code: result } }
      : { ...deed, action: 'end', detail: { watch: id, until: result.until } },
  )
  return result
}

const askedBy = (account: string, key: string | undefined, name: string, body: object): KeyUse | undefined =>
  key === undefined ? undefined : { account, key, name, body }

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
