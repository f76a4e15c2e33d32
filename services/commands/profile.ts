import { ProfileList } from '../../schemas/import.ts'
import { ImportProfile } from '../../schemas/profile.ts'
import { createClient, json } from './client.ts'
import type { Print } from './follow-import.ts'
import { readJson } from './input-file.ts'

/** The service, and who asks. */
export interface Place {
  readonly url: string
  readonly token: string
}

const pathOf = (name: string): string => `/v1/profiles/${encodeURIComponent(name)}`

/** Saves an import profile of a file under a name. Throws CommandError with a sentence, as the others do. */
export const saveProfile = async (
  { url, token }: Place,
  name: string,
  path: string,
  print: Print,
): Promise<void> => {
  const profile = readJson(path, ImportProfile, 'import profile')
  await createClient(url, token).call('PUT', pathOf(name), json(profile))
  print(`Saved as ${name}: import --profile ${name} uses it.`)
}

export const listProfiles = async ({ url, token }: Place, print: Print): Promise<void> => {
  const { profiles } = ProfileList.parse(await createClient(url, token).call('GET', '/v1/profiles'))
  if (profiles.length === 0) print('No import profile is saved.')
  for (const { name, profile } of profiles) print(`${name}: ${JSON.stringify(profile)}`)
}

export const removeProfile = async ({ url, token }: Place, name: string, print: Print): Promise<void> => {
  await createClient(url, token).call('DELETE', pathOf(name))
  print(`Removed ${name}.`)
}
