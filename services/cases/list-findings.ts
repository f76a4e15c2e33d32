import type { EpochDay } from '../../schemas/day.ts'
import { Finding, type HeldReason, type Signature } from '../../schemas/finding.ts'
import { customersWithin, type Wall } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'

export interface FindingQuery {
  readonly point: string
  /** First day that is seen */
  readonly from: EpochDay
  readonly wall: Wall
  /** `epoch day signature` of the last finding of the page before */
  readonly after?: string | undefined
  readonly limit: number
}

/** Current findings of a point, newest first; of whoever had it before those that are seen. */
export const listFindings = async (
  db: Db,
  { point, from, wall, after, limit }: FindingQuery,
): Promise<(Finding & { held: HeldReason | null })[]> => {
  const current = db.selectFrom('finding').where('point_id', '=', point).where('current', '=', 1)
  const whose = await current.select('customer_id').distinct().execute()
  const seen = await customersWithin(
    db,
    wall,
    whose.map(({ customer_id }) => customer_id),
  )
  if (seen.size === 0) return []
  const [day, signature = ''] = (after ?? '').split(' ')
  const rows = await current
    .$if(after !== undefined, query =>
      query.where(({ or, and, eb }) =>
        or([
          eb('day', '<', Number(day)),
          and([eb('day', '=', Number(day)), eb('finding.signature', '>', signature as Signature)]),
        ]),
      ),
    )
    .leftJoin('held', 'held.finding_id', 'finding.id')
    .select(['body', 'reason'])
    .where('day', '>=', from)
    .where('finding.customer_id', 'in', [...seen])
    .orderBy('day', 'desc')
    .orderBy('finding.signature')
    .limit(limit)
    .execute()
  return rows.map(({ body, reason }) => ({ ...Finding.parse(JSON.parse(body)), held: reason }))
}
