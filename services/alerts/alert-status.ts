import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { AlertStatus, DeliveryStatus } from '../../schemas/alert.ts'
import { type Wall, withinWall } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

export type OutboxBuilder = ExpressionBuilder<Tables, 'outbox'>
/** On rows of the outbox */
export type Condition = ExpressionWrapper<Tables, 'outbox', SqlBool>

/** The deliveries of the alert that is looked at. */
export const ofAlert = (eb: OutboxBuilder) =>
  eb.selectFrom('delivery').select('delivery.alert_id').whereRef('delivery.alert_id', '=', 'outbox.id')

/** What `statusOf` says, as a condition. */
export const inStatus =
  (status: AlertStatus) =>
  (eb: OutboxBuilder): Condition => {
    const any = eb.exists(ofAlert(eb))
    const arrived = eb.exists(ofAlert(eb).where('delivery.delivered_at', 'is not', null))
    const missing = eb.exists(ofAlert(eb).where('delivery.delivered_at', 'is', null))
    const waiting = eb.exists(
      ofAlert(eb).where('delivery.delivered_at', 'is', null).where('delivery.status', '=', 'waiting'),
    )
    switch (status) {
      case 'no-endpoint':
        return eb.and([eb.not(any)])
      case 'delivered':
        return eb.and([any, eb.not(missing)])
      case 'partly':
        return eb.and([arrived, missing])
      case 'waiting':
        return eb.and([waiting, eb.not(arrived)])
      case 'given-up':
        return eb.and([any, eb.not(arrived), eb.not(waiting)])
    }
  }

/** How far an alert has come, over all endpoints it goes to. What was delivered stays so while it is sent again. */
export const statusOf = (
  deliveries: readonly { readonly status: DeliveryStatus; readonly deliveredAt: string | null }[],
): AlertStatus => {
  if (deliveries.length === 0) return 'no-endpoint'
  const arrived = deliveries.filter(({ deliveredAt }) => deliveredAt !== null).length
  if (arrived > 0) return arrived === deliveries.length ? 'delivered' : 'partly'
  return deliveries.some(({ status }) => status === 'waiting') ? 'waiting' : 'given-up'
}

/** Alerts of cases that are seen; a district's own alone. */
export const alertWithin =
  (wall: Wall) =>
  (eb: OutboxBuilder): Condition => {
    if (wall.kind === 'none') return eb.and([])
    const seen = eb.selectFrom('cases').select('cases.id').where(withinWall(wall, 'cases'))
    const isSeen = eb('outbox.case_id', 'in', seen)
    return eb.and(wall.kind === 'district' ? [isSeen, eb('outbox.district_code', '=', wall.code)] : [isSeen])
  }

/** Alerts that have not arrived wherever they are to go, and are not given up there. */
export const countWaiting = async (db: Db, wall: Wall): Promise<number> => {
  const row = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where(alertWithin(wall))
    .where(eb =>
      eb.or([
        eb.not(eb.exists(ofAlert(eb))),
        eb.exists(
          ofAlert(eb).where('delivery.delivered_at', 'is', null).where('delivery.status', '=', 'waiting'),
        ),
      ]),
    )
    .executeTakeFirst()
  return Number(row?.n)
}
