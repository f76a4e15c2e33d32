import type { Account } from '../../schemas/account.ts'
import { dayOf, parseDay } from '../../schemas/day.ts'
import type { Letter, LetterReceiptBody } from '../../schemas/letter.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { moveCase } from '../cases/index.ts'
import { findLetter } from './queries.ts'

export interface Receipt extends LetterReceiptBody {
  readonly id: string
}

export type ReceiptResult =
  | {
      readonly letter: Letter
      readonly acknowledged: string[]
      readonly unmoved: { caseNumber: string; detail: string }[]
    }
  | { readonly refused: Refusal }

/**
 * Puts the signed receipt (回执) of a letter on record: a reviewer acts for the district by it. Every case the letter
 * lists that waits to be acknowledged is; any other stays where it is, and the answer says why.
 */
export const enterReceipt = async (
  trx: Db,
  { id, receivedOn, receivedBy, documentNo }: Receipt,
  actor: Account,
  nowMs: number,
): Promise<ReceiptResult> => {
  const letter = await findLetter(trx, actor, id)
  if (!letter) return { refused: refusal('not-found', `There is no letter ${id}.`) }
  const refused = faultOf(letter, receivedOn, actor, nowMs)
  if (refused) return { refused }
  const day = parseDay(receivedOn)
  await trx
    .insertInto('letter_receipt')
    .values({
      ...{ letter_id: id, received_on: day, received_by: receivedBy, document_no: documentNo },
      ...{ entered_by: actor.name, entered_at: nowMs },
    })
    .execute()
  const reason = `${letter.number} 回执：${receivedBy} ${receivedOn} 签收${documentNo === '' ? '' : `（${documentNo}）`}`
  const moved = await acknowledge(trx, id, reason, actor, nowMs)
  await appendLink(trx, {
    ...{ chainId: DESK_CHAIN, atMs: nowMs, actor: actor.name, action: 'receipt', reason },
    detail: { letter: id, receivedOn, receivedBy, documentNo, acknowledged: moved.acknowledged },
  })
  return { letter: (await findLetter(trx, actor, id))!, ...moved }
}

const faultOf = (
  { number, madeAt, receipt }: Letter,
  receivedOn: string,
  { role }: Account,
  nowMs: number,
): Refusal | undefined => {
  if (role !== 'reviewer') return refusal('forbidden', 'To enter a receipt takes the role reviewer.')
  if (receipt) return refusal('wrong-state', `The receipt of ${number} is on record already.`)
  const day = parseDay(receivedOn)
  return day < dayOf(Date.parse(madeAt)) || day > dayOf(nowMs)
    ? refusal('bad-request', 'A letter is received on the day it was made or later, and not in the future.')
    : undefined
}

const acknowledge = async (trx: Db, letterId: string, reason: string, actor: Account, nowMs: number) => {
  const cases = await trx
    .selectFrom('letter_alert')
    .innerJoin('cases', 'cases.id', 'letter_alert.case_id')
    .select(['cases.id', 'cases.number', 'cases.merged_into'])
    .distinct()
    .where('letter_alert.letter_id', '=', letterId)
    .orderBy('cases.number')
    .execute()
  const acknowledged: string[] = []
  const unmoved: { caseNumber: string; detail: string }[] = []
  for (const { id: caseId, number, merged_into } of cases) {
    if (merged_into !== null) {
      unmoved.push({ caseNumber: number, detail: 'It goes with the case it was merged into.' })
      continue
    }
    const done = await moveCase(trx, { caseId, action: 'acknowledge', actor, reason }, nowMs)
    if ('refused' in done) unmoved.push({ caseNumber: number, detail: done.refused.detail })
    else acknowledged.push(number)
  }
  return { acknowledged, unmoved }
}
