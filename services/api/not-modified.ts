import { createHash } from 'node:crypto'
import type { preHandlerAsyncHookHandler } from 'fastify'
import { dayOf } from '../../schemas/day.ts'
import { versionOf } from '../tiers/index.ts'
import { accountAsking } from './authenticate.ts'
import type { ApiDeps } from './deps.ts'

/**
 * Answers 304 to who has the answer already (If-None-Match, RFC 9110 13.1.2). The tag is strong: it is made of what
 * answers of prices are made from, of the question, of today, and of what who asks may see.
 */
export const notModified =
  ({ db, nowMs }: Pick<ApiDeps, 'db' | 'nowMs'>): preHandlerAsyncHookHandler =>
  async (request, reply) => {
    const { role, supplyUnits, districtCode, department } = accountAsking(request)
    // Before the answer is made: one that changes meanwhile is asked for again.
    const made = [
      await versionOf(db),
      dayOf(nowMs()),
      request.url,
      role,
      supplyUnits,
      districtCode,
      department,
    ]
    const digest = createHash('sha256').update(JSON.stringify(made)).digest('base64url')
    const tag = `"${digest.slice(0, 32)}"`
    reply.header('etag', tag).header('cache-control', 'private, no-cache')
    if (holds(request.headers['if-none-match'], tag)) return reply.code(304).send()
  }

/** Whether a tag is among those that were sent; the weak comparison. */
const holds = (sent: string | undefined, tag: string): boolean =>
  sent !== undefined &&
  (sent.trim() === '*' || sent.split(',').some(one => one.trim().replace(/^W\//, '') === tag))
