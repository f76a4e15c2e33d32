import type { Case, Charge } from '../../schemas/case.ts'
import { dayOf, parseDay } from '../../schemas/day.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { Difference, VerificationCheck } from '../../schemas/verification.ts'
import type { Db } from '../adapters/store/index.ts'
import { type ChargeDeps, chargeDeps, chargeOf, districtOf, groundsFor } from '../cases/index.ts'
import { levelOf } from '../criteria/index.ts'
import { peerEvidence, reckonedGroups } from '../peers/index.ts'
import { proposeTier, type RuleBook } from '../pricing/index.ts'
import { checked } from './check.ts'
import type { VerifyDeps } from './deps.ts'
import { differencesOf } from './differences.ts'

/**
 * The charge made anew of its stored finding and of what its peers' judged days come to now: evidence, level by the
 * criterion of its day, the digest of the peers' aggregate, and the day that first carried it.
 */
export const checkCharge = async (
  db: Db,
  held: Case,
  stored: Charge,
  finding: Finding,
  book: RuleBook,
  { registry }: VerifyDeps,
): Promise<VerificationCheck> => {
  const { id, pointId, score } = finding
  const deps = await chargeDeps(db, [held.customerId], { book, meterAt: registry.atPoint })
  const day = parseDay(finding.day)
  const criterion = deps.criteria.at(finding.signature, day)
  // A score under the line carries no charge: the level that is stored then differs from the lowest.
  const ground = { id, pointId, score, day, level: levelOf(score, criterion) ?? 'yellow' }
  const peers = await peerEvidence(db, finding.signature, ground, reckonedGroups(db))
  const fresh = await chargeOf(db, ground, Date.parse(stored.openedAt), deps, peers)
  const differences = [
    ...differencesOf(
      comparable(stored),
      comparable({ ...fresh, unsupported: stored.unsupported, byHand: stored.byHand }),
    ),
    ...peersSince(stored, fresh),
    ...differencesOf(await columnsIn(db, held.id, stored), columnsOf(stored)),
    ...(stored.unsupported ? [] : await openedDifference(db, held, stored, deps)),
  ]
  return checked(
    'charge',
    stored.signature,
    `嫌疑项与其发现逐项比较：等级 ${fresh.level}（评分 ${fresh.score.toFixed(4)}，立案线 ${criterion.yellowFrom}），自 ${stored.openedAt} 起。`,
    `The charge against its finding: level ${fresh.level} (score ${fresh.score.toFixed(4)}, a case opens from ${criterion.yellowFrom}), since ${stored.openedAt}.`,
    differences,
  )
}

/** The price is checked by itself. A charge that nothing supports any more keeps what it said of its peers last. */
const comparable = ({ tier, estimate, ...charge }: Charge): object => {
  if (!charge.unsupported) return charge
  const { peers, limits, ...rest } = charge
  return { ...rest, evidence: charge.evidence.filter(({ name }) => !name.startsWith('peers-')) }
}

/** Why the peers' aggregate may be another one. */
const peersSince = (stored: Charge, fresh: Charge): Difference[] => {
  const [then, now] = [stored.peers?.digest, fresh.peers?.digest]
  if (stored.unsupported || then === now) return []
  const rebuilt = 'reckoned of the days of peers as judged by now, which may be others since'
  return [{ at: 'peers', stored: then ?? 'none', rebuilt }]
}

/** The columns beside a stored charge, as they should be. */
export const columnsOf = ({ signature, level, score, pointId, findingId, openedAt }: Charge) => ({
  signature,
  level,
  score,
  point_id: pointId,
  finding_id: findingId ?? '',
  opened_at: Date.parse(openedAt),
})

export const columnsIn = (db: Db, caseId: string, { signature }: Charge) =>
  db
    .selectFrom('charge')
    .select(['signature', 'level', 'score', 'point_id', 'finding_id', 'opened_at'])
    .where('case_id', '=', caseId)
    .where('signature', '=', signature)
    .executeTakeFirst()

/**
 * A case to check opened at the end of the first day that carries the charge now. One that holds still, or did so for
 * a while, may have opened by a finding that was superseded since.
 */
const openedDifference = async (
  db: Db,
  held: Case,
  stored: Charge,
  deps: ChargeDeps,
): Promise<Difference[]> => {
  const opened = dayOf(Date.parse(stored.openedAt)) - 1
  const grounds = await groundsFor(db, held.customerId, stored.signature, deps)
  const first = Math.min(...grounds.map(({ day }) => day))
  if (opened === first) return []
  if (!(await neverHeldStill(db, held)) && (await carriedOnce(db, held, stored, opened, deps))) return []
  return differencesOf({ openedOn: opened }, { openedOn: first })
}

const neverHeldStill = async (db: Db, { id }: Case): Promise<boolean> => {
  const submitted = await db
    .selectFrom('audit')
    .select('sequence')
    .where('case_id', '=', id)
    .where('action', '=', 'submit')
    .executeTakeFirst()
  return submitted === undefined
}

const carriedOnce = async (
  db: Db,
  { customerId }: Case,
  { signature }: Charge,
  day: number,
  { criteria }: ChargeDeps,
): Promise<boolean> => {
  const row = await db
    .selectFrom('finding')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('signature', '=', signature)
    .where('day', '=', day)
    .where('score', '>=', criteria.at(signature, day).yellowFrom)
    .executeTakeFirst()
  return row !== undefined
}

/** The tier proposed anew from the rules of its place, against the stored one, word for word. */
export const checkTier = (
  held: Case,
  stored: Charge,
  { rules }: RuleBook,
  { registry }: VerifyDeps,
): VerificationCheck => {
  const { signature, day, pointId } = stored
  const districtCode = districtOf({ meterAt: registry.atPoint }, held, pointId, parseDay(day))
  const tier = proposeTier(rules, signature, parseDay(day), districtCode)
  const [zh, en] = tier
    ? [
        `按 ${day} 有效的规则重新拟定：${tier.label} ${tier.category} +${tier.yuanPerKwh} 元/kWh，${tier.documentNo ?? '文号不详'}《${tier.documentTitle ?? '名称不详'}》，来源状态 ${tier.sourceStatus}。`,
        `Proposed anew by the rules in force on ${day}: ${tier.label} ${tier.category} +${tier.yuanPerKwh} yuan/kWh, ${tier.documentNo ?? 'document number not known'} "${tier.documentTitle ?? 'title not known'}", source status ${tier.sourceStatus}.`,
      ]
    : [`${day} 没有有效的电价规则。`, `No tariff rule was in force on ${day}.`]
  return checked('tier', signature, zh, en, differencesOf({ tier: stored.tier }, { tier }))
}
