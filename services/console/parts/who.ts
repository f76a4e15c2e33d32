import type { Words } from '../words/index.tsx'

/** Who did something: a person by the sign-in name, the service itself in the language spoken. */
export const whoText = (name: string, { rooms }: Words): string => {
  const names: Readonly<Record<string, string>> = rooms.actors
  return names[name] ?? name
}
