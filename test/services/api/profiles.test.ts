import { describe, expect, it } from 'vitest'
import { DEFAULT_PROFILE } from '../../../schemas/profile.ts'
import { get, put, remove } from './asking.ts'
import { expectProblem } from './expect-problem.ts'
import { testOffice } from './office.ts'

describe('/v1/profiles', () => {
  it('saves, shows, replaces, lists and removes', async () => {
    const office = await testOffice()
    const place = `/v1/profiles/${encodeURIComponent('采集系统-1')}`
    const saved = await put(office, place, { unit: 'W' })
    expect(saved.json()).toEqual({
      name: '采集系统-1',
      profile: { ...DEFAULT_PROFILE, unit: 'W' },
      updatedAt: '2026-01-01T00:00:00.000Z',
      updatedBy: 'analyst',
    })
    await put(office, place, { side: 'secondary' })
    await put(office, '/v1/profiles/another', {})
    expect((await get(office, place)).json().profile).toEqual({ ...DEFAULT_PROFILE, side: 'secondary' })
    const names = async () =>
      ((await get(office, '/v1/profiles')).json().profiles as { name: string }[]).map(({ name }) => name)
    expect(await names()).toEqual(['another', '采集系统-1'])
    expect((await remove(office, place)).statusCode).toBe(204)
    expect(await names()).toEqual(['another'])
    expectProblem(await remove(office, place), 404, 'not-found')
    expectProblem(await get(office, place), 404, 'not-found')
  })

  it.each<[object, RegExp]>([
    [{ unit: 'GW' }, /^unit: .*"kW"/],
    [{ colums: {} }, /Unrecognized key: "colums"/],
    [{ zone: 'Beijing' }, /^zone: expected an offset such as \+08:00/],
    [{ columns: { ts: '' } }, /^columns\.ts: /],
  ])('says what is wrong with %j', async (profile, sentence) => {
    const office = await testOffice()
    const answer = await put(office, '/v1/profiles/bad', profile)
    expectProblem(answer, 400, 'bad-request')
    expect(answer.json().detail).toMatch(sentence)
  })

  it('takes no name that would be in the way of paths', async () => {
    const office = await testOffice()
    const answer = await put(office, '/v1/profiles/..%2Fx', {})
    expectProblem(answer, 400, 'bad-request')
    expect(answer.json().detail).toMatch(/letters, digits and/)
  })
})
