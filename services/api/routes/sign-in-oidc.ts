import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ProblemError } from '../../../schemas/problem.ts'
import type { FrontDoor } from '../../accounts/index.ts'
import {
  type Began,
  IdentityAway,
  type IdentityProvider,
  IdentityRefusal,
} from '../../adapters/identity/index.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { isSecure } from '../session-cookie.ts'
import { sendPage } from './pages.ts'
import { OPEN, welcome } from './sign-in.ts'

const BEGAN_COOKIE = 'dianshao_oidc'
const BEGAN_SECONDS = 600

/** What the identity provider answers; what is missing or wrong of it, its client tells. */
const AnyQuery = z.looseObject({
  code: z.string().optional().describe('What the identity provider hands out once'),
  state: z.string().optional().describe('What it was given when the sign-in began'),
})

const Kept = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() })

/** Sign-in by an identity provider, where one is configured. Nobody gets an account by it. */
export const signInByIdentityRoutes = (api: Api, deps: ApiDeps, door: FrontDoor): void => {
  const { publicUrl, identity } = deps.signIn
  // Lax: the browser comes back from another site.
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(publicUrl) } as const
  const withProvider = async <T>(work: (provider: IdentityProvider) => Promise<T>): Promise<T> => {
    if (!identity)
      throw new ProblemError(
        'not-found',
        'No identity provider is configured: sign in with name and password.',
      )
    return work(identity).catch(error => {
      if (error instanceof Error) api.log.warn(`Sign-in by the identity provider: ${error.message}`)
      throw problemOf(error)
    })
  }
  api.get(
    '/v1/sign-in/oidc',
    { schema: { ...OPEN, summary: 'Sign in by the identity provider: sends the browser there' } },
    async (_request, reply) => {
      const { url, began } = await withProvider(provider => provider.begin())
      reply.setCookie(BEGAN_COOKIE, JSON.stringify(began), { ...cookie, maxAge: BEGAN_SECONDS })
      return reply.redirect(url)
    },
  )
  api.get(
    '/v1/sign-in/oidc/callback',
    {
      schema: {
        ...OPEN,
        summary: 'Where the identity provider sends the browser back to',
        querystring: AnyQuery,
      },
    },
    async (request, reply) => {
      const began = beganIn(request)
      reply.clearCookie(BEGAN_COOKIE, cookie)
      const subject = await withProvider(provider => provider.finish(queryOf(request), began))
      welcome(reply, await door.bySubject(subject), deps)
      return goHome(reply)
    },
  )
}

/**
 * By a page of ours and not by a redirect: a chain of redirects that another site began carries no cookie that is
 * SameSite=Strict, so that the first page would be shown to nobody.
 */
const goHome = (reply: FastifyReply): FastifyReply => sendPage(reply, 'signed-in.html')

const queryOf = ({ url }: FastifyRequest): string => url.slice(url.indexOf('?') + 1)

const beganIn = (request: FastifyRequest): Began => {
  try {
    return Kept.parse(JSON.parse(request.cookies[BEGAN_COOKIE] ?? ''))
  } catch {
    throw new ProblemError(
      'unauthenticated',
      'This sign-in began elsewhere, or more than ten minutes ago: begin again.',
    )
  }
}

const problemOf = (error: unknown): unknown => {
  if (error instanceof IdentityAway) {
    return new ProblemError(
      'busy',
      'The identity provider does not answer: try again, or sign in with name and password.',
    )
  }
  if (error instanceof IdentityRefusal) {
    return new ProblemError(
      'unauthenticated',
      'The identity provider did not vouch for this sign-in: begin again.',
    )
  }
  return error
}
