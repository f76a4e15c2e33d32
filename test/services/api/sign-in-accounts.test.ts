import { describe, expect, it } from 'vitest'
import { hashOf, newSecret } from '../../../services/accounts/index.ts'
import { expectProblem } from './expect-problem.ts'
import { browserOf, PASSWORD, secretIn, testSignInDesk } from './sign-in-desk.ts'

const HOUR = 3_600_000

describe('the link of the first start', () => {
  it('makes the first operator once, and no second one', async () => {
    const desk = await testSignInDesk()
    const { engine, ports, clock } = desk.station
    const late = newSecret()
    expect(await engine.openAccounts({ localTokenHash: null, invitationHash: hashOf(late) })).toEqual({
      ...{ localToken: false, invitation: false },
    })
    // Even a link that another process made before.
    await ports.store.transact(async trx => {
      const row = { account: '', created_at: 0, created_by: 'system', expires_at: clock.now() + HOUR }
      await trx
        .insertInto('invitation')
        .values({ hash: hashOf(late), ...row, used_at: null })
        .execute()
    })
    const body = { secret: late, name: 'second', password: PASSWORD }
    expectProblem(await desk.post('/v1/sign-in/invitation', body), 401, 'unauthenticated')
    expect((await desk.deeds())[1]).toMatchObject({
      actor: 'chief',
      action: 'account',
      detail: { what: 'first operator', account: 'chief', invitedBy: 'system' },
    })
  })
})

