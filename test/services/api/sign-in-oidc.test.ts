import type { LightMyRequestResponse } from 'fastify'
import { describe, expect, it } from 'vitest'
import { createOpenid } from '../../../services/adapters/identity/index.ts'
import { expectProblem } from './expect-problem.ts'
import { CLIENT, testProvider } from './identity-provider.ts'
import { PASSWORD, testSignInDesk } from './sign-in-desk.ts'

const PUBLIC_URL = 'http://desk.example'
const redirectUri = `${PUBLIC_URL}/v1/sign-in/oidc/callback`

const cookiesOf = (answer: LightMyRequestResponse): string[] => [answer.headers['set-cookie'] ?? []].flat()

const openDesk = async (secret = CLIENT.clientSecret) => {
  const provider = await testProvider(redirectUri)
  const { issuer } = provider
  const identity = createOpenid({ issuer, clientId: CLIENT.clientId, clientSecret: secret, redirectUri })
  const desk = await testSignInDesk({ publicUrl: PUBLIC_URL, identity })
  const operator = { ...desk.operator, origin: PUBLIC_URL }
  const begin = async () => {
    const answer = await desk.get('/v1/sign-in/oidc')
    expect(answer.statusCode).toBe(302)
    const [cookie] = cookiesOf(answer)
    return { url: String(answer.headers.location), cookie: cookie!.split(';')[0]!, set: cookie! }
  }
  const comeBack = (query: string, cookie: string) =>
    desk.get(`/v1/sign-in/oidc/callback${query}`, { cookie })
  const employ = (name: string, oidcSubject: string | null) =>
    desk.post('/v1/accounts', { name, role: 'analyst', oidcSubject }, operator)
  return { desk, provider, operator, begin, comeBack, employ }
}

