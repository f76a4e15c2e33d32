import type { FastifyRequest } from 'fastify'
import type { Ability, Account } from '../../schemas/account.ts'
import { ProblemError } from '../../schemas/problem.ts'
import { may } from '../access/index.ts'
import { type Asking, askingBy } from '../accounts/index.ts'
import type { ApiDeps } from './deps.ts'
import { RefusedError } from './refused.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What it takes to ask this; every route behind the sign-in names it */
    ability?: Ability
  }
}

const asking = new WeakMap<FastifyRequest, Asking>()

/** Finds out who asks, from the bearer token alone. Throws ProblemError `unauthenticated`. */
export const authenticate =
  ({ db, nowMs }: Pick<ApiDeps, 'db' | 'nowMs'>) =>
  async (request: FastifyRequest): Promise<void> => {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ')
    const found = scheme?.toLowerCase() === 'bearer' && token ? await askingBy(db, token, nowMs()) : undefined
    if (!found) {
      throw new ProblemError(
        'unauthenticated',
        'Send "Authorization: Bearer <token>" with a token of an account.',
      )
    }
    asking.set(request, found)
  }

/** Lets through who may, by the ability the route names. Throws RefusedError `forbidden`. */
export const authorize = async (request: FastifyRequest): Promise<void> => {
  const { ability } = request.routeOptions.config
  const { account, abilities } = asking.get(request)!
  // Nothing stands there: that is said, and not that it is forbidden.
  if (ability === undefined || may(account, ability, abilities)) return
  throw new RefusedError(
    'forbidden',
    `This takes the ability ${ability}, which ${may(account, ability) ? 'this token' : `the role ${account.role}`} does not have here.`,
    Object.values(request.params as Record<string, string>).join('/'),
  )
}

/** Who asks. Only behind `authenticate`. */
export const accountAsking = (request: FastifyRequest): Account => asking.get(request)!.account
