/** What must come back with the browser, so that the answer is known to belong to this beginning. */
export interface Began {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Vouches for people who sign in at it (OpenID Connect, authorization code flow with PKCE). */
export interface IdentityProvider {
  /** Where the browser is to go, and what is to be kept of it. Throws IdentityAway. */
  begin(): Promise<{ readonly url: string; readonly began: Began }>
  /** The subject it vouches for, from the query it sent the browser back with. Throws IdentityAway or IdentityRefusal. */
  finish(query: string, began: Began): Promise<string>
}

/** The identity provider cannot be reached. */
export class IdentityAway extends Error {
  override name = 'IdentityAway'
}

/** It vouches for nobody, or its answer is not to be believed. */
export class IdentityRefusal extends Error {
  override name = 'IdentityRefusal'
}
