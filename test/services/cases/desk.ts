import { onTestFinished } from 'vitest'
import type { Account } from '../../../schemas/account.ts'
import type { AuditEntry, Case, CaseState, Charge } from '../../../schemas/case.ts'
import type { Feedback } from '../../../schemas/case-moves.ts'
import type { OutcomeBody } from '../../../schemas/charge-outcome.ts'
import { dayText, type EpochDay } from '../../../schemas/day.ts'
import type { Finding, Signature } from '../../../schemas/finding.ts'
import type { Meter } from '../../../schemas/meter.ts'
import { type Db, openEmbeddedStore, type Store } from '../../../services/adapters/store/index.ts'
import {
  accuse,
  listCases,
  type Move,
  type MoveResult,
  type OutcomeCommand,
  type OutcomeResult,
  readAudit,
  settleSuspicions,
  suspicionsOf,
} from '../../../services/cases/index.ts'
import {
  type AnswerOf,
  type CommandName,
  carryOut,
  type Order,
  type Refused,
} from '../../../services/desk/index.ts'
import { createRuleBookView, loadTariffRules } from '../../../services/pricing/index.ts'
import { saveFindings } from '../../../services/process/save.ts'
import { createRegistryView, importRegistry } from '../../../services/registry/index.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'
import { keepRules } from '../price-changes/keep-rules.ts'

export const NOW_MS = Date.parse('2024-06-01T08:00:00+08:00')
export const analyst: Account = person('Li', 'analyst')
export const reviewer: Account = person('Wang', 'reviewer')
export const supervisor: Account = person('Zhou', 'supervisor')
/** Of the district of every meter here that says nothing else */
export const district: Account = person('Chen', 'district', { districtCode: '500107' })

/** Where each customer's meter stands, unless a test brings its own meters. */
const POINTS: Readonly<Record<string, string>> = { C1: 'M1', C2: 'M2', C3: 'M3', C4: 'M4', C5: 'M5' }
const METERS = Object.entries(POINTS).map(([customerId, meterId]) => meter({ meterId, customerId }))

/** Who moves a case unless a test says otherwise. */
const MOVER: Readonly<Record<Move['action'], Account>> = {
  ...{ inspect: analyst, submit: analyst, return: reviewer, release: reviewer },
  ...{ acknowledge: district, handle: district, reopen: reviewer },
}

/** What a test says of a finding. */
export interface Suspicion {
  readonly score: number
  readonly dayOffset?: number
  readonly signature?: Signature
  readonly pointId?: string
  /** Attributable power, kW; 400 unless told */
  readonly kw?: number
  /** The finding of the same day that it replaces */
  readonly supersedes?: string
}

export const findingOf = (customerId: string, suspicion: Suspicion): Finding => {
  const { score, dayOffset = 0, signature = 'induction-furnace', pointId = POINTS[customerId]! } = suspicion
  const day: EpochDay = MONDAY + dayOffset
  return {
    id: `${customerId} ${pointId} ${signature} ${day} ${score}`,
    signature,
    detectorVersion: '1',
    parameterHash: 'p',
    inputDigest: 'd',
    pointId,
    customerId,
    windowFrom: dayText(day - 3),
    day: dayText(day),
    supersedes: suspicion.supersedes ?? null,
    score,
    evidence: [],
    innocent: [],
    sentence: { zh: '疑似。', en: 'Suspected.' },
    dates: [],
    limits: [],
    inspection: null,
    attributableKw: suspicion.kw ?? 400,
    attributableKwh: 1_000,
  }
}

