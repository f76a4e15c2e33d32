import type { Account } from '../../schemas/account.ts'
import type { ReplayRange } from '../../schemas/endpoint.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { inOrder, resendDeliveries } from './deliveries.ts'
import { recordEndpointDeed } from './endpoint-deed.ts'
import { type EndpointRow, findEndpoint } from './endpoint-view.ts'
import { messageOf } from './message.ts'
import { noEndpoint } from './set-endpoints.ts'
import { isWanted, wishesOf } from './wishes.ts'

/** Alerts that one replay sends at most */
export const MOST_REPLAYED = 10_000
/** How far back a replay reaches, ms: 90 days */
const REPLAYED_WITHIN_MS = 90 * 86_400_000

export type ResendResult = { readonly deliveries: number } | { readonly refused: Refusal }

export interface Resending {
  readonly alertId: string
  /** Every endpoint it goes to unless told */
  readonly endpointId?: string | undefined
  readonly reason: string
}

/** Has one alert sent again under its own id, to one endpoint or to all it goes to. */
export const resendAlert = async (
  trx: Db,
  { alertId, endpointId, reason }: Resending,
  actor: Pick<Account, 'name'>,
  nowMs: number,
): Promise<ResendResult> => {
  const alert = await trx
    .selectFrom('outbox')
    .select(['id', 'case_id', 'district_code', 'department', 'type', 'level', 'signatures'])
    .where('id', '=', alertId)
    .executeTakeFirst()
  if (!alert) return { refused: refusal('not-found', `There is no alert ${alertId}.`) }
  const endpoints = await trx
    .selectFrom('endpoint')
    .selectAll()
    .where('district_code', '=', alert.district_code)
    .orderBy('id')
    .execute()
  const message = messageOf(alert)
  // A filter only says what is sent by itself; whose case it is says what may be sent at all.
  const wanting = endpoints.filter(row =>
    endpointId === undefined ? isWanted(message, wishesOf(row)) : row.id === endpointId && isOf(row, message),
  )
  const refused = whyNotResent(wanting, endpointId)
  if (refused) return { refused }
  const going = wanting.filter(({ state }) => state !== 'off')
  await resendDeliveries(
    trx,
    going.map(({ id }) => ({ alertId, endpointId: id })),
    nowMs,
  )
  await appendLink(trx, {
    ...{ chainId: DESK_CHAIN, atMs: nowMs, actor: actor.name, action: 'resend', reason },
    detail: { alert: alertId, caseId: alert.case_id, endpoints: going.map(({ id }) => id) },
  })
  return { deliveries: going.length }
}

const isOf = ({ department }: EndpointRow, message: { readonly department: string }): boolean =>
  department === '' || department === message.department

const whyNotResent = (
  wanting: readonly EndpointRow[],
  endpointId: string | undefined,
): Refusal | undefined => {
  if (wanting.length === 0) {
    const where =
      endpointId === undefined ? 'There is no endpoint it goes to' : `It does not go to ${endpointId}`
    return refusal('wrong-state', `${where}: make one of its district, or name another.`)
  }
  return wanting.every(({ state }) => state === 'off')
    ? refusal('wrong-state', `${wanting.map(({ id }) => id).join(', ')} is off: switch it on first.`)
    : undefined
}

/** Has every alert of a time that an endpoint wants sent there again, under their own ids. */
export const replayAlerts = async (
  trx: Db,
  { id, from, to, reason }: ReplayRange & { readonly id: string },
  actor: Pick<Account, 'name'>,
  nowMs: number,
): Promise<ResendResult> => {
  const row = await findEndpoint(trx, id)
  if (!row) return { refused: noEndpoint(id) }
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)]
  const refused = whyNotReplayed(row, fromMs, toMs, nowMs)
  if (refused) return { refused }
  const alerts = await trx
    .selectFrom('outbox')
    .select(['id', 'department', 'type', 'level', 'signatures'])
    .where('district_code', '=', row.district_code)
    .where('created_at', '>=', fromMs)
    .where('created_at', '<', toMs)
    .orderBy('created_at')
    .limit(MOST_REPLAYED + 1)
    .execute()
  if (alerts.length > MOST_REPLAYED) {
    const most = `At most ${MOST_REPLAYED} alerts are sent again at once: choose a shorter time.`
    return { refused: refusal('bad-request', most) }
  }
  const wishes = wishesOf(row)
  const wanted = alerts.filter(alert => isWanted(messageOf(alert), wishes))
  const keys = wanted.map(alert => ({ alertId: alert.id, endpointId: id }))
  await resendDeliveries(trx, inOrder(keys, nowMs), nowMs)
  const detail = { from, to, deliveries: wanted.length }
  await recordEndpointDeed(trx, row, { what: 'replay', actor: actor.name, nowMs, reason, detail })
  return { deliveries: wanted.length }
}

const whyNotReplayed = (
  { id, state }: EndpointRow,
  fromMs: number,
  toMs: number,
  nowMs: number,
): Refusal | undefined => {
  if (state === 'off') return refusal('wrong-state', `${id} is off: switch it on first.`)
  if (fromMs >= toMs) return refusal('bad-request', '"to" must lie after "from".')
  return fromMs < nowMs - REPLAYED_WITHIN_MS
    ? refusal('bad-request', '"from" lies more than 90 days back: choose a later one.')
    : undefined
}
