import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { ProblemError } from '../../../schemas/problem.ts'
import type { Api } from '../deps.ts'

const BUILT = join(import.meta.dirname, '..', '..', 'console', 'dist')
const NONCE = '__CSP_NONCE__'
const NONCE_BYTES = 18
const YEAR_S = 31_536_000

/** Nothing from elsewhere; scripts from files alone, styles besides by the nonce of the page that brings them. */
const policyOf = (nonce: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')

/** The console: its files as they were built, and one page for every address in it. */
export const consoleRoutes = async (api: Api): Promise<void> => {
  const hidden = { schema: { hide: true } }
  api.get('/', hidden, (_request, reply) => reply.redirect('/console/'))
  if (!existsSync(join(BUILT, 'index.html'))) {
    api.get('/console/*', hidden, () => {
      throw new ProblemError(
        'not-found',
        'The console is not built here: run "npm run console", then start again.',
      )
    })
    return
  }
  const page = readFileSync(join(BUILT, 'index.html'), 'utf8')
  await api.register(fastifyStatic, {
    root: join(BUILT, 'assets'),
    prefix: '/console/assets/',
    // Their names hold a digest of their content.
    maxAge: YEAR_S * 1000,
    immutable: true,
    preCompressed: true,
    index: false,
    decorateReply: false,
  })
  api.get('/console/*', hidden, (_request, reply) => {
    const nonce = randomBytes(NONCE_BYTES).toString('base64')
    return reply
      .headers({
        'content-security-policy': policyOf(nonce),
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      })
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE, nonce))
  })
}
