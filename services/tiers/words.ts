import type { KnownAt } from '../pricing/index.ts'

/** Whether one of some texts holds a part, A–Z in either case; nothing asked for is in all. */
export const has = (part: string | undefined, ...texts: readonly (string | null)[]): boolean => {
  if (part === undefined) return true
  const asked = part.toLowerCase()
  return texts.some(text => text?.toLowerCase().includes(asked))
}

/** The instant until which releases count, UTC ms. */
export const knownAtOf = (text: string | undefined): KnownAt =>
  text === undefined ? undefined : Date.parse(text)
