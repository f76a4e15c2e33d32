import type { Endpoint, EndpointHealth, EndpointState } from '../../schemas/endpoint.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import { NO_WALL, type Wall } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { asAttempt } from './attempts.ts'
import { endpointOf, endpointWithin, isoText, toldTo } from './endpoint-view.ts'

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
  return (await query.execute()).map(row => endpointOf(row, nowMs)).map(toldTo(wall))
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
  const told = toldTo(wall)
  const waiting = await db
    .selectFrom('delivery')
    .innerJoin('outbox', 'outbox.id', 'delivery.alert_id')
    .select(({ fn }) => [
      fn.countAll<number>().as('n'),
      fn.min<number | null>('outbox.created_at').as('oldest'),
    ])
    .where('endpoint_id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow()
  const { n: givenUp } = await db
    .selectFrom('delivery')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('endpoint_id', '=', id)
    .where('status', '=', 'given-up')
    .executeTakeFirstOrThrow()
  const attempts = await db
    .selectFrom('attempt')
    .selectAll()
    .where('endpoint_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('alert_id')
    .orderBy('number', 'desc')
    .limit(ATTEMPTS_SHOWN)
    .execute()
  return {
    endpoint: told(endpointOf(row, nowMs)),
    waiting: Number(waiting.n),
    oldestWaitingAt: waiting.oldest === null ? null : isoText(Number(waiting.oldest)),
    givenUp: Number(givenUp),
    attempts: attempts.map(asAttempt).map(told),
  }
}

/** What somebody should know of: endpoints that nothing reaches, or that are off while alerts wait for them. */
export const endpointNotices = async (db: Db): Promise<BothLanguages[]> => {
  const rows = await db
    .selectFrom('endpoint')
    .select(['id', 'district_code', 'state', 'off_reason', 'failing_since'])
    .where(({ or, eb }) => or([eb('state', '=', 'warned'), eb('off_reason', 'in', ['gone', 'failing'])]))
    .orderBy('id')
    .execute()
  return rows.map(({ id, district_code, state, off_reason, failing_since }) => {
    const since = failing_since === null ? '' : new Date(failing_since).toISOString()
    if (state === 'warned') {
      return {
        zh: `接收端 ${id}（${district_code}）自 ${since} 起无一送达，满十天将停用：请联系对方。`,
        en: `Nothing has reached ${id} (${district_code}) since ${since}; after ten days it is switched off: ask whose it is.`,
      }
    }
    const why =
      off_reason === 'gone'
        ? { zh: '对方答复已不存在（410）', en: 'it answered that it is gone (410)' }
        : { zh: '十天无一送达', en: 'nothing reached it for ten days' }
    return {
      zh: `接收端 ${id}（${district_code}）已停用：${why.zh}。请更正地址后重新启用。`,
      en: `${id} (${district_code}) is off: ${why.en}. Set its address right and switch it on again.`,
    }
  })
}
