import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Tokens of people who work at a service. */
export interface Tokens {
  readonly operator: string
  readonly analyst: string
  readonly reviewer: string
}

const OPERATOR = { name: 'operator', password: 'a fence of seven boards' }
const KEPT = 'tokens-of-tests.json'

/**
 * Operator, analyst and reviewer of a running service, made as its operator makes them: by the link of the first start, then
 * over the API. Of a folder where they were made before they are what they were, and a service that was killed in
 * between goes on where it stood.
 */
export const firstAccounts = async (url: string, folder: string): Promise<Tokens> => {
  const kept = join(folder, KEPT)
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Tokens
  const cookie = await operatorCookie(url, folder)
  const tokens = {
    operator: await tokenOf(url, cookie, 'operator'),
    analyst: await tokenOf(url, cookie, 'analyst'),
    reviewer: await tokenOf(url, cookie, 'reviewer'),
  }
  writeFileSync(kept, JSON.stringify(tokens))
  return tokens
}

const operatorCookie = async (url: string, folder: string): Promise<string> => {
  const path = join(folder, 'first-sign-in.txt')
  const secret = existsSync(path) && /#secret=([\w-]+)/.exec(readFileSync(path, 'utf8'))![1]
  const answer = secret
    ? await post(url, '/v1/sign-in/invitation', { ...OPERATOR, secret })
    : await post(url, '/v1/sign-in', OPERATOR)
  if (!answer.ok) throw new Error(`the operator could not sign in: ${await answer.text()}`)
  return answer.headers.get('set-cookie')!.split(';')[0]!
}

const tokenOf = async (url: string, cookie: string, role: string): Promise<string> => {
  // There already, when the service was killed after it had made it.
  await post(url, '/v1/accounts', { name: role, role }, cookie)
  const answer = await post(url, `/v1/accounts/${role}/tokens`, { label: 'tests', days: 366 }, cookie)
  return ((await answer.json()) as { token: string }).token
}

const post = (url: string, path: string, body: object, cookie?: string): Promise<Response> =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie, origin: url } : {}) },
    body: JSON.stringify(body),
  })
