import type { FastifyRequest } from 'fastify'
import type { Ability, Account } from '../../schemas/account.ts'
import { ProblemError } from '../../schemas/problem.ts'
import { may } from '../access/index.ts'
import { type Asking, askingBySession, askingByToken } from '../accounts/index.ts'
import type { ApiDeps } from './deps.ts'
import { RefusedError } from './refused.ts'
import { requireOwnPage } from './same-origin.ts'
import { sessionIn } from './session-cookie.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What it takes to ask this; every route behind the sign-in names it */
    ability?: Ability
  }
}

type AuthDeps = Pick<ApiDeps, 'db' | 'nowMs' | 'signIn'>

const askings = new WeakMap<FastifyRequest, Asking>()

/** What only looks; a session may do anything else only from our own pages. */
const LOOKING = ['GET', 'HEAD']

/** Finds out who asks, from the bearer token, else from the session. Throws ProblemError. */
export const authenticate =
  (deps: AuthDeps) =>
  async (request: FastifyRequest): Promise<void> => {
    const asking = await find(deps, request)
    if (!asking) {
      throw new ProblemError(
        'unauthenticated',
        'Send "Authorization: Bearer <token>" with a token of an account, or sign in at /sign-in.',
      )
    }
    if (asking.by === 'session' && !LOOKING.includes(request.method)) {
      requireOwnPage(request, deps.signIn.publicUrl)
    }
    askings.set(request, asking)
  }

const find = async ({ db, nowMs }: AuthDeps, request: FastifyRequest): Promise<Asking | undefined> => {
  const { authorization } = request.headers
  if (authorization === undefined) {
    const secret = sessionIn(request)
    return secret ? askingBySession(db, secret, nowMs()) : undefined
  }
  const [scheme, token] = authorization.split(' ')
  return scheme?.toLowerCase() === 'bearer' && token ? askingByToken(db, token, nowMs()) : undefined
}

/** Lets through who may, by the ability the route names. Throws RefusedError `forbidden`. */
export const authorize = async (request: FastifyRequest): Promise<void> => {
  const { ability } = request.routeOptions.config
  // Nothing stands there: that is said, and not that it is forbidden.
  if (ability === undefined || mayAsking(request, ability)) return
  const { account } = askingOf(request)
  throw new RefusedError(
    'forbidden',
    `This takes the ability ${ability}, which ${may(account, ability) ? 'this token' : `the role ${account.role}`} does not have here.`,
    Object.values(request.params as Record<string, string>).join('/'),
  )
}

/** Who asks, and by what. Only behind `authenticate`. */
export const askingOf = (request: FastifyRequest): Asking => askings.get(request)!

/** Whether who asks may, by role and token. Only behind `authenticate`. */
export const mayAsking = (request: FastifyRequest, ability: Ability): boolean => {
  const { account, abilities } = askingOf(request)
  return may(account, ability, abilities)
}

/** Who asks. Only behind `authenticate`. */
export const accountAsking = (request: FastifyRequest): Account => askingOf(request).account
