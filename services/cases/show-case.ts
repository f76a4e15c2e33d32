import type { Account } from '../../schemas/account.ts'
import type { Case, Charge, Standing } from '../../schemas/case.ts'
import type { CaseMember, CaseView, ChargeHold } from '../../schemas/case-view.ts'
import type { RecordedOutcome } from '../../schemas/charge-outcome.ts'
import { dayOf, dayText, parseDay } from '../../schemas/day.ts'
import { may, sees, wallOf } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { COVERAGE_TO_OPEN, chargeExpectation, loadCriteria, standingChanges } from '../criteria/index.ts'
import { knownGoodNotes } from '../known-good/index.ts'
import { sayVerification } from '../pricing/index.ts'
import { feedbackOf } from './answer-case.ts'
import { answerOf } from './answers.ts'
import { asSeenBy } from './as-seen-by.ts'
import { finalOutcomes } from './close-case.ts'
import { decisionsOf } from './decisions.ts'
import { amountOf } from './fact-amounts.ts'
import { formerAnswers, roundedKw } from './former.ts'
import { leadOf, membersOf } from './members.ts'
import { nextActions } from './next-actions.ts'
import { outcomesOf } from './outcomes.ts'
import { findCase } from './queries.ts'

/**
 * A case as somebody reads it: what its levels mean, how its charges stand, what inspections found, of the cases that
 * were merged with it those that are seen, and what may be done with it next.
 */
export const showCase = async (
  db: Db,
  id: string,
  account: Account,
  nowMs: number,
): Promise<CaseView | undefined> => {
  const wall = wallOf(account)
  const found = await findCase(db, id)
  if (!found) return undefined
  const members: CaseMember[] = []
  for (const member of (await membersOf(db, id)).filter(one => sees(wall, one))) {
    const { id: memberId, number, customerId, customerName } = member
    members.push({
      id: memberId,
      number,
      customerId,
      customerName,
      charges: await showCharges(db, member, account),
    })
  }
  const mergedInto = sees(wall, await leadOf(db, found)) ? found.mergedInto : null
  const charges = await showCharges(db, found, account)
  const knownGood = may(account, 'known-good.read') ? await knownGoodNotes(db, found.customerId) : []
  const feedback = await feedbackOf(db, id)
  const decisions = may(account, 'pricing.read') ? await decisionsOf(db, [found, ...members]) : []
  const next = await nextActions(db, found, account, nowMs)
  return asSeenBy(account, { ...found, mergedInto, charges, members, knownGood, feedback, decisions, next })
}

const showCharges = async (db: Db, found: Case, account: Account): Promise<CaseView['charges']> => {
  const recorded = await outcomesOf(db, found.id)
  const final = finalOutcomes(recorded)
  const formerOf = await formerAnswers(db, found, account)
  const charges: CaseView['charges'] = []
  for (const charge of found.charges) {
    const { signature, tier } = charge
    charges.push({
      ...charge,
      tier: tier && { ...tier, verified: sayVerification(tier.verification) },
      evidence: charge.evidence.map(fact => ({ ...fact, amount: amountOf(fact) })),
      expectation: chargeExpectation(charge),
      standing: await standingOf(db, found.customerId, charge),
      outcomes: recorded.filter(outcome => outcome.signature === signature),
      hold: holdWords(found, final.get(signature)),
      former: formerOf(charge),
    })
  }
  return charges
}

/** From the stored scores of all points of the customer, the highest of each day. Null while no day reaches yellow. */
const standingOf = async (
  db: Db,
  customerId: string,
  { signature, openedAt, findingId }: Charge,
): Promise<Standing | null> => {
  if (findingId === null) return null
  const criteria = await loadCriteria(db)
  const rows = await db
    .selectFrom('feature')
    .select(['day', 'scores'])
    .where('customer_id', '=', customerId)
    // A charge opens at the end of the day that first carried it.
    .where('day', '>=', dayOf(Date.parse(openedAt)) - 1)
    .where('coverage', '>=', COVERAGE_TO_OPEN)
    .orderBy('day')
    .execute()
  const scores = new Map<number, number>()
  for (const { day, scores: text } of rows) {
    const score = (JSON.parse(text) as Record<string, number>)[signature]
    if (score !== undefined) scores.set(day, Math.max(score, scores.get(day) ?? 0))
  }
  const days = [...scores].map(([day, score]) => ({ day, score, ...criteria.at(signature, day) }))
  return standingChanges(days).at(-1) ?? null
}

const holdWords = ({ closedAt }: Case, outcome: RecordedOutcome | undefined): ChargeHold | null => {
  if (closedAt === null || !outcome) return null
  const answer = answerOf({
    outcome: outcome.outcome,
    kw: outcome.attributableKw,
    closedDay: dayOf(Date.parse(closedAt)),
    recordedDay: dayOf(Date.parse(outcome.recordedAt)),
    holdUntil: outcome.holdUntil === null ? null : parseDay(outcome.holdUntil),
    holdKw: outcome.holdKw,
    registryDigest: null,
  })
  const until = dayText(answer.until)
  const kw = roundedKw(answer)
  // Of a dismissal that is asked of the registry too the end is on record.
  const [orZh, orEn] = outcome.holdUntil === null ? ['', ''] : ['或用户档案变更', ' or the registry changes']
  return {
    until,
    unlessKwAbove: kw,
    zh: `${until} 前同一特征不再立案${kw === null ? '' : `，除非可归因功率超过 ${kw} kW${orZh}`}。`,
    en: `The same signature opens no case up to ${until}${kw === null ? '' : `, unless its power exceeds ${kw} kW${orEn}`}.`,
  }
}
