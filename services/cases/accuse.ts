import { isDeepStrictEqual } from 'node:util'
import { PEERS_MOVED } from '../../detectors/index.ts'
import type { Case, Charge, Level } from '../../schemas/case.ts'
import { dayOf, dayStartMs, type EpochDay, parseDay, shanghaiText } from '../../schemas/day.ts'
import { Finding, type Signature } from '../../schemas/finding.ts'
import type { Meter } from '../../schemas/meter.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { COVERAGE_TO_OPEN, type Criteria, levelOf, loadCriteria, RANK } from '../criteria/index.ts'
import { type KnownGoods, loadKnownGood } from '../known-good/index.ts'
import {
  type GroupsOn,
  type PeerEvidence,
  type Ground as PeerGround,
  peerEvidence,
  publishedGroups,
} from '../peers/index.ts'
import { proposeTier, type RuleBook } from '../pricing/index.ts'
import { type Answers, loadAnswers, withoutAnswered } from './answers.ts'
import { recordDeed } from './audit.ts'
import { rankCase } from './case-ranking.ts'
import { chargeByHand } from './charge-by-hand.ts'
import { enterState } from './enter-state.ts'
import { withoutHeld } from './held.ts'
import { keepCharges } from './keep-charges.ts'
import { leadOf } from './members.ts'
import type { Suspicion } from './note-suspicions.ts'
import { openCase } from './open-case.ts'
import { findCaseOf } from './queries.ts'
import { AWAKE } from './snooze.ts'
import { isUnderCheck } from './transitions.ts'

const IDS_PER_QUERY = 500

export interface AccuseDeps {
  readonly book: RuleBook
  readonly meterAt: (pointId: string, day: EpochDay) => Meter | undefined
}

export interface ChargeDeps extends AccuseDeps {
  readonly criteria: Criteria
  readonly answers: Answers
}

/** Whose charges findings may change. `lapsed`: whose findings were withdrawn without another in their place. */
export const suspicionsOf = async (
  trx: Db,
  findings: readonly Finding[],
  lapsed: readonly Suspicion[] = [],
): Promise<Suspicion[]> => {
  const criteria = await loadCriteria(trx)
  const touched = findings.filter(
    ({ signature, score, supersedes }) => score >= criteria.lowest(signature) || supersedes !== null,
  )
  return unique([...touched, ...(await formerlySuspected(trx, touched)), ...lapsed])
}

const unique = (suspicions: readonly Suspicion[]): Suspicion[] => [
  ...new Map(
    suspicions.map(({ customerId, signature }) => [`${customerId} ${signature}`, { customerId, signature }]),
  ).values(),
]

/**
 * Carries the current findings of customers to their cases: one open case a customer, one charge a signature. While a
 * case waits to be checked its charges follow the current findings, whatever order they came in; under review they
 * hold still, but a new signature sends the case back to be checked; what was released does not change. No case closes
 * by itself. What only shows that the peers moved too carries nothing, and who is known to be good is charged anew
 * with nothing. Whether a finding opens,
 * and on which level, follows the criterion valid on its day.
 */
export const accuse = async (
  trx: Db,
  suspicions: readonly Suspicion[],
  nowMs: number,
  deps: AccuseDeps,
): Promise<void> => {
  const asked = unique(suspicions)
  const customers = asked.map(({ customerId }) => customerId)
  const charging: Charging = {
    ...(await chargeDeps(trx, customers, deps)),
    groupsOn: publishedGroups(trx),
    knownGood: await loadKnownGood(trx, customers, nowMs),
  }
  for (const { customerId, signature } of asked) await charge(trx, customerId, signature, nowMs, charging)
}

/** What charges of some customers are made by: dated criteria, and what is answered already. */
export const chargeDeps = async (
  db: Db,
  customerIds: readonly string[],
  deps: AccuseDeps,
): Promise<ChargeDeps> => ({
  ...deps,
  criteria: await loadCriteria(db),
  answers: await loadAnswers(db, customerIds),
})

