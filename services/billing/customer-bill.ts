import type { Bill, BillSource } from '../../schemas/bill.ts'
import { dayOf, dayText, type EpochDay } from '../../schemas/day.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import type { Meter } from '../../schemas/meter.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Calendar } from '../calendar/index.ts'
import {
  loadAssessments,
  loadEntries,
  loadNotices,
  loadRules,
  rulesOf,
  standingEntries,
} from '../pricing/index.ts'
import type { RegistryView } from '../registry/index.ts'
import { jurisdictionsOn } from '../territory/index.ts'
import { bandSums } from './band-sums.ts'
import { billDays, faultOf, ROUNDING, sumsOf } from './bill.ts'
import { chargeLines } from './charge-lines.ts'
import type { DayEnergy } from './energy.ts'
import { type EnergyAt, type LeviedDay, leviedEnergy } from './levied-energy.ts'
import { type MeteringTree, meteringTree } from './metered.ts'
import { type PointEnergyDeps, pointEnergy } from './point-energy.ts'
import { holdsWithin, type PricingGround, pointsElsewhere, pricedDays } from './price-entries.ts'
import type { PricedDay } from './priced-day.ts'
import { metersOn, placesIn } from './readers.ts'
import { timeOfUseOn } from './time-of-use.ts'

export interface BillDeps extends Pick<PointEnergyDeps, 'db' | 'history'> {
  readonly registry: Pick<RegistryView, 'find' | 'atPoint' | 'entries'>
  readonly calendar: Pick<Calendar, 'kindOf'>
  readonly nowMs: () => number
}

/** Whose bill, of which days, both ends included. */
export interface BillAsked {
  readonly customerId: string
  readonly from: EpochDay
  readonly to: EpochDay
  /** Only what was released until then counts; absent: all of it */
  readonly knownAtMs?: number | undefined
}

export type BillAnswer = Bill | { readonly refused: Refusal }

const DAYS_AT_MOST = 400

/** The surcharge of a customer over a period, from its readings, registers or judged days. */
export const billCustomer = async (
  deps: BillDeps,
  asked: BillAsked & { readonly source: BillSource },
): Promise<BillAnswer> => {
  const refused = periodFault(asked, deps.nowMs())
  if (refused) return { refused }
  const tree = meteringTree(deps.registry.entries(), deps.registry.atPoint)
  const energyAt = energyLookup(deps, asked)
  return makeBill(deps, tree, asked, (entry, elsewhere, days) =>
    leviedEnergy(tree, entry, elsewhere, days, energyAt),
  )
}

/** All energy of a customer by the days of a period, whether or not it is on a list. */
export const energyOfCustomer = (
  deps: Omit<BillDeps, 'nowMs'>,
  asked: BillAsked & { readonly source: BillSource },
): Promise<Map<EpochDay, LeviedDay>> => {
  const { customerId, from, to } = asked
  const tree = meteringTree(deps.registry.entries(), deps.registry.atPoint)
  const days = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const part = { customerId, pointIds: [] }
  return leviedEnergy(tree, part, () => new Set(), days, energyLookup(deps, asked))
}

/** Energy of the days on which a line holds. */
type EnergyOf = (
  part: { readonly customerId: string; readonly pointIds: readonly string[] },
  elsewhere: (day: EpochDay) => ReadonlySet<string>,
  days: readonly EpochDay[],
) => Promise<ReadonlyMap<EpochDay, LeviedDay>>

