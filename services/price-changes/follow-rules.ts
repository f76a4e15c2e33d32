import { isDeepStrictEqual } from 'node:util'
import type { CorrectedEntry } from '../../schemas/correction.ts'
import type { ProposedTier, ReleasedRule } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { noteSuspicions, type OpenCharge, openCharges } from '../cases/index.ts'
import { recordTariffCorrection, type TierChange } from '../corrections/index.ts'
import { proposeTier, type RuleBook, signaturesPricedBy } from '../pricing/index.ts'
import { fieldsOf } from './effect.ts'

/** The rules before and after a change was released. */
export interface Turn {
  readonly changeId: string
  readonly before: RuleBook
  readonly after: RuleBook
}

/**
 * Puts on record which open charges have another tier by rules just released than before, and puts down those that
 * follow, to be priced anew; what was submitted or told to a government stays as it is, and the difference is shown.
 * Answers the number of the correction; null when no open charge is concerned. Under the lock of the cases.
 */
export const followRules = async (
  trx: Db,
  turn: Turn,
  actor: string,
  nowMs: number,
): Promise<number | null> => {
  const changed = changedBy(turn)
  const priceBefore = pricer(turn.before)
  const priceAfter = pricer(turn.after)
  const tiers: TierChange[] = []
  for await (const charge of openCharges(trx, signaturesPricedBy(changed.flatMap(bothOf)))) {
    const after = priceAfter(charge)
    const isOther = !isDeepStrictEqual(priceBefore(charge), after) && !isDeepStrictEqual(charge.tier, after)
    const { caseId, customerId, pointId, signature, follows, tier: before } = charge
    if (isOther) tiers.push({ caseId, customerId, pointId, signature, follows, before, after })
  }
  const following = tiers.filter(({ follows }) => follows)
  await noteSuspicions(
    trx,
    following.map(({ customerId, signature }) => ({ customerId, signature })),
  )
  return recordTariffCorrection(trx, changed.map(inWords), tiers, actor, nowMs)
}

/** A rule of the change, and what it was before; undefined: it is new. */
interface ChangedRule {
  readonly was: ReleasedRule | undefined
  readonly is: ReleasedRule
}

const changedBy = ({ changeId, before, after }: Turn): ChangedRule[] => {
  const known = new Map(before.rules.map(rule => [rule.id, rule]))
  return after.rules.filter(rule => rule.changeId === changeId).map(is => ({ was: known.get(is.id), is }))
}

const bothOf = ({ was, is }: ChangedRule): ReleasedRule[] => (was === undefined ? [is] : [was, is])

/** Prices charges by a book; those of one signature, district and day alike, and only once. */
const pricer = ({ rules }: RuleBook) => {
  const known = new Map<string, ProposedTier | null>()
  return ({ signature, districtCode, day }: OpenCharge): ProposedTier | null => {
    const place = `${signature} ${districtCode} ${day}`
    const tier = known.get(place)
    if (tier !== undefined) return tier
    const fresh = proposeTier(rules, signature, day, districtCode)
    known.set(place, fresh)
    return fresh
  }
}

const inWords = ({ was, is }: ChangedRule): CorrectedEntry => ({
  meterId: null,
  ruleId: is.id,
  from: is.effectiveFrom,
  to: is.effectiveTo,
  fields: was === undefined ? { rule: { before: '', after: is.id } } : fieldsOf(was, is),
})
