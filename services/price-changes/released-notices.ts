import { dayText } from '../../schemas/day.ts'
import type { SurchargeNotice } from '../../schemas/decision.ts'
import { chunks, type Db } from '../adapters/store/index.ts'

const CUSTOMERS_PER_QUERY = 500

/** The released notices of customers by customer, in the order of their release. */
export const releasedNotices = async (
  db: Db,
  customerIds: readonly string[],
): Promise<Map<string, SurchargeNotice[]>> => {
  const notices: SurchargeNotice[] = []
  for (const ids of chunks([...new Set(customerIds)], CUSTOMERS_PER_QUERY)) {
    const rows = await db
      .selectFrom('surcharge_notice')
      .innerJoin('price_change', 'price_change.id', 'surcharge_notice.change_id')
      .selectAll('surcharge_notice')
      .where('price_change.released', 'is not', null)
      .where('surcharge_notice.customer_id', 'in', ids)
      .orderBy('price_change.released')
      .orderBy('surcharge_notice.id')
      .execute()
    notices.push(
      ...rows.map(row => ({
        customerId: row.customer_id,
        from: dayText(row.from_day),
        to: dayText(row.to_day),
        noticedOn: dayText(row.noticed_on),
        paidOn: row.paid_on === null ? null : dayText(row.paid_on),
        documentNo: row.document_no,
        note: row.note,
      })),
    )
  }
  return Map.groupBy(notices, ({ customerId }) => customerId)
}

/** Whether a notice is the same one told anew, as when it was paid meanwhile: it replaces the earlier. */
export const isSameNotice = (a: SurchargeNotice, b: SurchargeNotice): boolean =>
  a.documentNo === b.documentNo && a.from === b.from && a.to === b.to
