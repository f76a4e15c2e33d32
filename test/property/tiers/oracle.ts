import type { Assessment } from '../../../schemas/assessment.ts'
import type { DecisionEntry } from '../../../schemas/decision.ts'
import type { TariffRule } from '../../../schemas/tariff.ts'
import type { History, Release, Residence } from './histories.ts'

/** What holds on one day: of each line the rule and the amount, as written out by hand. */
export type Held = Readonly<Record<string, { readonly rule: string | null; readonly yuan: string | null }>>

/**
 * The tiers of one day, by brute force: everything is gone through anew, in whole numbers of 0.0001 yuan, with nothing
 * that the program uses.
 */
export const heldOn = ({ releases, residence, known }: History, day: string): Held => {
  const seen = releases.slice(0, known)
  const places = placesOn(residence, day)
  const held: Record<string, { rule: string | null; yuan: string | null }> = {}
  for (const release of seen) {
    if (release.kind !== 'line' || !isOn(release.id, release.line, seen, day)) continue
    const rule = winner(seen, release.line, places, day)
    held[release.id] = { rule: rule?.id ?? null, yuan: amountOf(release.line, rule, seen, day) }
  }
  return held
}

const isOn = (id: string, line: DecisionEntry, seen: readonly Release[], day: string): boolean => {
  if (line.action === 'end' || day < line.from) return false
  if (line.to !== null && day > line.to) return false
  let end: string | null = null
  let isLater = false
  for (const other of seen) {
    if (other.kind !== 'line') continue
    const { action, entryId } = other.line
    // Of two corrections of one line the later counts.
    if (isLater && line.action === 'correct' && action === 'correct' && entryId === line.entryId) return false
    isLater ||= other.id === id
    if (entryId !== id) continue
    if (action === 'correct') return false
    end = other.line.from
  }
  return end === null || day < end
}

const SPLIT = '2025-11-06'

/** The districts of 2025-11 as they are told: 江北 became 两江新区, 渝北 was divided. */
const placesOn = ({ first, later, moved }: Residence, day: string): string[] => {
  const code = day < moved ? first : later
  if (code === '110101') return ['CN']
  if (code === '500105' && day >= SPLIT) return ['500157', 'CQ', 'CN']
  if (code === '500112' && day >= SPLIT) return ['CQ', 'CN']
  // Before it was there it has no rules of its own.
  if (code === '500157' && day < SPLIT) return ['CQ', 'CN']
  if (code === 'CQ-WSJKQ') return ['CQ-WSJKQ', '500110', 'CQ', 'CN']
  return [code, 'CQ', 'CN']
}

const lastVersions = (seen: readonly Release[]): TariffRule[] => {
  const rules: TariffRule[] = []
  for (const release of seen) {
    if (release.kind !== 'rule') continue
    const at = rules.findIndex(({ id }) => id === release.rule.id)
    if (at === -1) rules.push(release.rule)
    else rules[at] = release.rule
  }
  return rules
}

/** Place by place: the first that has a rule at all has the one that applies. */
const winner = (
  seen: readonly Release[],
  line: DecisionEntry,
  places: readonly string[],
  day: string,
): TariffRule | undefined => {
  const fits = lastVersions(seen).filter(rule => isFitting(rule, line, seen, day))
  for (const place of places) {
    const here = fits.filter(rule => rule.jurisdiction === place)
    const named = here.filter(rule => rule.industries.includes(line.industry))
    const left = named.length > 0 ? named : here
    const latestPlan = Math.max(...left.map(rule => rule.planYear ?? 0))
    const ofPlan = left.filter(rule => (rule.planYear ?? 0) === latestPlan)
    const newest = ofPlan
      .map(rule => rule.effectiveFrom!)
      .sort()
      .at(-1)
    const found = ofPlan
      .filter(rule => rule.effectiveFrom === newest)
      .map(({ id }) => id)
      .sort()[0]
    if (found !== undefined) return ofPlan.find(({ id }) => id === found)
  }
  return undefined
}

