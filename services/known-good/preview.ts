import type { Account } from '../../schemas/account.ts'
import { dayOf, dayText } from '../../schemas/day.ts'
import { Signature } from '../../schemas/finding.ts'
import type { KnownGoodBody, KnownGoodPreview } from '../../schemas/known-good.ts'
import { wallOf, withinWall } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { COVERAGE_TO_OPEN, loadCriteria } from '../criteria/index.ts'
import { seesCustomer } from './queries.ts'

const PREVIEW_DAYS = 90

/** What an entry would hide, by the last 90 days. Undefined when there is no such customer, or it is not seen. */
export const previewKnownGood = async (
  db: Db,
  { customerId, signature }: KnownGoodBody,
  account: Account,
  nowMs: number,
): Promise<KnownGoodPreview | undefined> => {
  if (!(await seesCustomer(db, account, customerId))) return undefined
  const to = dayOf(nowMs)
  const from = to - PREVIEW_DAYS + 1
  const signatures = signature === null ? Signature.options : [signature]
  const criteria = await loadCriteria(db)
  const findings: KnownGoodPreview['findings'] = []
  for (const one of signatures) {
    const row = await highFindings(db, customerId, one, criteria.lowest(one), { from, to })
    if (Number(row.count) === 0) continue
    findings.push({
      signature: one,
      count: Number(row.count),
      firstDay: dayText(Number(row.first)),
      lastDay: dayText(Number(row.last)),
      highestScore: row.score!,
    })
  }
  return {
    from: dayText(from),
    to: dayText(to),
    findings,
    cases: await openCharges(db, account, customerId, signatures),
  }
}

const highFindings = (
  db: Db,
  customerId: string,
  signature: Signature,
  atLeast: number,
  { from, to }: { from: number; to: number },
) =>
  db
    .selectFrom('finding')
    .innerJoin('feature', join =>
      join
        .onRef('feature.point_id', '=', 'finding.point_id')
        .onRef('feature.day', '=', 'finding.day')
        .on('feature.coverage', '>=', COVERAGE_TO_OPEN),
    )
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.min<number | null>('finding.day').as('first'),
      fn.max<number | null>('finding.day').as('last'),
      fn.max<number | null>('finding.score').as('score'),
    ])
    .where('finding.customer_id', '=', customerId)
    .where('finding.signature', '=', signature)
    .where('finding.current', '=', 1)
    .where('finding.score', '>=', atLeast)
    .where('finding.day', '>=', from)
    .where('finding.day', '<=', to)
    .executeTakeFirstOrThrow()

const openCharges = (db: Db, account: Account, customerId: string, signatures: readonly Signature[]) =>
  db
    .selectFrom('cases')
    .innerJoin('charge', 'charge.case_id', 'cases.id')
    .select(['number', 'state', 'signature', 'charge.level'])
    .where('customer_id', '=', customerId)
    .where(eb => withinWall(wallOf(account), 'cases')(eb))
    .where('state', 'not in', ['closed', 'merged'])
    .where('signature', 'in', [...signatures])
    .orderBy('number')
    .orderBy('signature')
    .execute()
