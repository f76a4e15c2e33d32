import type { FastifyRequest } from 'fastify'
import { Account } from '../../../schemas/account.ts'
import {
  AccountChangeBody,
  AccountLink,
  AccountList,
  AccountParams,
  Done,
  NewAccountBody,
} from '../../../schemas/sign-in.ts'
import { handleOf, hashOf, linkTo, listAccounts, newSecret } from '../../accounts/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const WRITE = { config: { ability: 'accounts.write' as const } }

/** The accounts of people, as operators keep them. */
export const accountRoutes = (api: Api, deps: ApiDeps): void => {
  const { db, engine, nowMs } = deps
  api.get(
    '/v1/accounts',
    {
      config: { ability: 'accounts.read' },
      schema: { tags: ['accounts'], summary: 'List accounts', response: { 200: AccountList } },
    },
    async () => ({ accounts: await listAccounts(db, nowMs()) }),
  )
  api.post(
    '/v1/accounts/:name/change',
    {
      ...WRITE,
      schema: {
        tags: ['accounts'],
        summary: 'Change role, scope, full name or subject of an account; its sessions end',
        params: AccountParams,
        body: AccountChangeBody,
        response: { 200: Account },
      },
    },
    async request => {
      const body = { account: request.params.name, change: request.body }
      const order = { name: 'change-account' as const, body, ...by(request) }
      return granted(await engine.carryOut(order)).account
    },
  )
  for (const [action, summary] of [
    ['disable', 'Let nobody in by an account any more: not by password, session or token'],
    ['enable', 'Let somebody in by a disabled account again'],
  ] as const) {
    api.post(
      `/v1/accounts/:name/${action}`,
      {
        ...WRITE,
        schema: { tags: ['accounts'], summary, params: AccountParams, response: { 200: Done } },
      },
      async request => {
        const body = { account: request.params.name }
        return granted(await engine.carryOut({ name: `${action}-account`, body, ...by(request) }))
      },
    )
  }
  linkRoutes(api, deps)
}

/** Both answer a one-time link, of which only a hash is kept. */
const linkRoutes = (api: Api, { engine, signIn }: ApiDeps): void => {
  api.post(
    '/v1/accounts',
    {
      ...WRITE,
      schema: {
        tags: ['accounts'],
        summary: 'Make an account; answers the one-time link that sets its password',
        body: NewAccountBody,
        response: { 200: AccountLink },
      },
    },
    async request => {
      const secret = newSecret()
      const body = { ...request.body, secretHash: hashOf(secret) }
      return shown(
        granted(await engine.carryOut({ name: 'add-account', body, ...by(request) })),
        secret,
        request,
      )
    },
  )
  api.post(
    '/v1/accounts/:name/invite',
    {
      ...WRITE,
      schema: {
        tags: ['accounts'],
        summary: 'Answer a new one-time link that sets the password of an account, and ends its lock',
        params: AccountParams,
        response: { 200: AccountLink },
      },
    },
    async request => {
      const secret = newSecret()
      const body = { account: request.params.name, secretHash: hashOf(secret) }
      return shown(
        granted(await engine.carryOut({ name: 'invite-account', body, ...by(request) })),
        secret,
        request,
      )
    },
  )
  const shown = (
    { account, untilMs, handle }: { account: string; untilMs: number; handle: string },
    secret: string,
    request: FastifyRequest,
  ) => {
    const address = signIn.publicUrl ?? `http://${request.host}`
    const link = handle === handleOf(hashOf(secret)) ? linkTo(address, secret, account) : null
    return { account, link, until: new Date(untilMs).toISOString() }
  }
}

const by = (request: FastifyRequest) => ({ actor: accountAsking(request), key: keyOf(request) })
