import type { FastifyRequest } from 'fastify'
import { accountAsking } from './authenticate.ts'
import type { ApiDeps } from './deps.ts'
import { RefusedError } from './refused.ts'

const WRITTEN_EVERY_MS = 60_000

/**
 * Puts refused attempts on record before they are answered. The same of one person at one route is written once a
 * minute at most; what comes between is counted and told with the next, so that nobody fills the disk.
 */
export const recordRefused = ({ engine, nowMs }: Pick<ApiDeps, 'engine' | 'nowMs'>) => {
  const last = new Map<string, { atMs: number; unwritten: number }>()
  return async (request: FastifyRequest, _reply: unknown, error: Error): Promise<void> => {
    if (!(error instanceof RefusedError)) return
    const actor = accountAsking(request).name
    const attempted = `${request.method} ${request.routeOptions.url}`
    const key = JSON.stringify([actor, attempted, error.code])
    const before = last.get(key)
    if (before && nowMs() - before.atMs < WRITTEN_EVERY_MS) {
      before.unwritten++
      return
    }
    last.set(key, { atMs: nowMs(), unwritten: 0 })
    const { code, id } = error
    await engine.noteRefused({ actor, attempted, code, id, unwritten: before?.unwritten ?? 0 })
  }
}
