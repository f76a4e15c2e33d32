import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { SurchargeNotice } from '../../schemas/decision.ts'
import type { PriceFault } from '../../schemas/price-change.ts'
import type { Db } from '../adapters/store/index.ts'
import { loadNotices } from '../pricing/index.ts'
import { unknownCustomers } from './known-customers.ts'
import { isSameNotice } from './same-notice.ts'

type Check = (notice: SurchargeNotice, today: string) => readonly Omit<PriceFault, 'row'>[]

/**
 * Why notices cannot be: all reasons at once, none of one that can. The same document for the same period again is no
 * second notice: it tells of the first that it was paid.
 */
export const faultsOfNotices = async (
  db: Db,
  notices: readonly SurchargeNotice[],
  today: EpochDay,
): Promise<PriceFault[]> => {
  const own = notices.flatMap((notice, i) =>
    CHECKS.flatMap(check => check(notice, dayText(today))).map(fault => ({ row: i + 1, ...fault })),
  )
  const faulty = new Set(own.map(({ row }) => row))
  return [
    ...(await unknownCustomers(db, notices)),
    ...own,
    ...(await overlaps(db, notices, row => !faulty.has(row))),
  ]
}

const checkPeriod: Check = ({ from, to }) =>
  from <= to
    ? []
    : [{ column: 'to', reason: `The last day ${to} is before the first, ${from}: correct one of them.` }]

const checkNoticed: Check = ({ noticedOn }, today) =>
  noticedOn <= today
    ? []
    : [{ column: 'noticedOn', reason: `The day of the notice, ${noticedOn}, is still to come.` }]

const checkPaid: Check = ({ noticedOn, paidOn }, today) => {
  if (paidOn === null) return []
  if (paidOn > today)
    return [{ column: 'paidOn', reason: `The day it was paid, ${paidOn}, is still to come.` }]
  return noticedOn <= paidOn
    ? []
    : [
        {
          column: 'paidOn',
          reason: `It was paid on ${paidOn}, before its notice of ${noticedOn}: correct one of them.`,
        },
      ]
}

const CHECKS = [checkPeriod, checkNoticed, checkPaid]

/** A customer pays for a day once. */
const overlaps = async (
  db: Db,
  notices: readonly SurchargeNotice[],
  sound: (row: number) => boolean,
): Promise<PriceFault[]> => {
  const released = await loadNotices(
    db,
    notices.map(({ customerId }) => customerId),
  )
  const rows = notices.map((notice, i) => ({ notice, row: i + 1 })).filter(({ row }) => sound(row))
  return [...Map.groupBy(rows, ({ notice }) => notice.customerId)].flatMap(([customerId, own]) =>
    own.flatMap(({ notice, row }, i) => {
      const stood = released
        .get(customerId)
        ?.find(other => !isSameNotice(other, notice) && meet(other, notice))
      const before = own.slice(0, i).find(other => meet(other.notice, notice))
      if (!stood && !before) return []
      const other = before ? `row ${before.row}` : `the notice ${stood!.documentNo}`
      const { from, to } = before?.notice ?? stood!
      return [
        {
          row,
          column: 'from',
          reason: `It is for days of ${other} too, from ${from} to ${to}: a day is paid once.`,
        },
      ]
    }),
  )
}

const meet = (a: SurchargeNotice, b: SurchargeNotice): boolean => a.from <= b.to && b.from <= a.to
