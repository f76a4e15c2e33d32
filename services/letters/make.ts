import { createHash } from 'node:crypto'
import type { Account } from '../../schemas/account.ts'
import { dayOf, dayStartMs, parseDay, yearOf } from '../../schemas/day.ts'
import type { Letter, LetterBody } from '../../schemas/letter.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import { seesCase, wallOf } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { maskedAddress } from '../personal/index.ts'
import { districtName, isKnownDistrict } from '../territory/index.ts'
import { type ListedAlert, type ListedCase, letterPage } from './page.ts'
import { findLetter } from './queries.ts'

export type LetterResult = { readonly letter: Letter } | { readonly refused: Refusal }

const MOST_ALERTS = 500

type Told = Pick<Tables['outbox'], 'id' | 'case_id' | 'body'>

/**
 * Makes a letter to a district or one of its departments, with a number of its own: it lists what the district was told,
 * as it was told, and is kept as it is printed.
 */
export const makeLetter = async (
  trx: Db,
  body: LetterBody,
  actor: Account,
  nowMs: number,
): Promise<LetterResult> => {
  const { districtCode, department } = body
  if (!isKnownDistrict(districtCode)) {
    return { refused: refusal('bad-request', `There is no district ${districtCode} to write to.`) }
  }
  const told = await alertsOf(trx, body)
  const refused = await whyNot(trx, told, body, actor)
  if (refused) return { refused }
  const { id, number } = await nextNumber(trx, nowMs)
  const name = districtName(districtCode, dayOf(nowMs)) ?? districtCode
  const listed = await listedCases(trx, told)
  const content = Buffer.from(
    letterPage({ number, districtName: name, department, listed, madeAtMs: nowMs }),
    'utf8',
  )
  const sha256 = createHash('sha256').update(content).digest('hex')
  await trx
    .insertInto('letter')
    .values({
      ...{ id, number, district_code: districtCode, department, sha256, content },
      ...{ made_by: actor.name, made_at: nowMs },
    })
    .execute()
  const rows = told.map((alert, i) => ({
    ...{ letter_id: id, row: i + 1, alert_id: alert.id, case_id: alert.case_id },
  }))
  await trx.insertInto('letter_alert').values(rows).execute()
  await appendLink(trx, {
    ...{ chainId: DESK_CHAIN, atMs: nowMs, actor: actor.name, action: 'letter', reason: '' },
    detail: { letter: id, number, districtCode, department, alerts: told.map(alert => alert.id), sha256 },
  })
  return { letter: (await findLetter(trx, actor, id))! }
}

/** What the district was told in the period, or what is named of it. One more than a letter holds at most. */
const alertsOf = (trx: Db, { districtCode, from, to, alertIds }: LetterBody): Promise<Told[]> => {
  let query = trx
    .selectFrom('outbox')
    .innerJoin('cases', 'cases.id', 'outbox.case_id')
    .select(['outbox.id', 'outbox.case_id', 'outbox.body'])
    .where('outbox.district_code', '=', districtCode)
    .orderBy('cases.number')
    .orderBy('outbox.created_at')
    .orderBy('outbox.id')
    .limit(MOST_ALERTS + 1)
  if (alertIds) query = query.where('outbox.id', 'in', alertIds)
  if (from !== undefined && to !== undefined) {
    query = query
      .where('outbox.created_at', '>=', dayStartMs(parseDay(from)))
      .where('outbox.created_at', '<', dayStartMs(parseDay(to) + 1))
  }
  return query.execute()
}

const whyNot = async (
  trx: Db,
  told: readonly Told[],
  { alertIds = [], districtCode }: LetterBody,
  actor: Account,
): Promise<Refusal | undefined> => {
  if (actor.role !== 'reviewer') return refusal('forbidden', 'To make a letter takes the role reviewer.')
  const missing = alertIds.find(id => !told.some(alert => alert.id === id))
  if (missing !== undefined) {
    return refusal('not-found', `The district ${districtCode} was sent no alert ${missing}.`)
  }
  const wall = wallOf(actor)
  for (const { id, case_id } of told) {
    if (await seesCase(trx, wall, case_id)) continue
    // Whoever does not see a case does not learn what a district was told of it.
    return alertIds.includes(id)
      ? refusal('not-found', `The district ${districtCode} was sent no alert ${id}.`)
      : refusal('forbidden', 'Cases of other supply units are among them: name your alerts in alertIds.')
  }
  if (told.length === 0) {
    return refusal('wrong-state', 'The district was told nothing in these days: there is nothing to write.')
  }
  return told.length > MOST_ALERTS
    ? refusal('too-large', `A letter lists at most ${MOST_ALERTS} alerts: take fewer days.`)
    : undefined
}

/** `电异函〔2026〕00001号`, counted by the plant's year. */
const nextNumber = async (trx: Db, nowMs: number): Promise<{ id: string; number: string }> => {
  const year = yearOf(dayOf(nowMs))
  const last = await trx
    .selectFrom('letter')
    .select('id')
    .where('id', '>=', `letter-${year}-`)
    .where('id', '<=', `letter-${year}-99999`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const count = String(Number(last?.id.slice(-5) ?? 0) + 1).padStart(5, '0')
  return { id: `letter-${year}-${count}`, number: `电异函〔${year}〕${count}号` }
}

const listedCases = async (trx: Db, told: readonly Told[]): Promise<ListedCase[]> => {
  const listed: ListedCase[] = []
  for (const { body, case_id } of told) {
    const alert = JSON.parse(body) as ListedAlert
    const address = await addressOf(trx, case_id)
    listed.push({ alert, address: alert.data.customer.masked ? maskedAddress(address) : address })
  }
  return listed
}

const addressOf = async (trx: Db, caseId: string): Promise<string> =>
  (
    await trx
      .selectFrom('cases')
      .innerJoin('meter', 'meter.customer_id', 'cases.customer_id')
      .select('meter.address')
      .where('cases.id', '=', caseId)
      .where('meter.address', '<>', '')
      .orderBy('meter.valid_from', 'desc')
      .orderBy('meter.meter_id')
      .limit(1)
      .executeTakeFirst()
  )?.address ?? ''
