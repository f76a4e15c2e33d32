import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import {
  AccountParams,
  Done,
  TokenBody,
  TokenList,
  TokenMade,
  TokenParams,
  TokenQuery,
} from '../../../schemas/sign-in.ts'
import { hashOf, listTokens, newToken, tokenIdOf } from '../../accounts/index.ts'
import { accountAsking, askingOf, mayAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'
import { RefusedError } from '../refused.ts'

const OWN = { config: { ability: 'own' as const } }

/** Tokens for programs that ask in the name of an account. */
export const tokenRoutes = (api: Api, { db, engine }: ApiDeps): void => {
  const make = async (request: FastifyRequest, account: string, body: z.infer<typeof TokenBody>) => {
    const token = newToken()
    const { account: actor, by, abilities, untilMs } = askingOf(request)
    const order = {
      ...body,
      account,
      tokenHash: hashOf(token),
      within: by === 'token' ? { abilities, untilMs } : null,
    }
    const made = granted(
      await engine.carryOut({ name: 'make-token', body: order, actor, key: keyOf(request) }),
    )
    return {
      ...{ id: made.id, account: made.account, expiresAt: new Date(made.expiresAtMs).toISOString() },
      token: made.id === tokenIdOf(order.tokenHash) ? token : null,
    }
  }
  api.post(
    '/v1/tokens',
    {
      ...OWN,
      schema: {
        tags: ['accounts'],
        summary: 'Make a token for oneself; it is shown once',
        body: TokenBody,
        response: { 200: TokenMade },
      },
    },
    request => make(request, accountAsking(request).name, request.body),
  )
  api.post(
    '/v1/accounts/:name/tokens',
    {
      config: { ability: 'accounts.write' },
      schema: {
        tags: ['accounts'],
        summary: 'Make a token for an account; it is shown once',
        params: AccountParams,
        body: TokenBody,
        response: { 200: TokenMade },
      },
    },
    request => make(request, request.params.name, request.body),
  )
  api.get(
    '/v1/tokens',
    {
      ...OWN,
      schema: {
        tags: ['accounts'],
        summary: 'List the own tokens, or as operator and auditor those of an account',
        querystring: TokenQuery,
        response: { 200: TokenList },
      },
    },
    async request => {
      const own = accountAsking(request).name
      const { account = own } = request.query
      if (account !== own && !mayAsking(request, 'accounts.read')) {
        throw new RefusedError(
          'forbidden',
          'To see the tokens of others takes the ability accounts.read.',
          account,
        )
      }
      return { tokens: await listTokens(db, account) }
    },
  )
  api.post(
    '/v1/tokens/:id/revoke',
    {
      ...OWN,
      schema: {
        tags: ['accounts'],
        summary: 'End a token: the own, as operator anybody’s',
        params: TokenParams,
        response: { 200: Done },
      },
    },
    async request => {
      const body = { id: request.params.id, everybodys: mayAsking(request, 'accounts.write') }
      const actor = accountAsking(request)
      return granted(await engine.carryOut({ name: 'revoke-token', body, actor, key: keyOf(request) }))
    },
  )
}
