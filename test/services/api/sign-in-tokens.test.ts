import { describe, expect, it } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { type SignInDesk, testSignInDesk } from './sign-in-desk.ts'

const DAY = 86_400_000

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

const make = async (desk: SignInDesk, body: object, headers: object, path = '/v1/tokens') => {
  const answer = await desk.post(path, { label: 'test', days: 10, ...body }, headers)
  expect(answer.statusCode, answer.payload).toBe(200)
  return answer.json() as { id: string; token: string; account: string; expiresAt: string }
}

describe('a token', () => {
  it('asks in the name of its account until it ends', async () => {
    const desk = await testSignInDesk()
    const { clock } = desk.station
    const li = await desk.employ({ name: 'li', role: 'analyst' })
    const { token, account, expiresAt } = await make(desk, {}, li)
    expect({ account, expiresAt }).toEqual({ account: 'li', expiresAt: '2026-01-11T00:00:00.000Z' })
    const me = (await desk.get('/v1/me', bearer(token))).json()
    expect(me).toMatchObject({ account: { name: 'li' }, by: 'token', until: expiresAt })
    expect(me.actions).toContainEqual({ action: 'submit', states: ['to-check', 'on-site'] })
    expect(me.actions.map(({ action }: { action: string }) => action)).not.toContain('release')
    clock.set(clock.now() + 10 * DAY - 1)
    expect((await desk.get('/v1/me', bearer(token))).statusCode).toBe(200)
    clock.set(clock.now() + 1)
    expectProblem(await desk.get('/v1/me', bearer(token)), 401, 'unauthenticated')
  })

  it('may what it was made for, and only while its account may', async () => {
    const desk = await testSignInDesk()
    const li = await desk.employ({ name: 'li', role: 'analyst' })
    const { token } = await make(desk, { abilities: ['own', 'readings.write', 'cases.read'] }, li)
    expect((await desk.get('/v1/me', bearer(token))).json().abilities.sort()).toEqual([
      ...['cases.read', 'own', 'readings.write'],
    ])
    const denied = await desk.get('/v1/rejects', bearer(token))
    expectProblem(denied, 403, 'forbidden')
    expect(denied.json().detail).toMatch(/this token does not have/)
    expect((await desk.get('/v1/me', bearer(token))).json().actions).toEqual([])
    await desk.post('/v1/accounts/li/change', { role: 'auditor' }, desk.operator)
    expect((await desk.get('/v1/me', bearer(token))).json().abilities.sort()).toEqual(['cases.read', 'own'])
    await desk.post('/v1/accounts/li/disable', {}, desk.operator)
    expectProblem(await desk.get('/v1/me', bearer(token)), 401, 'unauthenticated')
  })

  it('is never for more than its role may, nor for longer than 366 days', async () => {
    const desk = await testSignInDesk()
    const li = await desk.employ({ name: 'li', role: 'analyst', supplyUnits: ['永川供电公司'] })
    const ask = (body: object) => desk.post('/v1/tokens', { label: 'x', days: 1, ...body }, li)
    expectProblem(await ask({ abilities: ['accounts.write'] }), 403, 'forbidden')
    // What concerns every supply unit takes somebody who sees them all.
    expectProblem(await ask({ abilities: ['readings.write'] }), 403, 'forbidden')
    expectProblem(await ask({ abilities: [] }), 400, 'bad-request')
    expectProblem(await ask({ days: 367 }), 400, 'bad-request')
    expectProblem(await ask({ days: 0 }), 400, 'bad-request')
    expectProblem(await ask({ label: ' ' }), 400, 'bad-request')
  })

  it('makes no other of wider abilities or longer life', async () => {
    const desk = await testSignInDesk()
    const narrow = bearer((await make(desk, { abilities: ['own', 'accounts.write'] }, desk.operator)).token)
    const ask = (body: object, path = '/v1/tokens') =>
      desk.post(path, { label: 'x', days: 5, ...body }, narrow)
    expectProblem(await ask({}), 403, 'forbidden')
    expectProblem(await ask({ abilities: ['own', 'status.read'] }), 403, 'forbidden')
    expectProblem(await ask({ abilities: ['own'], days: 11 }), 403, 'forbidden')
    expect((await ask({ abilities: ['own'] })).statusCode).toBe(200)
    await desk.employ({ name: 'li', role: 'analyst' })
    expectProblem(await ask({}, '/v1/accounts/li/tokens'), 403, 'forbidden')
    expect((await ask({ abilities: ['own'] }, '/v1/accounts/li/tokens')).json()).toMatchObject({
      account: 'li',
    })
    const mute = bearer((await make(desk, { abilities: ['status.read'] }, desk.operator)).token)
    expectProblem(await desk.post('/v1/tokens', { label: 'x', days: 1 }, mute), 403, 'forbidden')
  })

  it('is listed without its secret, and ended by its account or an operator', async () => {
    const desk = await testSignInDesk()
    const li = await desk.employ({ name: 'li', role: 'analyst' })
    const wu = await desk.employ({ name: 'wu', role: 'analyst' })
    const one = await make(desk, { label: 'collector' }, li)
    const other = await make(desk, { label: 'script' }, desk.operator, '/v1/accounts/li/tokens')
    const listed = (await desk.get('/v1/tokens', li)).json().tokens
    expect(
      listed.map(({ label, createdBy }: { label: string; createdBy: string }) => [label, createdBy]).sort(),
    ).toEqual([
      ['collector', 'li'],
      ['script', 'chief'],
    ])
    expect(JSON.stringify(listed)).not.toContain(one.token)
    expect((await desk.get('/v1/tokens', wu)).json()).toEqual({ tokens: [] })
    expectProblem(await desk.get('/v1/tokens?account=li', wu), 403, 'forbidden')
    expect((await desk.get('/v1/tokens?account=li', desk.operator)).json().tokens).toEqual(listed)
    expectProblem(await desk.post(`/v1/tokens/${one.id}/revoke`, {}, wu), 404, 'not-found')
    expect((await desk.post(`/v1/tokens/${one.id}/revoke`, {}, li)).json()).toEqual({ done: true })
    expectProblem(await desk.post(`/v1/tokens/${one.id}/revoke`, {}, li), 409, 'wrong-state')
    expect((await desk.post(`/v1/tokens/${other.id}/revoke`, {}, desk.operator)).json()).toEqual({
      done: true,
    })
    for (const { token } of [one, other]) {
      expectProblem(await desk.get('/v1/me', bearer(token)), 401, 'unauthenticated')
    }
    const told = (await desk.deeds())
      .filter(({ action }) => action === 'token')
      .map(({ actor, detail }) => [actor, detail.what])
    expect(told).toEqual([
      ...[
        ['li', 'make'],
        ['chief', 'make'],
        ['li', 'revoke'],
        ['chief', 'revoke'],
      ],
    ])
  })

  it('is shown once, whoever repeats the request', async () => {
    const desk = await testSignInDesk()
    const headers = { ...desk.operator, 'idempotency-key': 'k-1' }
    const { token, ...rest } = await make(desk, {}, headers)
    expect(token).toMatch(/^ds_/)
    expect(await make(desk, {}, headers)).toEqual({ ...rest, token: null })
    expect((await desk.get('/v1/tokens', desk.operator)).json().tokens.length).toBe(1)
  })
})
