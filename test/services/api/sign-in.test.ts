import { describe, expect, it } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { browserOf, ORIGIN, PASSWORD, testSignInDesk } from './sign-in-desk.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const WRONG = 'not the right one'

describe('signing in with name and password', () => {
  it('begins a session of 12 hours that says who it is', async () => {
    const desk = await testSignInDesk()
    const answer = await desk.post('/v1/sign-in', { name: ' Chief ', password: PASSWORD })
    expect(answer.json()).toEqual({
      ...{ account: 'chief', role: 'operator' },
      until: new Date(desk.station.clock.now() + 12 * HOUR).toISOString(),
    })
    expect(answer.headers['set-cookie']).toMatch(
      /^dianshao_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const me = await desk.get('/v1/me', browserOf(answer))
    expect(me.json()).toMatchObject({ account: { name: 'chief', role: 'operator' }, by: 'session' })
    expect(me.json().abilities).toContain('accounts.write')
    expect(me.json().abilities).not.toContain('cases.read')
    expect((await desk.deeds()).at(-1)).toMatchObject({ actor: 'chief', action: 'sign-in' })
  })

  it('marks the cookie Secure when browsers come by https, whatever a header says', async () => {
    const plain = await testSignInDesk()
    const forwarded = { 'x-forwarded-proto': 'https' }
    const body = { name: 'chief', password: PASSWORD }
    expect((await plain.post('/v1/sign-in', body, forwarded)).headers['set-cookie']).not.toContain('Secure')
    const secure = await testSignInDesk({ publicUrl: 'https://desk.example' })
    expect((await secure.post('/v1/sign-in', body)).headers['set-cookie']).toContain('; Secure')
  })

  it('ends after 12 hours, at sign-out, when the account is disabled and when its role changes', async () => {
    const desk = await testSignInDesk()
    const li = await desk.employ({ name: 'li', role: 'analyst' })
    const status = async () => (await desk.get('/v1/me', li)).statusCode
    const again = async () => {
      const answer = await desk.post('/v1/sign-in', { name: 'li', password: PASSWORD })
      Object.assign(li, browserOf(answer))
      expect(await status()).toBe(200)
    }
    const { clock } = desk.station
    clock.set(clock.now() + 12 * HOUR - 1)
    expect(await status()).toBe(200)
    clock.set(clock.now() + 1)
    expect(await status()).toBe(401)
    await again()
    const out = await desk.post('/v1/sign-out', {}, li)
    expect(out.json()).toEqual({ done: true })
    expect(out.headers['set-cookie']).toMatch(/^dianshao_session=; .*Expires=Thu, 01 Jan 1970/)
    expect(await status()).toBe(401)
    await again()
    const operator = browserOf(await desk.post('/v1/sign-in', { name: 'chief', password: PASSWORD }))
    await desk.post('/v1/accounts/li/change', { role: 'reviewer' }, operator)
    expect(await status()).toBe(401)
    await again()
    expect((await desk.get('/v1/me', li)).json().account.role).toBe('reviewer')
    await desk.post('/v1/accounts/li/disable', {}, operator)
    expect(await status()).toBe(401)
    expectProblem(await desk.post('/v1/sign-in', { name: 'li', password: PASSWORD }), 401, 'unauthenticated')
    await desk.post('/v1/accounts/li/enable', {}, operator)
    expect(await status()).toBe(401)
    await again()
  })

  it('with a new password ends the other sessions', async () => {
    const desk = await testSignInDesk()
    const other = browserOf(await desk.post('/v1/sign-in', { name: 'chief', password: PASSWORD }))
    const change = (old: string, fresh: string) =>
      desk.post('/v1/me/password', { old, new: fresh }, desk.operator)
    expectProblem(await change(WRONG, 'another good password'), 401, 'unauthenticated')
    expectProblem(await change(PASSWORD, 'short'), 400, 'bad-request')
    expect((await change(PASSWORD, 'another good password')).json()).toEqual({ done: true })
    expect((await desk.get('/v1/me', desk.operator)).statusCode).toBe(200)
    expect((await desk.get('/v1/me', other)).statusCode).toBe(401)
    expectProblem(
      await desk.post('/v1/sign-in', { name: 'chief', password: PASSWORD }),
      401,
      'unauthenticated',
    )
    const fresh = { name: 'chief', password: 'another good password' }
    expect((await desk.post('/v1/sign-in', fresh)).statusCode).toBe(200)
  })
})

describe('wrong passwords', () => {
  it('lock the name, for longer each time, and are on record once a lock', async () => {
    const desk = await testSignInDesk()
    const { clock } = desk.station
    const attempt = (password: string) => desk.post('/v1/sign-in', { name: 'chief', password })
    const before = (await desk.deeds()).length
    for (let i = 0; i < 4; i++) expect((await attempt(WRONG)).json().detail).toMatch(/do not belong together/)
    expect((await attempt(WRONG)).json().detail).toMatch(
      /locked after 5 wrong passwords until 2026-01-01T08:15:00\+08:00/,
    )
    // The right one does not help now, and neither does asking often.
    for (let i = 0; i < 50; i++)
      expectProblem(await attempt(i % 2 ? PASSWORD : WRONG), 401, 'unauthenticated')
    clock.set(clock.now() + 15 * MINUTE)
    expect((await attempt(WRONG)).json().detail).toMatch(/until 2026-01-01T08:45:00/)
    expect((await attempt(PASSWORD)).statusCode).toBe(401)
    clock.set(clock.now() + 30 * MINUTE)
    expect((await attempt(PASSWORD)).statusCode).toBe(200)
    const deeds = (await desk.deeds()).slice(before)
    expect(deeds.map(({ action }) => action)).toEqual([...Array(6).fill('refused'), 'sign-in'])
    expect(deeds[4]!.detail).toMatchObject({ lockedUntil: '2026-01-01T00:15:00.000Z' })
    expect(deeds[5]!.detail).toMatchObject({ turnedAway: 50, attempted: 'sign-in' })
    expect(deeds[6]!.detail).toMatchObject({ turnedAway: 1 })
    // All is forgotten after the right one.
    expect((await attempt(WRONG)).json().detail).toMatch(/do not belong together/)
  })

  it('are answered alike for names that no account has, which leave nothing on record', async () => {
    const desk = await testSignInDesk()
    const before = (await desk.deeds()).length
    const answers = async (name: string) => {
      const told: string[] = []
      for (let i = 0; i < 7; i++) {
        const answer = await desk.post('/v1/sign-in', { name, password: WRONG })
        expectProblem(answer, 401, 'unauthenticated')
        told.push(answer.json().detail)
      }
      return told
    }
    const stranger = await answers('nobody')
    expect((await desk.deeds()).length).toBe(before)
    expect(await answers('chief')).toEqual(stranger)
    await desk.invite({ name: 'wu', role: 'auditor' })
    expect(await answers('wu')).toEqual(stranger)
    await desk.post('/v1/accounts/wu/disable', {}, desk.operator)
    expect(await answers('zhao')).toEqual(stranger)
  })

  it('at once are counted one by one', async () => {
    const desk = await testSignInDesk()
    const attempts = Array.from({ length: 30 }, (_, i) =>
      desk.post('/v1/sign-in', { name: 'chief', password: i < 29 ? WRONG : PASSWORD }),
    )
    const codes = (await Promise.all(attempts)).map(({ statusCode }) => statusCode)
    expect(codes.filter(code => code === 200)).toEqual([])
    const refused = (await desk.deeds()).filter(({ action }) => action === 'refused')
    expect(refused.length).toBe(5)
  })

  it('are forgiven by a new link', async () => {
    const desk = await testSignInDesk()
    await desk.employ({ name: 'li', role: 'analyst' })
    for (let i = 0; i < 5; i++) await desk.post('/v1/sign-in', { name: 'li', password: WRONG })
    const { accounts } = (await desk.get('/v1/accounts', desk.operator)).json()
    expect(accounts.find(({ name }: { name: string }) => name === 'li').lockedUntil).toBe(
      '2026-01-01T00:15:00.000Z',
    )
    const { link } = (await desk.post('/v1/accounts/li/invite', {}, desk.operator)).json()
    const secret = link.split('#secret=')[1].split('&')[0]
    await desk.post('/v1/sign-in/invitation', { secret, password: 'another good password' })
    const fresh = { name: 'li', password: 'another good password' }
    expect((await desk.post('/v1/sign-in', fresh)).statusCode).toBe(200)
  })
})

describe('a session', () => {
  it('changes something only from a page of ours', async () => {
    const desk = await testSignInDesk()
    const { cookie } = desk.operator
    const make = async (headers: object) =>
      (await desk.post('/v1/tokens', { label: 'x', days: 1 }, { cookie, ...headers })).statusCode
    expect(await make({})).toBe(403)
    expect(await make({ origin: 'https://elsewhere.example' })).toBe(403)
    expect(await make({ origin: 'null' })).toBe(403)
    expect(await make({ origin: ORIGIN, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await make({ 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await make({ 'sec-fetch-site': 'none' })).toBe(403)
    expect(await make({ origin: ORIGIN })).toBe(200)
    expect(await make({ 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect((await desk.get('/v1/me', { cookie })).statusCode).toBe(200)
    const foreign = { origin: 'https://elsewhere.example' }
    const body = { name: 'chief', password: PASSWORD }
    expectProblem(await desk.post('/v1/sign-in', body, foreign), 403, 'forbidden')
  })

  it('is known behind a proxy by the public address', async () => {
    const desk = await testSignInDesk({ publicUrl: 'https://desk.example/dianshao' })
    const headers = { cookie: desk.operator.cookie, origin: 'https://desk.example', host: 'inside:8080' }
    expect((await desk.post('/v1/tokens', { label: 'x', days: 1 }, headers)).statusCode).toBe(200)
    const other = { ...headers, origin: 'http://desk.example' }
    expectProblem(await desk.post('/v1/tokens', { label: 'x', days: 1 }, other), 403, 'forbidden')
  })

  it('that is none, or a wrong token beside a right one, lets nobody in', async () => {
    const desk = await testSignInDesk()
    expectProblem(await desk.get('/v1/me', { cookie: 'dianshao_session=wrong' }), 401, 'unauthenticated')
    const both = { ...desk.operator, authorization: 'Bearer ds_wrong' }
    expectProblem(await desk.get('/v1/me', both), 401, 'unauthenticated')
    expectProblem(await desk.post('/v1/sign-out', {}, desk.analyst), 409, 'wrong-state')
  })
})

describe('the pages', () => {
  it.each(['/welcome', '/sign-in'])('%s need nobody signed in and let nothing else in', async url => {
    const desk = await testSignInDesk()
    const page = await desk.get(url)
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'self';/)
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    const html = page.payload
    expect(html).not.toMatch(/<script(?![^>]*src)|style=|onclick|https?:/)
    for (const [, id] of html.matchAll(/<input id="(\w+)"/g)) expect(html).toContain(`<label for="${id}">`)
    for (const [, file] of html.matchAll(/(?:src|href)="([\w.-]+)"/g)) {
      expect((await desk.get(`/${file}`)).statusCode).toBe(200)
    }
  })
})
