import type { Account } from '../../schemas/account.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import { seesCase, wallOf } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { recordDeed } from '../cases/index.ts'
import type { Handler, Refused, Sitting } from './command.ts'
import { doneOnLead } from './done-on-lead.ts'
import { SECRETS } from './secrets.ts'

/** What is attempted: a command by its name. */
interface Attempt<Body extends object> {
  readonly name: string
  readonly body: Body
}

/** One attempt of somebody: refused when its case stands behind a wall, else carried out; on record either way. */
export const attempt = async <Body extends object, Answer extends object>(
  trx: Db,
  handle: Handler<Body, Answer>,
  { name, body }: Attempt<Body>,
  sitting: Sitting,
): Promise<Answer | Refused> => {
  const closed =
    (await behindWall(trx, body, sitting.actor)) ?? (await doneOnLead(trx, name, body, sitting.actor))
  const answer = closed ? { refused: closed } : await handle(trx, body, sitting)
  if ('refused' in answer) await recordRefusal(trx, { name, body }, answer.refused, sitting)
  return answer
}

const behindWall = async (trx: Db, body: object, actor: Account): Promise<Refusal | undefined> => {
  const { caseId } = body as { caseId?: unknown }
  if (typeof caseId !== 'string' || (await seesCase(trx, wallOf(actor), caseId))) return undefined
  return refusal('not-found', `There is no case ${caseId}.`)
}

/** An attempt is on record in the chain of its case; where there is none, or it stands behind a wall, in the desk's. */
export const recordRefusal = async (
  trx: Db,
  { name, body }: Attempt<object>,
  { code }: Refusal,
  { actor, nowMs }: Pick<Sitting, 'actor' | 'nowMs'>,
): Promise<void> => {
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

/** Thousands of rows at times: which, the change they would have made says, and of a refused one nobody asks. */
const BULKY: ReadonlySet<string> = new Set(['content'])

/** What was asked, without bytes, rows and secrets. */
const plainOf = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([key, value]) =>
        value !== undefined && !ArrayBuffer.isView(value) && !SECRETS.has(key) && !BULKY.has(key),
    ),
  )
