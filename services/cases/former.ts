import type { Account } from '../../schemas/account.ts'
import type { Case, Charge } from '../../schemas/case.ts'
import type { FormerAnswer } from '../../schemas/case-view.ts'
import { dayText, parseDay, shanghaiText } from '../../schemas/day.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import { wallOf, withinWall } from '../access/index.ts'
import { type Db, isCounting } from '../adapters/store/index.ts'
import { customerDigest } from '../registry/index.ts'
import { ANSWERING, type Answer, answerIn, type WhyAgain, whyAgain } from './answers.ts'

/**
 * What closed cases of the customer, as far as somebody sees them, had answered of the charges of a case, and why each
 * came up again all the same: to be asked for each charge.
 */
export const formerAnswers = async (
  db: Db,
  found: Case,
  account: Account,
): Promise<(charge: Charge) => FormerAnswer[]> => {
  const rows = await closedBefore(db, found, account)
  if (rows.length === 0) return () => []
  const digestOn = await customerDigest(db, found.customerId)
  return charge => {
    const own = rows.filter(({ signature }) => signature === charge.signature)
    // Of one case the last counts.
    const last = [...new Map(own.map(row => [row.number, row])).values()]
    return last.map(row => {
      const answer = answerIn(row, Number(row.closed_at))
      const ground = { day: parseDay(charge.day), kw: charge.attributableKw }
      const why = charge.unsupported ? null : whyAgain(answer, ground, digestOn)
      return {
        number: row.number,
        outcome: row.outcome,
        closedAt: shanghaiText(Number(row.closed_at)),
        until: dayText(answer.until),
        unlessKwAbove: roundedKw(answer),
        why,
        ...sentence(row.number, answer, why, ground.kw),
      }
    })
  }
}

const closedBefore = (db: Db, { id, customerId, closedAt }: Case, account: Account) => {
  const query = db
    .selectFrom('charge_outcome')
    .innerJoin('cases', 'cases.id', 'charge_outcome.case_id')
    .select([...(['cases.number', 'cases.closed_at'] as const), ...ANSWERING])
    .where('cases.customer_id', '=', customerId)
    .where('cases.id', '<>', id)
    .where('cases.closed_at', 'is not', null)
    .where(withinWall(wallOf(account), 'cases'))
    .where('final', '=', 1)
    .where(isCounting)
    .orderBy('cases.closed_at')
    .orderBy('charge_outcome.sequence')
  return (closedAt === null ? query : query.where('cases.closed_at', '<', Date.parse(closedAt))).execute()
}

export const roundedKw = ({ unlessKwAbove }: Answer): number | null =>
  unlessKwAbove === null ? null : Math.round(unlessKwAbove)

const sentence = (number: string, answer: Answer, why: WhyAgain | null, kw: number): BothLanguages => {
  const until = dayText(answer.until)
  const [limit, now] = [roundedKw(answer), Math.round(kw)]
  switch (why) {
    case 'ended':
      return {
        zh: `案件 ${number} 的结论只管到 ${until}，已到期，故重新立案。`,
        en: `What case ${number} found held up to ${until}; that is over, so a new case opened.`,
      }
    case 'grown':
      return {
        zh: `案件 ${number} 的排除以 ${limit} kW 为限，现可归因功率 ${now} kW，故重新立案。`,
        en: `Case ${number} was dismissed up to ${limit} kW; it is ${now} kW now, so a new case opened.`,
      }
    case 'registry-changed':
      return {
        zh: `案件 ${number} 排除以后，用户档案已变更，故重新立案。`,
        en: `The registry says otherwise of the customer than when case ${number} was dismissed, so a new case opened.`,
      }
    case 'holds':
      return {
        zh: `案件 ${number} 的结论管到 ${until}，对本项仍然有效。`,
        en: `What case ${number} found holds up to ${until}, for this charge too.`,
      }
    case null:
      return {
        zh: `此前案件 ${number} 已有结论；本项目前没有发现支持。`,
        en: `Case ${number} answered it before; no current finding carries this charge.`,
      }
  }
}
