import type { FastifyRequest } from 'fastify'
import type { Account } from '../../schemas/account.ts'
import { ProblemError } from '../../schemas/problem.ts'
import { accountOf } from '../accounts/index.ts'
import type { Db } from '../adapters/store/index.ts'

const accounts = new WeakMap<FastifyRequest, Account>()

/** Finds out who asks, from the bearer token alone. Throws ProblemError `unauthenticated`. */
export const authenticate =
  (db: Db) =>
  async (request: FastifyRequest): Promise<void> => {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ')
    const account = scheme?.toLowerCase() === 'bearer' && token ? await accountOf(db, token) : undefined
    if (!account) {
      throw new ProblemError(
        'unauthenticated',
        'Send "Authorization: Bearer <token>" with a token of an account.',
      )
    }
    accounts.set(request, account)
  }

/** Who asks. Only behind `authenticate`. */
export const accountAsking = (request: FastifyRequest): Account => accounts.get(request)!
