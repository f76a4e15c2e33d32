import * as openid from 'openid-client'
import { type Began, IdentityAway, type IdentityProvider, IdentityRefusal } from './port.ts'

export interface OpenidOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the provider sends browsers back to, as it is registered there */
  readonly redirectUri: string
}

const TIMEOUT_SECONDS = 10

/** Asks the provider for its addresses at the first sign-in, and again until it has answered once. */
export const createOpenid = (options: OpenidOptions): IdentityProvider => {
  const { redirectUri } = options
  let found: Promise<openid.Configuration> | undefined
  const configuration = (): Promise<openid.Configuration> => {
    found ??= discover(options).catch(error => {
      found = undefined
      throw new IdentityAway(`discovery failed: ${messageOf(error)}`)
    })
    return found
  }
  return {
    async begin() {
      const config = await configuration()
      const began: Began = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      }
      const url = openid.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: began.state,
        nonce: began.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(began.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, began }
    },
    async finish(query, { state, nonce, verifier }) {
      const config = await configuration()
      const current = new URL(redirectUri)
      current.search = query
      const checks = {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
      }
      const tokens = await openid.authorizationCodeGrant(config, current, checks).catch(error => {
        const Kind = isAway(error) ? IdentityAway : IdentityRefusal
        throw new Kind(messageOf(error))
      })
      return tokens.claims()!.sub
    },
  }
}

const discover = ({ issuer, clientId, clientSecret }: OpenidOptions): Promise<openid.Configuration> => {
  const address = new URL(issuer)
  // The configuration allows that on this machine alone.
  const execute = address.protocol === 'http:' ? [openid.allowInsecureRequests] : []
  const options = { execute, timeout: TIMEOUT_SECONDS }
  return openid.discovery(address, clientId, clientSecret, undefined, options)
}

const AWAY_CODES = ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']

const isAway = (error: Error & { code?: string; status?: number }): boolean =>
  (error instanceof TypeError && error.code === undefined) ||
  AWAY_CODES.includes(error.code ?? '') ||
  (error.status ?? 0) >= 500

/** Its words alone: what it carries besides may hold tokens. */
const messageOf = ({ message, code }: Error & { code?: string }): string =>
  code === undefined ? message : `${message} (${code})`
