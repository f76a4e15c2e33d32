import { randomUUID } from 'node:crypto'
import type { Account } from '../../schemas/account.ts'
import type { EndpointTest } from '../../schemas/endpoint.ts'
import type { Refusal } from '../../schemas/problem.ts'
import type { Post } from '../adapters/http/port.ts'
import type { Db } from '../adapters/store/index.ts'
import { composeTest } from './compose-test.ts'
import { deliver, isDelivered } from './deliver.ts'
import { secretsOf } from './due-alerts.ts'
import { recordEndpointDeed } from './endpoint-deed.ts'
import { findEndpoint } from './endpoint-view.ts'
import { noEndpoint } from './set-endpoints.ts'

/**
 * Sends a message of no case to an endpoint now, signed as alerts are, whether it is on or off. Answers what came back;
 * undefined when there is no such endpoint. Rejects for nothing the endpoint does.
 */
export const tryEndpoint = async (
  db: Db,
  post: Post,
  id: string,
  nowMs: () => number,
): Promise<EndpointTest | undefined> => {
  const row = await findEndpoint(db, id)
  if (!row) return undefined
  const webhookId = `msg_test_${randomUUID()}`
  const message = composeTest(id, row.district_code, nowMs())
  const at = message.timestamp
  const { attempt } = await deliver(
    post,
    {
      ...{ alertId: webhookId, endpointId: id, body: JSON.stringify(message), url: row.url },
      ...{ secrets: secretsOf(row, nowMs()), attempts: 0, tries: 0, firstAttemptAtMs: null },
    },
    nowMs,
  )
  const { status, error, durationMs } = attempt
  return { webhookId, at, status, error, durationMs, ok: isDelivered(status) }
}

/** Puts on record that somebody tried an endpoint, and what came back. */
export const noteTest = async (
  trx: Db,
  { id, test }: { readonly id: string; readonly test: EndpointTest },
  actor: Pick<Account, 'name'>,
  nowMs: number,
): Promise<{ readonly noted: true } | { readonly refused: Refusal }> => {
  const row = await findEndpoint(trx, id)
  if (!row) return { refused: noEndpoint(id) }
  await recordEndpointDeed(trx, row, { what: 'test', actor: actor.name, nowMs, detail: { ...test } })
  return { noted: true }
}