describe('a one-time link', () => {
  it('sets the password of its account once', async () => {
    const desk = await testSignInDesk()
    const secret = await desk.invite({ name: 'li', role: 'analyst', supplyUnits: ['永川供电公司'] })
    const use = (more: object) => desk.post('/v1/sign-in/invitation', { secret, password: PASSWORD, ...more })
    expectProblem(await use({ password: 'short' }), 400, 'bad-request')
    expectProblem(await use({ password: 'lilililililili' }), 400, 'bad-request')
    expectProblem(await use({ name: 'chief' }), 400, 'bad-request')
    const answer = await use({ name: 'li', fullName: '李娜' })
    expect(answer.json()).toMatchObject({ account: 'li', role: 'analyst' })
    expect((await desk.get('/v1/me', browserOf(answer))).json()).toMatchObject({
      ...{ account: { supplyUnits: ['永川供电公司'] }, fullName: '李娜' },
    })
    expectProblem(await use({}), 401, 'unauthenticated')
    expectProblem(await use({ secret: 'x' }), 401, 'unauthenticated')
  })

  it('used twice at once works for one of them', async () => {
    const desk = await testSignInDesk()
    const secret = await desk.invite({ name: 'li', role: 'analyst' })
    const uses = ['one good password', 'two good passwords'].map(password =>
      desk.post('/v1/sign-in/invitation', { secret, password }),
    )
    const codes = (await Promise.all(uses)).map(({ statusCode }) => statusCode)
    expect(codes.sort()).toEqual([200, 401])
  })

  it('runs out after 72 hours, with a newer one and with its account', async () => {
    const desk = await testSignInDesk()
    const { clock } = desk.station
    const use = async (secret: string) =>
      (await desk.post('/v1/sign-in/invitation', { secret, password: PASSWORD })).statusCode
    const renew = async () =>
      secretIn((await desk.post('/v1/accounts/li/invite', {}, desk.operator)).json().link)
    const first = await desk.invite({ name: 'li', role: 'analyst' })
    const second = await renew()
    expect(await use(first)).toBe(401)
    await desk.post('/v1/accounts/li/disable', {}, desk.operator)
    expect(await use(second)).toBe(401)
    expectProblem(await desk.post('/v1/accounts/li/invite', {}, desk.operator), 409, 'wrong-state')
    await desk.post('/v1/accounts/li/enable', {}, desk.operator)
    const third = await renew()
    clock.set(clock.now() + 72 * HOUR)
    expect(await use(third)).toBe(401)
  })

  it('is shown once, whoever repeats the request', async () => {
    const desk = await testSignInDesk()
    const repeat = { ...desk.operator, 'idempotency-key': 'k-1' }
    const body = { name: 'li', role: 'analyst' }
    const once = (await desk.post('/v1/accounts', body, repeat)).json()
    expect(once).toMatchObject({ account: 'li', until: '2026-01-04T00:00:00.000Z' })
    expect(once.link).toMatch(/^http:\/\/localhost(:80)?\/welcome#secret=[\w-]{43}&name=li$/)
    expect((await desk.post('/v1/accounts', body, repeat)).json()).toEqual({ ...once, link: null })
    expectProblem(await desk.post('/v1/accounts', { ...body, name: 'wu' }, repeat), 422, 'key-reused')
    const { accounts } = (await desk.get('/v1/accounts', desk.operator)).json()
    expect(accounts.map(({ name }: { name: string }) => name)).toEqual(['analyst', 'chief', 'li', 'reviewer'])
  })
})

describe('accounts', () => {
  it.each([
    [{ name: 'a', role: 'district' }, /takes a districtCode/],
    [{ name: 'a', role: 'district', districtCode: '999999' }, /no district 999999/],
    [{ name: 'a', role: 'analyst', districtCode: '500118' }, /are for the role district/],
    [{ name: 'a', role: 'analyst', department: '经信委' }, /are for the role district/],
    [{ name: 'a', role: 'supervisor', supplyUnits: ['永川供电公司'] }, /for analysts and reviewers/],
    [{ name: 'Local', role: 'analyst' }, /taken/],
    [{ name: 'system', role: 'analyst' }, /taken/],
    [{ name: 'ＣＨＩＥＦ', role: 'analyst' }, /taken/],
    [{ name: 'a b', role: 'analyst' }, /name: expected/],
    [{ name: 'a', role: 'chief' }, /role/],
    [{ name: 'a', role: 'analyst', supplyUnits: [] }, /supplyUnits/],
  ])('are not made of %j', async (body, sentence) => {
    const desk = await testSignInDesk()
    const answer = await desk.post('/v1/accounts', body, desk.operator)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.json().detail).toMatch(sentence)
  })

  it('are made of role and scope, and each deed is on record', async () => {
    const desk = await testSignInDesk()
    const made = {
      name: 'yongchuan',
      role: 'district',
      districtCode: '500118',
      department: '经信委',
    } as const
    await desk.employ(made)
    const { operator } = desk
    const change = await desk.post('/v1/accounts/yongchuan/change', { department: '' }, operator)
    expect(change.json()).toEqual({ ...made, department: '', supplyUnits: null })
    const wrong = await desk.post('/v1/accounts/yongchuan/change', { role: 'analyst' }, operator)
    expectProblem(wrong, 400, 'bad-request')
    expectProblem(await desk.post('/v1/accounts/nobody/change', {}, operator), 404, 'not-found')
    await desk.post('/v1/accounts/yongchuan/disable', {}, operator)
    expectProblem(await desk.post('/v1/accounts/yongchuan/disable', {}, operator), 409, 'wrong-state')
    const deeds = (await desk.deeds()).slice(2).map(({ action, detail }) => detail.what ?? action)
    expect(deeds).toEqual([
      ...['add', 'password by link', 'change', 'refused', 'refused', 'disable', 'refused'],
    ])
  })

  it('are kept by operators and seen by auditors, and by nobody else', async () => {
    const desk = await testSignInDesk()
    const auditor = await desk.employ({ name: 'auditor', role: 'auditor' })
    expect((await desk.get('/v1/accounts', auditor)).statusCode).toBe(200)
    const body = { name: 'x', role: 'operator' }
    for (const headers of [auditor, desk.analyst, desk.reviewer]) {
      expectProblem(await desk.post('/v1/accounts', body, headers), 403, 'forbidden')
    }
    expectProblem(await desk.get('/v1/accounts', desk.analyst), 403, 'forbidden')
  })

  it('always leave one operator who can sign in', async () => {
    const desk = await testSignInDesk()
    const { operator } = desk
    const disable = (name: string) => desk.post(`/v1/accounts/${name}/disable`, {}, operator)
    const demote = () => desk.post('/v1/accounts/chief/change', { role: 'auditor' }, operator)
    const secret = await desk.invite({ name: 'second', role: 'operator' })
    // Nobody can sign in as that one yet.
    expectProblem(await disable('chief'), 409, 'wrong-state')
    expectProblem(await demote(), 409, 'wrong-state')
    const second = browserOf(await desk.post('/v1/sign-in/invitation', { secret, password: PASSWORD }))
    await disable('second')
    expectProblem(await disable('chief'), 409, 'wrong-state')
    await desk.post('/v1/accounts/second/enable', {}, operator)
    expect((await demote()).statusCode).toBe(200)
    expect((await desk.get('/v1/me', second)).statusCode).toBe(401)
    const again = browserOf(await desk.post('/v1/sign-in', { name: 'second', password: PASSWORD }))
    expectProblem(await desk.post('/v1/accounts/second/disable', {}, again), 409, 'wrong-state')
  })
})
