import Big from 'big.js'
import type { BillLine, WhatIfRow } from '../../schemas/bill.ts'
import type { EpochDay } from '../../schemas/day.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import {
  loadAssessments,
  loadEntries,
  loadNotices,
  type Rules,
  type StandingEntry,
  standingEntries,
} from '../pricing/index.ts'
import { sumsOf } from './bill.ts'
import { chargeLines } from './charge-lines.ts'
import type { BillDeps } from './customer-bill.ts'
import type { DayEnergy } from './energy.ts'
import { fillDays } from './fill-days.ts'
import { type LeviedDay, leviedEnergy } from './levied-energy.ts'
import type { MeteringTree } from './metered.ts'
import { judgedDay } from './point-energy.ts'
import { holdsWithin, type PricingGround, pointsElsewhere, pricedDays } from './price-entries.ts'
import { metersOn, type Places } from './readers.ts'

const POINTS_PER_QUERY = 100

interface Deps extends Pick<BillDeps, 'db' | 'calendar' | 'nowMs'> {
  readonly tree: MeteringTree
  readonly places: Places
}

interface Asked {
  readonly from: EpochDay
  readonly to: EpochDay
  readonly industry?: string | undefined
}

/** Two sets of rules to be held against each other. */
interface RuleSets {
  readonly now: Rules
  readonly proposed: Rules
}

/** What some customers pay over a period by either set of rules, by judged days; without those not on the list then. */
export const compareCustomers = async (
  { db, calendar, nowMs, tree, places }: Deps,
  rules: RuleSets,
  customerIds: readonly string[],
  asked: Asked,
): Promise<WhatIfRow[]> => {
  const [entries, assessments, notices] = await Promise.all([
    loadEntries(db, customerIds),
    loadAssessments(db, customerIds),
    loadNotices(db, customerIds),
  ])
  const days = Array.from({ length: asked.to - asked.from + 1 }, (_, i) => asked.from + i)
  const judged = await judgedDaysOf(db, pointsNeeded(tree, customerIds), asked)
  const rows: WhatIfRow[] = []
  for (const customerId of customerIds) {
    const standing = standingEntries(entries.get(customerId) ?? [])
    const levied = standing.filter(one => isAsked(one, asked))
    if (levied.length === 0) continue
    const filled = new Map<string, Promise<ReadonlyMap<EpochDay, DayEnergy>>>()
    const ground = {
      assessments: assessments.get(customerId) ?? [],
      notices: notices.get(customerId) ?? [],
      jurisdictionsOn: byDay(asked, day => places(customerId, day)),
      asOfMs: nowMs(),
    }
    const lines: { now: BillLine[]; proposed: BillLine[] } = { now: [], proposed: [] }
    for (const entry of levied) {
      const elsewhere = pointsElsewhere(standing, entry)
      const energies = await leviedEnergy(tree, entry, elsewhere, days, (pointId, holder) =>
        remember(filled, JSON.stringify([pointId, holder]), async () =>
          fillDays(heldBy(judged.get(pointId) ?? [], tree, pointId, holder), days, calendar.kindOf),
        ),
      )
      lines.now.push(...linesOf(entry, asked, { ...ground, rules: rules.now }, energies))
      lines.proposed.push(...linesOf(entry, asked, { ...ground, rules: rules.proposed }, energies))
    }
    rows.push(rowOf(tree, customerId, levied, lines, asked.to))
  }
  return rows
}

/** Looked up once a day, for both sets of rules. */
const byDay = <T>({ from, to }: Asked, find: (day: EpochDay) => T): ((day: EpochDay) => T) => {
  const found = Array.from({ length: to - from + 1 }, (_, i) => find(from + i))
  return day => found[day - from]!
}

const remember = <K, V>(known: Map<K, V>, key: K, find: () => V): V => {
  const value = known.get(key) ?? find()
  known.set(key, value)
  return value
}

const isAsked = (entry: StandingEntry, asked: Asked): boolean =>
  holdsWithin(entry, asked) && (asked.industry === undefined || entry.industry === asked.industry)

const linesOf = (
  entry: StandingEntry,
  period: Asked,
  ground: PricingGround,
  energies: ReadonlyMap<EpochDay, LeviedDay>,
): BillLine[] => {
  const { id: entryId, industry, category, document } = entry
  return chargeLines(
    { entryId, documentNo: document.documentNo, industry, category },
    pricedDays(entry, period, ground, day => energies.get(day)?.energy ?? null),
  )
}

const rowOf = (
  tree: MeteringTree,
  customerId: string,
  levied: readonly StandingEntry[],
  lines: { readonly now: readonly BillLine[]; readonly proposed: readonly BillLine[] },
  day: EpochDay,
): WhatIfRow => {
  const [now, proposed] = [sumsOf(lines.now), sumsOf(lines.proposed)]
  const [meter] = metersOn(tree, customerId, day)
  return {
    customerId,
    customerName: meter?.customerName ?? '',
    districtCode: meter?.districtCode ?? '',
    industries: [...new Set(levied.map(({ industry }) => industry))],
    kwh: now.kwh,
    estimatedKwh: now.estimatedKwh,
    now: { yuan: now.yuan, openLines: now.openLines },
    proposed: { yuan: proposed.yuan, openLines: proposed.openLines },
    difference: new Big(proposed.yuan).minus(now.yuan).toFixed(2),
  }
}

/** Points whose energy is added or taken off somewhere: the customers' own, and what ever hung behind these. */
const pointsNeeded = (tree: MeteringTree, customerIds: readonly string[]): string[] => {
  const needed = new Set<string>()
  const visit = (pointId: string): void => {
    if (needed.has(pointId)) return
    needed.add(pointId)
    for (const behind of tree.behind(pointId)) visit(behind)
  }
  for (const id of customerIds) for (const pointId of tree.pointsOf(id)) visit(pointId)
  return [...needed]
}

const judgedDaysOf = async (
  db: Db,
  points: readonly string[],
  { from, to }: Asked,
): Promise<Map<string, DayEnergy[]>> => {
  const days = new Map<string, DayEnergy[]>()
  for (const ids of chunks(points, POINTS_PER_QUERY)) {
    const rows = await db
      .selectFrom('feature')
      .select(['point_id', 'day', 'kwh', 'coverage'])
      .where('point_id', 'in', ids)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .where('coverage', '>', 0)
      .orderBy('point_id')
      .orderBy('day')
      .execute()
    for (const row of rows) {
      const own = days.get(row.point_id)
      if (own) own.push(judgedDay(row))
      else days.set(row.point_id, [judgedDay(row)])
    }
  }
  return days
}

/** Nobody's days are told by what another drew at the point. */
const heldBy = (
  days: readonly DayEnergy[],
  { atPoint }: MeteringTree,
  pointId: string,
  customerId: string,
): Map<EpochDay, DayEnergy> =>
  new Map(
    days.flatMap(one =>
      atPoint(pointId, one.day)?.customerId === customerId ? [[one.day, one] as const] : [],
    ),
  )
