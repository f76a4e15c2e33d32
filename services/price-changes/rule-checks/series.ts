import { type EpochDay, parseDay } from '../../../schemas/day.ts'
import type { TariffRule } from '../../../schemas/tariff.ts'

/** A rule with the days it holds, both included; `to` is Infinity while in force. `row`: null of a released one. */
export interface Placed {
  readonly rule: TariffRule
  readonly row: number | null
  readonly from: EpochDay
  readonly to: number
}

/**
 * The released rules as they will count with the proposed ones: those that ever hold, a proposed one in the place of the
 * released one of its id.
 */
export const placedTogether = (
  released: readonly TariffRule[],
  proposed: readonly TariffRule[],
): Placed[] => {
  const replaced = new Set(proposed.map(({ id }) => id))
  return [
    ...released.filter(({ id }) => !replaced.has(id)).flatMap(rule => place(rule, null)),
    ...proposed.flatMap((rule, i) => place(rule, i + 1)),
  ]
}

const place = (rule: TariffRule, row: number | null): Placed[] => {
  const { formula, sourceStatus, effectiveFrom, effectiveTo } = rule
  if (formula === null || sourceStatus === 'not-found' || effectiveFrom === null) return []
  const [from, to] = [
    parseDay(effectiveFrom),
    effectiveTo === null ? Number.POSITIVE_INFINITY : parseDay(effectiveTo),
  ]
  return from <= to ? [{ rule, row, from, to }] : []
}

/**
 * Rules by what they compete for, each list in the order of their first days: one jurisdiction, category, plan year and
 * industry; within it one line and one stretch of commissioning dates. In each no two may hold on one day.
 */
export const seriesOf = (placed: readonly Placed[]): Placed[][] =>
  [...Map.groupBy(placed.flatMap(byIndustry), ({ key }) => key).values()].flatMap(group =>
    byScope(group.map(({ placed }) => placed)),
  )

const byIndustry = (placed: Placed) => {
  const { jurisdiction, category, planYear, industries } = placed.rule
  return [...new Set(industries)].map(industry => ({
    key: JSON.stringify([jurisdiction, category, planYear, industry]),
    placed,
  }))
}

/** Stands for every line that no rule names. */
const ANY_OTHER = ''

const byScope = (group: readonly Placed[]): Placed[][] => {
  const scopes = group.map(placed => ({ placed, ...scopeOf(placed.rule) }))
  const lines = new Set([ANY_OTHER, ...scopes.flatMap(({ lines }) => lines ?? [])])
  // Between two of these dates every line is under the same rules; '' lies before all of them.
  const since = new Set(['', ...scopes.flatMap(({ from, before }) => [from ?? '', before ?? ''])])
  const series = new Map<string, Placed[]>()
  for (const line of lines) {
    for (const day of since) {
      const inside = scopes.filter(
        ({ lines, from, before }) =>
          (lines === null || lines.includes(line)) &&
          (from === null || from <= day) &&
          (before === null || day < before),
      )
      // The same rules meet over many lines and dates: once is enough.
      series.set(
        inside.map(({ placed }) => placed.rule.id).join('\n'),
        inside.map(({ placed }) => placed).sort((a, b) => a.from - b.from),
      )
    }
  }
  return [...series.values()]
}

/** Which lines a rule is for, null: all; and commissioned from when and before when. */
const scopeOf = ({ formula }: TariffRule) => {
  if (formula?.kind === 'excess') return { lines: [formula.line], from: null, before: null }
  if (formula?.kind !== 'use-step') return { lines: null, from: null, before: null }
  const { lines, commissionedFrom: from, commissionedBefore: before } = formula
  return { lines: lines.map(({ line }) => line), from, before }
}
