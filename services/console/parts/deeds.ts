import type { Schemas } from '../api/client.ts'
import type { Words } from '../words/index.tsx'

/** Every deed that can be on record has a word. */
export const deedsOf = ({
  deeds,
  rooms,
}: Words): Readonly<Record<Schemas['AuditEntry']['action'], string>> => ({ ...deeds, ...rooms.deeds })

/** What was done, in the words of the audit. */
export const deedOf = (words: Words, action: string): string => {
  const names: Readonly<Record<string, string>> = deedsOf(words)
  return names[action] ?? action
}
