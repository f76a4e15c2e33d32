import type { Account } from '../../schemas/account.ts'
import type { EndpointOffReason } from '../../schemas/endpoint.ts'
import { refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { noteEndpointEvent, recordEndpointDeed } from './endpoint-deed.ts'
import { type EndpointRow, endpointOf, findEndpoint } from './endpoint-view.ts'
import { type EndpointResult, noEndpoint } from './set-endpoints.ts'
import { beginAnew, takeUpStranded } from './take-up.ts'

/** For so long nothing reaches an endpoint before people are told, ms: 5 days */
export const WARN_AFTER_MS = 5 * 86_400_000
/** For so long in all before it is switched off, ms: 10 days, and never sooner than 5 days after the warning */
export const OFF_AFTER_MS = 10 * 86_400_000

interface Switching {
  readonly id: string
  readonly reason: string
}

/** Switches an endpoint off: what it wants waits from now on. */
export const switchOff = async (
  trx: Db,
  { id, reason }: Switching,
  actor: Pick<Account, 'name'>,
  nowMs: number,
): Promise<EndpointResult> => {
  const row = await findEndpoint(trx, id)
  if (!row) return { refused: noEndpoint(id) }
  if (row.state === 'off') return { refused: refusal('wrong-state', `${id} is off already.`) }
  const off = await putOff(trx, row, 'person', { actor: actor.name, nowMs, reason })
  return { endpoint: endpointOf(off, nowMs) }
}

/** Switches an endpoint on again: what waits there, or was given up, goes out at once. */
export const switchOn = async (
  trx: Db,
  { id, reason }: Switching,
  actor: Pick<Account, 'name'>,
  nowMs: number,
): Promise<EndpointResult> => {
  const row = await findEndpoint(trx, id)
  if (!row) return { refused: noEndpoint(id) }
  if (row.state !== 'off') return { refused: refusal('wrong-state', `${id} is on: there is nothing to do.`) }
  const columns = { state: 'on', off_reason: '', failing_since: null, warned_at: null } as const
  await trx.updateTable('endpoint').set(columns).where('id', '=', id).execute()
  await beginAnew(trx, row, nowMs)
  const takenUp = await takeUpStranded(trx, { ...row, ...columns }, nowMs)
  await recordEndpointDeed(trx, row, { what: 'on', actor: actor.name, nowMs, reason, detail: { takenUp } })
  return { endpoint: endpointOf({ ...row, ...columns }, nowMs) }
}

/** Switches an endpoint off that answered 410: it is gone for good. Under the lock "cases". */
export const putOffGone = async (trx: Db, endpointId: string, nowMs: number): Promise<void> => {
  const row = await findEndpoint(trx, endpointId)
  if (row && row.state !== 'off') await putOff(trx, row, 'gone', { actor: 'system', nowMs })
}

/** What was done with an endpoint by the clock. */
export interface FollowedEndpoint {
  readonly endpointId: string
  readonly districtCode: string
  readonly what: 'warned' | 'off'
}

/** Whether an endpoint has failed for so long that something is to be done. */
export const endpointsWait = async (db: Db, nowMs: number): Promise<boolean> =>
  (await failing(db, nowMs).limit(1).executeTakeFirst()) !== undefined

/**
 * Warns of endpoints that nothing reached for five days, and switches off those that nothing reached for ten, five days
 * after the warning at the soonest: while the service itself was away nobody could heed it. Under the lock "cases".
 */
export const followEndpoints = async (trx: Db, nowMs: number): Promise<FollowedEndpoint[]> => {
  const done: FollowedEndpoint[] = []
  for (const row of await failing(trx, nowMs).orderBy('id').execute()) {
    const what = row.state === 'on' ? 'warned' : 'off'
    if (what === 'off') await putOff(trx, row, 'failing', { actor: 'system', nowMs })
    else await warn(trx, row, nowMs)
    done.push({ endpointId: row.id, districtCode: row.district_code, what })
  }
  return done
}

const failing = (db: Db, nowMs: number) =>
  db
    .selectFrom('endpoint')
    .selectAll()
    .where(({ or, and, eb }) =>
      or([
        and([eb('state', '=', 'on'), eb('failing_since', '<=', nowMs - WARN_AFTER_MS)]),
        and([
          eb('state', '=', 'warned'),
          eb('failing_since', '<=', nowMs - OFF_AFTER_MS),
          eb('warned_at', '<=', nowMs - (OFF_AFTER_MS - WARN_AFTER_MS)),
        ]),
      ]),
    )

const warn = async (trx: Db, row: EndpointRow, nowMs: number): Promise<void> => {
  await trx
    .updateTable('endpoint')
    .set({ state: 'warned', warned_at: nowMs })
    .where('id', '=', row.id)
    .execute()
  const detail = { failingSince: new Date(row.failing_since!).toISOString() }
  await recordEndpointDeed(trx, row, { what: 'warn', actor: 'system', nowMs, detail })
  await noteEndpointEvent(trx, 'endpoint.warned', row, nowMs)
}

const putOff = async (
  trx: Db,
  row: EndpointRow,
  why: EndpointOffReason,
  deed: { readonly actor: string; readonly nowMs: number; readonly reason?: string },
): Promise<EndpointRow> => {
  const columns = { state: 'off', off_reason: why } as const
  await trx.updateTable('endpoint').set(columns).where('id', '=', row.id).execute()
  const off: EndpointRow = { ...row, ...columns }
  await recordEndpointDeed(trx, row, { ...deed, what: 'off', detail: { why } })
  await noteEndpointEvent(trx, 'endpoint.off', off, deed.nowMs)
  return off
}
