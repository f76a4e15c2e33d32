import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { onTestFinished } from 'vitest'

export const CLIENT = { clientId: 'dianshao', clientSecret: 'a secret of the client, for tests' }

/** A real identity provider on loopback that believes whoever says who he is. */
export interface TestProvider {
  readonly issuer: string
  /** Signs in there as somebody, as a browser does; answers the query it is sent back with */
  signIn(url: string, login: string): Promise<string>
  close(): Promise<void>
}

export const testProvider = async (redirectUri: string): Promise<TestProvider> => {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] },
    ],
    cookies: { keys: ['a key of the cookies'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  })
  server.on('request', provider.callback())
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  onTestFinished(close)
  return { issuer, signIn: (url, login) => browse(url, login, redirectUri), close }
}

const STEPS_AT_MOST = 20

/** Follows redirects with their cookies, and fills in the forms of the provider. */
const browse = async (first: string, login: string, end: string): Promise<string> => {
  const cookies = new Map<string, string>()
  const ask = async (url: string, form?: URLSearchParams): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, {
      ...{ redirect: 'manual', headers: { cookie } },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (value === '') cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    return answer
  }
  let url = first
  let answer = await ask(url)
  for (let step = 0; step < STEPS_AT_MOST; step++) {
    const location = answer.headers.get('location')
    if (location) {
      url = new URL(location, url).href
      if (url.startsWith(end)) return new URL(url).search
      answer = await ask(url)
    } else {
      const page = await answer.text()
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
      const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1]
      if (!prompt || !action) throw new Error(`the identity provider shows ${answer.status}: ${page}`)
      url = new URL(action, url).href
      answer = await ask(url, new URLSearchParams({ prompt, login, password: 'any' }))
    }
  }
  throw new Error('the identity provider does not come to an end')
}
