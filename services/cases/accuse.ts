import { PEERS_MOVED } from '../../detectors/index.ts'
import type { Case, Charge } from '../../schemas/case.ts'
import { dayStartMs, type EpochDay, shanghaiText } from '../../schemas/day.ts'
import { Finding, type Signature } from '../../schemas/finding.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { TariffRule } from '../../schemas/tariff.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import {
  type Ground,
  type GroupsOn,
  type PeerEvidence,
  peerEvidence,
  publishedGroups,
} from '../peers/index.ts'
import { proposeTier } from '../pricing/index.ts'
import { recordDeed } from './audit.ts'
import { standing } from './hold.ts'
import { keepCharges } from './keep-charges.ts'
import { levelOf, OPEN_FROM, RANK } from './level.ts'
import { openCase } from './open-case.ts'
import { findCaseOf } from './queries.ts'

/** A day with less of its readings may change while it fills: it opens nothing. */
const COVERAGE_TO_OPEN = 0.75
const IDS_PER_QUERY = 500

export interface AccuseDeps {
  readonly rules: readonly TariffRule[]
  readonly meterAt: (pointId: string, day: EpochDay) => Meter | undefined
}

/** Whose charge may have to be made anew. */
export interface Suspicion {
  readonly customerId: string
  readonly signature: Signature
}

/** Whose charges findings may change. `lapsed`: whose findings were withdrawn without another in their place. */
export const suspicionsOf = async (
  trx: Db,
  findings: readonly Finding[],
  lapsed: readonly Suspicion[] = [],
): Promise<Suspicion[]> => {
  const touched = findings.filter(({ score, supersedes }) => score >= OPEN_FROM || supersedes !== null)
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
 * by itself. What only shows that the peers moved too carries nothing.
 */
export const accuse = async (
  trx: Db,
  suspicions: readonly Suspicion[],
  nowMs: number,
  deps: AccuseDeps,
): Promise<void> => {
  const groupsOn = publishedGroups(trx)
  for (const { customerId, signature } of unique(suspicions)) {
    await charge(trx, customerId, signature, nowMs, deps, groupsOn)
  }
}

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

const charge = async (
  trx: Db,
  customerId: string,
  signature: Signature,
  nowMs: number,
  deps: AccuseDeps,
  groupsOn: GroupsOn,
): Promise<void> => {
  const all = await groundsFor(trx, customerId, signature)
  const grounds = await standing(trx, customerId, signature, all, groupsOn)
  const strongest = grounds.reduce<Ground | undefined>((a, b) => (a && !isStronger(b, a) ? a : b), undefined)
  if (!strongest) return markUnsupported(trx, customerId, signature, nowMs, all.length > 0)
  const firstDay = Math.min(...grounds.map(({ day }) => day))
  const meter = deps.meterAt(strongest.pointId, strongest.day)
  // The registry was corrected since: the day waits to be judged again, and then this comes up again.
  if (!meter) return
  const opened = await openCase(trx, customerId, meter, dayEndMs(firstDay), nowMs)
  const before = opened.charges.find(held => held.signature === signature)
  if (before && opened.state !== 'to-check') return
  const peers = await peerEvidence(trx, signature, strongest, groupsOn)
  const fresh = await chargeOf(trx, strongest, dayEndMs(firstDay), deps, peers)
  if (
    before &&
    !before.unsupported &&
    before.findingId === fresh.findingId &&
    before.peers?.digest === fresh.peers?.digest &&
    before.openedAt === fresh.openedAt
  ) {
    return
  }
  await save(trx, opened, fresh, nowMs, before ? 'evidence' : 'charge')
}

/** Corrected readings, or what the peers did, took the last finding away: the charge stays for a person to see, and says so. */
const markUnsupported = async (
  trx: Db,
  customerId: string,
  signature: Signature,
  nowMs: number,
  isHeld: boolean,
): Promise<void> => {
  const opened = await findCaseOf(trx, customerId)
  const before = opened?.charges.find(held => held.signature === signature)
  if (opened?.state !== 'to-check' || !before || before.unsupported) return
  const limits = isHeld ? [...before.limits, PEERS_MOVED] : before.limits
  await save(trx, opened, { ...before, limits, estimate: null, unsupported: true }, nowMs, 'evidence')
}

const groundsFor = async (trx: Db, customerId: string, signature: Signature): Promise<Ground[]> => {
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
    .where('finding.score', '>=', OPEN_FROM)
    .execute()
  return rows.map(({ point_id, ...ground }) => ({ ...ground, pointId: point_id }))
}

/** A charge rests on the latest finding of the highest level; of several points on the highest score. */
const isStronger = (a: Ground, b: Ground): boolean =>
  (RANK[levelOf(a.score)] - RANK[levelOf(b.score)] ||
    a.day - b.day ||
    a.score - b.score ||
    (a.pointId < b.pointId ? 1 : -1)) > 0

const chargeOf = async (
  trx: Db,
  ground: Ground,
  openedMs: number,
  { rules }: AccuseDeps,
  peers: PeerEvidence,
): Promise<Charge> => {
  const { body } = await trx
    .selectFrom('finding')
    .select('body')
    .where('id', '=', ground.id)
    .executeTakeFirstOrThrow()
  const finding = Finding.parse(JSON.parse(body))
  return {
    signature: finding.signature,
    level: levelOf(finding.score),
    score: finding.score,
    pointId: finding.pointId,
    findingId: finding.id,
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
    tier: proposeTier(rules, finding.signature, ground.day),
    estimate: null,
  }
}

const save = async (
  trx: Db,
  opened: Case,
  charged: Charge,
  nowMs: number,
  action: 'charge' | 'evidence',
): Promise<void> => {
  const { signature, level, score, pointId, findingId } = charged
  const openedMs = Date.parse(charged.openedAt)
  // Nobody has checked a charge that comes during the review: the case goes back to be checked.
  const state = opened.state === 'to-review' ? 'to-check' : opened.state
  if (state !== opened.state) await keepCharges(trx, opened, state)
  await trx
    .insertInto('charge')
    .values({
      case_id: opened.id,
      signature,
      level,
      score,
      point_id: pointId,
      finding_id: findingId,
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
  await trx.updateTable('cases').set({ version, opened_at, state }).where('id', '=', opened.id).execute()
  await recordDeed(trx, {
    caseId: opened.id,
    atMs: nowMs,
    actor: 'system',
    action,
    from: opened.state,
    to: state,
    detail: { signature, findingId, score, level, unsupported: charged.unsupported },
  })
}

const dayEndMs = (day: EpochDay): number => dayStartMs(day + 1)
