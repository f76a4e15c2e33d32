import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../../schemas/problem.ts'

/**
 * A browser sends its cookie with what other pages make it send, too. Throws ProblemError `forbidden` unless it says
 * that the request comes from a page of ours: by Sec-Fetch-Site, or before that by Origin.
 */
export const requireOwnPage = (request: FastifyRequest, publicUrl: string | undefined): void => {
  if (isFromOwnPage(request, publicUrl)) return
  throw new ProblemError(
    'forbidden',
    'A session may change something only from a page of this service: send its Origin, or use a token.',
  )
}

/** The same of a request without cookie, which may come from no page at all. */
export const refuseOtherPages = (request: FastifyRequest, publicUrl: string | undefined): void => {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (origin !== undefined || site !== undefined) requireOwnPage(request, publicUrl)
}

const isFromOwnPage = ({ headers }: FastifyRequest, publicUrl: string | undefined): boolean => {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin, host } = headers
  if (origin === undefined || !URL.canParse(origin)) return false
  const asked = new URL(origin)
  const own = [publicUrl, `${asked.protocol}//${host}`]
  return own.some(url => url !== undefined && URL.canParse(url) && new URL(url).origin === asked.origin)
}
