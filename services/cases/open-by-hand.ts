import type { Account } from '../../schemas/account.ts'
import type { Case, Charge } from '../../schemas/case.ts'
import type { CaseByHand } from '../../schemas/case-by-hand.ts'
import { dayOf, parseDay, shanghaiText } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import { sees, seesCase, wallOf } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { type RuleBook, readRuleBook } from '../pricing/index.ts'
import { FIRST_DAY, LAST_DAY, listMeters } from '../registry/index.ts'
import { saveCharge } from './accuse.ts'
import { chargeByHand } from './charge-by-hand.ts'
import { insertCase } from './open-case.ts'
import { findCase, findCaseOf, findStoredCase } from './queries.ts'

export interface OpeningByHand extends CaseByHand {
  /** From the token, never from the request */
  readonly actor: Account
}

const ROLES: readonly Account['role'][] = ['analyst', 'reviewer', 'supervisor']
const ENTRIES_READ = 500

/**
 * Puts a charge down by what a person said or saw: in the customer's open case, or in a new one. Like any new charge
 * it sends a case under review back to be checked.
 */
export const openByHand = async (
  trx: Db,
  opening: OpeningByHand,
  nowMs: number,
): Promise<{ readonly case: Case } | { readonly refused: Refusal }> => {
  const { customerId, signature, actor } = opening
  if (!ROLES.includes(actor.role)) {
    const detail = `To open a case by hand takes one of the roles ${ROLES.join(', ')}; this token has the role ${actor.role}.`
    return { refused: refusal('forbidden', detail) }
  }
  const meters = await metersSeen(trx, customerId, actor, nowMs)
  const open = await findCaseOf(trx, customerId)
  if (meters.length === 0 || (open && !(await seesCase(trx, wallOf(actor), open.id)))) {
    return { refused: refusal('not-found', `The registry holds no customer ${customerId} of yours.`) }
  }
  const meter = meterOf(meters, opening.pointId)
  if (!meter) {
    const detail = `The customer ${customerId} has no metering point ${opening.pointId} now: name one of its own, or none.`
    return { refused: refusal('bad-request', detail) }
  }
  if (open?.charges.some(held => held.signature === signature)) {
    const detail = `The customer's open case ${open.number} has the charge ${signature} already: comment there.`
    return { refused: refusal('wrong-state', detail) }
  }
  const book = await readRuleBook(trx)
  const charge = chargeOf(opening, meter, book, nowMs)
  const deed = { nowMs, release: book.release }
  const id = open ? await addTo(trx, open, charge, deed) : await openNew(trx, meter, charge, deed)
  return { case: (await findCase(trx, id))! }
}

/** The entries of a customer's meters that hold today; of one without any, its newest. None behind a wall. */
const metersSeen = async (trx: Db, customer: string, actor: Account, nowMs: number): Promise<Meter[]> => {
  const { meters } = await listMeters(trx, { customer, limit: ENTRIES_READ })
  const today = dayOf(nowMs)
  const now = meters.filter(({ validFrom, validTo }) => {
    const from = validFrom === null ? FIRST_DAY : parseDay(validFrom)
    return from <= today && today <= (validTo === null ? LAST_DAY : parseDay(validTo))
  })
  const last = meters.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1)).slice(-1)
  const wall = wallOf(actor)
  return (now.length > 0 ? now : last).filter(({ supplyUnit }) =>
    sees(wall, { supplyUnit, toldDistrict: null, department: '' }),
  )
}

/** Of the point that is named; else the first, a main feed before a backup. */
const meterOf = (meters: readonly Meter[], pointId: string | undefined): Meter | undefined =>
  pointId === undefined
    ? (meters.find(({ feed }) => feed === 'main') ?? meters[0])
    : meters.find(meter => meter.pointId === pointId)

const chargeOf = (
  { signature, source, note, level, actor }: OpeningByHand,
  meter: Meter,
  { rules }: RuleBook,
  nowMs: number,
) =>
  chargeByHand(
    signature,
    { source, note, by: actor.name, at: shanghaiText(nowMs), level, pointId: meter.pointId },
    { rules, districtCode: meter.districtCode },
  )

/** When a charge is put down, and by the rules as of which release. */
interface Deed {
  readonly nowMs: number
  readonly release: number
}

const addTo = async (trx: Db, open: Case, charge: Charge, { nowMs, release }: Deed): Promise<string> => {
  // With its estimates: a case that holds still keeps them.
  const whole = (await findCase(trx, open.id))!
  const { by, note } = charge.byHand!
  await saveCharge(trx, whole, charge, nowMs, { action: 'charge', release, actor: by, reason: note })
  return open.id
}

const openNew = async (trx: Db, meter: Meter, charge: Charge, { nowMs, release }: Deed): Promise<string> => {
  const { source, note, by } = charge.byHand!
  const id = await insertCase(trx, meter, { openedMs: Date.parse(charge.openedAt), nowMs, source, by })
  const opened = (await findStoredCase(trx, id))!
  await saveCharge(trx, opened, charge, nowMs, { action: 'open', release, actor: by, reason: note })
  return id
}
