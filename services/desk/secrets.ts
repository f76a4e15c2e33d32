/** What of a command's body is never kept, and drawn anew for a request that is sent again. */
export const SECRETS: ReadonlySet<string> = new Set([
  ...['password', 'passwordHash', 'provenHash', 'secret', 'secretHash', 'sessionHash', 'token', 'tokenHash'],
])