const isFitting = (rule: TariffRule, line: DecisionEntry, seen: readonly Release[], day: string): boolean => {
  const isNamed = rule.industries.some(one => one === '*' || one === line.industry)
  if (!isNamed || rule.category !== line.category || rule.formula === null) return false
  if (rule.sourceStatus === 'not-found' || rule.effectiveFrom === null) return false
  if (day < rule.effectiveFrom || (rule.effectiveTo !== null && day > rule.effectiveTo)) return false
  if (rule.planYear !== null && `${rule.planYear}-01-01` > day) return false
  const { formula } = rule
  if (formula.kind === 'excess') return line.line === formula.line
  if (formula.kind !== 'use-step') return true
  if (line.line !== 'A') return false
  if (formula.commissionedFrom === null && formula.commissionedBefore === null) return true
  const on = assessmentOf(seen, line.line, day, formula.yearsBack)?.commissionedOn
  if (!on) return false
  if (formula.commissionedFrom !== null && on < formula.commissionedFrom) return false
  return formula.commissionedBefore === null || on < formula.commissionedBefore
}

const assessmentOf = (
  seen: readonly Release[],
  line: string,
  day: string,
  back: number,
): Assessment | undefined => {
  let found: Assessment | undefined
  for (const release of seen) {
    if (release.kind !== 'assessment' || release.assessment.line !== line) continue
    if (release.assessment.year + back === Number(day.slice(0, 4))) found = release.assessment
  }
  return found
}

const amountOf = (
  line: DecisionEntry,
  rule: TariffRule | undefined,
  seen: readonly Release[],
  day: string,
): string | null => {
  if (line.yuanPerKwh !== null) return text(units(line.yuanPerKwh))
  if (!rule || rule.sourceStatus === 'memory') return null
  const formula = rule.formula!
  if (formula.kind === 'flat') return text(units(formula.yuanPerKwh))
  if (formula.kind === 'decided-step') {
    const step = formula.steps.find(one => one.step === line.step)
    return step ? text(units(step.yuanPerKwh)) : null
  }
  if (formula.kind === 'limit-ratio') throw new Error('not drawn')
  const assessed = assessmentOf(seen, line.line, day, formula.yearsBack)
  if (!assessed) return null
  if (formula.kind === 'use-step') {
    const [free, low, high] = formula.lines[0]!.steps
    if (assessed.kwhPerTonne <= 13_300) return text(units(free!.yuanPerKwh))
    return text(units((assessed.kwhPerTonne <= 13_320 ? low : high)!.yuanPerKwh))
  }
  const threshold = formula.thresholds.find(one => one.from <= day && (one.to === null || day <= one.to))
  if (!threshold) return null
  let cents = 0
  while (threshold.kwhPerTonne + cents * 20 < assessed.kwhPerTonne) cents++
  return text(relieved(cents * 100, assessed, formula.relief !== null))
}

/** Each whole point above 15 % takes 1 % off, when the incentive value is reached too. */
const relieved = (
  amount: number,
  { nonHydroPercent, incentivePercent }: Assessment,
  isRelieved: boolean,
): number => {
  if (!isRelieved || nonHydroPercent === null || incentivePercent === null) return amount
  if (nonHydroPercent <= 15 || nonHydroPercent < incentivePercent) return amount
  let points = 0
  while (15 + points + 1 <= nonHydroPercent) points++
  return Math.floor((amount * (100 - points) + 50) / 100)
}

/** Whole ten-thousandths of a yuan. */
const units = (yuan: string): number => {
  const [whole, part] = yuan.split('.') as [string, string]
  return Number(whole) * 10_000 + Number(part.padEnd(4, '0'))
}

/** With two places at least. */
const text = (amount: number): string => {
  const four = `${Math.floor(amount / 10_000)}.${String(amount % 10_000).padStart(4, '0')}`
  return four.endsWith('00') ? four.slice(0, -2) : four.endsWith('0') ? four.slice(0, -1) : four
}
