import type { LightMyRequestResponse } from 'fastify'
import { onTestFinished } from 'vitest'
import type { Account } from '../../../schemas/account.ts'
import { hashOf, newSecret } from '../../../services/accounts/index.ts'
import type { SignInDeps } from '../../../services/api/index.ts'
import { type Office, openOffice } from './office.ts'

export const ORIGIN = 'http://localhost'
export const PASSWORD = 'a fence of seven boards'

/** Headers of a browser on a page of ours. */
export type Browser = { readonly cookie: string; readonly origin: string }

/** An office whose first operator has signed in by the link of the first start. */
export interface SignInDesk extends Office {
  readonly operator: Browser
  post(url: string, payload?: object, headers?: object): Promise<LightMyRequestResponse>
  get(url: string, headers?: object): Promise<LightMyRequestResponse>
  /** Makes an account over the API; answers the secret of its link */
  invite(account: Partial<Account> & Pick<Account, 'name' | 'role'>): Promise<string>
  /** The same, and signs in by the link */
  employ(account: Partial<Account> & Pick<Account, 'name' | 'role'>): Promise<Browser>
  /** What the chain of the desk says, without hashes */
  deeds(): Promise<{ actor: string; action: string; reason: string; detail: Record<string, unknown> }[]>
}

export const cookieOf = (answer: LightMyRequestResponse): string =>
  String(answer.headers['set-cookie']).split(';')[0]!

export const browserOf = (answer: LightMyRequestResponse): Browser => ({
  cookie: cookieOf(answer),
  origin: ORIGIN,
})

export const secretIn = (link: string): string => /#secret=([\w-]+)/.exec(link)![1]!

export const openSignInDesk = async (signIn: Partial<SignInDeps> = {}): Promise<SignInDesk> => {
  const office = await openOffice([], { signIn })
  const { api, station } = office
  const post = (url: string, payload: object = {}, headers: object = {}) =>
    api.inject({ method: 'POST', url, payload, headers: { ...headers } })
  const first = newSecret()
  await station.engine.openAccounts({ localTokenHash: null, invitationHash: hashOf(first) })
  const operator = browserOf(
    await post('/v1/sign-in/invitation', { secret: first, name: 'chief', password: PASSWORD }),
  )
  const invite: SignInDesk['invite'] = async account =>
    secretIn((await post('/v1/accounts', account, operator)).json().link)
  return {
    ...office,
    operator,
    post,
    get: (url, headers = {}) => api.inject({ url, headers: { ...headers } }),
    invite,
    employ: async account =>
      browserOf(await post('/v1/sign-in/invitation', { secret: await invite(account), password: PASSWORD })),
    async deeds() {
      const rows = await station.ports.store.db
        .selectFrom('audit')
        .selectAll()
        .where('case_id', '=', 'desk')
        .orderBy('sequence')
        .execute()
      return rows.map(({ actor, action, reason, detail }) => ({
        ...{ actor, action, reason },
        detail: JSON.parse(detail) as Record<string, unknown>,
      }))
    },
  }
}

/** One of the running test, closed when it ends. */
export const testSignInDesk = async (signIn: Partial<SignInDeps> = {}): Promise<SignInDesk> => {
  const desk = await openSignInDesk(signIn)
  onTestFinished(() => desk.close())
  return desk
}
