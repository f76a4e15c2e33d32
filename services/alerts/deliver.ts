import type { Post, PostAnswer } from '../adapters/http/port.ts'
import type { DueAlert } from './due-alerts.ts'
import type { DeliveryResult, MadeAttempt } from './record-attempt.ts'
import { nextAttemptAtMs } from './retry-delay.ts'
import { signedHeaders } from './sign.ts'

/** The receiver is gone for good: https://www.standardwebhooks.com */
const GONE = 410

/** Makes one attempt and says what becomes of the alert. Never rejects for what the endpoint does. */
export const deliver = async (post: Post, alert: DueAlert, nowMs: () => number): Promise<DeliveryResult> => {
  const atMs = nowMs()
  const headers = signedHeaders(alert.secret, alert.id, atMs, alert.body)
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
const resultOf = (alert: DueAlert, attempt: MadeAttempt, retryAfter: string | null): DeliveryResult => {
  const { status } = attempt
  if (status !== null && status >= 200 && status < 300) {
    return { alertId: alert.id, status: 'delivered', attempt }
  }
  const nextMs = nextAttemptAtMs({
    alertId: alert.id,
    attempts: attempt.number,
    firstAttemptAtMs: alert.firstAttemptAtMs ?? attempt.atMs,
    nowMs: attempt.atMs + attempt.durationMs,
    retryAfter,
  })
  return status === GONE || nextMs === null
    ? { alertId: alert.id, status: 'given-up', attempt }
    : { alertId: alert.id, status: 'waiting', attempt, nextAttemptAtMs: nextMs }
}