describe('signing in by the identity provider', () => {
  it('lets in the account whose subject it vouches for', async () => {
    const { desk, provider, begin, comeBack, employ } = await openDesk()
    await employ('li', 'staff-4711')
    const { url, cookie, set } = await begin()
    expect(set).toMatch(/; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
    const asked = new URL(url)
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      ...{ response_type: 'code', scope: 'openid', code_challenge_method: 'S256', redirect_uri: redirectUri },
      ...{ state: expect.stringMatching(/.{20}/), nonce: expect.stringMatching(/.{20}/) },
    })
    const query = await provider.signIn(url, 'staff-4711')
    const answer = await comeBack(query, cookie)
    expect(answer.statusCode).toBe(200)
    expect(answer.payload).toContain('http-equiv="refresh" content="0; url=/"')
    const session = cookiesOf(answer).find(one => one.startsWith('dianshao_session='))!
    expect(session).toContain('SameSite=Strict')
    const me = await desk.get('/v1/me', { cookie: session.split(';')[0] })
    expect(me.json()).toMatchObject({ account: { name: 'li' }, by: 'session' })
    expect((await desk.deeds()).at(-1)).toMatchObject({
      ...{ actor: 'li', action: 'sign-in', detail: { by: 'oidc' } },
    })
    // The code works once.
    expectProblem(await comeBack(query, cookie), 401, 'unauthenticated')
  })

  it('makes nobody an account', async () => {
    const { desk, provider, begin, comeBack, operator } = await openDesk()
    const { url, cookie } = await begin()
    const answer = await comeBack(await provider.signIn(url, 'staff-1'), cookie)
    expectProblem(answer, 401, 'unauthenticated')
    expect(answer.json().detail).toContain('"staff-1"')
    expect(cookiesOf(answer).some(one => one.startsWith('dianshao_session='))).toBe(false)
    const names = (await desk.get('/v1/accounts', operator))
      .json()
      .accounts.map(({ name }: { name: string }) => name)
    expect(names).toEqual(['analyst', 'chief', 'reviewer'])
  })

  it('does not believe an answer to another beginning', async () => {
    const { provider, begin, comeBack, employ } = await openDesk()
    await employ('li', 'staff-1')
    const [one, other] = [await begin(), await begin()]
    const query = await provider.signIn(one.url, 'staff-1')
    expectProblem(await comeBack(query, other.cookie), 401, 'unauthenticated')
    expectProblem(await comeBack(query, ''), 401, 'unauthenticated')
    expectProblem(await comeBack(query, 'dianshao_oidc=%7B%7D'), 401, 'unauthenticated')
    const forged = query.replace(/state=[^&]+/, 'state=forged')
    expectProblem(await comeBack(forged, one.cookie), 401, 'unauthenticated')
    expectProblem(await comeBack('?error=access_denied', one.cookie), 401, 'unauthenticated')
    expect((await comeBack(query, one.cookie)).statusCode).toBe(200)
  })

  it('of one beginning does not take the nonce or the verifier of another', async () => {
    const { provider, begin, comeBack, employ } = await openDesk()
    await employ('li', 'staff-1')
    const kept = (cookie: string) =>
      JSON.parse(decodeURIComponent(cookie.split('=')[1]!)) as Record<string, string>
    for (const part of ['nonce', 'verifier']) {
      const [one, other] = [await begin(), await begin()]
      const mixed = { ...kept(one.cookie), [part]: kept(other.cookie)[part] }
      const cookie = `dianshao_oidc=${encodeURIComponent(JSON.stringify(mixed))}`
      expectProblem(await comeBack(await provider.signIn(one.url, 'staff-1'), cookie), 401, 'unauthenticated')
    }
  })

  it('keeps a disabled account out, and that is on record once, with how often', async () => {
    const { desk, provider, begin, comeBack, employ, operator } = await openDesk()
    await employ('li', 'staff-1')
    await desk.post('/v1/accounts/li/disable', {}, operator)
    for (let i = 0; i < 3; i++) {
      const { url, cookie } = await begin()
      expectProblem(await comeBack(await provider.signIn(url, 'staff-1'), cookie), 401, 'unauthenticated')
    }
    await desk.post('/v1/accounts/li/enable', {}, operator)
    expect((await desk.deeds()).slice(-2)).toMatchObject([
      { actor: 'li', action: 'refused', reason: 'the account is disabled' },
      { actor: 'chief', action: 'account', detail: { what: 'enable', turnedAway: 3 } },
    ])
  })

  it('belongs to one account alone, which an operator names', async () => {
    const { desk, employ, operator } = await openDesk()
    await employ('li', 'staff-1')
    expectProblem(await employ('wu', 'staff-1'), 409, 'wrong-state')
    await employ('wu', null)
    const change = (oidcSubject: string) => desk.post('/v1/accounts/wu/change', { oidcSubject }, operator)
    expectProblem(await change('staff-1'), 409, 'wrong-state')
    expect((await change('staff-2')).statusCode).toBe(200)
  })

  it('leaves the password way open when the provider is away', async () => {
    const { desk, provider, begin, comeBack } = await openDesk()
    const { url, cookie } = await begin()
    const query = await provider.signIn(url, 'staff-1')
    await provider.close()
    const away = await comeBack(query, cookie)
    expectProblem(away, 503, 'busy')
    expect(away.json().detail).toMatch(/^[^\n]+\.$/)
    expect((await desk.post('/v1/sign-in', { name: 'chief', password: PASSWORD })).statusCode).toBe(200)
  })

  it('that was never there is asked for again at the next sign-in', async () => {
    const options = { ...CLIENT, issuer: 'http://127.0.0.1:1', redirectUri }
    const desk = await testSignInDesk({ publicUrl: PUBLIC_URL, identity: createOpenid(options) })
    for (let i = 0; i < 2; i++) expectProblem(await desk.get('/v1/sign-in/oidc'), 503, 'busy')
    const none = await testSignInDesk()
    expectProblem(await none.get('/v1/sign-in/oidc'), 404, 'not-found')
    expect((await none.get('/sign-in')).payload).not.toContain('oidc')
    expect((await desk.get('/sign-in')).payload).toContain('/v1/sign-in/oidc')
  })
})
