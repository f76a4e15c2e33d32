import type { ReleasedAssessment } from '../../schemas/assessment.ts'
import { dayText, type EpochDay, newYearsWithin, parseDay } from '../../schemas/day.ts'
import type { TierStretch } from '../../schemas/price-list.ts'
import { holdsOn, type Rules, type StandingEntry, turnsOfRules } from '../pricing/index.ts'
import { turnsOfDistricts } from '../territory/index.ts'
import type { Places } from './places.ts'
import { tierOf } from './price-lines.ts'

/** What the tiers of a customer are made from. */
export interface StretchGround {
  readonly customerId: string
  readonly standing: readonly StandingEntry[]
  readonly assessments: readonly ReleasedAssessment[]
  readonly places: Places
  readonly rules: Rules
}

/** Which tiers held for a customer from a day to another, in stretches of days on which the same did. */
export const stretchesOf = (ground: StretchGround, first: EpochDay, last: EpochDay): TierStretch[] => {
  const stretches: TierStretch[] = []
  const turns = turnsIn(ground, first, last)
  for (const [i, day] of turns.entries()) {
    const to = dayText((turns[i + 1] ?? last + 1) - 1)
    const stretch = { from: dayText(day), to, ...tiersOn(ground, day) }
    const before = stretches.at(-1)
    if (before && same(before, stretch)) before.to = to
    else stretches.push(stretch)
  }
  return stretches
}

/** The days on which anything may turn, `first` among them. */
const turnsIn = (
  { customerId, standing, places, rules }: StretchGround,
  first: EpochDay,
  last: EpochDay,
): EpochDay[] => {
  const lines = standing.flatMap(({ from, lastDay }) => [
    parseDay(from),
    ...(lastDay === null ? [] : [parseDay(lastDay) + 1]),
  ])
  const all = [
    ...lines,
    // Assessments and plans go by the year.
    ...newYearsWithin(first, last),
    ...turnsOfRules(rules.all),
    ...turnsOfDistricts(),
    ...places.turnsOf(customerId),
  ]
  return [...new Set([first, ...all])].filter(day => first <= day && day <= last).sort((a, b) => a - b)
}

const tiersOn = (
  { customerId, standing, assessments, places, rules }: StretchGround,
  day: EpochDay,
): Pick<TierStretch, 'districtCode' | 'tiers'> => ({
  districtCode: places.on(customerId, day)?.districtCode ?? null,
  tiers: standing
    .filter(entry => holdsOn(entry, day))
    .map(entry => {
      const place = places.on(customerId, day, entry.pointIds)
      const tier = tierOf(entry, { rules, day, place, assessments })
      return {
        ...{ entryId: entry.id, industry: entry.industry, category: entry.category, step: entry.step },
        ...{ line: entry.line, pointIds: entry.pointIds, documentNo: entry.document.documentNo },
        ...{ yuanPerKwh: tier.yuanPerKwh, toEnter: tier.toEnter },
        ...{ ruleId: tier.ruleId, ruleVersion: tier.ruleVersion },
        ...{ sourceStatus: tier.sourceStatus, label: tier.label },
      }
    }),
})

const same = (a: TierStretch, b: TierStretch): boolean =>
  JSON.stringify([a.districtCode, a.tiers]) === JSON.stringify([b.districtCode, b.tiers])