/** Cases on a store of their own, in memory unless one is given. */
export interface Desk {
  readonly store: Store
  register(meters: readonly Meter[]): Promise<void>
  /**
   * Carries findings of a customer to its case, as a checkpoint does. The judged days are full unless told; null: they
   * are kept already.
   */
  suspect(suspicions: readonly Suspicion[], customerId?: string, coverage?: number | null): Promise<void>
  /** Works off whoever is put down, as the work does beside its checkpoints */
  settle(nowMs?: number): Promise<void>
  /** Carries out a command at an instant */
  gives<N extends CommandName>(order: Order<N>, nowMs?: number): ReturnType<typeof carryOut<N>>
  move(move: Partial<Move> & Pick<Move, 'action'>): Promise<MoveResult>
  /** Carries out a command, on the only case unless told; the clock is the desk's own day unless told. */
  does<N extends CommandName>(
    actor: Account,
    name: N,
    body: Omit<Order<N>['body'], 'caseId'> & { readonly caseId?: string },
    nowMs?: number,
  ): Promise<AnswerOf<N> | Refused>
  /** What a command would do: reads what is asked for behind it, and leaves no trace. */
  tries<N extends CommandName, T>(
    order: Order<N>,
    read: (trx: Db, answer: AnswerOf<N> | Refused) => Promise<T>,
  ): Promise<T>
  /** Carries out any command, as the analyst on the desk's own day unless told. */
  order<N extends CommandName>(
    name: N,
    body: Order<N>['body'],
    actor?: Account,
  ): ReturnType<typeof carryOut<N>>
  /** Records an outcome as the reviewer, of the only case's furnace unless told; `nowMs` is the desk's own day unless told. */
  answer(
    outcome: Partial<OutcomeBody> & Pick<OutcomeBody, 'outcome'>,
    change?: Partial<OutcomeCommand> & { readonly nowMs?: number },
  ): Promise<OutcomeResult>
  /** Cases that closed with a confirmed charge, as the hook heard of them */
  readonly confirmed: string[]
  /** Brings the only case to a state. */
  bringTo(state: CaseState): Promise<Case>
  theCase(): Promise<Case>
  cases(): Promise<Case[]>
  audit(): Promise<{ whole: boolean; entries: AuditEntry[] }>
  outbox(): Promise<{ id: string; case_id: string; case_version: number; body: string }[]>
}

