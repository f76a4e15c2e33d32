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
  const described = async () => {
    const paths = (await office.api.inject('/openapi.json')).json().paths as Record<
      string,
      Record<string, { security?: unknown[] }>
    >
    return Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { security }]) => ({
        method: method.toUpperCase() as 'GET',
        url: path.replace(/\{\w+\}/g, 'x'),
        isOpen: security?.length === 0,
      })),
    )
  }

  it('is every operation that is described answered with 401', async () => {
    const behindSignIn = (await described()).filter(({ isOpen }) => !isOpen)
    expect(behindSignIn.length).toBeGreaterThan(100)
    for (const { method, url } of behindSignIn) {
      for (const headers of wrong) {
        expectProblem(await office.api.inject({ method, url, headers }), 401, 'unauthenticated')
      }
    }
  })

  it('are these open, and no others', async () => {
    const open = (await described()).filter(({ isOpen }) => isOpen)
    expect(open.map(({ method, url }) => `${method} ${url}`)).toEqual([
      // Public halves of the keys that hand-overs are signed by
      'GET /v1/pricing/keys',
      'POST /v1/sign-in',
      'POST /v1/sign-in/invitation',
      'GET /v1/sign-in/oidc',
      'GET /v1/sign-in/oidc/callback',
    ])
  })
})
