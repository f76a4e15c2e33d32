import { Ability } from '../../../schemas/account.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { Done, Me, PasswordBody } from '../../../schemas/sign-in.ts'
import { type FrontDoor, faultOfPassword, findAccount } from '../../accounts/index.ts'
import { actionsOf } from '../../cases/index.ts'
import { askingOf, mayAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'
import { takeSession } from '../session-cookie.ts'

const OWN = { config: { ability: 'own' as const } }

/** What concerns who asks alone. */
export const meRoutes = (api: Api, { db, engine, signIn }: ApiDeps, door: FrontDoor): void => {
  api.get(
    '/v1/me',
    { ...OWN, schema: { tags: ['sign-in'], summary: 'Who am I, and what may I', response: { 200: Me } } },
    async request => {
      const { account, fullName, by, untilMs } = askingOf(request)
      const abilities = Ability.options.filter(ability => mayAsking(request, ability))
      const actions = mayAsking(request, 'cases.act') ? actionsOf(account.role) : []
      return { account, fullName, abilities, actions, by, until: new Date(untilMs).toISOString() }
    },
  )
  api.post(
    '/v1/sign-out',
    { ...OWN, schema: { tags: ['sign-in'], summary: 'End this session', response: { 200: Done } } },
    async (request, reply) => {
      const { account: actor, by, hash } = askingOf(request)
      const body = { sessionHash: by === 'session' ? hash : null }
      const done = granted(await engine.carryOut({ name: 'sign-out', body, actor, key: keyOf(request) }))
      takeSession(reply, signIn.publicUrl)
      return done
    },
  )
  api.post(
    '/v1/me/password',
    {
      ...OWN,
      schema: {
        tags: ['sign-in'],
        summary: 'Change the own password; other sessions end',
        body: PasswordBody,
        response: { 200: Done },
      },
    },
    async request => {
      const { account: actor, by, hash } = askingOf(request)
      if (!(await findAccount(db, actor.name))?.password) {
        throw new ProblemError(
          'wrong-state',
          'This account has no password: ask an operator for a link to set one.',
        )
      }
      const fault = faultOfPassword(request.body.new, actor.name)
      if (fault !== undefined) throw new ProblemError('bad-request', fault)
      const provenHash = await door.prove(actor.name, request.body.old)
      const passwordHash = await signIn.passwords.hash(request.body.new)
      const body = { provenHash, passwordHash, sessionHash: by === 'session' ? hash : null }
      return granted(await engine.carryOut({ name: 'set-password', body, actor }))
    },
  )
}