/** A superseded finding may have been another customer's: the registry was corrected meanwhile. */
const formerlySuspected = async (trx: Db, findings: readonly Finding[]): Promise<Suspicion[]> => {
  const ids = findings.flatMap(({ supersedes }) => supersedes ?? [])
  const former: Suspicion[] = []
  for (const chunk of chunks(ids, IDS_PER_QUERY)) {
    const rows = await trx
      .selectFrom('finding')
      .select(['customer_id', 'signature'])
      .distinct()
      .where('id', 'in', chunk)
      .orderBy('customer_id')
      .orderBy('signature')
      .execute()
    former.push(...rows.map(({ customer_id, signature }) => ({ customerId: customer_id, signature })))
  }
  return former
}

/** A current finding that may carry a charge. */
interface Ground extends PeerGround {
  readonly level: Level
}

interface Charging extends ChargeDeps {
  readonly groupsOn: GroupsOn
  /** Whom somebody answers for */
  readonly knownGood: KnownGoods
}

const charge = async (
  trx: Db,
  customerId: string,
  signature: Signature,
  nowMs: number,
  deps: Charging,
): Promise<void> => {
  const all = await groundsFor(trx, customerId, signature, deps)
  const isKnownGood =
    deps.knownGood.holds(customerId, signature) && !(await hasCharge(trx, customerId, signature))
  const grounds = await withoutHeld(trx, customerId, signature, all, { ...deps, isKnownGood })
  const strongest = strongestOf(grounds)
  if (!strongest) return markUnsupported(trx, customerId, signature, nowMs, deps, all.length > 0)
  const firstDay = Math.min(...grounds.map(({ day }) => day))
  const meter = deps.meterAt(strongest.pointId, strongest.day)
  // The registry was corrected since: the day waits to be judged again, and then this comes up again.
  if (!meter) return
  const opened = await openCase(trx, customerId, meter, dayEndMs(firstDay), nowMs)
  const before = opened.charges.find(held => held.signature === signature)
  if (before && (await isSettled(trx, opened, signature, deps))) return
  const peers = await peerEvidence(trx, signature, strongest, deps.groupsOn)
  const made = await chargeOf(trx, strongest, dayEndMs(firstDay), deps, peers)
  const fresh = { ...made, byHand: before?.byHand ?? null }
  if (
    before &&
    !before.unsupported &&
    before.findingId === fresh.findingId &&
    before.peers?.digest === fresh.peers?.digest &&
    before.openedAt === fresh.openedAt &&
    isDeepStrictEqual(before.tier, fresh.tier)
  ) {
    return
  }
  const { release } = deps.book
  await saveCharge(trx, opened, fresh, nowMs, { action: before ? 'evidence' : 'charge', release })
}

/** What is charged already is carried on, whoever answers for the customer since. */
const hasCharge = async (trx: Db, customerId: string, signature: Signature): Promise<boolean> =>
  (await findCaseOf(trx, customerId))?.charges.some(held => held.signature === signature) ?? false

/** A charge follows its findings, and the rules, while its case, or the lead of that, is being checked and it has no outcome. */
const isSettled = async (
  trx: Db,
  held: Case,
  signature: Signature,
  { answers }: Pick<ChargeDeps, 'answers'>,
): Promise<boolean> =>
  answers.isAnswered(held.id, signature) || !isUnderCheck((await leadOf(trx, held)).state)

/**
 * Corrected readings, or what the peers did, took the last finding away: the charge stays for a person to see, and says
 * so. One that a person opened rests on that person's word again.
 */
const markUnsupported = async (
  trx: Db,
  customerId: string,
  signature: Signature,
  nowMs: number,
  deps: ChargeDeps,
  isHeld: boolean,
): Promise<void> => {
  const opened = await findCaseOf(trx, customerId)
  const before = opened?.charges.find(held => held.signature === signature)
  if (!opened || !before || (await isSettled(trx, opened, signature, deps))) return
  if (before.unsupported || before.findingId === null) return priceAnew(trx, opened, before, nowMs, deps)
  const deed = { action: 'evidence' as const, release: deps.book.release }
  if (before.byHand) {
    const { pointId, at } = before.byHand
    const districtCode = districtOf(deps, opened, pointId, dayOf(Date.parse(at)))
    const byWord = chargeByHand(signature, before.byHand, { rules: deps.book.rules, districtCode })
    return saveCharge(trx, opened, byWord, nowMs, deed)
  }
  const limits = isHeld ? [...before.limits, PEERS_MOVED] : before.limits
  await saveCharge(trx, opened, { ...before, limits, estimate: null, unsupported: true }, nowMs, deed)
}