/** The bill of a customer whose energy is told. */
export const makeBill = async (
  { db, nowMs }: Pick<BillDeps, 'db' | 'nowMs'>,
  tree: MeteringTree,
  asked: BillAsked,
  energyOf: EnergyOf,
): Promise<BillAnswer> => {
  const { customerId, from, to, knownAtMs } = asked
  const standing = standingEntries((await loadEntries(db, [customerId], knownAtMs)).get(customerId) ?? [])
  const places = placesIn(tree)
  const ground: PricingGround = {
    rules: rulesOf(await loadRules(db, knownAtMs)),
    assessments: (await loadAssessments(db, [customerId], knownAtMs)).get(customerId) ?? [],
    notices: (await loadNotices(db, [customerId], knownAtMs)).get(customerId) ?? [],
    asOfMs: knownAtMs ?? nowMs(),
    jurisdictionsOn: day => places(customerId, day),
  }
  const priced: { entryId: string; days: PricedDay[] }[] = []
  const lines: Bill['lines'] = []
  let isNet = false
  for (const entry of standing.filter(one => holdsWithin(one, asked))) {
    const unpriced = pricedDays(entry, asked, ground, () => null)
    const energies = await energyOf(
      entry,
      pointsElsewhere(standing, entry),
      unpriced.map(({ day }) => day),
    )
    const days = unpriced.map(one => ({ ...one, energy: energies.get(one.day)?.energy ?? null }))
    isNet ||= [...energies.values()].some(one => one.isNet)
    const { id: entryId, industry, category, document } = entry
    lines.push(...chargeLines({ entryId, documentNo: document.documentNo, industry, category }, days))
    priced.push({ entryId, days })
  }
  const meters = metersOn(tree, customerId, to)
  const refused = faultOf(lines, capacityOf(meters))
  if (refused) return { refused }
  const { bands, notes } = bandSums(
    priced.flatMap(({ days }) => days),
    asked,
    meters[0]?.voltageKv ?? 0,
  )
  return {
    customerId,
    from: dayText(from),
    to: dayText(to),
    knownAt: new Date(ground.asOfMs).toISOString(),
    lines,
    ...sumsOf(lines),
    bands,
    days: priced.flatMap(({ entryId, days }) => billDays(entryId, days)),
    notes: [ROUNDING, ...(isNet ? [NET] : []), ...notes],
  }
}

const NET: BothLanguages = {
  zh: '接在其计量点之后的另户或另项电量已扣除，同一度电不重复加价。',
  en: 'What hangs behind its points and is another customer’s, or of another line, is taken off: no kWh is charged twice.',
}

/** Contract capacity of a customer, kVA; 0 when it is not known of each point. */
const capacityOf = (meters: readonly Meter[]): number =>
  meters.some(({ contractKva }) => contractKva === 0)
    ? 0
    : meters.reduce((sum, { contractKva }) => sum + contractKva, 0)

/** Why a period cannot be billed: a day that is not over has no energy yet. */
const periodFault = ({ from, to }: BillAsked, nowMs: number): Refusal | undefined => {
  if (to < from || to - from >= DAYS_AT_MOST) {
    return refusal('bad-request', `Ask for 1 to ${DAYS_AT_MOST} days, "from" before "to".`)
  }
  return to >= dayOf(nowMs)
    ? refusal('bad-request', `${dayText(to)} is not over yet: ask for a period that ended.`)
    : undefined
}

/** Each point's energy is read once, whatever number of lines it is looked at for. */
const energyLookup = (
  { db, history, registry, calendar }: Omit<BillDeps, 'nowMs'>,
  { from, to, source }: { from: EpochDay; to: EpochDay; source: BillSource },
): EnergyAt => {
  const read = new Map<string, Promise<ReadonlyMap<EpochDay, DayEnergy>>>()
  return (pointId, customerId) => {
    const key = JSON.stringify([pointId, customerId])
    const isHeld = (day: EpochDay): boolean => registry.atPoint(pointId, day)?.customerId === customerId
    const timeOfUse = (day: EpochDay) =>
      timeOfUseOn(jurisdictionsOn(registry.atPoint(pointId, day)?.districtCode ?? '', day).codes, day)
    const deps = { db, history, registry, kindOf: calendar.kindOf, timeOfUse }
    const energies = read.get(key) ?? pointEnergy(deps, { pointId, from, to, source, isHeld })
    read.set(key, energies)
    return energies
  }
}
