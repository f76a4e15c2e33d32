import { createHash } from 'node:crypto'
import type { Account } from '../../schemas/account.ts'
import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { HandOver, HandOverBody, HandOverFile } from '../../schemas/hand-over.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, canonical, DESK_CHAIN } from '../audit/index.ts'
import { compose } from './compose.ts'
import { csvBytes } from './csv.ts'
import { gather } from './gather.ts'
import { signingKey } from './keys.ts'
import { handOverOf } from './queries.ts'
import { signDetached } from './signature.ts'
import { keepTold } from './told.ts'

const DAYS_AT_MOST = 366

export type HandOverResult = { readonly handOver: HandOver } | { readonly refused: Refusal }

/**
 * Makes the list for the billing of the grid company: what is released by now and holds, begins or ends in the period,
 * marked by what changed since it was handed over last. Its bytes are kept and signed.
 */
export const makeHandOver = async (
  trx: Db,
  { from, to }: HandOverBody,
  actor: Account,
  nowMs: number,
): Promise<HandOverResult> => {
  const span = { from: parseDay(from), to: parseDay(to) }
  const refused = spanFault(span)
  if (refused) return { refused }
  const previous = await lastHandOver(trx)
  const { lines, withheld } = compose(await gather(trx, span), span)
  const file: HandOverFile = {
    format: 'dianshao-hand-over-1',
    id: nextId(previous?.id),
    ...{ from, to, timeZone: 'Asia/Shanghai', madeAt: new Date(nowMs).toISOString(), madeBy: actor.name },
    previous: previous ? { id: previous.id, sha256: previous.json_sha256 } : null,
    ...{ lines: [...lines], withheld: [...withheld] },
  }
  const json = Buffer.from(canonical(file))
  const csv = await csvBytes(lines)
  const key = await signingKey(trx, actor, nowMs)
  const row = {
    ...{ id: file.id, made_at: nowMs, made_by: actor.name, from_day: span.from, to_day: span.to },
    ...{ lines: lines.length, withheld: withheld.length, previous: previous?.id ?? null, key_id: key.id },
    ...{ json_sha256: sha256(json), csv_sha256: sha256(csv) },
  }
  const kept = { json, json_signature: await signDetached(json, key) }
  const keptCsv = { csv, csv_signature: await signDetached(csv, key) }
  await trx
    .insertInto('hand_over')
    .values({ ...row, ...kept, ...keptCsv })
    .execute()
  await keepTold(trx, row.id, lines)
  await appendLink(trx, {
    chainId: DESK_CHAIN,
    atMs: nowMs,
    actor: actor.name,
    action: 'hand-over',
    detail: {
      ...{ handOver: row.id, from, to, lines: row.lines, withheld: row.withheld, keyId: key.id },
      sha256: { json: row.json_sha256, csv: row.csv_sha256 },
    },
  })
  return { handOver: handOverOf({ ...row, received_by: null, received_at: null, sha256: null, note: null }) }
}

const spanFault = ({ from, to }: { from: EpochDay; to: EpochDay }): Refusal | undefined => {
  if (to < from) return refusal('bad-request', 'The last day lies before the first: give "from" before "to".')
  return to - from < DAYS_AT_MOST
    ? undefined
    : refusal('bad-request', `A hand-over is for at most ${DAYS_AT_MOST} days: make more than one.`)
}

const lastHandOver = (trx: Db) =>
  trx.selectFrom('hand_over').select(['id', 'json_sha256']).orderBy('id', 'desc').limit(1).executeTakeFirst()

const nextId = (last: string | undefined): string => {
  const number = Number(last?.slice('hand-over-'.length) ?? 0) + 1
  return `hand-over-${String(number).padStart(6, '0')}`
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
