import type { Post, PostAnswer } from '../adapters/http/port.ts'
import type { DueAlert } from './due-alerts.ts'
import type { DeliveryResult, MadeAttempt } from './record-attempt.ts'
import { nextAttemptAtMs } from './retry-delay.ts'
import { signedHeaders } from './sign.ts'

/** The receiver is gone for good: https://www.standardwebhooks.com */
const GONE = 410

/** Makes one attempt and says what becomes of the delivery. Never rejects for what the endpoint does. */
export const deliver = async (post: Post, alert: DueAlert, nowMs: () => number): Promise<DeliveryResult> => {
  const atMs = nowMs()
  const headers = signedHeaders(alert.secrets, alert.alertId, atMs, alert.body)
  const { answer, error } = await askEndpoint(post, alert, headers)
  const attempt: MadeAttempt = {
    number: alert.attempts + 1,
    atMs,
    url: alert.url,
    status: answer?.status ?? null,
    error,
    durationMs: Math.max(0, Math.round(nowMs() - atMs)),
  }
  return resultOf(alert, attempt, answer?.retryAfter ?? null)
}

const askEndpoint = async (
  post: Post,
  alert: DueAlert,
  headers: Record<string, string>,
): Promise<{ answer: PostAnswer | null; error: string | null }> => {
  try {
    return { answer: await post(alert.url, headers, alert.body), error: null }
  } catch (error) {
    return { answer: null, error: error instanceof Error ? error.message : String(error) }
  }
}

/** Only 2xx is success. A redirect is a failure like any other: it is never followed. */
const resultOf = (
  { alertId, endpointId, tries, firstAttemptAtMs }: DueAlert,
  attempt: MadeAttempt,
  retryAfter: string | null,
): DeliveryResult => {
  const made = { alertId, endpointId, attempt }
  if (isDelivered(attempt.status)) return { ...made, status: 'delivered' }
  const isGone = attempt.status === GONE
  const nextMs = nextAttemptAtMs({
    alertId,
    attempts: tries + 1,
    firstAttemptAtMs: firstAttemptAtMs ?? attempt.atMs,
    nowMs: attempt.atMs + attempt.durationMs,
    retryAfter,
  })
  return isGone || nextMs === null
    ? { ...made, status: 'given-up', isGone }
    : { ...made, status: 'waiting', nextAttemptAtMs: nextMs }
}

/** Whether an endpoint took what it was sent, by its answer. */
export const isDelivered = (status: number | null): boolean =>
  status !== null && status >= 200 && status < 300
