import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { Endpoint, EndpointHealth, EndpointState } from '../../schemas/endpoint.ts'
import { NO_WALL, type Wall } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { alertWithin } from './alert-status.ts'
import { asAttempt } from './attempts.ts'
import { endpointOf, endpointTold, endpointWithin, isoText, toldTo } from './endpoint-view.ts'

const ATTEMPTS_SHOWN = 20

export interface EndpointsAsked {
  /** Only those that are seen from behind it; all unless told */
  readonly wall?: Wall
  readonly district?: string | undefined
  readonly state?: EndpointState | undefined
  /** Id of the last endpoint of the page before */
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of endpoints in the order they were made, without their secrets. */
export const listEndpoints = async (
  db: Db,
  { wall = NO_WALL, district, state, after, limit }: EndpointsAsked,
  nowMs: number,
): Promise<Endpoint[]> => {
  let query = db.selectFrom('endpoint').selectAll().where(endpointWithin(wall)).orderBy('id').limit(limit)
  if (district !== undefined) query = query.where('district_code', '=', district)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(row => endpointOf(row, nowMs)).map(endpointTold(wall))
}

/** An endpoint and how it fares; undefined when there is none, or it is not seen. */
export const showEndpoint = async (
  db: Db,
  wall: Wall,
  id: string,
  nowMs: number,
): Promise<EndpointHealth | undefined> => {
  const row = await db
    .selectFrom('endpoint')
    .selectAll()
    .where('id', '=', id)
    .where(endpointWithin(wall))
    .executeTakeFirst()
  if (!row) return undefined
  // Of alerts that are not seen neither how many there are.
  const isSeen = seenAlerts(wall)
  const ofIt = db.selectFrom('delivery').where('endpoint_id', '=', id).where(isSeen)
  const waiting = await ofIt
    .innerJoin('outbox', 'outbox.id', 'delivery.alert_id')
    .select(({ fn }) => [
      fn.countAll<number>().as('n'),
      fn.min<number | null>('outbox.created_at').as('oldest'),
    ])
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow()
  const { n: givenUp } = await ofIt
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('status', '=', 'given-up')
    .executeTakeFirstOrThrow()
  const attempts = await db
    .selectFrom('attempt')
    .selectAll()
    .where('endpoint_id', '=', id)
    .where(isSeen)
    .orderBy('at', 'desc')
    .orderBy('alert_id')
    .orderBy('number', 'desc')
    .limit(ATTEMPTS_SHOWN)
    .execute()
  return {
    endpoint: endpointTold(wall)(endpointOf(row, nowMs)),
    waiting: Number(waiting.n),
    oldestWaitingAt: waiting.oldest === null ? null : isoText(Number(waiting.oldest)),
    givenUp: Number(givenUp),
    attempts: attempts.map(asAttempt).map(toldTo(wall)),
  }
}

/** Of rows that name an alert those of alerts that are seen. */
const seenAlerts =
  (wall: Wall) =>
  <T extends 'delivery' | 'attempt'>(
    eb: ExpressionBuilder<Tables, T>,
  ): ExpressionWrapper<Tables, T, SqlBool> => {
    if (wall.kind === 'none') return eb.and([])
    const on = eb as unknown as ExpressionBuilder<Tables, 'delivery'>
    const seen = on.selectFrom('outbox').select('outbox.id').where(alertWithin(wall))
    return on.and([on('alert_id', 'in', seen)]) as unknown as ExpressionWrapper<Tables, T, SqlBool>
  }
