import { Assessment } from '../../schemas/assessment.ts'
import type { PriceRecord } from '../../schemas/price-list.ts'
import type { Db } from '../adapters/store/index.ts'
import { deedOf, type KnownAt, noticeOf, released } from './released.ts'

/** What was released of a customer beside decisions, each with the instant of its release, UTC ms. */
interface Records {
  readonly assessed: readonly { readonly order: number; readonly record: PriceRecord }[]
  readonly noticed: readonly { readonly order: number; readonly record: PriceRecord }[]
}

/** Every assessment of a customer, replaced ones too, and every notice. */
export const loadRecords = async (db: Db, customerId: string, knownAt: KnownAt): Promise<Records> => {
  const assessed = await released(db, knownAt)
    .innerJoin('assessment', 'assessment.change_id', 'price_change.id')
    .where('assessment.customer_id', '=', customerId)
    .select(['assessment.id', 'assessment.change_id', 'assessment.body'])
    .select(['price_change.proposed_by', 'price_change.decided_by', 'price_change.decided_at'])
    .execute()
  const noticed = await released(db, knownAt)
    .innerJoin('surcharge_notice', 'surcharge_notice.change_id', 'price_change.id')
    .where('surcharge_notice.customer_id', '=', customerId)
    .selectAll('surcharge_notice')
    .select(['price_change.proposed_by', 'price_change.decided_by', 'price_change.decided_at'])
    .execute()
  return {
    assessed: assessed.map(row => ({
      order: Number(row.decided_at),
      record: {
        ...{ kind: 'assessment', ...deedOf(row), entry: null, notice: null },
        assessment: { ...Assessment.parse(JSON.parse(row.body)), ...deedOf(row) },
      },
    })),
    noticed: noticed.map(row => ({
      order: Number(row.decided_at),
      record: {
        ...{ kind: 'notice', ...deedOf(row), entry: null, assessment: null },
        notice: noticeOf(row),
      },
    })),
  }
}