/** What rests on no current finding still follows the rules. */
const priceAnew = async (
  trx: Db,
  opened: Case,
  before: Charge,
  nowMs: number,
  deps: ChargeDeps,
): Promise<void> => {
  const { signature, pointId } = before
  const day = parseDay(before.day)
  const { release, rules } = deps.book
  const tier = proposeTier(rules, signature, day, districtOf(deps, opened, pointId, day))
  if (isDeepStrictEqual(before.tier, tier)) return
  await saveCharge(trx, opened, { ...before, tier }, nowMs, { action: 'evidence', release })
}

/** Whose rules hold for a charge: of the district the point was in on that day; where nobody had it, of its case. */
export const districtOf = (
  { meterAt }: Pick<AccuseDeps, 'meterAt'>,
  { districtCode }: Pick<Case, 'districtCode'>,
  pointId: string,
  day: EpochDay,
): string => meterAt(pointId, day)?.districtCode ?? districtCode

/** Whether a charge follows its findings and the rules as they are, or holds still. */
export const isFollowing = async (db: Db, held: Case, signature: Signature): Promise<boolean> =>
  !(await isSettled(db, held, signature, { answers: await loadAnswers(db, [held.customerId]) }))

export const groundsFor = async (
  trx: Db,
  customerId: string,
  signature: Signature,
  { criteria, answers }: ChargeDeps,
): Promise<readonly Ground[]> => {
  const rows = await trx
    .selectFrom('finding')
    .innerJoin('feature', join =>
      join
        .onRef('feature.point_id', '=', 'finding.point_id')
        .onRef('feature.day', '=', 'finding.day')
        .on('feature.coverage', '>=', COVERAGE_TO_OPEN),
    )
    .select(['finding.id', 'finding.point_id', 'finding.day', 'finding.score'])
    .where('finding.customer_id', '=', customerId)
    .where('finding.signature', '=', signature)
    .where('finding.current', '=', 1)
    .where('finding.score', '>=', criteria.lowest(signature))
    .execute()
  const grounds = rows.flatMap(({ id, point_id, day, score }) => {
    const level = levelOf(score, criteria.at(signature, day))
    return level === null ? [] : [{ id, pointId: point_id, day, score, level }]
  })
  return withoutAnswered(trx, customerId, grounds, answers.given(customerId, signature))
}

/** The ground that a charge rests on. */
export const strongestOf = (grounds: readonly Ground[]): Ground | undefined =>
  grounds.reduce<Ground | undefined>((a, b) => (a && !isStronger(b, a) ? a : b), undefined)

/** A charge rests on the latest finding of the highest level; of several points on the highest score. */
const isStronger = (a: Ground, b: Ground): boolean =>
  (RANK[a.level] - RANK[b.level] || a.day - b.day || a.score - b.score || (a.pointId < b.pointId ? 1 : -1)) >
  0

export const chargeOf = async (
  trx: Db,
  ground: Ground,
  openedMs: number,
  { book, criteria, meterAt }: ChargeDeps,
  peers: PeerEvidence,
): Promise<Charge> => {
  const { body } = await trx
    .selectFrom('finding')
    .select('body')
    .where('id', '=', ground.id)
    .executeTakeFirstOrThrow()
  const finding = Finding.parse(JSON.parse(body))
  const { id, yellowFrom, orangeFrom, redFrom, closeBelow } = criteria.at(finding.signature, ground.day)
  return {
    signature: finding.signature,
    level: ground.level,
    score: finding.score,
    criterion: { id, yellowFrom, orangeFrom, redFrom, closeBelow },
    pointId: finding.pointId,
    findingId: finding.id,
    byHand: null,
    day: finding.day,
    windowFrom: finding.windowFrom,
    openedAt: shanghaiText(openedMs),
    evidence: [...finding.evidence, ...peers.facts],
    innocent: finding.innocent,
    sentence: finding.sentence,
    dates: finding.dates,
    limits: [...finding.limits, ...peers.limits],
    inspection: finding.inspection,
    attributableKw: finding.attributableKw,
    attributableKwh: finding.attributableKwh,
    peers: peers.reference,
    unsupported: false,
    tier: proposeTier(
      book.rules,
      finding.signature,
      ground.day,
      meterAt(ground.pointId, ground.day)?.districtCode,
    ),
    estimate: null,
  }
}

