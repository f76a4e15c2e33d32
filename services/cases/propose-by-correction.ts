import type { Case, Charge } from '../../schemas/case.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { type AccuseDeps, type ChargeDeps, chargeDeps } from './accuse.ts'
import { lastWholeAlert, SYSTEM } from './alert-proposals.ts'
import { chargeAnew, isOtherwise } from './charge-anew.ts'
import { finalOutcomes } from './close-case.ts'
import { leadOf, membersOf } from './members.ts'
import type { Suspicion } from './note-suspicions.ts'
import { outcomesOf } from './outcomes.ts'
import { basisOf, putUp } from './propose-alert.ts'
import { findCase } from './queries.ts'
import { isWithDistrict } from './transitions.ts'

const IDS_PER_QUERY = 500

/**
 * Where readings were corrected under a case that a district was told of, the program proposes what to tell the
 * district: an update, or, when nothing carries any charge of it any more, a withdrawal. It sends neither by itself, and
 * proposes the same once, whatever people make of it.
 */
export const proposeByCorrection = async (
  trx: Db,
  suspicions: readonly Suspicion[],
  nowMs: number,
  deps: AccuseDeps,
): Promise<void> => {
  const customers = new Set(suspicions.map(({ customerId }) => customerId))
  for (const ids of chunks([...customers], IDS_PER_QUERY)) {
    const told = await trx
      .selectFrom('cases')
      .select(['id', 'customer_id'])
      .where('customer_id', 'in', ids)
      .where('told_district', 'is not', null)
      .where('state', '<>', 'closed')
      .orderBy('number')
      .execute()
    if (told.length === 0) continue
    const chargingBy = await chargeDeps(
      trx,
      told.map(({ customer_id }) => customer_id),
      deps,
    )
    for (const { id } of told) await propose(trx, (await findCase(trx, id))!, nowMs, chargingBy)
  }
}

const propose = async (trx: Db, held: Case, nowMs: number, deps: ChargeDeps): Promise<void> => {
  const lead = await leadOf(trx, held)
  if (!isWithDistrict(lead.state)) return
  const charges = await chargesNow(trx, held, deps)
  const otherwise = held.charges.filter((charge, i) => isOtherwise(charge, charges[i]!))
  if (otherwise.length === 0) return
  const isGone = await nothingCarries(trx, lead, deps)
  const [of, kind] = isGone ? ([lead, 'withdrawal'] as const) : ([held, 'update'] as const)
  if ((await lastWholeAlert(trx, of.id)) === undefined) return
  const basis = basisOf(kind, isGone ? await chargesNow(trx, lead, deps) : charges)
  if (!(await isNew(trx, of.id, basis, nowMs))) return
  const reason = isGone ? GONE : reasonOf(otherwise, charges)
  const told = isGone ? [] : charges
  await putUp(
    trx,
    of,
    { kind, reason, cause: isGone ? 'data-error' : null, charges: told, basis, by: SYSTEM },
    nowMs,
  )
}

const GONE = '数据更正后，已没有分析结论支持本案的任何嫌疑项。'

const LEVELS = { red: '红', orange: '橙', yellow: '黄' } as const

const reasonOf = (otherwise: readonly Charge[], charges: readonly Charge[]): string => {
  const words = otherwise.map(before => {
    const anew = charges.find(({ signature }) => signature === before.signature)!
    if (anew.unsupported) return `${before.signature} 已无分析结论支持`
    const level =
      before.level === anew.level ? '' : `等级由${LEVELS[before.level]}改为${LEVELS[anew.level]}，`
    return `${before.signature} ${level}估算加价由 ${before.estimate?.yuan ?? '—'} 元改为 ${anew.estimate?.yuan ?? '—'} 元`
  })
  return `数据更正后，原告知内容有变化：${words.join('；')}。`
}

/** The charges of a case as they are carried now; what has its outcome stays as it is. */
const chargesNow = async (trx: Db, held: Case, deps: ChargeDeps): Promise<Charge[]> => {
  const final = finalOutcomes(await outcomesOf(trx, held.id))
  const charges: Charge[] = []
  for (const charge of held.charges) {
    charges.push(final.has(charge.signature) ? charge : await chargeAnew(trx, held, charge, deps))
  }
  return charges
}

/** Whether nothing carries any charge of a case and of its members, and nothing of it was found on site. */
const nothingCarries = async (trx: Db, lead: Case, deps: ChargeDeps): Promise<boolean> => {
  for (const one of [lead, ...(await membersOf(trx, lead.id))]) {
    const final = finalOutcomes(await outcomesOf(trx, one.id))
    if ([...final.values()].some(({ outcome }) => outcome === 'confirmed')) return false
    const charges = await chargesNow(trx, one, deps)
    if (charges.some(({ signature, unsupported }) => !final.has(signature) && !unsupported)) return false
  }
  return true
}

/** Whether that was not put up before; what was, and waits still, is replaced. */
const isNew = async (trx: Db, caseId: string, basis: string, nowMs: number): Promise<boolean> => {
  const rows = await trx
    .selectFrom('alert_proposal')
    .select(['id', 'basis', 'state'])
    .where('case_id', '=', caseId)
    .where('proposed_by', '=', SYSTEM)
    .execute()
  if (rows.some(row => row.basis === basis)) return false
  for (const { id } of rows.filter(({ state }) => state === 'proposed')) {
    await trx
      .updateTable('alert_proposal')
      .set({ state: 'replaced', decided_by: SYSTEM, decided_at: nowMs })
      .where('id', '=', id)
      .execute()
  }
  return true
}
