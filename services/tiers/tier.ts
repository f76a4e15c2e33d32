import type { Account } from '../../schemas/account.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import { ProblemError } from '../../schemas/problem.ts'
import type { CustomerPlace, TierAnswer, TierInForce, TierProposal } from '../../schemas/tier.ts'
import type { Db } from '../adapters/store/index.ts'
import {
  askedOf,
  holdsOn,
  industriesOf,
  type KnownAt,
  labelOf,
  loadAssessments,
  loadEntries,
  type RuleShelf,
  type StandingEntry,
  standingEntries,
} from '../pricing/index.ts'
import { consider } from './considered.ts'
import { jurisdictionsIn, loadPlaces } from './places.ts'
import { goesByAssessment, tierOf } from './price-lines.ts'
import { loadProposals } from './proposals.ts'
import { seesTier } from './seen.ts'

const CASES_READ = 20

export interface TierAsked {
  readonly account: Account
  readonly customerId: string
  readonly day: EpochDay
  readonly knownAt: KnownAt
}

/**
 * Which tier holds for a customer on a plant's day, by which document, with the rules that were looked at. Throws
 * ProblemError not-found, alike of who does not exist and of who stands behind the wall.
 */
export const answerTier = async (
  db: Db,
  shelf: RuleShelf,
  { account, customerId, day, knownAt }: TierAsked,
): Promise<TierAnswer> => {
  const places = await loadPlaces(db, [customerId])
  const place = places.on(customerId, day)
  const entries = (await loadEntries(db, [customerId], knownAt)).get(customerId) ?? []
  if (!(await seesTier(db, account, customerId, place, entries))) {
    const detail = `No list you see names the customer ${customerId}, and no case that you were told of proposes a tier for it: check the number.`
    throw new ProblemError('not-found', detail)
  }
  const rules = await shelf.at(knownAt)
  const standing = standingEntries(entries)
  const holding = standing.filter(entry => holdsOn(entry, day))
  const assessed = holding.some(entry => goesByAssessment(rules, entry)) ? [customerId] : []
  const assessments = (await loadAssessments(db, assessed, knownAt)).get(customerId) ?? []
  const placeOf = (entry: StandingEntry) => places.on(customerId, day, entry.pointIds)
  const inForce = holding.map(entry => tierOf(entry, { rules, day, place: placeOf(entry), assessments }))
  const open = await loadProposals(db, { account, day, knownAt, customerId, limit: CASES_READ })
  const proposed = withoutDisposed(open.proposals, standing, day)
  const industries = industriesFor(standing, proposed, place, day)
  const asked = holding.map(entry =>
    askedOf(entry, { jurisdictions: jurisdictionsIn(placeOf(entry)), day, assessments }),
  )
  return {
    customerId,
    day: dayText(day),
    knownAt: knownAt === undefined ? null : new Date(knownAt).toISOString(),
    place,
    sentence: sentenceOf(inForce, proposed, dayText(day)),
    inForce,
    proposed,
    industries,
    ...consider(rules, industries, asked, { jurisdictions: jurisdictionsIn(place), day }),
  }
}

/** A case proposes, a decision disposes: what a decision that began names the case of is proposed no more. */
const withoutDisposed = (
  proposals: readonly (TierProposal & { readonly customerId: string; readonly customerName: string })[],
  standing: readonly StandingEntry[],
  day: EpochDay,
): TierProposal[] => {
  const disposed = disposedCases(standing, day)
  return proposals.filter(({ caseNumber }) => !disposed.has(caseNumber))
}

/** Numbers of the cases that lines which had begun by a day rest on. */
export const disposedCases = (standing: readonly StandingEntry[], day: EpochDay): Set<string> => {
  const date = dayText(day)
  return new Set(
    standing.flatMap(({ caseNumber, from }) => (caseNumber !== null && from <= date ? [caseNumber] : [])),
  )
}

const industriesFor = (
  standing: readonly StandingEntry[],
  proposed: readonly TierProposal[],
  place: CustomerPlace | null,
  day: EpochDay,
): TierAnswer['industries'] => {
  const found: TierAnswer['industries'] = [
    ...standing.map(({ industry, document }) => ({
      ...{ industry, by: 'decision' as const },
      why: { zh: `决定 ${document.documentNo} 载明`, en: `Decision ${document.documentNo} names it` },
    })),
    ...proposed.map(({ industry, caseNumber }) => ({
      ...{ industry, by: 'case' as const },
      why: { zh: `案件 ${caseNumber} 涉及`, en: `Case ${caseNumber} is about it` },
    })),
    ...(place ? industriesOf(place.industryCode, place.industryEdition, day) : []).map(
      ({ industry, code, edition, source, sourceStatus }) => ({
        ...{ industry, by: 'registry' as const },
        why: {
          zh: `登记行业代码 ${code}（GB/T 4754-${edition}）：${source}（${labelOf(sourceStatus)}）`,
          en: `Registered under ${code} of GB/T 4754-${edition} (${sourceStatus}): ${source}`,
        },
      }),
    ),
  ]
  return [...new Map(found.toReversed().map(one => [one.industry, one])).values()].reverse()
}

const sentenceOf = (
  inForce: readonly TierInForce[],
  proposed: readonly TierProposal[],
  date: string,
): BothLanguages => {
  const zh = inForce.map(({ entry, yuanPerKwh, label }) => {
    const amount = yuanPerKwh === null ? '金额待定' : `加价 ${yuanPerKwh} 元/kWh（${label}）`
    return `${entry.industry} ${entry.category}，${amount}，依据 ${entry.document.documentNo}`
  })
  const en = inForce.map(({ entry, yuanPerKwh, sourceStatus }) => {
    const amount = yuanPerKwh === null ? 'amount not known' : `${yuanPerKwh} yuan/kWh (${sourceStatus})`
    return `${entry.industry} ${entry.category}, ${amount}, by ${entry.document.documentNo}`
  })
  const open =
    proposed.length > 0
      ? [
          ' 另有案件拟适用，未经决定不执行。',
          ' Open cases propose a tier; without a decision nothing is levied.',
        ]
      : ['', '']
  if (inForce.length === 0) {
    return {
      zh: `${date} 不在名单上：没有政府决定在执行。${open[0]}`.trim(),
      en: `On no list on ${date}: no government decision is in force.${open[1]}`,
    }
  }
  return {
    zh: `${date} 在执行：${zh.join('；')}。${open[0]}`.trim(),
    en: `In force on ${date}: ${en.join('; ')}.${open[1]}`,
  }
}
