import type { Words } from '../words/index.tsx'

/** What was done, in the words of the audit. */
export const deedOf = ({ deeds, rooms }: Words, action: string): string => {
  const names: Readonly<Record<string, string>> = { ...deeds, ...rooms.deeds }
  return names[action] ?? action
}
