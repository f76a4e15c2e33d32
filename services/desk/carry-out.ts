import { createHash } from 'node:crypto'
import type { Account } from '../../schemas/account.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import { seesCase, wallOf } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { recordDeed } from '../cases/index.ts'
import type { Refused, Sitting } from './command.ts'
import { type AnswerOf, type BodyOf, type CommandName, HANDLERS } from './handlers.ts'

/** A command of somebody. With a `key` of the client it is carried out once, and answered the same again. */
export interface Order<N extends CommandName = CommandName> {
  readonly name: N
  readonly body: BodyOf<N>
  readonly actor: Account
  readonly key?: string | undefined
}

/**
 * The one door of every command of a person: answered from before when its key was used, refused when its case stands
 * behind a wall, else carried out, and put on record either way. Under the lock "cases".
 */
export const carryOut = async <N extends CommandName>(
  trx: Db,
  order: Order<N>,
  sitting: Omit<Sitting, 'actor'>,
): Promise<AnswerOf<N> | Refused> => {
  const { name, body, actor, key }: Order<N> = order
  const fingerprint = fingerprintOf(name, body)
  const before = key === undefined ? undefined : await answerBefore(trx, actor.name, key)
  if (before && before.fingerprint === fingerprint) return JSON.parse(before.answer) as AnswerOf<N>
  const handle = HANDLERS[name] as (
    trx: Db,
    body: BodyOf<N>,
    sitting: Sitting,
  ) => Promise<AnswerOf<N> | Refused>
  const closed = before ? REUSED : await behindWall(trx, body, actor)
  const answer = closed ? { refused: closed } : await handle(trx, body, { ...sitting, actor })
  if ('refused' in answer) await recordRefusal(trx, order, answer.refused, sitting.nowMs)
  if (key !== undefined && !before) {
    const row = { account: actor.name, key, fingerprint, answer: JSON.stringify(answer), at: sitting.nowMs }
    await trx.insertInto('done_command').values(row).execute()
  }
  return answer
}

const REUSED = refusal(
  'key-reused',
  'This Idempotency-Key was used for another request: take a new one for each request.',
)

const answerBefore = (trx: Db, account: string, key: string) =>
  trx
    .selectFrom('done_command')
    .select(['fingerprint', 'answer'])
    .where('account', '=', account)
    .where('key', '=', key)
    .executeTakeFirst()

const behindWall = async (trx: Db, body: object, actor: Account): Promise<Refusal | undefined> => {
  const { caseId } = body as { caseId?: unknown }
  if (typeof caseId !== 'string' || (await seesCase(trx, wallOf(actor), caseId))) return undefined
  return refusal('not-found', `There is no case ${caseId}.`)
}

/** Of what is asked; the bytes of a file are told by their hash, which stands beside them. */
const fingerprintOf = (name: string, body: object): string =>
  createHash('sha256')
    .update(JSON.stringify([name, body], (_key, value) => (ArrayBuffer.isView(value) ? null : value)))
    .digest('hex')

/** An attempt is on record in the chain of its case; where there is none, or it stands behind a wall, in the desk's. */
const recordRefusal = async (trx: Db, { name, body, actor }: Order, { code }: Refusal, nowMs: number) => {
  const { caseId, reason = '', action, ...more } = body as Record<string, unknown>
  const attempted = typeof action === 'string' ? action : name
  const deed = {
    atMs: nowMs,
    actor: actor.name,
    action: 'refused' as const,
    reason: String(reason),
    detail: { attempted, code, ...plainOf(more) },
  }
  const state = await stateSeen(trx, caseId, actor)
  if (state === undefined) {
    const detail = caseId === undefined ? deed.detail : { ...deed.detail, caseId }
    await appendLink(trx, { ...deed, detail, chainId: DESK_CHAIN })
  } else await recordDeed(trx, { ...deed, caseId: caseId as string, from: state, to: state })
}

const stateSeen = async (trx: Db, caseId: unknown, actor: Account) => {
  if (typeof caseId !== 'string' || !(await seesCase(trx, wallOf(actor), caseId))) return undefined
  const row = await trx.selectFrom('cases').select('state').where('id', '=', caseId).executeTakeFirstOrThrow()
  return row.state
}

/** What was asked, without bytes and without secrets. */
const plainOf = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([key, value]) => value !== undefined && !ArrayBuffer.isView(value) && !SECRETS.has(key),
    ),
  )

const SECRETS: ReadonlySet<string> = new Set(['password', 'secret', 'token', 'tokenHash', 'passwordHash'])
