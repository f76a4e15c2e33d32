import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { type Office, openOffice } from './office.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})

afterAll(() => office.close())

describe('without a right token', () => {
  const wrong = [
    {},
    { authorization: 'Bearer ds_wrong' },
    { authorization: 'Basic YTpi' },
    { authorization: 'Bearer' },
  ]
  const routes: InjectOptions[] = [
    { method: 'GET', url: '/v1/cases' },
    { method: 'GET', url: '/v1/cases/x' },
    { method: 'GET', url: '/v1/cases/x/accusation' },
    { method: 'GET', url: '/v1/cases/x/audit' },
    { method: 'GET', url: '/v1/cases/x/verify' },
    { method: 'POST', url: '/v1/cases/x/submit' },
    { method: 'POST', url: '/v1/cases/x/return' },
    { method: 'POST', url: '/v1/cases/x/release' },
    { method: 'POST', url: '/v1/cases/x/charges/crypto-mining/outcome', payload: {} },
    { method: 'GET', url: '/v1/board?from=2024-01-01&to=2024-01-02' },
    { method: 'GET', url: '/v1/board/export?from=2024-01-01&to=2024-01-02' },
    { method: 'GET', url: '/v1/criteria' },
    { method: 'POST', url: '/v1/criteria', payload: {} },
    { method: 'POST', url: '/v1/criteria/preview', payload: {} },
    { method: 'GET', url: '/v1/criteria/x/preview' },
    { method: 'POST', url: '/v1/criteria/x/release' },
    { method: 'POST', url: '/v1/criteria/x/refuse' },
    { method: 'GET', url: '/v1/detectors' },
    { method: 'GET', url: '/v1/detectors/crypto-mining/1/preview' },
    { method: 'POST', url: '/v1/detectors/crypto-mining/1/propose' },
    { method: 'POST', url: '/v1/detectors/crypto-mining/1/release' },
    { method: 'POST', url: '/v1/detectors/crypto-mining/1/refuse' },
    { method: 'GET', url: '/v1/findings?point=M1' },
    { method: 'GET', url: '/v1/alerts' },
    { method: 'GET', url: '/v1/endpoints' },
    { method: 'PUT', url: '/v1/endpoints/500107', payload: { url: 'https://a.example' } },
    { method: 'GET', url: '/v1/points/x/peers?from=2026-01-01&to=2026-01-02' },
    { method: 'GET', url: '/v1/points/M1/curve?from=2024-01-01&to=2024-01-02' },
    { method: 'GET', url: '/v1/points/M1/days?from=2024-01-01&to=2024-01-02' },
    { method: 'GET', url: '/v1/readings/export?from=2024-01-01&to=2024-01-02' },
    { method: 'GET', url: '/v1/registry' },
    { method: 'GET', url: '/v1/corrections' },
    { method: 'GET', url: '/v1/corrections/1' },
    { method: 'GET', url: '/v1/rejects' },
    { method: 'GET', url: '/v1/rejects/export' },
    { method: 'POST', url: '/v1/rejects/replay', payload: {} },
    { method: 'GET', url: '/v1/imports' },
    { method: 'GET', url: '/v1/imports/x' },
    { method: 'POST', url: '/v1/imports/x/cancel' },
    { method: 'POST', url: '/v1/imports', payload: 'meter_id,ts,kw\n' },
    { method: 'POST', url: '/v1/imports/preview', payload: 'meter_id,ts,kw\n' },
    { method: 'GET', url: '/v1/profiles' },
    { method: 'GET', url: '/v1/profiles/x' },
    { method: 'PUT', url: '/v1/profiles/x', payload: {} },
    { method: 'DELETE', url: '/v1/profiles/x' },
    { method: 'GET', url: '/v1/status' },
    { method: 'GET', url: '/v1/me' },
    { method: 'POST', url: '/v1/me/password', payload: {} },
    { method: 'POST', url: '/v1/sign-out' },
    { method: 'GET', url: '/v1/accounts' },
    { method: 'POST', url: '/v1/accounts', payload: {} },
    { method: 'POST', url: '/v1/accounts/x/change', payload: {} },
    { method: 'POST', url: '/v1/accounts/x/disable' },
    { method: 'POST', url: '/v1/accounts/x/enable' },
    { method: 'POST', url: '/v1/accounts/x/invite' },
    { method: 'POST', url: '/v1/accounts/x/tokens', payload: {} },
    { method: 'GET', url: '/v1/tokens' },
    { method: 'POST', url: '/v1/tokens', payload: {} },
    { method: 'POST', url: '/v1/tokens/x/revoke' },
    { method: 'GET', url: '/v1/watch' },
    { method: 'POST', url: '/v1/watch', payload: {} },
    { method: 'POST', url: '/v1/watch/x/end', payload: {} },
    { method: 'POST', url: '/v1/watch/import', payload: 'document\n' },
    {
      method: 'POST',
      url: '/v1/readings',
      headers: { 'content-type': 'text/csv' },
      payload: 'meter_id,ts,kw\n',
    },
    { method: 'POST', url: '/v1/registry', headers: { 'content-type': 'text/csv' }, payload: 'meter_id\n' },
  ]

  it.each(routes)('$method $url is answered with 401', async route => {
    for (const headers of wrong) {
      expectProblem(
        await office.api.inject({ ...route, headers: { ...route.headers, ...headers } }),
        401,
        'unauthenticated',
      )
    }
  })

  it('names every route that is described', async () => {
    const paths = (await office.api.inject('/openapi.json')).json().paths as Record<
      string,
      Record<string, { security?: unknown[] }>
    >
    const all = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { security }]) => ({
        named: `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '*')}`,
        isOpen: security?.length === 0,
      })),
    )
    const described = all.filter(({ isOpen }) => !isOpen).map(({ named }) => named)
    expect(all.filter(({ isOpen }) => isOpen).map(({ named }) => named)).toEqual([
      'POST /v1/sign-in',
      'POST /v1/sign-in/invitation',
      'GET /v1/sign-in/oidc',
      'GET /v1/sign-in/oidc/callback',
    ])
    const tried = routes.map(({ method, url }) =>
      `${method} ${String(url).split('?')[0]}`
        .replace(/detectors\/[\w-]+\/\w+/, 'detectors/*/*')
        .replace(
          /(cases|charges|endpoints|points|corrections|criteria|profiles|imports|watch|accounts|tokens)\/(?!preview|import)[\w-]+/g,
          '$1/*',
        ),
    )
    expect(tried.sort()).toEqual(described.sort())
  })
})
