import { dayText } from '../../schemas/day.ts'
import type { SurchargeNotice } from '../../schemas/decision.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import type { KnownAt } from '../pricing/index.ts'

const IDS_PER_QUERY = 500

/** The released notices of customers by customer, in the order of their release. */
export const loadNotices = async (
  db: Db,
  customerIds: readonly string[],
  knownAtMs?: KnownAt,
): Promise<Map<string, SurchargeNotice[]>> => {
  const notices: SurchargeNotice[] = []
  for (const ids of chunks(customerIds, IDS_PER_QUERY)) {
    const rows = await db
      .selectFrom('surcharge_notice')
      .innerJoin('price_change', 'price_change.id', 'surcharge_notice.change_id')
      .where('price_change.released', 'is not', null)
      .$if(knownAtMs !== undefined, query => query.where('price_change.decided_at', '<=', knownAtMs!))
      .where('surcharge_notice.customer_id', 'in', ids)
      .selectAll('surcharge_notice')
      .orderBy('price_change.released')
      .orderBy('surcharge_notice.id')
      .execute()
    for (const row of rows) {
      notices.push({
        customerId: row.customer_id,
        from: dayText(row.from_day),
        to: dayText(row.to_day),
        noticedOn: dayText(row.noticed_on),
        paidOn: row.paid_on === null ? null : dayText(row.paid_on),
        documentNo: row.document_no,
        note: row.note,
      })
    }
  }
  return Map.groupBy(notices, ({ customerId }) => customerId)
}
