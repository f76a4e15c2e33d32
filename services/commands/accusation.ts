import type { Language } from '../../schemas/finding.ts'
import { createClient } from './client.ts'

export interface AccusationOptions {
  readonly url: string
  readonly token: string
  readonly lang: Language
}

/** Prints a case, named by number or id, as a running service writes it for a district. Throws CommandError. */
export const accusation = async (
  { url, token, lang }: AccusationOptions,
  name: string,
  print: (line: string) => void,
): Promise<void> => {
  const path = `/v1/cases/${encodeURIComponent(name)}/accusation?lang=${lang}`
  print((await createClient(url, token).text(path)).trimEnd())
}
