import { createHash } from 'node:crypto'
import type { Case, Charge, Level } from '../../schemas/case.ts'
import { dayStartMs, type EpochDay, parseDay, shanghaiText } from '../../schemas/day.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { TariffRule } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { estimateSurcharge, proposeTier } from '../pricing/index.ts'
import { recordDeed } from './audit.ts'
import { findCase } from './queries.ts'

/** From this score on a finding opens a case; 橙 and 红 from the next two. */
const OPEN_FROM = 0.7
const ORANGE_FROM = 0.8
const RED_FROM = 0.9
/** A day with less of its readings may change while it fills: it opens nothing. */
const COVERAGE_TO_OPEN = 0.75

const RANK: Readonly<Record<Level, number>> = { yellow: 0, orange: 1, red: 2 }

const SYSTEM = 'system'

export interface AccuseDeps {
  readonly rules: readonly TariffRule[]
  readonly meterOfPoint: (pointId: string) => Meter | undefined
}

/**
 * Carries findings to cases: one open case a customer, one charge a signature. While a case waits to be
 * checked its charges follow the findings; once it is under review or reported only a new
 * signature is added, and what was released does not change.
 */
export const accuse = async (
  trx: Db,
  findings: readonly Finding[],
  nowMs: number,
  deps: AccuseDeps,
): Promise<void> => {
  for (const finding of findings) {
    if (finding.score >= OPEN_FROM && (await coverageOf(trx, finding)) >= COVERAGE_TO_OPEN) {
      await charge(trx, finding, nowMs, deps)
    }
  }
}

const charge = async (trx: Db, finding: Finding, nowMs: number, deps: AccuseDeps): Promise<void> => {
  const opened = await openCase(trx, finding, nowMs, deps)
  const before = opened.charges.find(({ signature }) => signature === finding.signature)
  const fresh = await chargeOf(trx, finding, deps)
  if (!before) return save(trx, opened, fresh, nowMs, 'charge')
  if (opened.state !== 'to-check') return
  const openedAt = before.openedAt < fresh.openedAt ? before.openedAt : fresh.openedAt
  if (isStronger(fresh, before)) return save(trx, opened, { ...fresh, openedAt }, nowMs, 'evidence')
  if (openedAt !== before.openedAt) return save(trx, opened, { ...before, openedAt }, nowMs, 'evidence')
}

/** A charge rests on the latest finding of the highest level, in whatever order they arrive. */
const isStronger = (a: Charge, b: Charge): boolean =>
  RANK[a.level] > RANK[b.level] || (a.level === b.level && a.day >= b.day && a.findingId !== b.findingId)

const openCase = async (trx: Db, finding: Finding, nowMs: number, deps: AccuseDeps): Promise<Case> => {
  const row = await trx
    .selectFrom('cases')
    .select('id')
    .where('customer_id', '=', finding.customerId)
    .executeTakeFirst()
  const id = row?.id ?? (await insertCase(trx, finding, nowMs, deps))
  return (await findCase(trx, id))!
}

const insertCase = async (trx: Db, finding: Finding, nowMs: number, deps: AccuseDeps): Promise<string> => {
  const meter = deps.meterOfPoint(finding.pointId)!
  const openedMs = dayEndMs(parseDay(finding.day))
  const id = `case-${createHash('sha256').update(finding.customerId).digest('hex').slice(0, 20)}`
  await trx
    .insertInto('cases')
    .values({
      id,
      number: await nextNumber(trx, shanghaiText(openedMs).slice(0, 4)),
      customer_id: finding.customerId,
      customer_name: meter.customerName,
      district_code: meter.districtCode,
      state: 'to-check',
      version: 1,
      opened_at: openedMs,
      submitted_by: null,
      reported_at: null,
    })
    .execute()
  await recordDeed(trx, {
    caseId: id,
    atMs: nowMs,
    actor: SYSTEM,
    action: 'open',
    from: null,
    to: 'to-check',
    detail: { findingId: finding.id },
  })
  return id
}

const nextNumber = async (trx: Db, year: string): Promise<string> => {
  const last = await trx
    .selectFrom('cases')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('number', 'like', `${year}-%`)
    .executeTakeFirst()
  const next = Number(last?.number?.slice(5) ?? 0) + 1
  return `${year}-${String(next).padStart(5, '0')}`
}

const save = async (
  trx: Db,
  opened: Case,
  charged: Charge,
  nowMs: number,
  action: 'charge' | 'evidence',
): Promise<void> => {
  const row = {
    case_id: opened.id,
    signature: charged.signature,
    level: charged.level,
    score: charged.score,
    point_id: charged.pointId,
    finding_id: charged.findingId,
    opened_at: Date.parse(charged.openedAt),
    body: JSON.stringify(charged),
  }
  await trx.replaceInto('charge').values(row).execute()
  const version = opened.charges.length === 0 ? opened.version : opened.version + 1
  const openedAt = Math.min(Date.parse(opened.openedAt), row.opened_at)
  await trx.updateTable('cases').set({ version, opened_at: openedAt }).where('id', '=', opened.id).execute()
  await recordDeed(trx, {
    caseId: opened.id,
    atMs: nowMs,
    actor: SYSTEM,
    action,
    from: opened.state,
    to: opened.state,
    detail: {
      signature: charged.signature,
      findingId: charged.findingId,
      score: charged.score,
      level: charged.level,
    },
  })
}

const chargeOf = async (trx: Db, finding: Finding, { rules }: AccuseDeps): Promise<Charge> => {
  const day = parseDay(finding.day)
  const tier = proposeTier(rules, finding.signature, day)
  const energy = await energyOf(trx, finding.customerId, parseDay(finding.windowFrom), day)
  return {
    signature: finding.signature,
    level: levelOf(finding.score),
    score: finding.score,
    pointId: finding.pointId,
    findingId: finding.id,
    day: finding.day,
    openedAt: shanghaiText(dayEndMs(day)),
    evidence: finding.evidence,
    innocent: finding.innocent,
    sentence: finding.sentence,
    attributableKw: finding.attributableKw,
    attributableKwh: finding.attributableKwh,
    tier,
    estimate:
      tier &&
      estimateSurcharge({ ...energy, yuanPerKwh: tier.yuanPerKwh, attributableKwh: finding.attributableKwh }),
  }
}

/** The energy of all points of a customer on the judged days of a window. */
const energyOf = async (trx: Db, customerId: string, from: EpochDay, to: EpochDay) => {
  const row = await trx
    .selectFrom('feature')
    .where('point_id', 'in', trx.selectFrom('meter').select('point_id').where('customer_id', '=', customerId))
    .where('day', '>=', from)
    .where('day', '<=', to)
    .select(({ fn }) => [fn.sum<number>('kwh').as('kwh'), fn.count<number>('day').distinct().as('days')])
    .executeTakeFirst()
  return { from, to, kwh: Number(row?.kwh ?? 0), days: Number(row?.days ?? 0) }
}

const coverageOf = async (trx: Db, finding: Finding): Promise<number> => {
  const row = await trx
    .selectFrom('feature')
    .select('coverage')
    .where('point_id', '=', finding.pointId)
    .where('day', '=', parseDay(finding.day))
    .executeTakeFirst()
  return row?.coverage ?? 0
}

const levelOf = (score: number): Level =>
  score >= RED_FROM ? 'red' : score >= ORANGE_FROM ? 'orange' : 'yellow'

const dayEndMs = (day: EpochDay): number => dayStartMs(day + 1)