/** What is put on record of a charge that is stored; by "system" unless told. */
interface ChargeDeed {
  readonly action: 'open' | 'charge' | 'evidence'
  /** The release of rules it is priced by */
  readonly release: number
  readonly actor?: string
  readonly reason?: string
}

/** Stores a charge of an open case as it is now, with one deed. */
export const saveCharge = async (
  trx: Db,
  opened: Case,
  charged: Charge,
  nowMs: number,
  { action, release, actor = 'system', reason = '' }: ChargeDeed,
): Promise<void> => {
  const { signature, level, score, pointId, findingId } = charged
  const openedMs = Date.parse(charged.openedAt)
  // Nobody has checked a charge that comes during the review: the case goes back to be checked.
  const state = opened.state === 'to-review' ? 'to-check' : opened.state
  if (state !== opened.state) await keepCharges(trx, opened, state)
  if (opened.mergedInto !== null) await sendLeadBack(trx, opened, signature, nowMs)
  await trx
    .insertInto('charge')
    .values({
      case_id: opened.id,
      signature,
      level,
      score,
      point_id: pointId,
      finding_id: findingId ?? '',
      opened_at: openedMs,
      body: JSON.stringify(charged),
    })
    .onConflict(conflict =>
      conflict.columns(['case_id', 'signature']).doUpdateSet(({ ref }) => ({
        level: ref('excluded.level'),
        score: ref('excluded.score'),
        point_id: ref('excluded.point_id'),
        finding_id: ref('excluded.finding_id'),
        opened_at: ref('excluded.opened_at'),
        body: ref('excluded.body'),
      })),
    )
    .execute()
  const others = opened.charges.filter(held => held.signature !== signature)
  const opened_at = Math.min(openedMs, ...others.map(held => Date.parse(held.openedAt)))
  const version = opened.charges.length === 0 ? opened.version : opened.version + 1
  if (state !== opened.state) await enterState(trx, opened.id, state, nowMs)
  const awake = isGraver(opened, charged) ? AWAKE : {}
  await trx
    .updateTable('cases')
    .set({ version, opened_at, ...awake })
    .where('id', '=', opened.id)
    .execute()
  await rankCase(trx, opened.id)
  await recordDeed(trx, {
    caseId: opened.id,
    atMs: nowMs,
    actor,
    action,
    from: action === 'open' ? null : opened.state,
    to: state,
    reason,
    detail: { signature, findingId, score, level, unsupported: charged.unsupported, ruleRelease: release },
  })
}

/** A charge that is new, or on a higher level, ends a snooze. */
const isGraver = ({ charges }: Case, { signature, level }: Charge): boolean => {
  const before = charges.find(held => held.signature === signature)
  return before === undefined || RANK[level] > RANK[before.level]
}

/** What comes to a merged case while its lead is under review was checked by nobody either. */
const sendLeadBack = async (trx: Db, member: Case, signature: Signature, nowMs: number): Promise<void> => {
  const lead = await leadOf(trx, member)
  if (lead.state !== 'to-review') return
  const state = 'to-check'
  await keepCharges(trx, lead, state)
  await trx
    .updateTable('cases')
    .set({ version: lead.version + 1 })
    .where('id', '=', lead.id)
    .execute()
  await enterState(trx, lead.id, state, nowMs)
  await recordDeed(trx, {
    caseId: lead.id,
    atMs: nowMs,
    actor: 'system',
    action: 'charge',
    from: lead.state,
    to: state,
    detail: { member: member.number, charged: signature },
  })
}

const dayEndMs = (day: EpochDay): number => dayStartMs(day + 1)
