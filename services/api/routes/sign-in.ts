import type { FastifyReply } from 'fastify'
import { ProblemError } from '../../../schemas/problem.ts'
import { InvitationBody, SignedIn, SignInBody } from '../../../schemas/sign-in.ts'
import {
  accountOf,
  createFrontDoor,
  type Entered,
  type FrontDoor,
  faultOfPassword,
  findAccount,
  findInvitation,
  hashOf,
  isFirst,
  LINK_IS_OVER,
  newSecret,
} from '../../accounts/index.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { refuseOtherPages } from '../same-origin.ts'
import { giveSession } from '../session-cookie.ts'

/** Of whoever asks: nobody has signed in yet. */
export const OPEN = { tags: ['sign-in'], security: [] }

/** Where people say who they are, over the passwords and records of the service. */
export const frontDoorOf = (api: Api, { db, engine, nowMs, signIn }: ApiDeps): FrontDoor =>
  createFrontDoor({
    ...{ db, nowMs, passwords: signIn.passwords, attempt: engine.attemptSignIn },
    warn: sentence => api.log.warn(sentence),
  })

/** Hands the session over; answers who is signed in. */
export const welcome = (
  reply: FastifyReply,
  { account, secret, untilMs }: Entered,
  { signIn: { publicUrl } }: Pick<ApiDeps, 'signIn'>,
) => {
  giveSession(reply, secret, publicUrl)
  return { account: account.name, role: account.role, until: new Date(untilMs).toISOString() }
}

export const signInRoutes = (api: Api, deps: ApiDeps, door: FrontDoor): void => {
  api.post(
    '/v1/sign-in',
    {
      schema: {
        ...OPEN,
        summary: 'Sign in with name and password; the session is kept in a cookie for 12 hours',
        body: SignInBody,
        response: { 200: SignedIn },
      },
    },
    async (request, reply) => {
      refuseOtherPages(request, deps.signIn.publicUrl)
      const { name, password } = request.body
      return welcome(reply, await door.byPassword(name, password), deps)
    },
  )
  api.post(
    '/v1/sign-in/invitation',
    {
      schema: {
        ...OPEN,
        summary:
          'Set the password that a one-time link is for, and sign in; the first link makes the first operator',
        body: InvitationBody,
        response: { 200: SignedIn },
      },
    },
    async (request, reply) => {
      refuseOtherPages(request, deps.signIn.publicUrl)
      return welcome(reply, await accept(deps, request.body), deps)
    },
  )
}

type Body = ReturnType<typeof InvitationBody.parse>

const accept = async (
  { db, engine, nowMs, signIn }: ApiDeps,
  { secret, name, fullName, password }: Body,
): Promise<Entered> => {
  const secretHash = hashOf(secret)
  const invitation = await findInvitation(db, secretHash, nowMs())
  if (!invitation) throw new ProblemError(LINK_IS_OVER.code, LINK_IS_OVER.detail)
  const actor = isFirst(invitation) ? firstOperator(name) : await accountInvited(db, invitation.account, name)
  const fault = faultOfPassword(password, actor.name)
  if (fault !== undefined) throw new ProblemError('bad-request', fault)
  const passwordHash = await signIn.passwords.hash(password)
  const session = newSecret()
  const body = { secretHash, fullName, passwordHash, sessionHash: hashOf(session) }
  const { account, untilMs } = granted(await engine.carryOut({ name: 'accept-invitation', body, actor }))
  if (isFirst(invitation)) signIn.onFirstOperator()
  return { account, secret: session, untilMs }
}

const firstOperator = (name: string | undefined) => {
  if (name === undefined) throw new ProblemError('bad-request', 'name: the first operator chooses one.')
  return { name, role: 'operator', supplyUnits: null, districtCode: null, department: '' } as const
}

const accountInvited = async (db: ApiDeps['db'], account: string, name: string | undefined) => {
  const found = await findAccount(db, account)
  if (!found) throw new ProblemError(LINK_IS_OVER.code, LINK_IS_OVER.detail)
  if (name === undefined || name === account) return accountOf(found)
  throw new ProblemError('bad-request', 'name: this link is for another account; leave the name out.')
}