export const openDesk = async (meters: readonly Meter[] = METERS, given?: Store): Promise<Desk> => {
  const store = given ?? (await openEmbeddedStore(':memory:'))
  if (!given) await store.transact(trx => keepRules(trx, loadTariffRules()))
  const registry = createRegistryView(store.db)
  const register: Desk['register'] = async fresh => {
    await store.transact(trx => importRegistry(trx, fresh, { replace: false }, NOW_MS))
    await registry.refresh()
  }
  await register(meters)
  const cases = () => listCases(store.db, { limit: 500 })
  const theCase = async (): Promise<Case> => {
    const found = await cases()
    if (found.length !== 1) throw new Error(`there are ${found.length} cases`)
    return found[0]!
  }
  const move: Desk['move'] = async wanted => {
    const { id } = wanted.caseId ? { id: wanted.caseId } : await theCase()
    const actor = wanted.actor ?? MOVER[wanted.action]
    const { action, reason = 'seen on site', version } = wanted
    return carryOutAt(NOW_MS, { name: 'move', body: { caseId: id, action, reason, version }, actor })
  }
  const rules = createRuleBookView()
  const deps = async (trx: Db) => ({ book: await rules.follow(trx), meterAt: registry.atPoint })
  const confirmed: string[] = []
  const sitting = (nowMs: number, heard: string[]) => ({
    nowMs,
    onConfirmed: async (_trx: Db, { id }: Case, charges: readonly Charge[]) => {
      heard.push(...charges.map(({ signature }) => `${id} ${signature}`))
    },
  })
  const carryOutAt = <N extends CommandName>(nowMs: number, order: Order<N>) =>
    store.transact(trx => carryOut(trx, order, sitting(nowMs, confirmed)))
  const does = async <N extends CommandName>(
    actor: Account,
    name: N,
    body: Omit<Order<N>['body'], 'caseId'> & { readonly caseId?: string },
    nowMs = NOW_MS,
  ): Promise<AnswerOf<N> | Refused> => {
    const told = 'caseIds' in body ? body : { caseId: body.caseId ?? (await theCase()).id, ...body }
    return carryOutAt(nowMs, { name, body: told as unknown as Order<N>['body'], actor })
  }
  const tries: Desk['tries'] = async (order, read) => {
    const undone = new Error('undone')
    let seen: { readonly value: Awaited<ReturnType<typeof read>> } | undefined
    await store
      .transact(async trx => {
        seen = { value: await read(trx, await carryOut(trx, order, sitting(NOW_MS, []))) }
        throw undone
      })
      .catch(error => {
        if (error !== undone) throw error
      })
    return seen!.value
  }
  const answer: Desk['answer'] = async (outcome, { nowMs = NOW_MS, ...change } = {}) => {
    const { actor = reviewer, ...told } = change
    const body = {
      caseId: change.caseId ?? (await theCase()).id,
      signature: 'induction-furnace' as const,
      ...told,
      outcome: {
        cause: outcome.outcome === 'dismissed' ? ('other-lawful-load' as const) : null,
        note: 'seen on site',
        inspectedOn: null,
        metRunning: null,
        ...(outcome.outcome === 'passed-on' ? { passedTo: '市公安局' } : {}),
        ...outcome,
      },
    }
    return carryOutAt(nowMs, { name: 'outcome', body, actor })
  }
  return {
    store,
    register,
    confirmed,
    answer,
    order: (name, body, actor = analyst) => carryOutAt(NOW_MS, { name, body, actor }),
    async suspect(suspicions, customerId = 'C1', coverage = 1) {
      const findings = suspicions.map(one => findingOf(customerId, one))
      await store.transact(async trx => {
        if (coverage !== null)
          for (const { pointId, day } of findings) await keepDay(trx, customerId, pointId, day, coverage)
        await saveFindings(trx, findings)
        await accuse(trx, await suspicionsOf(trx, findings), NOW_MS, await deps(trx))
      })
    },
    gives: (order, nowMs = NOW_MS) => carryOutAt(nowMs, order),
    async settle(nowMs = NOW_MS) {
      await store.transact(async trx => settleSuspicions(trx, nowMs, await deps(trx)))
    },
    move,
    does,
    tries,
    async bringTo(state) {
      if (state === 'on-site') await move({ action: 'inspect' })
      const way = WAY.slice(0, WAY_TO[state] ?? 0)
      for (const action of way) await move({ action })
      const { charges } = await theCase()
      if (state === 'answered') await does(district, 'answer', { feedback: feedbackOn(charges) })
      if (state === 'closed') {
        for (const { signature } of charges) await answer({ outcome: 'confirmed' }, { signature })
      }
      return theCase()
    },
    theCase,
    cases,
    audit: async () => readAudit(store.db, (await theCase()).id),
    outbox: () => store.db.selectFrom('outbox').select(['id', 'case_id', 'case_version', 'body']).execute(),
  }
}

const WAY = ['submit', 'release', 'acknowledge', 'handle'] as const
/** How far along the way each state lies. */
const WAY_TO: Partial<Record<CaseState, number>> = {
  ...{ 'to-review': 1, reported: 2, closed: 2, acknowledged: 3, handling: 4, answered: 4 },
}

/** A feedback on every charge. */
export const feedbackOn = (
  charges: readonly Pick<Charge, 'signature'>[],
  more: Partial<Feedback> = {},
): Feedback => ({
  found: charges.map(({ signature }) => ({ signature, found: 'confirmed', text: '两台中频炉。' })),
  measures: ['shut-down', 'power-cut'],
  inspectedOn: '2024-05-31',
  note: '已查封。',
  fileIds: [],
  ...more,
})

const keepDay = async (
  trx: Store['db'],
  customerId: string,
  pointId: string,
  day: string,
  coverage: number,
): Promise<void> => {
  const row = {
    point_id: pointId,
    day: Date.parse(day) / 86_400_000,
    features: new Uint8Array(4),
    coverage,
    kwh: 100,
    scores: '{}',
    marks: 0,
    customer_id: customerId,
  }
  await trx.deleteFrom('feature').where('point_id', '=', pointId).where('day', '=', row.day).execute()
  await trx.insertInto('feature').values(row).execute()
}

/** A desk of the running test, closed when it ends. */
export const testDesk = async (meters?: readonly Meter[]): Promise<Desk> => {
  const desk = await openDesk(meters)
  onTestFinished(() => desk.store.close())
  return desk
}
